package charts

import (
	"bytes"
	"encoding/csv"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

var anyText = rapid.OneOf(rapid.String(), rapid.StringMatching(`[ -~æøå<>&"']{0,60}`),
	rapid.SampledFrom([]string{"", strings.Repeat("langt ", 200), strings.Repeat("W", 3000), "</svg>", "\x00\xff\ufffe", "]]>", "日本語", "مرحبا"}))

var anyFinite = rapid.OneOf(rapid.Float64Range(-1000, 1000), rapid.Float64().Filter(func(f float64) bool {
	return !math.IsNaN(f) && !math.IsInf(f, 0)
}))

var anyValue = rapid.Custom(func(t *rapid.T) Value {
	return Value{anyFinite.Draw(t, "number"), rapid.SampledFrom(states).Draw(t, "state"),
		rapid.SampledFrom(append([]Band{""}, bands...)).Draw(t, "band")}
})

func many[T any](t *rapid.T, most int, label string, g *rapid.Generator[T]) []T {
	return rapid.SliceOfN(g, 0, most).Draw(t, label)
}

func exactly[T any](t *rapid.T, n int, label string, g *rapid.Generator[T]) []T {
	return rapid.SliceOfN(g, n, n).Draw(t, label)
}

// anyChart draws a chart of any kind from any texts and finite numbers.
func anyChart(t *rapid.T) Chart {
	goal := rapid.IntRange(0, 17)
	text := Text{Title: anyText.Draw(t, "title"), Subtitle: anyText.Draw(t, "subtitle"), Unit: anyText.Draw(t, "unit"),
		Source: anyText.Draw(t, "source"), N: rapid.IntRange(0, 1e6).Draw(t, "n"),
		Lang: rapid.SampledFrom([]Lang{Bokmal, Nynorsk, English, ""}).Draw(t, "lang")}
	decimals := rapid.IntRange(0, maxDecimals).Draw(t, "decimals")
	refs := many(t, 3, "references", rapid.Custom(func(t *rapid.T) Reference {
		return Reference{anyText.Draw(t, "label"), anyFinite.Draw(t, "value")}
	}))
	switch rapid.IntRange(0, 10).Draw(t, "kind") {
	case 0:
		return Bars{text, anyText.Draw(t, "rows"), anyFinite.Draw(t, "max"), decimals, many(t, 6, "bars", rapid.Custom(func(t *rapid.T) Bar {
			return Bar{anyText.Draw(t, "label"), goal.Draw(t, "goal"), anyValue.Draw(t, "value")}
		})), refs}
	case 1:
		columns := many(t, 5, "columns", rapid.Custom(func(t *rapid.T) HeatColumn {
			return HeatColumn{anyText.Draw(t, "label"), goal.Draw(t, "goal")}
		}))
		return HeatTable{text, "", decimals, columns, many(t, 4, "rows", rapid.Custom(func(t *rapid.T) HeatRow {
			return HeatRow{anyText.Draw(t, "label"), exactly(t, len(columns), "values", anyValue)}
		}))}
	case 2:
		units := many(t, 40, "units", rapid.Custom(func(t *rapid.T) Unit { return Unit{Label: anyText.Draw(t, "label"), Value: anyValue.Draw(t, "value")} }))
		if len(units) > 0 {
			units[0].Own = rapid.Bool().Draw(t, "own")
		}
		return Distribution{text, "", decimals, units, refs, rapid.IntRange(0, maxDecimals).Draw(t, "sharper")}
	case 3, 7:
		d := Dumbbell{text, "", anyText.Draw(t, "one"), anyText.Draw(t, "other"), anyFinite.Draw(t, "max"), decimals,
			many(t, 6, "pairs", rapid.Custom(func(t *rapid.T) Pair {
				return Pair{anyText.Draw(t, "label"), goal.Draw(t, "goal"), anyValue.Draw(t, "one"), anyValue.Draw(t, "other")}
			}))}
		if rapid.Bool().Draw(t, "round") {
			return Radar{d}
		}
		return d
	case 9:
		m := Map{Text: text, Decimals: decimals, Degrees: rapid.Bool().Draw(t, "degrees")}
		degree := rapid.Float64Range(-90, 90)
		ring := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Point { return Point{degree.Draw(t, "x"), degree.Draw(t, "y")} }), 3, 9)
		for i := range rapid.IntRange(0, 5).Draw(t, "areas") {
			m.Areas = append(m.Areas, Area{strconv.Itoa(i), anyText.Draw(t, "label"), many(t, 2, "outer", ring), many(t, 1, "holes", ring), anyValue.Draw(t, "value"), rapid.Bool().Draw(t, "own")})
		}
		return m
	case 8:
		points := many(t, MaxPoints, "points", anyText)
		return Multiples{text, "", points, rapid.IntRange(0, len(points)).Draw(t, "own"), anyFinite.Draw(t, "max"), decimals, many(t, 5, "panels", rapid.Custom(func(t *rapid.T) Panel {
			return Panel{anyText.Draw(t, "label"), goal.Draw(t, "goal"), exactly(t, len(points), "values", anyValue)}
		}))}
	case 4:
		l := Line{Text: text, Decimals: decimals, References: refs, FromZero: rapid.Bool().Draw(t, "zero")}
		for range rapid.IntRange(0, 60).Draw(t, "years") {
			l.Years = append(l.Years, 1900+2*len(l.Years))
		}
		l.Series = many(t, 4, "series", rapid.Custom(func(t *rapid.T) Series {
			return Series{anyText.Draw(t, "name"), exactly(t, len(l.Years), "values", anyValue)}
		}))
		l.Beside, l.Targets = slices.Clone(l.Series[:len(l.Series)/2]), refs
		return l
	case 5:
		names := many(t, maxGrouped, "names", anyText)
		return Columns{text, "", names, anyFinite.Draw(t, "max"), decimals, many(t, 5, "groups", rapid.Custom(func(t *rapid.T) Group {
			return Group{anyText.Draw(t, "label"), goal.Draw(t, "goal"), exactly(t, len(names), "values", anyValue)}
		})), refs}
	case 6:
		return Strips{text, "", anyText.Draw(t, "own"), anyFinite.Draw(t, "max"), decimals, many(t, 5, "strips", rapid.Custom(func(t *rapid.T) Strip {
			return Strip{anyText.Draw(t, "label"), goal.Draw(t, "goal"), many(t, 9, "values", anyValue), anyValue.Draw(t, "own value")}
		}))}
	default:
		parts := many(t, maxParts, "parts", anyText)
		return Stacked{text, "", parts, many(t, 5, "rows", rapid.Custom(func(t *rapid.T) StackedRow {
			return StackedRow{anyText.Draw(t, "label"), goal.Draw(t, "goal"), exactly(t, len(parts), "counts", rapid.IntRange(0, 1e9))}
		}))}
	}
}

func TestAnyTextAndFiniteValues(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := anyChart(t)
		opt := Options{Width: rapid.IntRange(-5, 3000).Draw(t, "width"), Theme: rapid.SampledFrom([]Theme{Light, Dark}).Draw(t, "theme"),
			Pattern: rapid.Bool().Draw(t, "pattern"), ID: anyText.Draw(t, "id")}
		var svg, again, table bytes.Buffer
		if err := Write(&svg, c, SVG, opt); err != nil {
			t.Fatal(err)
		}
		if err := wellFormed(svg.Bytes()); err != nil {
			t.Fatalf("%v in %s", err, svg.Bytes())
		}
		if err := Write(&again, c, SVG, opt); err != nil || !bytes.Equal(svg.Bytes(), again.Bytes()) {
			t.Fatal("drawn twice, not the same")
		}
		if err := Write(&table, c, CSV, Options{}); err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(&table).ReadAll()
		if twin := c.Table(); err != nil || len(twin.Columns) > 1 && len(rows) != 1+len(twin.Rows) {
			t.Fatalf("%d rows, %v", len(rows), err)
		}
		if rapid.IntRange(0, 9).Draw(t, "png too") == 0 {
			if err := Write(&bytes.Buffer{}, c, PNG, opt); err != nil {
				t.Fatal(err)
			}
		}
	})
}
