package charts

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"loftet/internal/csvtable"
	"loftet/internal/fault"
)

// wellFormed reads an SVG as XML and checks what every one of ours promises.
func wellFormed(svg []byte) error {
	ids, refs, texts := map[string]bool{}, []string{}, 0
	d := xml.NewDecoder(bytes.NewReader(svg))
	for depth := 0; ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return err
		}
		switch e := token.(type) {
		case xml.StartElement:
			depth++
			switch e.Name.Local {
			case "svg", "g", "title", "desc", "path":
			case "text":
				texts++
			default:
				return errors.New("element " + e.Name.Local)
			}
			for _, a := range e.Attr {
				switch n := a.Name.Local; {
				case n == "id" && ids[a.Value]:
					return errors.New("id twice: " + a.Value)
				case n == "id":
					ids[a.Value] = true
				case n == "aria-labelledby":
					refs = strings.Fields(a.Value)
				case n == "style", n == "href", strings.HasPrefix(n, "on"), strings.Contains(a.Value, "url("):
					return errors.New("attribute " + n)
				case n == "role" && a.Value != "img":
					return errors.New("role " + a.Value)
				}
			}
		case xml.EndElement:
			depth--
		}
	}
	for _, r := range refs {
		if !ids[r] {
			return errors.New("no element has the id " + r)
		}
	}
	if len(refs) != 2 || texts == 0 {
		return errors.New("title, description or text is missing")
	}
	return nil
}

func TestEverySVGIsSafe(t *testing.T) {
	for name, c := range allExamples() {
		var out bytes.Buffer
		if err := Write(&out, c, SVG, Options{ID: `a"b<c -1`}); err != nil {
			t.Fatal(err)
		}
		if err := wellFormed(out.Bytes()); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !strings.Contains(out.String(), `id="c-abc-1-title"`) {
			t.Errorf("%s: id is not the wanted one", name)
		}
	}
}

func TestTextIsEscaped(t *testing.T) {
	const evil = `</text><script>alert(1)</script>`
	text := Text{Title: evil, Subtitle: evil, Unit: evil, Period: evil, Source: evil, Licence: evil}
	value := has(1, Near)
	for _, c := range []Chart{
		Bars{Text: text, Rows: evil, Bars: []Bar{{evil, 1, value}}, References: []Reference{{evil, 1}}},
		HeatTable{Text: text, Columns: []HeatColumn{{evil, 0}, {evil, 2}}, Rows: []HeatRow{{evil, []Value{value, value}}}},
		Distribution{Text: text, Units: []Unit{{evil, value, true}}, Thresholds: []Reference{{evil, 1}}},
		Dumbbell{Text: text, OneName: evil, OtherName: evil, Pairs: []Pair{{evil, 0, value, none(NoData)}}},
		Line{Text: text, Years: []int{1}, Series: []Series{{evil, []Value{value}}}, References: []Reference{{evil, 1}}},
		Columns{Text: text, Names: []string{evil, evil}, Groups: []Group{{evil, 1, []Value{value, value}}}, References: []Reference{{evil, 1}}},
		Columns{Text: text, Names: []string{"a"}, Groups: []Group{{"<b>", 0, []Value{value}}}, References: []Reference{{evil, 1}}},
		Strips{Text: text, OwnName: evil, Strips: []Strip{{evil, 2, []Value{value}, value}}},
		Line{Text: text, Years: []int{1}, Beside: []Series{{evil, []Value{value}}}, Targets: []Reference{{evil, 1}}},
		Radar{Dumbbell{Text: text, OneName: evil, OtherName: evil, Pairs: []Pair{{evil, 0, value, value}}}},
		Multiples{Text: text, Points: []string{evil}, Panels: []Panel{{evil, 0, []Value{value}}}},
		Map{Text: text, CodesAre: evil, Areas: []Area{{Code: evil, Label: evil, Outer: [][]Point{{{0, 0}, {9, 0}, {9, 9}}}, Value: value}}},
		Stacked{Text: text, Parts: []string{evil}, Rows: []StackedRow{{evil, 0, []int{1}}}},
	} {
		var out bytes.Buffer
		if err := Write(&out, c, SVG, Options{}); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(out.String(), "<script") || !strings.Contains(out.String(), "&lt;script&gt;") {
			t.Errorf("%T: script got through, or the text is lost", c)
		}
		if err := wellFormed(out.Bytes()); err != nil {
			t.Errorf("%T: %v", c, err)
		}
	}
}

// No line can be traced to what is not finite, so it is refused at the door.
func TestDoor(t *testing.T) {
	for name, c := range map[string]Chart{
		"not a number":      Bars{Bars: []Bar{{"a", 0, has(math.NaN(), "")}}},
		"infinite max":      Bars{Max: math.Inf(1)},
		"infinite line":     Bars{References: []Reference{{"a", math.Inf(-1)}}},
		"no state":          Bars{Bars: []Bar{{"a", 0, Value{Number: 1}}}},
		"unknown band":      Bars{Bars: []Bar{{"a", 0, has(1, "green")}}},
		"goal 18":           Bars{Bars: []Bar{{"a", 18, has(1, "")}}},
		"language":          Bars{Text: Text{Lang: "de"}},
		"decimals":          Bars{Decimals: -1},
		"too many":          Bars{Bars: make([]Bar, maxRows+1)},
		"cell missing":      HeatTable{Columns: []HeatColumn{{"a", 0}}, Rows: []HeatRow{{"r", nil}}},
		"infinite cell":     HeatTable{Columns: []HeatColumn{{"a", 0}}, Rows: []HeatRow{{"r", []Value{has(math.Inf(1), "")}}}},
		"two own":           Distribution{Units: []Unit{{"a", has(1, ""), true}, {"b", has(1, ""), true}}},
		"infinite unit":     Distribution{Units: []Unit{{"a", has(math.Inf(1), ""), false}}},
		"infinite other":    Dumbbell{Pairs: []Pair{{"a", 0, has(1, ""), has(math.NaN(), "")}}},
		"infinite column":   Columns{Names: []string{"a"}, Groups: []Group{{"g", 0, []Value{has(math.Inf(1), "")}}}},
		"column missing":    Columns{Names: []string{"a", "b"}, Groups: []Group{{"g", 0, []Value{has(1, "")}}}},
		"five series":       Columns{Names: make([]string, 5)},
		"infinite strip":    Strips{Strips: []Strip{{"a", 0, []Value{has(math.NaN(), "")}, Value{}}}},
		"own without state": Strips{OwnName: "a", Strips: []Strip{{"a", 0, nil, Value{}}}},
		"infinite target":   Line{Targets: []Reference{{"a", math.Inf(1)}}},
		"infinite beside":   Line{Years: []int{2024}, Beside: []Series{{"a", []Value{has(math.NaN(), "")}}}},
		"infinite spoke":    Radar{Dumbbell{Pairs: []Pair{{"a", 0, has(math.Inf(1), ""), has(1, "")}}}},
		"infinite point":    Multiples{Points: []string{"a"}, Panels: []Panel{{"p", 0, []Value{has(math.NaN(), "")}}}},
		"own of nobody":     Multiples{Points: []string{"a"}, Own: 2},
		"place nowhere":     Map{Areas: []Area{{Code: "a", Outer: [][]Point{{{0, 0}, {1, 1}, {math.NaN(), 0}}}, Value: has(1, "")}}},
		"off the earth":     Map{Degrees: true, Areas: []Area{{Code: "a", Outer: [][]Point{{{0, 0}, {1, 1}, {600000, 6600000}}}, Value: has(1, "")}}},
		"no ring":           Map{Areas: []Area{{Code: "a", Outer: [][]Point{{{0, 0}, {1, 1}}}, Value: has(1, "")}}},
		"same code":         Map{Areas: []Area{{Code: "a", Value: has(1, "")}, {Code: "a", Value: has(1, "")}}},
		"infinite area":     Map{Areas: []Area{{Code: "a", Value: has(math.Inf(1), "")}}},
		"falling years":     Line{Years: []int{2024, 2023}},
		"short series":      Line{Years: []int{2023, 2024}, Series: []Series{{"a", []Value{has(1, "")}}}},
		"negative count":    Stacked{Parts: []string{"a"}, Rows: []StackedRow{{"r", 0, []int{-1}}}},
		"count missing":     Stacked{Parts: []string{"a"}, Rows: []StackedRow{{"r", 0, nil}}},
	} {
		for kind, write := range map[string]func() error{
			"svg": func() error { return Write(io.Discard, c, SVG, Options{}) },
			"png": func() error { return Write(io.Discard, c, PNG, Options{}) },
			"csv": func() error { return Write(io.Discard, c, CSV, Options{}) },
		} {
			if err := write(); fault.KindOf(err) != fault.Invalid {
				t.Errorf("%s, %s: %v", name, kind, err)
			}
		}
		_, _ = c.Table(), c.Summary() // must not panic
	}
}

// What makes figures worth less must not be lost on the way into a file.
func TestEveryRowOfCSVCarriesTheNote(t *testing.T) {
	b := turnoutBars()
	for _, row := range []struct {
		lang Lang
		name string
	}{{Bokmal, "Merknad"}, {Nynorsk, "Merknad"}, {English, "Note"}} {
		b.Lang, b.Note = row.lang, "=made up"
		var out bytes.Buffer
		if err := Write(&out, b, CSV, Options{}); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&out).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for i, fields := range rows {
			want := "'=made up"
			if i == 0 {
				want = row.name
			}
			if got := fields[len(fields)-1]; got != want || len(rows) != 7 {
				t.Errorf("%s: line %d of %d ends in %q", row.lang, i+1, len(rows), got)
			}
		}
	}
}

func TestCSVIsNoFormula(t *testing.T) {
	b := Bars{Text: Text{Title: "x", Source: "@SUM(A1)", Unit: "-1"}, Rows: "=1+1", Bars: []Bar{
		{"=HYPERLINK(1)", 0, has(-3.5, "")}, {"+1", 0, has(2, "")}, {"\t=1", 0, none(NoData)}, {"＝1", 0, has(0, "")}, {"a\"b,c\r\nd", 0, has(1, "")},
	}, Decimals: 1}
	var out bytes.Buffer
	if err := Write(&out, b, CSV, Options{}); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&out).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for i, row := range rows {
		for j, cell := range row {
			if number := i > 0 && j == 1; !number && csvtable.Neutral(csvtable.Plain(cell)) != cell {
				t.Errorf("row %d begins like a formula: %q", i, cell)
			}
		}
	}
	if rows[1][1] != "-3.5" || rows[3][1] != "" || rows[3][2] != "Tall mangler" || rows[5][0] != `a"b,c d` {
		t.Errorf("%q", rows)
	}
}
