package proof_test

import (
	"fmt"
	"net/http"

	"loftet/proof/stand"
)

// perHead is how many solutions each supplier describes; a business may have
// 100.
const perHead = 90

// creations makes new solutions, each under a name of its own. Nothing but the
// key tells a repetition from a second one.
type creations struct {
	region string
	who    []stand.Person
	known  map[string]string // name -> id
}

// created is a record as it is listed.
type created struct {
	ID    string
	Title map[string]string
}

// newSolutions describes solutions for the businesses of some suppliers.
func newSolutions(country *stand.Country, who []stand.Person) *creations {
	return &creations{region: country.Region.String(), who: who, known: map[string]string{}}
}

func (c *creations) next() call {
	name := c.nextName()
	body := fmt.Sprintf(`{"title":{"nb":%q},"summary":{"nb":"Sparer strøm"},"description":{"nb":"Et styringssystem"},"goals":[7],
		"targets":[],"indicators":[],"cpv":[],"regionIds":[%q],"trl":0,"marketState":"","priceModel":"","references":"","website":""}`, name, c.region)
	return call{method: http.MethodPost, path: "/solutions", cookie: c.person().Cookie, body: body, key: "create-" + name}
}

func (c *creations) nextName() string { return fmt.Sprintf("Ny %06d %s", len(c.known), c.who[0].Email) }

func (c *creations) person() stand.Person { return c.who[len(c.known)/perHead] }

func (c *creations) acknowledged(r answered) error {
	got, err := parsed[created](r)
	if want := c.nextName(); err == nil && got.Title["nb"] != want {
		err = fmt.Errorf("made %q, want %q", got.Title["nb"], want)
	}
	c.known[got.Title["nb"]] = got.ID
	return err
}

// glance reads what the one who writes now has made.
func (c *creations) glance(get read) error { return c.checkOf(get, len(c.known)/perHead) }

func (c *creations) check(get read) error {
	for head := 0; head*perHead <= len(c.known); head++ {
		if err := c.checkOf(get, head); err != nil {
			return err
		}
	}
	return nil
}

func (c *creations) checkOf(get read, head int) error {
	r, err := get(c.who[head].Cookie, "/solutions")
	if err != nil {
		return err
	}
	list, err := parsed[struct{ Items []created }](r)
	if err != nil {
		return err
	}
	seen := map[string]string{}
	for _, item := range list.Items {
		name := item.Title["nb"]
		if _, mine := c.known[name]; !mine {
			continue
		}
		if seen[name] != "" || c.known[name] != item.ID {
			return fmt.Errorf("%s stands as %s and %q, acknowledged %s", name, item.ID, seen[name], c.known[name])
		}
		seen[name] = item.ID
	}
	if want := min(len(c.known)-head*perHead, perHead); len(seen) != want {
		return fmt.Errorf("%d of %d are there", len(seen), want)
	}
	return nil
}
