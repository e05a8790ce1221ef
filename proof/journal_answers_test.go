package proof_test

import (
	"fmt"
	"math"
	"net/http"
	"strconv"

	"loftet/proof/stand"
)

// answers saves one answer after the other, round and round.
type answers struct {
	cookie, response string
	codes            []string
	stands           map[string]savedAnswer
	at               int
	returned         bool
	value            float64 // of the write under way
}

type savedAnswer struct {
	Code    string
	Value   float64
	Version int
}

// newAnswers takes a response that is answered in full and approved.
func newAnswers(country *stand.Country, m stand.Municipality) *answers {
	a := &answers{cookie: m.Person.Cookie, response: "/responses/" + m.Responses[0].String(), codes: country.Codes, stands: map[string]savedAnswer{}}
	for _, code := range a.codes {
		a.stands[code] = savedAnswer{Code: code, Value: math.NaN(), Version: 1}
	}
	return a
}

func (a *answers) next() call {
	if !a.returned {
		return call{method: http.MethodPost, path: a.response + "/return", cookie: a.cookie, key: "return-" + a.response[len(a.response)-12:], body: `{"reason":"Talt på nytt"}`}
	}
	a.value = float64(a.at%1001) / 10
	code := a.codes[a.at%len(a.codes)]
	return call{
		method: http.MethodPut, path: a.response + "/answers/" + code, cookie: a.cookie,
		ifMatch: fmt.Sprintf("%q", strconv.Itoa(a.stands[code].Version)),
		body:    fmt.Sprintf(`{"state":"value","value":%g,"source":"Egen opptelling","comment":"Talt gang %d"}`, a.value, a.at),
	}
}

func (a *answers) acknowledged(r answered) error {
	if !a.returned {
		a.returned = true
		return nil
	}
	code := a.codes[a.at%len(a.codes)]
	want := savedAnswer{code, a.value, a.stands[code].Version + 1}
	got, err := parsed[savedAnswer](r)
	if err == nil && got != want {
		err = fmt.Errorf("saved %+v, want %+v", got, want)
	}
	a.stands[code] = want
	a.at++
	return err
}

// glance reads the goal of the last answer.
func (a *answers) glance(get read) error {
	return a.checkGoal(get, max(a.at-1, 0)%len(a.codes)%17+1)
}

func (a *answers) check(get read) error {
	for goal := 1; goal <= 17; goal++ {
		if err := a.checkGoal(get, goal); err != nil {
			return err
		}
	}
	return nil
}

func (a *answers) checkGoal(get read, goal int) error {
	r, err := get(a.cookie, fmt.Sprintf("%s/goals/%d", a.response, goal))
	if err != nil {
		return err
	}
	section, err := parsed[struct {
		Questions []struct{ Answer *savedAnswer }
	}](r)
	if err != nil {
		return err
	}
	for _, q := range section.Questions {
		if q.Answer == nil {
			return fmt.Errorf("goal %d: an answer is gone: %s", goal, r)
		}
		want := a.stands[q.Answer.Code]
		if math.IsNaN(want.Value) {
			want.Value = q.Answer.Value // it was there before
		}
		if *q.Answer != want {
			return fmt.Errorf("stands %+v, acknowledged %+v", *q.Answer, want)
		}
	}
	return nil
}
