package catalogue

import "math"

func (f *faults) bounds(code string, d Direction, b Bounds) {
	oneOf(f, code, "basis", b.Basis, Law, NaturalLimit, ReferenceDistribution)
	f.text(code, "note on bounds", b.Note)
	if (b.Basis == ReferenceDistribution) != (b.Reference != nil) {
		f.add(code, "basis reference_distribution and a reference go together")
	}
	if r := b.Reference; r != nil {
		f.text(code, "reference", r.Set)
		if r.Year == 0 {
			f.add(code, "the reference lacks its year")
		}
	}
	for _, p := range []*float64{b.Lower, b.Optimum, b.Green, b.Red} {
		if p != nil && (math.IsNaN(*p) || math.IsInf(*p, 0)) {
			f.add(code, "a bound is not finite")
			return
		}
	}
	// From here on larger is better: the rest of the directions is turned round.
	sign := 1.0
	if d != Higher {
		sign = -1
	}
	better := func(p, q *float64, orEqual bool) bool {
		if p == nil || q == nil {
			return true
		}
		return sign**p > sign**q || (orEqual && *p == *q)
	}
	if !better(b.Optimum, b.Lower, false) {
		f.add(code, "optimum is not better than lower")
	}
	if !better(b.Green, b.Red, false) {
		f.add(code, "green is not better than red")
	}
	for _, threshold := range []*float64{b.Green, b.Red} {
		if !better(b.Optimum, threshold, true) || !better(threshold, b.Lower, true) {
			f.add(code, "a threshold lies outside lower and optimum")
		}
	}
}
