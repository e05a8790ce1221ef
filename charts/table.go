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
	Unit    string // where the figures stand for answers, which number is which
	Period  string
	Source  string
	Licence string
	Method  string
	Note    string // what must be known of the figures wherever they go
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
	Answer   bool // whether Text is an answer that Number stands for
	Note     string
	Number   float64 // rounded as in Text
	Decimals int
	Numeric  bool // whether Number means something
	State    State
	Band     Band
}

func (t Text) table(columns ...Column) Table {
	unit := clean(t.Unit)
	if len(t.Choices) > 0 {
		unit = t.code()
	}
	return Table{Caption: clean(t.Title), Columns: columns, Unit: unit, Period: clean(t.Period),
		Source: clean(t.Source), Licence: clean(t.Licence), Method: clean(t.Method), Note: clean(t.Note), Lang: t.lang()}
}

func textCell(s string) Cell { return Cell{Text: clean(s)} }

// valueCell makes the cell of a figure. A number that is not finite, which
// drawing refuses, reads as missing.
func (t Text) valueCell(v Value, decimals int) Cell {
	w := wordsOf(t.lang())
	if v.State.HasNumber() && (math.IsNaN(v.Number) || math.IsInf(v.Number, 0)) {
		v.State = NoData
	}
	if !v.State.HasNumber() {
		return Cell{Text: w.states[v.State], State: v.State}
	}
	c := t.figureCell(v.Number, decimals)
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

// rowOf makes a row of a name and so many values; what is left out, which
// drawing refuses, reads as missing.
func (t Text) rowOf(name string, decimals int, values []Value, n int) []Cell {
	row := []Cell{textCell(name)}
	for i := range n {
		row = append(row, t.valueCell(valueIn(values, i), decimals))
	}
	return row
}

// figureCell makes the cell of a figure: an answer in its word, else the number.
func (t Text) figureCell(n float64, decimals int) Cell {
	c := numberCell(n, decimals, t.lang())
	if len(t.Choices) > 0 {
		c.Text, c.Answer = t.said(n, decimals), true
	}
	return c
}

// numberCell makes the cell of a figure that has no state, such as a count.
func numberCell(n float64, decimals int, lang Lang) Cell {
	return Cell{Text: Format(n, decimals, lang), Number: Round(n, decimals), Decimals: decimals, Numeric: true}
}
