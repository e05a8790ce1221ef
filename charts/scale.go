package charts

import "math"

// scale maps figures to positions on an axis with round ticks.
type scale struct {
	min, max float64
	from, to int // positions of min and max
	ticks    []float64
	decimals int // that the ticks need
}

// axis makes a scale that holds all figures and has about so many steps. It
// reaches to zero when zero is set. Any finite figures will do.
func axis(figures []float64, zero bool, steps int) scale {
	lo, hi := math.Inf(1), math.Inf(-1)
	for _, f := range figures {
		lo, hi = min(lo, f), max(hi, f)
	}
	if len(figures) == 0 {
		lo, hi = 0, 1
	}
	if zero {
		lo, hi = min(lo, 0), max(hi, 0)
	}
	if lo == hi {
		hi, lo = min(hi+max(math.Abs(hi)/10, 1), math.MaxFloat64), max(lo-max(math.Abs(lo)/10, 1), -math.MaxFloat64)
		if zero {
			lo = 0
		}
	}
	step := roundStep((hi/2 - lo/2) / float64(steps) * 2)
	first, last := math.Floor(lo/step), math.Ceil(hi/step)
	if !(step > 0) || math.IsInf(step*last, 0) || math.IsInf(step*first, 0) || last-first > 3*float64(steps) || last-first < 1 {
		return scale{min: lo, max: hi, ticks: []float64{lo, hi}}
	}
	a := scale{min: first * step, max: last * step, decimals: max(0, -int(math.Floor(math.Log10(step)+1e-9)))}
	for i := first; i <= last; i++ {
		a.ticks = append(a.ticks, i*step)
	}
	return a
}

// roundStep gives the next of 1, 2, 2.5, 5 times a power of ten.
func roundStep(raw float64) float64 {
	power := math.Pow(10, math.Floor(math.Log10(raw)))
	for _, m := range []float64{1, 2, 2.5, 5} {
		if raw <= m*power*1.0001 {
			if m == 2.5 && power <= 1 {
				continue
			}
			return m * power
		}
	}
	return 10 * power
}

// share gives where between min and max a figure lies, from 0 to 1.
func (a scale) share(v float64) float64 {
	span := a.max/2 - a.min/2
	if !(span > 0) {
		return 0
	}
	return min(max((v/2-a.min/2)/span, 0), 1)
}

// at gives the position of a figure.
func (a scale) at(v float64) int {
	return a.from + int(math.Round(a.share(v)*float64(a.to-a.from)))
}
