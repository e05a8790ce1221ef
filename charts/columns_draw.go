package charts

import "github.com/wcharczuk/go-chart/v2/drawing"

const (
	columnText = 12
	nameLines  = 3
	onColumn   = 32 // what number and sign need above the highest column
)

func (g Columns) draw(s *sheet) {
	switch {
	case len(g.Groups) == 0 || len(g.Names) == 0:
		s.nothing("")
		return
	case g.upright(s):
		g.stand(s)
	case len(g.Names) == 1:
		g.bars().draw(s)
		return
	default:
		g.lie(s)
	}
	if len(g.Names) > 1 {
		for j, name := range g.Names {
			s.keys.add(clean(name), func(x, y, w, h int) { s.dot(Confirmed, j, x+w/2, y+h/2, 5, s.series[j]) })
		}
		s.keys.next()
	}
	s.keyBands(g.values())
	s.keyStates(g.values(), s.sample)
	s.keyZero(g.values())
}

// pitch is the width of a group that stands, and of each of its columns.
func (g Columns) pitch(s *sheet) (group, column int) {
	group = (s.inner() - s.tickRoom(g.axis())) / len(g.Groups)
	return group, min((group-12)/len(g.Names), 72)
}

// upright tells whether every name fits under its group and every number over
// its column.
func (g Columns) upright(s *sheet) bool {
	group, column := g.pitch(s)
	for _, x := range g.Groups {
		name := clean(x.Label)
		lines := wrap(name, columnText, group-6, nameLines+1)
		if len(lines) > nameLines || hasCut(lines) || name == "" && x.Goal == 0 {
			return false
		}
		for _, v := range x.Values {
			if v.State.HasNumber() && room(s.number(v, g.Decimals), columnText) > column+4 || column < 18 {
				return false
			}
		}
	}
	return true
}

func (g Columns) stand(s *sheet) {
	a := g.axis()
	from := s.margin + s.tickRoom(a)
	group, column := g.pitch(s)
	below := 0
	if len(numbers(g.values())) > 0 && a.min < 0 {
		below = onColumn
	}
	top := s.y + onColumn
	bottom := top + s.tall(240)
	a.from, a.to = bottom-below, top
	s.risingAxis(a, from, s.width-s.margin)
	lowest := bottom
	for i, x := range g.Groups {
		middle := from + i*group + group/2
		left := middle - column*len(g.Names)/2
		for j, v := range x.Values {
			s.column(a, v, g.Decimals, left+j*column+2, column-4, g.ink(s, j, v))
			if len(g.Names) > 1 {
				s.dot(Confirmed, j, left+j*column+column/2, bottom+12, 4, s.series[j])
			}
		}
		lowest = max(lowest, g.nameBelow(s, x, middle, bottom, group))
	}
	for i, r := range g.References {
		dash := dashOfLine(i)
		s.line(s.ink, 2, dash, from, a.at(r.Value), s.width-s.margin, a.at(r.Value))
		words := clean(r.Label) + ": " + s.said(r.Value, g.Decimals)
		s.keys.add(words, func(x, y, w, h int) { s.line(s.ink, 2, dash, x, y+h/2, x+w, y+h/2) })
	}
	s.keys.next()
	s.raise()
	s.y = lowest
}

// dashOfLine tells reference lines that have a key apart.
func dashOfLine(i int) []float64 {
	return [][]float64{{6, 3}, {2, 3}, {12, 4}, {1, 5}}[i%4]
}

// nameBelow writes the name of a group under it and gives where that ends.
func (g Columns) nameBelow(s *sheet, x Group, middle, bottom, width int) int {
	y := bottom + 8
	if len(g.Names) > 1 {
		y += 14
	}
	if x.Goal > 0 {
		s.goal(x.Goal, middle-9, y, 18)
		y += 20
	}
	for _, line := range wrap(clean(x.Label), columnText, width-6, nameLines) {
		y += 14
		s.text(middle, y, columnText, s.ink, "middle", line, "")
	}
	return y + 4
}

// ink is the colour of a series, or of a figure's band where there is one series.
func (g Columns) ink(s *sheet, series int, v Value) drawing.Color {
	if len(g.Names) == 1 {
		return s.of(v)
	}
	return s.series[series]
}

// column draws one bar that stands, or what stands for it, with its number above it.
func (s *sheet) column(a scale, v Value, decimals, x, w int, c drawing.Color) {
	zero := a.at(0)
	if !v.State.HasNumber() {
		s.absent(v.State, x, zero-30, w, 30)
		return
	}
	end := a.at(v.Number)
	s.columnFrom(v, x, zero, end, w, c)
	sign, number := end-11, end-6
	if v.Band != "" {
		number = end - 21
	}
	if v.Number < 0 {
		sign, number = end+11, end+14+(end-6-number)
	}
	s.sign(v, x+w/2, sign)
	s.label(x+w/2, number, columnText, s.ink, "middle", s.number(v, decimals), "")
}

// columnFrom draws the bar between zero and its end.
func (s *sheet) columnFrom(v Value, x, zero, end, w int, c drawing.Color) {
	switch {
	case v.Number == 0:
		s.rect(x, zero-1, w, 3, c)
	case end == zero: // too small to show: a hair, so that it is not taken for zero
		s.rect(x, zero-2, w, 1, c)
	default:
		s.bar(v, x, min(zero, end), w, max(zero-end, end-zero), c)
	}
}

// lie draws groups of several level bars, the name of the group beside or above.
func (g Columns) lie(s *sheet) {
	labels := make([]rowLabel, len(g.Groups))
	before, after := 14, 0
	for i, x := range g.Groups {
		labels[i] = rowLabel{x.Label, x.Goal}
		for _, v := range x.Values {
			after = max(after, s.endWidth(v, g.Decimals))
			if v.State.HasNumber() && v.Number < 0 {
				before = max(before, 14+s.endWidth(v, g.Decimals))
			}
		}
	}
	f := s.rowsFor(labels, before, after)
	f.height += 22*len(g.Names) - f.bar
	f.bar = 22 * len(g.Names)
	a := g.axis()
	a.from, a.to = f.from, f.to
	refs := s.placeReferences(a, g.References, g.Decimals)
	top := s.y
	bottom := top + f.height*len(g.Groups) + 4
	s.levelAxis(a, top, bottom)
	for i, x := range g.Groups {
		y := s.rowName(f, labels[i], s.y)
		for j, v := range x.Values {
			s.dot(Confirmed, j, f.from-before+6, y+22*j+10, 4, s.series[j])
			s.figure(a, v, g.Decimals, y+22*j+1, 18, s.series[j])
		}
		s.y += f.height
	}
	s.drawReferences(refs, bottom)
	s.raise()
	s.y = bottom + 20
}
