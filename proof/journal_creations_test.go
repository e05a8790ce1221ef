package proof_test

import (
	"fmt"
	"net/http"

	"loftet/proof/stand"
)

// creations makes new records, each under a name of its own.
type creations struct {
	list    string // path below which they are listed
	who     []stand.Person
	perHead int // how many each of them may make
	make    func(name string) string
	name    func(item created) string
	known   map[string]string // name -> id
}

// created is a record as it is listed.
type created struct {
	ID    string
	Name  string
	Title map[string]string
}

func newSolutions(country *stand.Country) *creations {
	return &creations{
		list: "/solutions", who: country.Suppliers, perHead: 100, known: map[string]string{},
		name: func(item created) string { return item.Title["nb"] },
		make: func(name string) string {
			return fmt.Sprintf(`{"title":{"nb":%q},"summary":{"nb":"Sparer strøm"},"description":{"nb":"Et styringssystem"},"goals":[7],
				"targets":[],"indicators":[],"cpv":[],"regionIds":[%q],"trl":0,"marketState":"","priceModel":"","references":"","website":""}`, name, country.Region)
		},
	}
}

func newRounds(country *stand.Country) *creations {
	return &creations{
		list: "/rounds", who: []stand.Person{country.Coordinator}, perHead: 2000, known: map[string]string{},
		name: func(item created) string { return item.Name },
		make: func(name string) string {
			return fmt.Sprintf(`{"regionId":%q,"name":%q,"year":2030,"opensAt":"2030-01-01T00:00:00Z","closesAt":"2030-12-31T00:00:00Z","catalogueId":%q}`,
				country.Region, name, country.Catalogue)
		},
	}
}

func (c *creations) next() call {
	name := fmt.Sprintf("Ny %06d", len(c.known))
	return call{method: http.MethodPost, path: c.list, cookie: c.person().Cookie, body: c.make(name), key: "create-" + name}
}

func (c *creations) person() stand.Person { return c.who[len(c.known)/c.perHead] }

func (c *creations) acknowledged(r answered) error {
	got, err := parsed[created](r)
	if want := fmt.Sprintf("Ny %06d", len(c.known)); err == nil && c.name(got) != want {
		err = fmt.Errorf("made %q, want %q", c.name(got), want)
	}
	c.known[c.name(got)] = got.ID
	return err
}

// glance reads what the one who writes now has made.
func (c *creations) glance(get read) error { return c.checkOf(get, len(c.known)/c.perHead) }

func (c *creations) check(get read) error {
	for head := 0; head*c.perHead <= len(c.known); head++ {
		if err := c.checkOf(get, head); err != nil {
			return err
		}
	}
	return nil
}

func (c *creations) checkOf(get read, head int) error {
	r, err := get(c.who[head].Cookie, c.list)
	if err != nil {
		return err
	}
	list, err := parsed[struct{ Items []created }](r)
	if err != nil {
		return err
	}
	seen := map[string]string{}
	for _, item := range list.Items {
		name := c.name(item)
		if _, mine := c.known[name]; !mine {
			continue
		}
		if seen[name] != "" || c.known[name] != item.ID {
			return fmt.Errorf("%s stands as %s and %q, acknowledged %s", name, item.ID, seen[name], c.known[name])
		}
		seen[name] = item.ID
	}
	if want := min(len(c.known)-head*c.perHead, c.perHead); len(seen) != want {
		return fmt.Errorf("%d of %d are there", len(seen), want)
	}
	return nil
}
