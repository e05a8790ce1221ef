package catalogue

import (
	_ "embed"
	"fmt"
	"sync"
)

// BottomLine is what an indicator is mostly about.
type BottomLine string

// The three bottom lines.
const (
	Social        BottomLine = "social"
	Environmental BottomLine = "environmental"
	Economic      BottomLine = "economic"
)

// Grade says how the figures of an indicator come about.
type Grade string

// The grades: counted in a register for all municipalities; estimated from a sample or
// by a model; counted or judged by the municipality itself.
const (
	FromRegister Grade = "register"
	FromEstimate Grade = "estimate"
	FromOwnCount Grade = "own"
)

// Perspective says which step from effort to effect an indicator looks at.
type Perspective string

// The perspectives: what is put in (staff, money, plans); what is done with it; what
// comes out of that; what changes for people or nature close by; what changes in the end.
const (
	Input   Perspective = "input"
	Process Perspective = "process"
	Output  Perspective = "output"
	Outcome Perspective = "outcome"
	Impact  Perspective = "impact"
)

// Class is how an indicator is sorted, for people who choose among many. It changes
// no score.
type Class struct {
	BottomLine  BottomLine  `yaml:"bottom_line"`
	Perspective Perspective `yaml:"perspective"`
	Quality     Grade       `yaml:"quality"`
}

//go:embed classification.yaml
var classificationYAML []byte

var classes = sync.OnceValue(func() map[string]Class {
	found := map[string]Class{}
	if err := decode("classification.yaml", classificationYAML, &found); err != nil {
		panic(fmt.Sprintf("the embedded classification is faulty: %v", err))
	}
	return found
})

// ClassOf gives how the indicator with a code of the core or
// the additional set is sorted; false for any
// other, which nobody has sorted.
func ClassOf(code string) (Class, bool) {
	c, found := classes()[code]
	return c, found
}
