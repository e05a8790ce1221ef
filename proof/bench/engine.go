package main

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"time"

	"loftet/proof/stand"
	"loftet/surveys/form"
)

// visits is how many browsers are started one after the other: each asks for the
// first time once.
const visits = 3

// browser measures the same in a browser: the pages' own code, as the service sends it.
func (b *bench) browser(ctx context.Context, f form.Form, shown int) error {
	return b.with(ctx, database{"sqlite", b.sqlite}, "view", viewPlan, func(s *service) error {
		module, err := engineOf(ctx, s.URL)
		if err != nil {
			return err
		}
		asked := map[string]any{"module": module, "form": f, "answers": stand.LargeAnswers(), "now": largeAt, "milliseconds": b.within.Milliseconds() / visits}
		var first, again []time.Duration
		for range visits {
			told, err := visitOf(ctx, s.URL, asked)
			if err != nil {
				return err
			}
			if told.Shown != shown {
				return fmt.Errorf("the browser shows %d of the questions, the server %d", told.Shown, shown)
			}
			first = append(first, told.First.time())
			for _, one := range told.Again {
				again = append(again, one.time())
			}
		}
		b.add(timed(again).row(whatConditions+"browser", "", 1))
		b.add(timed(first).row(whatFirstTime+"browser", "", 1))
		return nil
	})
}

// timed is what was done one time after the other.
func timed(all []time.Duration) sample {
	sum := sample{times: all}
	for _, one := range all {
		sum.took += one
	}
	return sum
}

var engine = regexp.MustCompile(`\./(evaluate-[\w-]+\.js)`)

// engineOf finds in the built scripts where the one that evaluates is.
func engineOf(ctx context.Context, site string) (string, error) {
	v := &visit{ctx: ctx, site: site, fetched: map[string]string{}, weights: map[string]int64{}}
	if _, err := v.routes(); err != nil {
		return "", err
	}
	for _, text := range v.fetched {
		if found := engine.FindStringSubmatch(text); found != nil {
			return "/assets/" + found[1], nil
		}
	}
	return "", errors.New("the pages have no script that evaluates conditions")
}

// browserTime is what a browser measures in: milliseconds.
type browserTime float64

func (t browserTime) time() time.Duration {
	return time.Duration(float64(t) * float64(time.Millisecond))
}

// told is what the page found out.
type told struct {
	First browserTime
	Again []browserTime
	Shown int // questions
	Fault string
}
