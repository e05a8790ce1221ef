package scoring

import (
	"cmp"
	"slices"
)

// Standing is the place of one observation in its comparison group. It says
// nothing of the distance to a target.
type Standing struct {
	Stamp
	Rank   int // 1 is best, equal values share a rank (1, 2, 2, 4); 0 without a value
	Of     int // how many of the group have a value
	Colour Colour
}

// smallestGroup is where a quarter is at least one.
const smallestGroup = 4

// Rank places the observations of one indicator, all of one comparison group,
// among each other; the result stands in their order. A rank within the best
// quarter of those with a value is green, within the worst quarter, counted from
// the other end, red, and in between yellow (the open comparisons of SKR, the
// Swedish municipalities' association). Equal values get equal colours; so many
// equal ones that both quarters claim them are yellow. What has no value is grey,
// and so are all in a group of fewer than four with a value.
func Rank(scale *Scale, group []Observation) []Standing {
	list := make([]Standing, len(group))
	var order []int
	for i, o := range group {
		list[i] = Standing{Stamp: rankStamp, Colour: Grey}
		if o.Missing == Present && finite(o.Value) {
			order = append(order, i)
		}
	}
	at := func(place int) float64 { return scale.place(group[order[place]].Value) }
	slices.SortFunc(order, func(a, b int) int {
		return cmp.Compare(scale.place(group[b].Value), scale.place(group[a].Value))
	})
	n := len(order)
	for from := 0; from < n; {
		to := from + 1
		for to < n && at(to) == at(from) {
			to++
		}
		for _, i := range order[from:to] {
			list[i].Rank, list[i].Colour = from+1, quarter(from+1, n-to+1, n)
		}
		from = to
	}
	for i := range list {
		list[i].Of = n
	}
	return list
}

// quarter gives the colour of a rank from the best and from the worst end.
func quarter(best, worst, n int) Colour {
	top, bottom := 4*best <= n, 4*worst <= n
	switch {
	case n < smallestGroup:
		return Grey
	case top == bottom:
		return Yellow
	case top:
		return Green
	}
	return Red
}
