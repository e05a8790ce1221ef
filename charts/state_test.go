package charts

import (
	"bytes"
	"regexp"
	"strings"
	"testing"
)

var colours = regexp.MustCompile(`#[0-9a-f]{6}`)

// drawnGrey gives the shapes that draw makes, with all colours
// but the background's made one.
func drawnGrey(draw func(s *sheet)) string {
	s := newSheet(Text{}, Options{Pattern: true})
	draw(s)
	s.raise()
	v := newVector(s.width, 100, "x", "", "")
	s.play(v, 1, 0, 100)
	return colours.ReplaceAllString(strings.ReplaceAll(string(v.body), "#ffffff", "paper"), "ink")
}

// What is confirmed, not confirmed, uncertain, zero, too small to see and
// missing for any reason can be told apart without colour and without words.
func TestStatesLookDifferentWithoutColour(t *testing.T) {
	values := map[string]Value{"zero": has(0, ""), "tiny": has(1e-9, "")}
	for _, st := range states {
		values[string(st)] = Value{Number: 50, State: st}
	}
	marks := map[string]func(s *sheet, v Value){
		"bar": func(s *sheet, v Value) {
			a := axis([]float64{0, 100}, true, 5)
			a.from, a.to = 100, 300
			s.figure(a, v, 0, 10, 20, s.of(v))
			s.labels = nil // the number and the words
		},
		"cell": func(s *sheet, v Value) { s.cell(v, 0, 10, 10, 50, 26) },
		"point": func(s *sheet, v Value) {
			if v.Number == 50 {
				s.dotSample(v, 10, 10, 26, 16)
				return
			}
			s.cell(v, 9, 10, 10, 50, 26) // points show zero by their place and number
		},
	}
	for mark, draw := range marks {
		seen := map[string]string{}
		for name, v := range values {
			look := drawnGrey(func(s *sheet) { draw(s, v) })
			if other, ok := seen[look]; ok && mark == "bar" || ok && name != "tiny" && other != "tiny" {
				t.Errorf("%s: %s looks like %s", mark, name, other)
			}
			seen[look] = name
		}
	}
}

func TestBandsLookDifferentWithoutColour(t *testing.T) {
	for mark, draw := range map[string]func(s *sheet, b Band){
		"sign":    func(s *sheet, b Band) { s.band(b, 20, 20, 6.5, s.ink, s.surface) },
		"pattern": func(s *sheet, b Band) { s.bar(has(1, b), 10, 10, 80, 20, s.ink) },
		"strip":   func(s *sheet, b Band) { s.strip(b, 10, 10, 40, s.ink) },
	} {
		seen := map[string]Band{}
		for _, b := range bands {
			look := drawnGrey(func(s *sheet) { draw(s, b) })
			if other, ok := seen[look]; ok {
				t.Errorf("%s: %s looks like %s", mark, b, other)
			}
			seen[look] = b
		}
	}
}

// A line never runs through a year without a figure.
func TestLineBreaksAtGaps(t *testing.T) {
	figure := func(n float64) Value { return has(n, "") }
	pieces := func(values ...Value) int {
		l := Line{Text: Text{Title: "x"}, Series: []Series{{"a", values}}}
		for i := range values {
			l.Years = append(l.Years, 2000+i)
		}
		var out bytes.Buffer
		if err := Write(&out, l, SVG, Options{}); err != nil {
			t.Fatal(err)
		}
		return strings.Count(out.String(), `stroke-width="2.5"`)
	}
	for want, values := range map[int][]Value{
		1: {figure(1), figure(2), figure(3)},
		2: {figure(1), figure(2), none(NoData), figure(3), figure(4)},
		0: {figure(1), none(Suppressed), figure(3)},
	} {
		if got := pieces(values...); got != want {
			t.Errorf("%d pieces of line, want %d", got, want)
		}
	}
}

// Bars begin at zero even where all figures lie far from it.
func TestBarsBeginAtZero(t *testing.T) {
	for _, figures := range [][]float64{{71, 72}, {-71, -72}, {5, 5}, {1e9}} {
		a := axis(figures, true, 5)
		if a.min > 0 || a.max < 0 || a.min != 0 && a.max != 0 {
			t.Errorf("axis of %v reaches from %v to %v", figures, a.min, a.max)
		}
	}
}

// What is not known how to write is a programmer's fault, not a gap in the picture.
func TestPutRefusesWhatItDoesNotKnow(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("dropped in silence")
		}
	}()
	new(source).put("a", int64(1))
}
