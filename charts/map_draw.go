package charts

import (
	"cmp"
	"math"
	"slices"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

const (
	mapHigh  = 760 // at most
	mapText  = 11
	smallest = 8 // twice what a ring must cover to be drawn where it is not all of its area
)

func (m Map) draw(s *sheet) {
	if low, high := m.bounds(func(p Point) Point { return p }); low.X > high.X {
		s.nothing("")
		return
	}
	all, height := m.outlines(s.margin, s.y, s.inner(), s.tall(mapHigh))
	rings := make([][][]dot, len(m.Areas))
	drawn := make([]bool, len(m.Areas))
	for _, o := range all {
		if o.area < smallest && drawn[o.of] || len(o.dots) == 0 {
			continue
		}
		m.land(s, o)
		if !o.hole {
			drawn[o.of] = true
		}
		rings[o.of] = append(rings[o.of], o.dots)
	}
	for i, x := range m.Areas {
		s.mapPattern(x.Value, rings[i])
	}
	for i, x := range m.Areas {
		if x.Own {
			for _, ring := range rings[i] {
				s.line(s.ink, 3, nil, flat(append(ring, ring[0]))...)
			}
		}
	}
	var taken []place
	for i, x := range m.Areas {
		taken = m.name(s, x, rings[i], taken)
	}
	s.raise()
	s.y += height + 12
	m.keys(s)
}

// land fills one ring; what has become too small to have an inside is a square.
func (m Map) land(s *sheet, o outline) {
	v := m.Areas[o.of].Value
	fill, edge := s.of(v), s.surface
	switch {
	case o.hole:
		fill, edge = s.surface, s.missing
	case !v.State.HasNumber():
		fill, edge = s.seam, s.missing
	case v.State != Confirmed:
		fill = mix(fill, s.surface, 0.28)
		edge = s.of(v)
	}
	if len(o.dots) < 3 || o.area == 0 {
		if !o.hole {
			s.rect(o.dots[0].x-1, o.dots[0].y-1, 3, 3, fill)
		}
		return
	}
	s.shape(fill, edge, 1, flat(o.dots)...)
}

func flat(dots []dot) []int {
	out := make([]int, 0, 2*len(dots))
	for _, d := range dots {
		out = append(out, d.x, d.y)
	}
	return out
}

// mapPattern lays over an area what tells its band, as on bars, or its state:
// slanted lines where a figure comes from statistics, crossed ones where it is
// uncertain, slanted the other way where there is none.
func (s *sheet) mapPattern(v Value, rings [][]dot) {
	switch {
	case !v.State.HasNumber():
		step := 7
		if v.State == Suppressed || v.State == Withheld {
			step = 4
		}
		s.slanted(s.missing, 1, rings, step, -1)
	case v.State == Confirmed:
		s.mapTexture(v.Band, rings)
	default:
		s.slanted(s.of(v), 1, rings, 6, 1)
		if v.State == Uncertain {
			s.slanted(s.of(v), 1, rings, 6, -1)
		}
	}
}

// mapTexture is the pattern of a band over any shape.
func (s *sheet) mapTexture(b Band, rings [][]dot) {
	var lines [][4]int
	switch b {
	case Near:
		lines = hatched(rings, 9, func(d dot) dot { return dot{d.y, d.x} }, func(x, y int) dot { return dot{y, x} })
	case Behind:
		lines = hatched(rings, 6, same, func(x, y int) dot { return dot{x, y} })
	case Far:
		for _, l := range hatched(rings, 6, same, func(x, y int) dot { return dot{x, y} }) {
			for x := (l[0]/7+1)*7 + l[1]%4; x+2 <= l[2]; x += 7 {
				lines = append(lines, [4]int{x, l[1], x + 2, l[1]})
			}
		}
	}
	s.strokes(s.surface, 2-float64(len(b)%2), 0, 0, lines)
}

func same(d dot) dot { return d }

// slanted draws lines that fall to one side, 1, or the other, -1.
func (s *sheet) slanted(c drawing.Color, width float64, rings [][]dot, step, side int) {
	s.strokes(c, width, 0, 0, hatched(rings, step, func(d dot) dot { return dot{d.x, d.y + side*d.x} }, func(x, y int) dot { return dot{x, y - side*x} }))
}

// hatched gives lines within rings, so far apart: level ones in a plane that the
// rings are brought to, and back.
func hatched(rings [][]dot, step int, there func(dot) dot, back func(x, y int) dot) [][4]int {
	moved := make([][]dot, len(rings))
	low, high := math.MaxInt, math.MinInt
	for i, ring := range rings {
		for _, d := range ring {
			d = there(d)
			low, high = min(low, d.y), max(high, d.y)
			moved[i] = append(moved[i], d)
		}
	}
	var lines [][4]int
	if low > high {
		return nil
	}
	for y := low - (low%step+step)%step; y <= high; y += step {
		cuts := cutsOf(moved, float64(y)+0.01)
		for i := 0; i+1 < len(cuts); i += 2 {
			from, to := int(math.Ceil(cuts[i])), int(math.Floor(cuts[i+1]))
			if to > from {
				a, b := back(from, y), back(to, y)
				lines = append(lines, [4]int{a.x, a.y, b.x, b.y})
			}
		}
	}
	return lines
}

// name writes the name and the figure of an area, or the figure alone, on the
// level line nearest its middle that has room for it and no other text.
func (m Map) name(s *sheet, x Area, rings [][]dot, taken []place) []place {
	figure := s.words.short[x.Value.State]
	if x.Value.State.HasNumber() {
		figure = s.number(x.Value, m.Decimals)
	}
	lines := hatched(rings, 7, same, func(x, y int) dot { return dot{x, y} })
	if len(lines) == 0 {
		return taken
	}
	middle := (lines[0][1] + lines[len(lines)-1][1]) / 2
	slices.SortStableFunc(lines, func(a, b [4]int) int {
		return cmp.Compare(max(a[1]-middle, middle-a[1]), max(b[1]-middle, middle-b[1]))
	})
	for _, words := range []string{clean(x.Label) + " " + figure, figure} {
		need := room(words, mapText) + 6
		for _, l := range lines {
			at := (l[0] + l[2]) / 2
			box := place{at - need/2, l[1] - 9, need, 18}
			if l[2]-l[0] < need || touches(taken, box) || !wholly(rings, box) {
				continue
			}
			s.label(at, l[1]+4, mapText, s.ink, "middle", words, "")
			return append(taken, box)
		}
	}
	return taken
}

// wholly tells whether the upper and the lower edge of a box lie inside rings.
func wholly(rings [][]dot, box place) bool {
	for _, y := range []int{box.y, box.y + box.h} {
		cuts, inside := cutsOf(rings, float64(y)+0.01), false
		for i := 0; i+1 < len(cuts); i += 2 {
			inside = inside || cuts[i] <= float64(box.x) && cuts[i+1] >= float64(box.x+box.w)
		}
		if !inside {
			return false
		}
	}
	return true
}

func touches(taken []place, box place) bool {
	for _, t := range taken {
		if box.x < t.x+t.w && t.x < box.x+box.w && box.y < t.y+t.h && t.y < box.y+box.h {
			return true
		}
	}
	return false
}

// keys explains bands and states by what areas look like.
func (m Map) keys(s *sheet) {
	values := m.values()
	sample := func(v Value) func(x, y, w, h int) {
		return func(x, y, w, h int) {
			box := []dot{{x, y}, {x + w, y}, {x + w, y + h}, {x, y + h}}
			(Map{Areas: []Area{{Value: v}}}).land(s, outline{dots: box, area: 2 * w * h})
			s.mapPattern(v, [][]dot{box})
		}
	}
	for _, b := range bands {
		if countOf(values, b) > 0 {
			s.keys.add(s.words.bands[b], sample(Value{State: Confirmed, Band: b}))
		}
	}
	s.keys.next()
	occurs := occurring(values)
	for _, st := range states {
		switch {
		case !occurs[st] || st == Confirmed:
		case st.HasNumber():
			s.keys.add(s.words.states[st], sample(Value{State: st}))
		default:
			s.keys.add(s.words.states[st]+" ("+s.words.short[st]+")", sample(Value{State: st}))
		}
	}
}
