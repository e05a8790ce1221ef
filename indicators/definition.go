package indicators

import (
	"github.com/google/uuid"

	"loftet/models"
)

// Definition is all that a version of a catalogue says about an indicator. It is
// stored whole with each version. Numbers that nobody has set are nil.
type Definition struct {
	Code      string   `json:"code"`
	Goal      int      `json:"goal"`
	Target    string   `json:"target"`
	Also      []string `json:"also,omitempty"` // further targets, in whatever goal; they move no score
	Type      string   `json:"type"`           // percent, number, ratio, yes_partly_no, score, parts
	Direction string   `json:"direction"`      // higher, lower, middle

	Unit        models.Text `json:"unit"`
	Name        models.Text `json:"name"`
	Question    models.Text `json:"question,omitempty"`
	Help        models.Text `json:"help,omitempty"`
	Numerator   models.Text `json:"numerator,omitempty"`
	Denominator models.Text `json:"denominator,omitempty"`
	BoundsNote  models.Text `json:"boundsNote,omitempty"`

	Decimals int      `json:"decimals"`
	Min      *float64 `json:"min,omitempty"` // limits of a possible answer
	Max      *float64 `json:"max,omitempty"`
	Middle   *float64 `json:"middle,omitempty"` // with direction middle, in the indicator's unit
	Parts    []Part   `json:"parts,omitempty"`
	Combine  string   `json:"combine,omitempty"` // share, positive, yes
	Formula  string   `json:"formula,omitempty"` // see package formula; how the value is worked out

	// What scores and colours come from, in the indicator's unit; with direction
	// middle they are distances from Middle.
	Lower         *float64    `json:"lower,omitempty"`
	Optimum       *float64    `json:"optimum,omitempty"`
	Green         *float64    `json:"green,omitempty"`
	Yellow        *float64    `json:"yellow,omitempty"`
	Red           *float64    `json:"red,omitempty"`
	Basis         string      `json:"basis,omitempty"`     // law, natural_limit, reference_distribution, published
	ReferenceSet  models.Text `json:"reference,omitempty"` // under its older name it was a bare string
	ReferenceYear int         `json:"referenceYear,omitempty"`

	Owner       string      `json:"owner,omitempty"`
	Table       string      `json:"table,omitempty"`
	OtherTable  string      `json:"otherTable,omitempty"`
	Dimensions  string      `json:"dimensions,omitempty"`
	SourceNote  models.Text `json:"sourceNote,omitempty"`
	Prefillable string      `json:"prefillable,omitempty"` // yes, partly, no
	U4SSC       string      `json:"u4ssc,omitempty"`       // as u4ssc.Reference writes it
}

// Part is one thing asked for in an indicator of type parts.
type Part struct {
	Key   string      `json:"key"`
	Type  string      `json:"type"` // count, yes_no
	Label models.Text `json:"label"`
}

// Indicator is an indicator in one version of its catalogue.
type Indicator struct {
	ID               uuid.UUID
	VersionID        uuid.UUID
	CatalogueID      uuid.UUID
	CatalogueVersion string
	Position         int
	Definition
}

// Scored tells whether the catalogue's own bounds are enough for a score.
func (d Definition) Scored() bool { return d.Lower != nil && d.Optimum != nil }

// Better compares two values by the indicator's direction: 1 when x is better,
// -1 when y is, 0 when they are equally good.
func (d Definition) Better(x, y float64) int {
	if d.Direction == directionMiddle && d.Middle != nil {
		x, y = distance(x, *d.Middle), distance(y, *d.Middle)
	}
	switch {
	case x == y:
		return 0
	case (x > y) == (d.Direction == directionHigher):
		return 1
	}
	return -1
}

const (
	directionHigher = "higher"
	directionMiddle = "middle"
)

func distance(x, y float64) float64 {
	if x < y {
		return y - x
	}
	return x - y
}
