package charts

import (
	"fmt"
	"math"
)

// Point is a place: to the right and up in the plane, or degrees east and north.
type Point struct{ X, Y float64 }

// Area is one area of a Map. Its rings may be open or closed, and run either way.
type Area struct {
	Code  string // such as a municipality number; no two areas have the same
	Label string
	Outer [][]Point // one ring for each piece of land
	Holes [][]Point
	Value Value
	Own   bool // drawn within a thick line
}

// Map shows one figure per area by the colour and pattern of its band, or as
// unjudged; names stand where there is room for them, the others in the table.
type Map struct {
	Text
	AreasAre string // what an area is, such as "Kommune"
	CodesAre string // what a code is, such as "Kommunenummer"; empty leaves codes out of the table
	Degrees  bool   // points are longitude and latitude
	Decimals int
	Areas    []Area
}

// maxPointsOfMap is how many points all rings together may have.
const maxPointsOfMap = 500_000

func (m Map) check(c *checker) {
	c.common(m.Text, m.Decimals)
	c.atMost("areas", len(m.Areas), maxRows)
	points, seen := 0, map[string]bool{}
	for i, x := range m.Areas {
		path := fmt.Sprintf("areas.%d", i)
		c.value(path, x.Value)
		if x.Code == "" || seen[x.Code] {
			c.bad(path+".code", "not_unique")
		}
		seen[x.Code] = true
		for j, ring := range x.rings() {
			points += len(ring)
			if !m.drawable(ring) {
				c.bad(fmt.Sprintf("%s.rings.%d", path, j), "not_a_ring")
			}
		}
	}
	c.atMost("areas", points, maxPointsOfMap)
}

// rings are the outer ones and then the holes.
func (x Area) rings() [][]Point {
	return append(x.Outer[:len(x.Outer):len(x.Outer)], x.Holes...)
}

// drawable tells whether a ring has three finite points, each of them on earth
// where they are degrees.
func (m Map) drawable(ring []Point) bool {
	x, y := math.MaxFloat64/4, math.MaxFloat64/4
	if m.Degrees {
		x, y = 180, 90
	}
	for _, p := range ring {
		if !(math.Abs(p.X) <= x && math.Abs(p.Y) <= y) {
			return false
		}
	}
	return len(ring) > 2
}

func (m Map) values() []Value { return m.bars().values() }

// bars are the same figures without their places.
func (m Map) bars() Bars {
	b := Bars{Text: m.Text, Rows: m.AreasAre, Decimals: m.Decimals}
	for _, x := range m.Areas {
		b.Bars = append(b.Bars, Bar{Label: x.Label, Value: x.Value})
	}
	return b
}

// Table has one row per area.
func (m Map) Table() Table {
	t := m.bars().Table()
	if m.CodesAre == "" {
		return t
	}
	t.Columns = append([]Column{{Name: clean(m.CodesAre)}}, t.Columns...)
	for i, x := range m.Areas {
		t.Rows[i] = append([]Cell{textCell(x.Code)}, t.Rows[i]...)
	}
	return t
}

// Summary says which areas are highest and lowest, the median, how the bands are
// spread, and what is missing.
func (m Map) Summary() string {
	t, values := m.teller(m.Decimals), m.values()
	t.extremesOf(values, func(i int) string { return m.Areas[i].Label })
	t.spreadOver(values)
	t.reservations(values, t.municipalities)
	return t.String()
}
