package charts

import (
	"math"
	"strings"
)

// Table is the twin of a picture: the same figures, rounded the same way, in
// the language of the chart.
type Table struct {
	Caption string
	Columns []Column
	Rows    [][]Cell
	Unit    string
	Period  string
	Source  string
	Licence string
	Lang    Lang
}

// Column is one column of a table.
type Column struct {
	Name    string
	Numeric bool // figures, to be aligned by their decimal sign
}

// Cell is one cell. Text is ready to be shown: the formatted number, or the
// words for why there is none. Note says in words what the picture says by
// pattern or colour.
type Cell struct {
	Text     string
	Note     string
	Number   float64 // rounded as in Text
	Decimals int
	Numeric  bool // whether Number means something
	State    State
	Band     Band
}

func (t Text) table(columns ...Column) Table {
	return Table{Caption: clean(t.Title), Columns: columns, Unit: clean(t.Unit), Period: clean(t.Period),
		Source: clean(t.Source), Licence: clean(t.Licence), Lang: t.lang()}
}

func textCell(s string) Cell { return Cell{Text: clean(s)} }

// valueCell makes the cell of a figure. A number that is not finite, which
// drawing refuses, reads as missing.
func valueCell(v Value, decimals int, lang Lang) Cell {
	w := wordsOf(lang)
	if v.State.HasNumber() && (math.IsNaN(v.Number) || math.IsInf(v.Number, 0)) {
		v.State = NoData
	}
	if !v.State.HasNumber() {
		return Cell{Text: w.states[v.State], State: v.State}
	}
	c := numberCell(v.Number, decimals, lang)
	c.State, c.Band = v.State, v.Band
	var notes []string
	if v.Band != "" {
		notes = append(notes, w.bands[v.Band])
	}
	if v.State != Confirmed {
		notes = append(notes, w.states[v.State])
	}
	c.Note = strings.Join(notes, "; ")
	return c
}

// numberCell makes the cell of a figure that has no state, such as a count.
func numberCell(n float64, decimals int, lang Lang) Cell {
	return Cell{Text: Format(n, decimals, lang), Number: Round(n, decimals), Decimals: decimals, Numeric: true}
}
