package charts

import "math"

// Radar shows what a Dumbbell shows as two lines around a centre: a shape to
// recognise, where distances are harder to read than along one axis. It is for
// those who ask for it. A line breaks where a figure is missing.
type Radar struct{ Dumbbell }

const spokeMark = 9 // half the side of the mark at the end of a spoke

// wheel is where a Radar is drawn.
type wheel struct {
	x, y   int
	radius int
	a      scale
	spokes int
}

// at gives a point so far out on a spoke, the first of which points upwards.
func (w wheel) at(spoke, distance int) (x, y int) {
	sin, cos := math.Sincos(2 * math.Pi * float64(spoke) / float64(w.spokes))
	return w.x + int(math.Round(sin*float64(distance))), w.y - int(math.Round(cos*float64(distance)))
}

func (r Radar) draw(s *sheet) {
	if len(numbers(r.values())) == 0 {
		_, why := r.teller(0).reasons(countStates(r.values()))
		s.nothing(upperFirst(why))
		return
	}
	side := min(s.tall(min(s.inner(), 480)), s.inner())
	w := wheel{x: s.width / 2, y: s.y + side/2 + 8, radius: side/2 - 3*spokeMark - 8, spokes: len(r.Pairs),
		a: axis(append(numbers(r.values()), r.Max), true, 4)}
	w.a.to = w.radius
	r.net(s, w)
	r.around(s, w, 1, func(p Pair) Value { return p.Other })
	r.around(s, w, 0, func(p Pair) Value { return p.One })
	s.raise()
	s.y += side + 16
	r.keys(s)
}

// net draws a ring at each tick, a spoke for each row, and what the rows are.
func (r Radar) net(s *sheet, w wheel) {
	for i := range w.a.ticks {
		t := w.a.ticks[len(w.a.ticks)-1-i]
		c := s.grid
		if t == 0 && w.a.min < 0 {
			c = s.axis
		}
		if at := w.a.at(t); at > 0 {
			s.circle(w.x, w.y, float64(at), s.surface, c, 1)
		}
	}
	for i, p := range r.Pairs {
		x, y := w.at(i, w.radius)
		s.line(s.grid, 1, nil, w.x, w.y, x, y)
		x, y = w.at(i, w.radius+2*spokeMark)
		if !p.One.State.HasNumber() {
			missingX, missingY := w.at(i, w.radius-spokeMark)
			s.above(func() {
				s.rect(missingX-13, missingY-8, 26, 16, s.surface)
				s.absent(p.One.State, missingX-13, missingY-8, 26, 16)
			})
		}
		if p.Goal > 0 {
			s.goal(p.Goal, x-spokeMark, y-spokeMark, 2*spokeMark)
			continue
		}
		s.text(x, y+5, endSize, s.ink, "middle", Format(float64(i+1), 0, s.lang), "")
	}
	for _, t := range w.a.ticks {
		x, y := w.at(0, w.a.at(t))
		s.label(x-6, y+4, 11, s.muted, "end", s.said(t, w.a.decimals), "")
	}
}

// around draws the line of one side with a point on each spoke.
func (r Radar) around(s *sheet, w wheel, side int, of func(Pair) Value) {
	c, dash := s.series[side], []float64(nil)
	if side > 0 {
		dash = []float64{6, 4}
	}
	for i, p := range r.Pairs {
		v, next := of(p), of(r.Pairs[(i+1)%len(r.Pairs)])
		if !v.State.HasNumber() {
			continue
		}
		x, y := w.at(i, w.a.at(v.Number))
		if next.State.HasNumber() && len(r.Pairs) > 1 {
			toX, toY := w.at(i+1, w.a.at(next.Number))
			s.line(c, 2.5-float64(side)/2, dash, x, y, toX, toY)
		}
		s.above(func() { s.dot(v.State, side, x, y, 4, c) })
	}
}

func (r Radar) keys(s *sheet) {
	for side, name := range []string{r.OneName, upperFirst(clean(r.OtherName))} {
		s.keys.add(clean(name), func(x, y, w, h int) {
			dash := []float64(nil)
			if side > 0 {
				dash = []float64{6, 4}
			}
			s.line(s.series[side], 2.5-float64(side)/2, dash, x, y+h/2, x+w, y+h/2)
			s.dot(Confirmed, side, x+w/2, y+h/2, 4, s.series[side])
		})
	}
	var own []Value
	for _, p := range r.Pairs {
		own = append(own, p.One)
	}
	s.keyStates(own, s.dotSample)
	s.keys.next()
	for i, p := range r.Pairs {
		switch name := clean(p.Label); {
		case name == "":
		case p.Goal > 0:
			s.keyGoal(p.Goal, name)
		default:
			number := Format(float64(i+1), 0, s.lang)
			s.keys.add(name, func(x, y, w, _ int) { s.text(x+w/2, y+12, endSize, s.ink, "middle", number, "") })
		}
	}
}
