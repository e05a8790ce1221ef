package proof_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"loftet/proof/stand"
)

const (
	clients = 16
	// pause is how long a client waits between two requests.
	pause = 30 * time.Millisecond
)

// load is a crowd of people who read and write.
type load struct {
	*judge
	country *stand.Country
	people  []*client
	due     atomic.Int32 // responses that each of them shall have submitted
	stop    context.CancelFunc
	running sync.WaitGroup
}

// client is one of them, with municipalities of its own.
type client struct {
	*load
	own       []stand.Municipality
	saved     map[string]*note // by code: answers in the first one's blank response
	submitted int              // responses whose receipt is at hand
	turns     int
}

// note is what a client knows about an answer of its own.
type note struct {
	version string
	comment string   // of the last save that was acknowledged
	maybe   []string // comments of later saves of which it is not known
}

func newLoad(j *judge, country *stand.Country) *load {
	l := &load{judge: j, country: country}
	for i := range clients {
		c := &client{load: l, saved: map[string]*note{}}
		for m := i; m < len(country.Municipalities); m += clients {
			c.own = append(c.own, country.Municipalities[m])
		}
		for _, code := range country.Codes {
			c.saved[code] = &note{version: `"0"`}
		}
		l.people = append(l.people, c)
	}
	return l
}

// begin lets the crowd work until end.
func (l *load) begin(ctx context.Context) {
	ctx, l.stop = context.WithCancel(ctx)
	for _, c := range l.people {
		l.running.Go(func() {
			ticker := time.NewTicker(pause)
			defer ticker.Stop()
			for ctx.Err() == nil {
				c.turn(context.WithoutCancel(ctx))
				select {
				case <-ctx.Done():
				case <-ticker.C:
				}
			}
		})
	}
}

// end waits until everybody has the answer they asked for.
func (l *load) end() {
	l.stop()
	l.running.Wait()
}

// pending tells how many receipts are missing.
func (l *load) pending() int {
	missing := 0
	for _, c := range l.people {
		missing += max(0, int(l.due.Load())-c.submitted)
	}
	return missing
}

// turn is one thing that somebody does.
func (c *client) turn(ctx context.Context) {
	me := c.own[0]
	ok := []int{http.StatusOK}
	c.turns++
	if c.turns%2 == 0 && c.submitted < int(c.due.Load()) {
		c.submit(ctx, c.own[c.submitted])
		return
	}
	switch c.turns % 5 {
	case 0:
		c.ask(ctx, ok, http.MethodGet, "/api/v1/responses/"+me.Responses[0].String(), me.Person.Cookie, "")
	case 1:
		c.ask(ctx, ok, http.MethodGet, "/api/v1/status/regions/"+c.country.Region.String(), "", "")
	case 2:
		c.ask(ctx, ok, http.MethodGet, "/api/v1/needs", "", "")
	case 3:
		if r, _ := c.ask(ctx, ok, http.MethodGet, "/api/v1/session", me.Person.Cookie, ""); r.status == http.StatusOK && !strings.Contains(string(r.body), `"signedIn":true`) {
			c.fault("somebody is signed out")
		}
	default:
		c.save(ctx, me)
	}
}

// submit asks for the receipt of a municipality's response until it has it,
// under the same key each time.
func (c *client) submit(ctx context.Context, m stand.Municipality) {
	id := m.Responses[0].String()
	r, _ := c.ask(ctx, []int{http.StatusCreated}, http.MethodPost, "/api/v1/responses/"+id+"/submissions", m.Person.Cookie, "", "Idempotency-Key", id)
	if r.status == http.StatusCreated {
		c.submitted++
	}
}

// save changes one answer. After a save whose end is not known it goes by what
// stands there.
func (c *client) save(ctx context.Context, m stand.Municipality) {
	code := c.country.Codes[(c.turns/5)%len(c.country.Codes)]
	n := c.saved[code]
	comment := fmt.Sprintf("turn %d", c.turns)
	body := fmt.Sprintf(`{"state":"value","value":%d,"source":"Egen opptelling","comment":%q}`, c.turns%100, comment)
	r, answered := c.ask(ctx, []int{http.StatusOK, http.StatusPreconditionFailed}, http.MethodPut,
		"/api/v1/responses/"+m.Responses[1].String()+"/answers/"+code, m.Person.Cookie, body, "If-Match", n.version)
	switch {
	case r.status == http.StatusOK:
		n.version, n.comment, n.maybe = r.etag, comment, nil
	case r.status == http.StatusPreconditionFailed:
		var problem struct {
			Current struct {
				Comment string
				Version int
			}
		}
		if err := json.Unmarshal(r.body, &problem); err != nil {
			c.fault("%v: %s", err, r.body)
		}
		if !n.may(problem.Current.Comment) {
			c.fault("an answer is %q after %q was acknowledged, and perhaps %q", problem.Current.Comment, n.comment, n.maybe)
		}
		n.version, n.comment, n.maybe = fmt.Sprintf("%q", fmt.Sprint(problem.Current.Version)), problem.Current.Comment, nil
	case answered && r.code() != "database-unavailable": // which says that nothing was saved
		n.maybe = append(n.maybe, comment)
	}
}

// may tells whether an answer may stand as it does.
func (n *note) may(comment string) bool {
	for _, one := range append(n.maybe, n.comment) {
		if one == comment {
			return true
		}
	}
	return false
}
