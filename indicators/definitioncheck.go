package indicators

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strings"

	"loftet/indicators/catalogue"
)

// DefinitionFault is what is wrong with a definition that somebody brings along. Field
// is named as in files.
type DefinitionFault struct {
	Field, Reason string // in English
	Doubt         bool   // it may stand, and gives no colour
}

var (
	codeForm   = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$`)
	targetForm = regexp.MustCompile(`^([0-9]{1,2})\.[0-9a-z]{1,2}$`)
)

// Faults gives all that is wrong with a definition by itself. What concerns its formula
// is told by [FormulaFaults].
func (d Definition) Faults() []DefinitionFault {
	var found []DefinitionFault
	add := func(wrong bool, field, reason string, args ...any) {
		if wrong {
			found = append(found, DefinitionFault{Field: field, Reason: fmt.Sprintf(reason, args...)})
		}
	}
	add(d.Code != "" && !codeForm.MatchString(d.Code), "code", "%q is not a code of letters, digits, points and hyphens", d.Code)
	for _, target := range append([]string{d.Target}, d.Also...) {
		field := "also"
		if target == d.Target {
			field = "target"
		}
		add(target != "" && !targetForm.MatchString(target), field, "%q is not a target such as 9.c", target)
	}
	add(d.Goal > 0 && targetForm.MatchString(d.Target) && !strings.HasPrefix(d.Target, fmt.Sprintf("%d.", d.Goal)), "target", "%s is not of goal %d", d.Target, d.Goal)
	add(slices.Contains(d.Also, d.Target), "also", "%s stands in the column target already", d.Target)
	name, _ := d.Name.In("nb")
	add(name == "", "name", "the name is blank in every language")
	inMiddle := d.Direction == directionMiddle
	add(inMiddle != (d.Middle != nil), "middle", "direction middle and a number here go together")
	add(d.Min != nil && d.Max != nil && *d.Min >= *d.Max, "max", "it is not above min")
	inParts := d.Type == string(catalogue.InParts)
	add(inParts != (len(d.Parts) > 0), "parts", "type parts and parts go together")
	add(inParts && (d.Combine == "") == (d.Formula == ""), "formula", "parts need either combine or formula")
	add(!inParts && d.Combine != "", "combine", "it needs parts")
	add(d.Combine == string(catalogue.Share) && len(d.Parts) != 2, "combine", "share needs two parts, not %d", len(d.Parts))
	keys := map[string]bool{}
	for _, p := range d.Parts {
		add(keys[p.Key], "parts", "%s stands twice", p.Key)
		add(d.Combine != "" && (p.Type == string(catalogue.YesNo)) != (d.Combine == string(catalogue.Yes)), "parts", "%s: %s does not fit combine %s", p.Key, p.Type, d.Combine)
		keys[p.Key] = true
	}
	add((d.Lower == nil) != (d.Optimum == nil), "lower", "lower and optimum go together")
	add(d.Scored() && d.worse(*d.Optimum, *d.Lower), "optimum", "it is not better than lower")
	if d.Green != nil && d.Red != nil && d.worse(*d.Green, *d.Red) {
		found = append(found, DefinitionFault{Field: "green", Reason: "it is not better than red, so that there is no colour", Doubt: true})
	}
	for field, p := range map[string]*float64{"lower": d.Lower, "optimum": d.Optimum, "green": d.Green, "yellow": d.Yellow, "red": d.Red, "min": d.Min, "max": d.Max} {
		add(p != nil && math.Abs(*p) > largest, field, "no figure is as large")
	}
	add(d.Scored() && d.Basis == "", "basis", "bounds need a basis")
	return found
}

// worse tells whether a bound or threshold is not better than another. Those of direction
// middle are distances: less is better.
func (d Definition) worse(x, y float64) bool {
	if d.Direction == directionHigher {
		return x <= y
	}
	return x >= y
}
