package proof_test

import (
	"fmt"
	"net/http"
	"strconv"

	"loftet/proof/stand"
)

// submissions takes a response round and round: submitted, reopened, corrected,
// reviewed, approved, and submitted again.
type submissions struct {
	cookie, response string
	code             string // the answer that is corrected
	step, turn       int
	etag             string   // of the response, from the review
	version          int      // of the answer
	receipts         []string // by revision, from 1
}

// newSubmissions takes a response that is answered in full and approved.
func newSubmissions(country *stand.Country, m stand.Municipality) *submissions {
	return &submissions{cookie: m.Person.Cookie, response: "/responses/" + m.Responses[0].String(), code: country.Codes[0], version: 1}
}

func (s *submissions) next() call {
	c := call{method: http.MethodPost, cookie: s.cookie, key: fmt.Sprintf("turn-%06d-step-%d", s.turn, s.step)}
	switch s.step {
	case 0:
		c.path = s.response + "/submissions"
	case 1:
		c.path, c.body = s.response+"/reopening", `{"reason":"Et tall var galt"}`
	case 2:
		c.method, c.path, c.key = http.MethodPut, s.response+"/answers/"+s.code, ""
		c.ifMatch = fmt.Sprintf("%q", strconv.Itoa(s.version))
		c.body = fmt.Sprintf(`{"state":"value","value":%d,"source":"Egen opptelling","comment":"Rettet"}`, s.corrected(s.turn))
	case 3:
		c.path = s.response + "/review"
	case 4:
		c.path, c.ifMatch = s.response+"/approval", s.etag
	}
	return c
}

// corrected is the figure of the answer in the revision after a turn.
func (s *submissions) corrected(turn int) int { return turn%90 + 1 }

func (s *submissions) acknowledged(r answered) error {
	switch s.step {
	case 0:
		got, err := parsed[revision](r)
		if err != nil || got.Revision != len(s.receipts)+1 {
			return fmt.Errorf("submitted revision %d, want %d: %w", got.Revision, len(s.receipts)+1, err)
		}
		s.receipts = append(s.receipts, got.Receipt)
	case 2:
		s.version++
	case 3:
		s.etag = r.header.Get("ETag")
	}
	if s.step++; s.step == 5 {
		s.step = 0
		s.turn++
	}
	return nil
}

type revision struct {
	Receipt  string
	Revision int
}

func (s *submissions) glance(get read) error { return s.check(get) }

func (s *submissions) check(get read) error {
	r, err := get(s.cookie, s.response+"/submissions")
	if err != nil {
		return err
	}
	list, err := parsed[struct{ Items []revision }](r)
	if err != nil {
		return err
	}
	if len(list.Items) != len(s.receipts) {
		return fmt.Errorf("%d submissions, acknowledged %d", len(list.Items), len(s.receipts))
	}
	for _, item := range list.Items {
		if s.receipts[item.Revision-1] != item.Receipt {
			return fmt.Errorf("revision %d has receipt %s, acknowledged %s", item.Revision, item.Receipt, s.receipts[item.Revision-1])
		}
	}
	return nil
}
