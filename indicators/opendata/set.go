package opendata

import (
	"slices"
	"time"
)

// Value is the state of a cell that has a number. Every other state says why there
// is none.
const Value = "value"

// Set is a table of figures: municipalities by indicators, in one period.
type Set struct {
	Terms
	Title      string
	Address    string // of the data set itself, without the name of a file
	Region     string
	Period     string // a year, or the name of a round
	Year       int    // of the period; no figure is newer
	Indicators []Indicator
	Places     []Place
	Cells      [][]Cell // by place, then by indicator
}

// Terms is what stands in every file: where the figures come from, what others may
// do with them, and what must be known to read them rightly.
type Terms struct {
	Lang       string // of the texts: nb, nn, en
	Source     string
	Licence    string // in words
	LicenceURL string // where the words stand
	Notes      []string
	Updated    time.Time
}

// Indicator is one indicator, in the language of the file.
type Indicator struct {
	Code, Name, Unit string
	Definition       string // what is counted, empty where nobody has said
	Goal             int
	Target           string
	Decimals         int
}

// Place is a municipality by its official number, or by an id of ours where it
// has none.
type Place struct{ Number, Name string }

// Cell is one figure, rounded as it is shown everywhere.
type Cell struct {
	State     string
	Value     *float64
	Year      int      // of the figure; 0 for none
	Score     *float64 // 0 to 100
	Source    string
	Confirmed bool // the municipality stands by it
}

// states gives the reasons for missing figures that stand in the set.
func (s Set) states() []string {
	var found []string
	for _, row := range s.Cells {
		for _, c := range row {
			if c.State != Value && !slices.Contains(found, c.State) {
				found = append(found, c.State)
			}
		}
	}
	slices.Sort(found)
	return found
}
