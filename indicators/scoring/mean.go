package scoring

import "slices"

// summands collects numbers for a mean that does not depend on their order:
// floating-point sums do, so they are added from the smallest. Up to 20 numbers
// are kept in order as they come and need no allocation.
type summands struct {
	few  [20]float64
	n    int
	many []float64
}

func (s *summands) add(x float64) {
	if s.n < len(s.few) {
		i := s.n
		for ; i > 0 && s.few[i-1] > x; i-- {
			s.few[i] = s.few[i-1]
		}
		s.few[i] = x
		s.n++
		return
	}
	s.many = append(s.many, x)
}

// mean is false where there is nothing to take a mean of.
func (s *summands) mean() (float64, bool) {
	all := s.few[:s.n]
	if len(s.many) > 0 {
		all = append(slices.Clone(all), s.many...)
		slices.Sort(all)
	}
	if len(all) == 0 {
		return 0, false
	}
	sum := 0.0
	for _, x := range all {
		sum += x
	}
	// The mean of equal numbers must be that number, and no mean may leave
	// the range of its summands for want of a digit.
	return min(max(sum/float64(len(all)), all[0]), all[len(all)-1]), true
}
