package charts

import (
	"fmt"
	"slices"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

// Bar is one row of Bars.
type Bar struct {
	Label string
	Goal  int // 1 to 17 puts the goal's square in front; 0 for none
	Value Value
}

// Bars compares one figure per goal or per municipality as level bars from
// zero, in the order given.
type Bars struct {
	Text
	Rows       string  // what a row is, such as "Kommune"; heads the table's first column
	Max        float64 // reach of the axis, such as 100 for scores; 0 leaves it to the figures
	Decimals   int
	Bars       []Bar
	References []Reference
}

func (b Bars) check(c *checker) {
	c.common(b.Text, b.Decimals)
	c.number("max", b.Max)
	c.atMost("bars", len(b.Bars), maxRows)
	for i, x := range b.Bars {
		c.goal(fmt.Sprintf("bars.%d.goal", i), x.Goal)
		c.value(fmt.Sprintf("bars.%d", i), x.Value)
	}
	c.references(b.References)
}

func (b Bars) values() []Value {
	out := make([]Value, len(b.Bars))
	for i, x := range b.Bars {
		out[i] = x.Value
	}
	return out
}

// Table has one row per bar, then the reference lines.
func (b Bars) Table() Table {
	w := wordsOf(b.lang())
	t := b.Text.table(Column{Name: orElse(b.Rows, w.name)}, Column{Name: w.value, Numeric: true})
	for _, x := range b.Bars {
		t.Rows = append(t.Rows, []Cell{textCell(goalName(x.Label, x.Goal, b.lang())), b.valueCell(x.Value, b.Decimals)})
	}
	for _, r := range b.References {
		t.Rows = append(t.Rows, []Cell{textCell(r.Label), b.figureCell(r.Value, b.Decimals)})
	}
	return t
}

// Summary says who is highest and lowest, the median, the reference lines and
// what is missing.
func (b Bars) Summary() string {
	t := b.teller(b.Decimals)
	things := t.municipalities
	if slices.ContainsFunc(b.Bars, func(x Bar) bool { return x.Goal > 0 }) {
		things = t.goals
	}
	if t.extremesOf(b.values(), func(i int) string { return t.rowName(b.Bars[i].Label, b.Bars[i].Goal) }) {
		t.against(b.References)
	}
	t.reservations(b.values(), things)
	return t.String()
}

func (b Bars) draw(s *sheet) {
	if len(b.Bars) == 0 {
		s.nothing("")
		return
	}
	values := b.values()
	labels := make([]rowLabel, len(b.Bars))
	before, after := 0, 0
	for i, x := range b.Bars {
		labels[i] = rowLabel{x.Label, x.Goal}
		after = max(after, s.endWidth(x.Value, b.Decimals))
		if x.Value.State.HasNumber() && x.Value.Number < 0 {
			before = max(before, s.endWidth(x.Value, b.Decimals))
		}
	}
	f := s.rowsFor(labels, before, after)
	figures := append(numbers(values), b.Max)
	for _, r := range b.References {
		figures = append(figures, r.Value)
	}
	a := axis(figures, true, 5)
	a.from, a.to = f.from, f.to
	refs := s.placeReferences(a, b.References, b.Decimals)
	top := s.y
	bottom := top + f.height*len(b.Bars) + 4
	s.levelAxis(a, top, bottom)
	for i, x := range b.Bars {
		y := s.rowName(f, labels[i], s.y)
		s.figure(a, x.Value, b.Decimals, y, f.bar, s.of(x.Value))
		s.y += f.height
	}
	s.drawReferences(refs, bottom)
	s.raise()
	s.y = bottom + 20
	s.keyBands(values)
	s.keyNumbers(values, s.sample)
	s.keyZero(values)
}

// figure draws one bar, or what stands for it, with its number at the end.
func (s *sheet) figure(a scale, v Value, decimals, y, h int, c drawing.Color) {
	zero, middle := a.at(0), y+h/2+5
	if !v.State.HasNumber() {
		s.absent(v.State, zero+4, y, 34, h)
		s.label(zero+46, middle, baseSize, s.muted, "start", cut(s.words.states[v.State], baseSize, s.width-s.margin-zero-46), "")
		return
	}
	end := a.at(v.Number)
	switch {
	case v.Number == 0:
		s.rect(zero-1, y, 3, h, c)
	case end == zero: // too small to show: a hair, so that it is not taken for zero
		s.rect(zero+1, y, 1, h, c)
	case end > zero:
		s.bar(v, zero, y, end-zero, h, c)
	default:
		s.bar(v, end, y, zero-end, h, c)
	}
	text := s.number(v, decimals)
	if v.Number < 0 {
		s.sign(v, end-15, y+h/2)
		s.label(end-8-signWidth(v), middle, baseSize, s.ink, "end", text, "")
		return
	}
	s.sign(v, end+15, y+h/2)
	s.label(end+8+signWidth(v), middle, baseSize, s.ink, "start", text, "")
}

// number writes a figure; an uncertain one is marked as about right.
func (s *sheet) number(v Value, decimals int) string {
	n := s.said(v.Number, decimals)
	if v.State == Uncertain {
		return "≈" + n
	}
	return n
}

// sign draws the band of a figure beside it, above lines that pass.
func (s *sheet) sign(v Value, x, y int) {
	if v.Band == "" {
		return
	}
	s.above(func() {
		s.circle(x, y, 8, s.surface, s.surface, 0)
		s.band(v.Band, x, y, 6.5, s.of(v), s.surface)
	})
}

func signWidth(v Value) int {
	if v.Band == "" {
		return 0
	}
	return 19
}

// endWidth is what the number at the end of a bar needs.
func (s *sheet) endWidth(v Value, decimals int) int {
	if !v.State.HasNumber() {
		return 0
	}
	return room(s.number(v, decimals), baseSize) + signWidth(v) + 10
}

func orElse(s, other string) string {
	if s == "" {
		return other
	}
	return clean(s)
}

// goalName puts the number of a goal before its name.
func goalName(label string, goal int, lang Lang) string {
	if goal == 0 {
		return label
	}
	return clean(fmt.Sprintf(wordsOf(lang).goal, goal) + " " + label)
}
