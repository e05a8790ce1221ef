package charts

import (
	"fmt"
	"math"
	"strconv"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

// Pair is one row of a Dumbbell: the figure of one and of what it is compared
// with.
type Pair struct {
	Label string
	Goal  int
	One   Value
	Other Value
}

// Dumbbell compares one with another, such as a municipality with its region,
// goal by goal: two points on a line that shows the distance between them.
type Dumbbell struct {
	Text
	Rows      string  // what a row is, such as "Mål"
	OneName   string  // such as "Gol"
	OtherName string  // as within a sentence, such as "snittet i regionen"
	Max       float64 // reach of the axis; 0 leaves it to the figures
	Decimals  int
	Pairs     []Pair
}

func (d Dumbbell) check(c *checker) {
	c.common(d.Text, d.Decimals)
	c.number("max", d.Max)
	c.atMost("pairs", len(d.Pairs), maxRows)
	for i, p := range d.Pairs {
		path := fmt.Sprintf("pairs.%d", i)
		c.goal(path+".goal", p.Goal)
		c.value(path+".one", p.One)
		c.value(path+".other", p.Other)
	}
}

func (d Dumbbell) values() []Value {
	var out []Value
	for _, p := range d.Pairs {
		out = append(out, p.One, p.Other)
	}
	return out
}

// Table has one row per pair.
func (d Dumbbell) Table() Table {
	t := d.Text.table(Column{Name: orElse(d.Rows, wordsOf(d.lang()).name)},
		Column{Name: clean(d.OneName), Numeric: true}, Column{Name: upperFirst(clean(d.OtherName)), Numeric: true})
	for _, p := range d.Pairs {
		t.Rows = append(t.Rows, []Cell{textCell(goalName(p.Label, p.Goal, d.lang())),
			d.valueCell(p.One, d.Decimals), d.valueCell(p.Other, d.Decimals)})
	}
	return t
}

// Summary says how often one lies above the other, where the distance is
// largest, and what is missing.
func (d Dumbbell) Summary() string {
	t := d.teller(d.Decimals)
	things := t.municipalities
	var above, below, level int
	var widest *Pair
	gap := 0.0
	ones := make([]Value, len(d.Pairs))
	for i, p := range d.Pairs {
		ones[i] = p.One
		if p.Goal > 0 {
			things = t.goals
		}
		if !p.One.State.HasNumber() || !p.Other.State.HasNumber() {
			continue
		}
		one, other := Round(p.One.Number, d.Decimals), Round(p.Other.Number, d.Decimals)
		switch {
		case one > other:
			above++
		case one < other:
			below++
		default:
			level++
		}
		if g := math.Abs(one/2 - other/2); g > gap {
			gap, widest = g, &d.Pairs[i]
		}
	}
	if above+below+level == 0 {
		t.extremesOf(ones, func(i int) string { return t.rowName(d.Pairs[i].Label, d.Pairs[i].Goal) })
	}
	d.sayGaps(t, above, below, level, things)
	if widest != nil {
		t.say(t.largestGap, t.rowName(widest.Label, widest.Goal), t.number(widest.One.Number), t.figure(widest.Other.Number))
	}
	t.reservations(ones, things)
	return t.String()
}

// sayGaps says on how many rows one is above, below and level with the other,
// leaving out what is on none.
func (d Dumbbell) sayGaps(t *teller, above, below, level int, things string) {
	of := strconv.Itoa(above+below+level) + " " + things
	var parts []string
	for _, c := range []struct {
		n           int
		first, rest string
	}{{above, t.above, t.alsoAbove}, {below, t.below, t.alsoBelow}, {level, t.level, t.alsoLevel}} {
		switch {
		case c.n == 0:
		case len(parts) == 0:
			parts = append(parts, fmt.Sprintf(c.first, clean(d.OneName), clean(d.OtherName), c.n, of))
		default:
			parts = append(parts, fmt.Sprintf(c.rest, c.n))
		}
	}
	if len(parts) > 0 {
		t.say("%s.", list(parts, t.lang))
	}
}

func (d Dumbbell) draw(s *sheet) {
	if len(d.Pairs) == 0 {
		s.nothing("")
		return
	}
	labels := make([]rowLabel, len(d.Pairs))
	a := axis(append(numbers(d.values()), d.Max), true, 5)
	before, after := 0, 0
	for i, p := range d.Pairs {
		labels[i] = rowLabel{p.Label, p.Goal}
		for _, v := range []Value{p.One, p.Other} {
			// Far from its end of the axis, a number needs no room outside it.
			along := int(a.share(v.Number) * float64(s.inner()) / 2)
			before = max(before, s.pointRoom(v, d.Decimals)-along)
			after = max(after, s.pointRoom(v, d.Decimals)-s.inner()/2+along)
		}
	}
	f := s.rowsFor(labels, before, after)
	a.from, a.to = f.from, f.to
	d.drawNames(s)
	top, bottom := s.y, s.y+f.height*len(d.Pairs)+4
	s.levelAxis(a, top, bottom)
	for i, p := range d.Pairs {
		y := s.rowName(f, labels[i], s.y)
		d.pair(s, a, p, y+f.bar/2)
		s.y += f.height
	}
	s.raise()
	s.y = bottom + 20
	s.keyBands(d.values())
	s.keyStates(d.values(), s.dotSample)
}

// drawNames says above the plot which point is whose.
func (d Dumbbell) drawNames(s *sheet) {
	x := s.margin + 7
	half := s.inner()/2 - 30
	one := cut(clean(d.OneName), 14, half)
	s.dot(Confirmed, 0, x, s.y+2, 6, s.accent)
	s.text(x+14, s.y+7, 14, s.ink, "start", one, "")
	x += 14 + room(one, 14) + 26
	s.dot(Confirmed, 1, x, s.y+2, 6, s.quiet)
	s.text(x+14, s.y+7, 14, s.ink, "start", cut(upperFirst(clean(d.OtherName)), 14, half), "")
	s.y += 26
}

// pair draws one row: numbers stand on the outer sides of the points, what is
// missing is said at the zero line.
func (d Dumbbell) pair(s *sheet, a scale, p Pair, y int) {
	one, other := p.One.State.HasNumber(), p.Other.State.HasNumber()
	if one && other {
		s.line(s.quiet, 3, nil, a.at(p.One.Number), y, a.at(p.Other.Number), y)
	}
	oneRight := !other || p.One.Number >= p.Other.Number
	if other {
		s.dot(p.Other.State, 1, a.at(p.Other.Number), y, 6, s.quiet)
		p.Other.Band = ""
		s.pointNumber(p.Other, d.Decimals, a.at(p.Other.Number), y, one && !oneRight || !one, s.muted)
	}
	if one {
		s.dot(p.One.State, 0, a.at(p.One.Number), y, 6, s.of(p.One))
		s.pointNumber(p.One, d.Decimals, a.at(p.One.Number), y, oneRight, s.ink)
	}
	if !one {
		s.lacking(a, p.One.State, y, d.OneName, p.Other, s.pointRoom(p.Other, d.Decimals))
	}
	if !other && one {
		s.lacking(a, p.Other.State, y, upperFirst(d.OtherName), p.One, s.pointRoom(p.One, d.Decimals))
	}
}

// pointNumber writes the number of a point to its right or left, its sign
// beyond it.
func (s *sheet) pointNumber(v Value, decimals, x, y int, right bool, c drawing.Color) {
	text := s.number(v, decimals)
	beyond := 12 + room(text, baseSize) + 10
	if right {
		s.label(x+12, y+5, baseSize, c, "start", text, "")
		s.sign(v, x+beyond, y)
		return
	}
	s.label(x-12, y+5, baseSize, c, "end", text, "")
	s.sign(v, x-beyond, y)
}

// pointRoom is what the number of a point needs beside it.
func (s *sheet) pointRoom(v Value, decimals int) int {
	if !v.State.HasNumber() {
		return 0
	}
	return 12 + room(s.number(v, decimals), baseSize) + signWidth(v) + 6
}

// lacking says which of two points is missing and why, on the side of the
// other one, shown at x and needing some room, where there is more space. Where
// the words do not fit, the sign stands alone and the legend explains it.
func (s *sheet) lacking(a scale, st State, y int, who string, other Value, need int) {
	const box = 30
	edge := s.width - s.margin
	left, width := a.at(0)+6, edge-a.at(0)-6
	if other.State.HasNumber() {
		x := a.at(other.Number)
		right := edge - x - need - 8
		width = x - left - 16
		if right > width {
			left, width = x+need+8, right
		}
	}
	s.absent(st, left, y-9, box, 18)
	text := clean(who) + ": " + lowerFirst(s.words.states[st])
	if box+8+room(text, 13) <= width {
		s.label(left+box+8, y+5, 13, s.muted, "start", text, "")
	}
}
