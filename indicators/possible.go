package indicators

import (
	"math"
	"slices"

	"loftet/indicators/catalogue"
	"loftet/internal/fault"
)

// Impossible gives what is wrong with a number, in the indicator's unit, that no
// answer can be, as a fault of its field; nil when it is possible. The same holds
// for what a person types and for open statistics.
func (d Definition) Impossible(value float64) *fault.Field {
	var wrong fault.Field
	switch {
	case math.IsNaN(value) || math.IsInf(value, 0):
		wrong = fault.OnField("value", "number_required")
	case d.Min != nil && value < *d.Min:
		wrong = fault.OnField("value", "too_small", "min", *d.Min)
	case d.Max != nil && value > *d.Max:
		wrong = fault.OnField("value", "too_large", "max", *d.Max)
	default:
		return nil
	}
	return &wrong
}

// OddChange tells whether a value is more than half away from the one before it.
// From zero every change is boundless, so none is called odd; nor is that from no
// to yes.
func (d Definition) OddChange(was, value float64) bool {
	numeric := []catalogue.Type{catalogue.Percent, catalogue.Number, catalogue.Ratio, catalogue.Points}
	return slices.Contains(numeric, catalogue.Type(d.Type)) && was != 0 && math.Abs(value-was) > 0.5*math.Abs(was)
}
