package proof_test

import (
	"fmt"
	"sync/atomic"
	"testing"

	"loftet/proof/stand"
)

// crew fills a database and gives eight clients that write in it: answers,
// submissions and new solutions. The number is that of all their writes that were
// acknowledged.
func crew(t *testing.T, database string) ([]*writer, *atomic.Int64) {
	t.Helper()
	country, err := stand.Fill(t.Context(), database, stand.Plan{Municipalities: 6, Businesses: 40, Indicators: 30, Published: 1, Open: 1, Approved: true})
	if err != nil {
		t.Fatal(err)
	}
	var writers []*writer
	var all atomic.Int64
	add := func(name string, j journal) { writers = append(writers, &writer{name: name, journal: j, all: &all}) }
	for i, m := range country.Municipalities {
		if i%2 == 0 {
			add(fmt.Sprintf("answers %d", i), newAnswers(country, m))
		} else {
			add(fmt.Sprintf("submissions %d", i), newSubmissions(country, m))
		}
	}
	half := len(country.Suppliers) / 2
	add("solutions", newSolutions(country, country.Suppliers[:half]))
	add("more solutions", newSolutions(country, country.Suppliers[half:]))
	return writers, &all
}
