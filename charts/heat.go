package charts

import (
	"fmt"
	"strconv"
)

// HeatColumn is one column of a HeatTable.
type HeatColumn struct {
	Label string
	Goal  int // 1 to 17 puts the goal's square above the column in place of the label
}

// HeatRow is one row of a HeatTable; it has one value per column.
type HeatRow struct {
	Label  string
	Values []Value
}

// HeatTable shows a score per row and column, such as municipality and goal,
// with the sign of its band and the number in every cell. Where the cells could
// not hold their numbers beside the names it grows wider than asked for, about
// 900 to 1050 for the 17 goals: on a small screen it belongs in a box that scrolls by itself.
type HeatTable struct {
	Text
	RowsAre  string // what a row is, such as "Kommune"
	Decimals int
	Columns  []HeatColumn
	Rows     []HeatRow
}

func (h HeatTable) check(c *checker) {
	c.common(h.Text, h.Decimals)
	c.atMost("columns", len(h.Columns), maxColumns)
	c.atMost("rows", len(h.Rows), maxRows)
	for i, col := range h.Columns {
		c.goal(fmt.Sprintf("columns.%d.goal", i), col.Goal)
	}
	for i, r := range h.Rows {
		c.valuesOf(fmt.Sprintf("rows.%d.values", i), r.Values, len(h.Columns))
	}
}

func (h HeatTable) values() []Value {
	out := make([]Value, 0, len(h.Rows)*len(h.Columns))
	for _, r := range h.Rows {
		for j := range h.Columns {
			out = append(out, valueIn(r.Values, j))
		}
	}
	return out
}

func (h HeatTable) columnName(i int) string {
	return goalName(h.Columns[i].Label, h.Columns[i].Goal, h.lang())
}

// Table has the rows and columns of the picture.
func (h HeatTable) Table() Table {
	columns := []Column{{Name: orElse(h.RowsAre, wordsOf(h.lang()).name)}}
	for i := range h.Columns {
		columns = append(columns, Column{Name: h.columnName(i), Numeric: true})
	}
	t := h.Text.table(columns...)
	for _, r := range h.Rows {
		t.Rows = append(t.Rows, h.rowOf(r.Label, h.Decimals, r.Values, len(h.Columns)))
	}
	return t
}

// Summary says the highest and lowest cell, how the bands are spread, which
// column is most often far off, and what is missing.
func (h HeatTable) Summary() string {
	t := h.teller(h.Decimals)
	names, values := h.columnsSaid(t), h.values()
	t.extremesOf(values, func(i int) string {
		return fmt.Sprintf(t.in, h.Rows[i/len(names)].Label, names[i%len(names)])
	})
	t.spreadOver(values)
	h.sayWorst(t, names)
	t.reservations(values, t.cells)
	return t.String()
}

func countOf(values []Value, b Band) (n int) {
	for _, v := range values {
		if v.Band == b && v.State.HasNumber() {
			n++
		}
	}
	return n
}

// columnsSaid gives the names of the columns as they stand in a sentence.
func (h HeatTable) columnsSaid(t *teller) []string {
	names := make([]string, len(h.Columns))
	for j, c := range h.Columns {
		names[j] = t.rowName(c.Label, c.Goal)
	}
	return names
}

// spreadOver says how many figures are in each band, where any is.
func (t *teller) spreadOver(values []Value) {
	var parts []string
	for _, b := range bands {
		if n := countOf(values, b); n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+t.bandSaid(b))
		}
	}
	if len(parts) > 0 {
		t.say(t.levels, list(parts, t.lang))
	}
}

func (t *teller) bandSaid(b Band) string {
	if b == Achieved {
		return t.reached
	}
	return lowerFirst(t.bands[b])
}

// sayWorst names the columns with the most cells that are far off, where there
// are several.
func (h HeatTable) sayWorst(t *teller, columns []string) {
	most, far := 0, make([]int, len(h.Columns))
	for _, r := range h.Rows {
		for j, v := range r.Values[:min(len(r.Values), len(far))] {
			if v.Band == Far && v.State.HasNumber() {
				far[j]++
				most = max(most, far[j])
			}
		}
	}
	var names []string
	for j, n := range far {
		if n == most {
			names = append(names, columns[j])
		}
	}
	if most > 1 {
		t.say(t.mostFar, t.bandSaid(Far), t.some(len(names), func(i int) string { return names[i] }), most, len(h.Rows))
	}
}
