package charts

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"
)

// country has rows of areas over degrees, each border wavy and with so many
// points; every seventh has an island, and the first a hole.
func country(rows, columns, points int) Map {
	m := Map{Text: about("Hvor i landet er målet nådd?", "Poeng for mål 13", "poeng (0–100)", "2025", rows*columns), AreasAre: "Kommune", CodesAre: "Kommunenummer", Degrees: true}
	corner := func(i, j int) Point {
		return Point{5 + 20*float64(j)/float64(columns) + 0.2*math.Sin(float64(i*3+j)), 58 + 13*float64(i)/float64(rows) + 0.1*math.Cos(float64(i+j*5))}
	}
	border := func(a, b Point) (way []Point) {
		for k := range points {
			f := float64(k) / float64(points)
			wave := 0.05 * math.Sin(8*math.Pi*f)
			way = append(way, Point{a.X + (b.X-a.X)*f + wave, a.Y + (b.Y-a.Y)*f + wave/2})
		}
		return way
	}
	for n := range rows * columns {
		i, j := n/columns, n%columns
		around := []Point{corner(i, j), corner(i, j+1), corner(i+1, j+1), corner(i+1, j)}
		x := Area{Code: fmt.Sprint(1000 + n), Label: letterName(n), Own: n == 4, Value: allStates[n%17]}
		var ring []Point
		for k, p := range around {
			ring = append(ring, border(p, around[(k+1)%4])...)
		}
		x.Outer = [][]Point{ring}
		middle := Point{(around[0].X + around[2].X) / 2, (around[0].Y + around[2].Y) / 2}
		small := []Point{middle, {middle.X + 0.1, middle.Y}, {middle.X + 0.1, middle.Y + 0.1}}
		if n == 0 {
			x.Holes = [][]Point{small}
		}
		if n%7 == 3 {
			x.Outer = append(x.Outer, []Point{{3, around[0].Y}, {3.3, around[0].Y}, {3.2, around[0].Y + 0.2}})
		}
		m.Areas = append(m.Areas, x)
	}
	return m
}

func letterName(n int) string {
	if n < len(latvian) {
		return latvian[n]
	}
	return fmt.Sprintf("Kommune %d", n)
}

// A map of a whole country, with borders as fine as surveys have them, stays small.
func TestMapOfACountryIsSmall(t *testing.T) {
	var out bytes.Buffer
	if err := Write(&out, country(21, 17, 250), SVG, Options{}); err != nil {
		t.Fatal(err)
	}
	if out.Len() > 500_000 {
		t.Errorf("%d bytes", out.Len())
	}
	t.Logf("%d bytes for 357 areas", out.Len())
}

// Both sides of a border have the same dots, so that no gap opens between them.
func TestBordersStillFit(t *testing.T) {
	square := func(code string, x float64, own bool) Area {
		ring := []Point{{x, 0}, {x + 10, 0}}
		for i := range 101 { // a fine border on the right
			ring = append(ring, Point{x + 10 + math.Sin(float64(i)), float64(i) / 10})
		}
		ring = append(ring, Point{x, 10})
		if own { // and the same, upwards, on the left
			ring = ring[:1]
			ring = append(ring, Point{x + 10, 0}, Point{x + 10, 10}, Point{x, 10})
			for i := range 101 {
				ring = append(ring, Point{x + math.Sin(float64(100-i)), float64(100-i) / 10})
			}
		}
		return Area{Code: code, Label: code, Outer: [][]Point{ring}, Value: has(1, "")}
	}
	m := Map{Areas: []Area{square("a", 0, false), square("b", 10, true)}}
	all, _ := m.outlines(0, 0, 800, 400)
	sides := map[int]map[dot]bool{0: {}, 1: {}}
	for _, o := range all {
		for _, d := range o.dots {
			sides[o.of][d] = true
		}
	}
	shared := 0
	for d := range sides[0] {
		if sides[1][d] {
			shared++
		}
	}
	if shared < 90 {
		t.Errorf("%d dots shared of %d and %d", shared, len(sides[0]), len(sides[1]))
	}
}

// A square of degrees in the north comes out as high as it is on the ground, about
// twice its width at 60 degrees.
func TestDegreesComeOutInTheirShape(t *testing.T) {
	m := Map{Degrees: true, Areas: []Area{{Code: "a", Outer: [][]Point{{{9.5, 59.5}, {10.5, 59.5}, {10.5, 60.5}, {9.5, 60.5}}}}}}
	low, high := m.bounds(m.plane())
	if ratio := (high.Y - low.Y) / (high.X - low.X); math.Abs(ratio-1.98) > 0.04 {
		t.Errorf("%.3f times as high as wide", ratio)
	}
}

// An area within another lies above it, whichever comes first.
func TestEnclaveLiesAbove(t *testing.T) {
	outer := Area{Code: "o", Outer: [][]Point{{{0, 0}, {9, 0}, {9, 9}, {0, 9}}}, Value: has(1, "")}
	inner := Area{Code: "i", Outer: [][]Point{{{3, 3}, {6, 3}, {6, 6}, {3, 6}}}, Value: has(1, "")}
	outer.Holes = inner.Outer
	for _, areas := range [][]Area{{outer, inner}, {inner, outer}} {
		all, _ := Map{Areas: areas}.outlines(0, 0, 90, 90)
		var order strings.Builder
		for _, o := range all {
			order.WriteString(areas[o.of].Code)
			if o.hole {
				order.WriteString(" hole ")
			}
		}
		if got := order.String(); got != "oo hole i" {
			t.Error(got)
		}
	}
}

// All bands and all states that an area may have look different without colour.
func TestAreasLookDifferentWithoutColour(t *testing.T) {
	seen := map[string]Value{}
	values := []Value{none(NoData), none(Withheld), from(Unconfirmed, 1, ""), from(Uncertain, 1, "")}
	for _, b := range bands {
		values = append(values, has(1, b))
	}
	for _, v := range values {
		m := Map{Areas: []Area{{Code: "a", Outer: [][]Point{{{0, 0}, {9, 0}, {9, 9}, {0, 9}}}, Value: v}}}
		look := drawnGrey(func(s *sheet) {
			all, _ := m.outlines(0, 0, 80, 80)
			m.land(s, all[0])
			s.mapPattern(v, [][]dot{all[0].dots})
		})
		if other, ok := seen[look]; ok {
			t.Errorf("%v looks like %v", v, other)
		}
		seen[look] = v
	}
}
