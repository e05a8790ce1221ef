package charts

import (
	"bytes"
	"strings"
	"testing"
)

const longName = "Interkommunalt samarbeidsråd for bærekraft, klimatilpasning og næringsutvikling i Øvre Gudbrandsdalen og Nord-Østerdalen"

// edges are every kind of chart with nobody, one, nothing but gaps, very long
// names and one round.
func edges() map[string]Chart {
	t := about("Hvordan står det til?", "Poeng per mål", "poeng av 100", "2025", 1)
	long := about(longName, longName, "prosent av kommunenes samlede "+longName, longName, 357)
	long.Source, long.Licence = strings.Repeat(longName+"; ", 4), longName
	gap := none(NotAnswered)
	long17 := HeatTable{Text: long}
	for i := range 17 {
		long17.Columns = append(long17.Columns, HeatColumn{Label: longName, Goal: i + 1})
	}
	for _, name := range []string{longName, strings.ReplaceAll(longName, " ", "")} {
		long17.Rows = append(long17.Rows, HeatRow{name, allStates})
	}
	return map[string]Chart{
		"bars one":       Bars{Text: t, Max: 100, Bars: []Bar{{goals[0], 1, has(59.1, Behind)}}},
		"bars gaps":      Bars{Text: t, Max: 100, Bars: []Bar{{goals[0], 1, gap}, {goals[1], 2, none(TooFew)}}, References: []Reference{{"Regionen", 58}}},
		"bars long":      Bars{Text: long, Max: 100, Bars: []Bar{{longName, 1, has(99.9, Achieved)}, {strings.ReplaceAll(longName, " ", ""), 16, none(Withheld)}, {"Gol", 0, from(Unconfirmed, 100, Near)}}, References: []Reference{{longName, 97}, {"Grensen for rødt", 99}}},
		"heat no rows":   HeatTable{Text: t, Columns: []HeatColumn{{goals[0], 1}}},
		"heat one":       HeatTable{Text: t, Columns: long17.Columns, Rows: []HeatRow{{"Gol", allStates}}},
		"heat one cell":  HeatTable{Text: t, Columns: []HeatColumn{{goals[0], 1}}, Rows: []HeatRow{{"Gol", []Value{has(50, Behind)}}}},
		"heat gaps":      HeatTable{Text: t, Columns: []HeatColumn{{goals[0], 1}, {goals[1], 2}, {"Uten mål", 0}}, Rows: []HeatRow{{"Gol", []Value{gap, none(TooFew), none(Withheld)}}, {"Hol", []Value{gap, gap, none(Suppressed)}}}},
		"heat long":      long17,
		"spread nobody":  Distribution{Text: t},
		"spread one":     Distribution{Text: t, Units: []Unit{{"Gol", has(59.1, Behind), true}}, Thresholds: []Reference{{"Grensen for grønt", 75}, {"Grensen for rødt", 55}}},
		"spread gaps":    Distribution{Text: t, Units: []Unit{{"Gol", gap, true}, {"Hol", none(Withheld), false}}, Thresholds: []Reference{{"Grensen for grønt", 75}}},
		"spread long":    Distribution{Text: long, Units: []Unit{{longName, has(99, Near), true}, {longName, has(1, Far), false}}, Thresholds: []Reference{{longName, 98}, {"Grensen for rødt", 97}}},
		"spread yes":     Distribution{Text: ofChoices(Bokmal), Units: []Unit{{"Gol", has(100, Achieved), false}, {"Hol", has(100, Achieved), true}}},
		"spread answers": answers(English, 60),
		"pair one":       Dumbbell{Text: t, OneName: "Gol", OtherName: "snittet i Hallingdal", Max: 100, Pairs: []Pair{{goals[0], 1, has(50, Behind), has(51, "")}}},
		"pair gaps":      Dumbbell{Text: t, OneName: "Gol", OtherName: "snittet i Hallingdal", Max: 100, Pairs: []Pair{{goals[0], 1, gap, none(TooFew)}, {goals[1], 2, none(TooFew), has(72, "")}, {goals[2], 3, has(30, Far), none(TooFew)}, {goals[3], 4, none(TooFew), has(2, "")}}},
		"pair long":      Dumbbell{Text: long, OneName: longName, OtherName: longName, Max: 100, Pairs: []Pair{{longName, 1, has(100, Achieved), has(0, "")}, {longName, 2, gap, has(50, "")}}},
		"line nobody":    Line{Text: t},
		"line round":     Line{Text: t, Years: []int{2025}, Series: []Series{{"Nesbyen", []Value{has(64.9, "")}}, {"Medianen i Hallingdal", []Value{has(65.3, "")}}}},
		"line gaps":      Line{Text: t, Years: []int{2024, 2025}, Series: []Series{{"Nesbyen", []Value{gap, gap}}, {"Medianen i Hallingdal", []Value{none(NoData), none(TooFew)}}}},
		"line long":      Line{Text: long, Years: []int{2023, 2024, 2025}, Decimals: 1, Series: []Series{{longName, []Value{has(1, ""), gap, has(3, "")}}, {strings.ReplaceAll(longName, " ", ""), []Value{has(2, ""), has(2.5, ""), none(NoData)}}}, References: []Reference{{longName, 2}}},
		"line answer":    Line{Text: ofChoices(Nynorsk), Years: []int{2025}, Series: []Series{{"Nesbyen", []Value{has(0, Far)}}, {"Det midtarste svaret i Hallingdal", []Value{has(25, "")}}}},
		"columns gaps":   Columns{Text: t, Names: []string{"a"}, Groups: []Group{{"Gol", 0, []Value{gap}}, {"Hol", 0, []Value{none(Withheld)}}}},
		"columns long":   Columns{Text: long, Names: []string{longName, "b"}, Groups: []Group{{longName, 3, []Value{has(-99.9, Near), has(1e6, "")}}, {strings.ReplaceAll(longName, " ", ""), 0, []Value{gap, has(0, "")}}}, References: []Reference{{longName, 97}}},
		"columns minus":  Columns{Text: t, Names: []string{"a"}, Groups: []Group{{"Gol", 4, []Value{has(-5, Far)}}, {"Hol", 0, []Value{has(-7, Near)}}}},
		"strips long":    Strips{Text: long, OwnName: longName, Strips: []Strip{{longName, 3, []Value{has(1, ""), has(2, ""), has(30, ""), has(4, "")}, has(-1000, Near)}, {longName, 0, nil, gap}}},
		"strips gaps":    Strips{Text: t, OwnName: "Gol", Strips: []Strip{{goals[0], 1, []Value{gap, none(Withheld)}, gap}}},
		"line target":    Line{Text: long, Years: []int{2024, 2025}, Series: []Series{{longName, []Value{has(1, ""), has(2, "")}}}, Beside: []Series{{longName, []Value{gap, has(2, "")}}}, Targets: []Reference{{longName, 20}}},
		"radar one":      Radar{Dumbbell{Text: t, OneName: "a", OtherName: "b", Pairs: []Pair{{longName, 0, has(1, ""), gap}}}},
		"radar long":     Radar{Dumbbell{Text: long, OneName: longName, OtherName: longName, Pairs: []Pair{{longName, 0, has(1e6, ""), has(-1e6, "")}, {longName, 4, gap, gap}, {"b", 0, none(Withheld), has(3, "")}}}},
		"panels long":    Multiples{Text: long, Points: []string{longName, "b"}, Own: 1, Panels: []Panel{{longName, 3, []Value{has(-1e6, Near), has(1e6, Far)}}, {strings.ReplaceAll(longName, " ", ""), 0, []Value{gap, has(0, "")}}}},
		"panels gaps":    Multiples{Text: t, Points: []string{"a"}, Panels: []Panel{{goals[0], 1, []Value{gap}}}},
		"parts nobody":   Stacked{Text: t},
		"parts one":      Stacked{Text: t, Parts: progressParts, Rows: []StackedRow{{"Gol", 0, []int{1, 0, 0}}}},
		"parts gaps":     Stacked{Text: t, Parts: progressParts, Rows: []StackedRow{{"Gol", 0, []int{0, 0, 0}}, {"Hol", 0, []int{0, 0, 0}}}},
		"parts long":     Stacked{Text: long, Parts: []string{longName, "Fra statistikk", longName, "Ikke vist"}, Rows: []StackedRow{{longName, 0, []int{1, 40, 2, 1}}, {"Hol", 0, []int{0, 0, 44, 0}}}},
	}
}

// All that is drawn lies within the picture.
func TestEdgesStayInside(t *testing.T) {
	for name, c := range edges() {
		for suffix, opt := range variants {
			s, err := lay(c, opt)
			if err != nil {
				t.Fatal(name, err)
			}
			r := &ruler{vector: newVector(s.width, s.y, "x", "", ""), width: s.width, height: s.y}
			s.play(r, 1, 0, s.y)
			for _, text := range r.outside {
				t.Errorf("%s%s: %s", name, suffix, text)
			}
			if c.Summary() == "" {
				t.Errorf("%s: no summary", name)
			}
			if *pictures != "" {
				var out bytes.Buffer
				if err := Write(&out, c, PNG, opt); err != nil {
					t.Fatal(err)
				}
				keepPicture(t, strings.ReplaceAll(name, " ", "-")+suffix, out.Bytes())
			}
		}
	}
}

// Names keep their room: nothing is cut that would fit, and long names of a table
// can be told apart.
func TestNamesAreCutOnlyWhereTheyMust(t *testing.T) {
	for want, c := range map[string]Chart{
		">Medianen i Hallingdal 65<": edges()["line round"],
		">Snittet i Hallingdal<":     edges()["pair one"],
		">Hol: ja<":                  edges()["spread yes"],
		">New York-Newark-Jersey<":   HeatTable{Text: Text{Title: "x"}, Columns: heat(1, 17).Columns, Rows: []HeatRow{{"New York-Newark-Jersey", allStates}}},
	} {
		var out bytes.Buffer
		if err := Write(&out, c, SVG, Options{}); err != nil || !strings.Contains(out.String(), want) {
			t.Errorf("lacks %s, %v", want, err)
		}
	}
	var narrow bytes.Buffer
	if err := Write(&narrow, edges()["line gaps"], SVG, Options{Width: 320}); err != nil || strings.Contains(narrow.String(), "…") {
		t.Errorf("the reasons are cut, %v", err)
	}
}

// Quartiles of one figure are no news.
func TestNoQuartilesOfAFew(t *testing.T) {
	var out bytes.Buffer
	c := edges()["spread one"]
	if err := Write(&out, c, SVG, Options{}); err != nil || strings.Contains(out.String(), wordsOf(Bokmal).middleHalf) {
		t.Errorf("middle half of one, %v", err)
	}
	if rows := c.Table().Rows; len(rows) != 3 {
		t.Errorf("%d rows: %v", len(rows), rows)
	}
}

// ruler notes what goes beyond the picture.
type ruler struct {
	*vector
	width, height int
	outside       []string
}

func (r *ruler) point(what string, x, y int) {
	if x < 0 || x > r.width || y < 0 || y > r.height {
		r.outside = append(r.outside, what)
	}
}

func (r *ruler) MoveTo(x, y int) {
	r.point("a line", x, y)
	r.vector.MoveTo(x, y)
}

func (r *ruler) LineTo(x, y int) {
	r.point("a line", x, y)
	r.vector.LineTo(x, y)
}

func (r *ruler) lines(x, y int, lines [][4]int) {
	for _, l := range lines {
		r.MoveTo(x+l[0], y+l[1])
		r.LineTo(x+l[2], y+l[3])
	}
}

func (r *ruler) Text(body string, x, y int) {
	w := textWidth(body, int(r.style.FontSize))
	switch r.anchor {
	case "middle":
		x -= w / 2
	case "end":
		x -= w
	}
	r.point(body, x, y)
	r.point(body, x+w, y)
	r.vector.Text(body, x, y)
}
