package scorefile

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"

	"loftet/indicators/scoring"
	"loftet/internal/csvtable"
)

// Verdict is what a check says of one published score.
type Verdict string

// The verdicts. What can't be checked is neither right nor wrong.
const (
	Agrees  Verdict = "agrees"
	Differs Verdict = "differs"
	NoValue Verdict = "no_value" // a score is published and its value is not among the values
)

// Checked is one published score beside what the stated bounds give.
type Checked struct {
	published
	Verdict   Verdict
	year      int // of the value
	value     float64
	computed  float64
	tolerance float64
	hint      string
}

// Checks are all of a file.
type Checks struct {
	list []Checked
	file string
}

// smallestTolerance is what rounding before publication and single precision may
// do together.
const smallestTolerance = 0.0005

// Check holds published scores against the values and bounds. A score without a
// year belongs to the newest value not after until (0 for any). Two scores agree
// within the tolerance, by default half of the last decimal that the indicator is
// published with, and at least 0.0005.
func (d Data) Check(scores Published, until int, tolerance *float64) Checks {
	byEntity := make(map[[2]string][]scoring.Observation)
	for _, s := range d.series(until) {
		byEntity[[2]string{s.entity, s.scale.Spec().Code}] = s.list
	}
	decimals := make(map[string]int)
	for _, p := range scores.list {
		decimals[p.code] = max(decimals[p.code], p.decimals)
	}
	all := Checks{file: scores.file}
	fits := make(map[string][]Checked)
	for _, p := range scores.list {
		c := Checked{published: p, Verdict: NoValue, tolerance: max(smallestTolerance, 0.5*math.Pow10(-decimals[p.code]))}
		if tolerance != nil {
			c.tolerance = *tolerance
		}
		if o, known := valueOf(byEntity[[2]string{p.entity, p.code}], p.year); known {
			c.computed, _ = d.specs.scale(p.code).Score(o.Value)
			c.value, c.year, c.Verdict = o.Value, o.Year, Differs
			if c.near(c.computed) {
				c.Verdict = Agrees
			}
			fits[p.code] = append(fits[p.code], c)
		}
		all.list = append(all.list, c)
	}
	hints := make(map[string]string)
	for i := range all.list {
		c := &all.list[i]
		if c.Verdict != Differs {
			continue
		}
		if _, done := hints[c.code]; !done {
			hints[c.code] = boundsHint(fits[c.code])
		}
		c.hint = cmp.Or(c.ownHint(d.specs.scale(c.code), byEntity[[2]string{c.entity, c.code}]), hints[c.code])
	}
	return all
}

// near is never true of what is not finite.
func (c *Checked) near(score float64) bool { return math.Abs(c.score-score) <= c.tolerance+1e-9 }

// valueOf finds the value of a year, or the newest one for year 0. One that was
// worked back from a score proves nothing and is no value.
func valueOf(list []scoring.Observation, year int) (found scoring.Observation, ok bool) {
	for _, o := range list {
		if o.Missing == scoring.Present && !o.FromScore && (o.Year == year || year == 0 && o.Year > found.Year) {
			found, ok = o, true
		}
	}
	return found, ok
}

// Count tells how many have a verdict.
func (c Checks) Count(v Verdict) int {
	n := 0
	for i := range c.list {
		if c.list[i].Verdict == v {
			n++
		}
	}
	return n
}

// Findings has a fault for each score that the bounds can't give, and a warning for
// each that can't be checked.
func (c Checks) Findings() csvtable.Findings {
	var found csvtable.Findings
	for i := range c.list {
		one := &c.list[i]
		switch {
		case one.isSum():
			one.sumFinding(&found, c.file)
		case one.Verdict == Differs:
			found.Fault(c.file, one.line, "%s, %s, %d: the score %s is published, the stated bounds give %.6g for the value %s%s",
				one.entity, one.code, one.year, number(one.score, true), one.computed, number(one.value, true), after("; ", one.hint))
		case one.Verdict == NoValue:
			found.Warn(c.file, one.line, "%s, %s: a score is published, but there is no value to check it with", one.entity, one.code)
		}
	}
	return found
}

func after(separator, text string) string {
	if text == "" {
		return ""
	}
	return separator + text
}

// Summary counts in one line.
func (c Checks) Summary() string {
	return fmt.Sprintf("%d published scores: %d agree, %d differ, %d have no value to check", len(c.list), c.Count(Agrees), c.Count(Differs), c.Count(NoValue))
}

// Table has a row for each published score, those that differ first.
func (c Checks) Table() Table {
	rows := [][]string{{"entity", "year", "code", "line", "published", "computed", "difference", "tolerance", "result", "hint"}}
	order := []Verdict{Differs, NoValue, Agrees}
	list := slices.Clone(c.list)
	slices.SortStableFunc(list, func(a, b Checked) int {
		return cmp.Compare(slices.Index(order, a.Verdict), slices.Index(order, b.Verdict))
	})
	for i := range list {
		one := &list[i]
		there := one.Verdict != NoValue
		rows = append(rows, []string{
			one.entity, place(cmp.Or(one.year, one.published.year)), one.code, strconv.Itoa(one.line), number(one.score, true),
			number(one.computed, there), number(one.score-one.computed, there && !math.IsInf(one.score-one.computed, 0)),
			number(one.tolerance, true), string(one.Verdict), one.hint,
		})
	}
	return Table{"check.csv", rows}
}
