package charts

import (
	"fmt"
	"slices"
)

// Group is one place along the axis of Columns; it has one value per series.
type Group struct {
	Label  string
	Goal   int // 1 to 17 puts the goal's square in front
	Values []Value
}

// Columns compares groups of one or several figures as bars from zero. They
// stand upright where all names fit beneath them and all numbers above them; else
// they lie level, where any name has room.
type Columns struct {
	Text
	GroupsAre  string   // what a group is, such as "Kommune"
	Names      []string // of the series, such as "2023" and "2024"
	Max        float64  // reach of the axis; 0 leaves it to the figures
	Decimals   int
	Groups     []Group
	References []Reference
}

// maxGrouped is how many series can be told apart by their marks.
const maxGrouped = 4

func (g Columns) check(c *checker) {
	c.common(g.Text, g.Decimals)
	c.number("max", g.Max)
	c.atMost("names", len(g.Names), maxGrouped)
	c.atMost("groups", len(g.Groups), maxRows)
	for i, x := range g.Groups {
		c.goal(fmt.Sprintf("groups.%d.goal", i), x.Goal)
		c.valuesOf(fmt.Sprintf("groups.%d.values", i), x.Values, len(g.Names))
	}
	c.references(g.References)
}

func (g Columns) values() []Value {
	var out []Value
	for _, x := range g.Groups {
		out = append(out, x.Values...)
	}
	return out
}

// of gives the values of one series.
func (g Columns) of(series int) []Value {
	out := make([]Value, len(g.Groups))
	for i, x := range g.Groups {
		out[i] = valueIn(x.Values, series)
	}
	return out
}

// Table has one row per group and one column per series, then the reference lines.
func (g Columns) Table() Table {
	columns := []Column{{Name: orElse(g.GroupsAre, wordsOf(g.lang()).name)}}
	for _, name := range g.Names {
		columns = append(columns, Column{Name: clean(name), Numeric: true})
	}
	t := g.Text.table(columns...)
	for _, x := range g.Groups {
		t.Rows = append(t.Rows, g.rowOf(goalName(x.Label, x.Goal, g.lang()), g.Decimals, x.Values, len(g.Names)))
	}
	for _, r := range g.References {
		row := []Cell{textCell(r.Label)}
		for range g.Names {
			row = append(row, g.figureCell(r.Value, g.Decimals))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// Summary says for each series what is highest and lowest, then the reference
// lines and what is missing.
func (g Columns) Summary() string {
	t, any := g.teller(g.Decimals), false
	for j, name := range g.Names {
		one := g.teller(g.Decimals)
		any = one.extremesOf(g.of(j), func(i int) string { return t.rowName(g.Groups[i].Label, g.Groups[i].Goal) }) || any
		t.sayFor(name, one, len(g.Names) > 1)
	}
	if any {
		t.against(g.References)
	}
	things := t.cells
	if len(g.Names) == 1 && !slices.ContainsFunc(g.Groups, func(x Group) bool { return x.Goal > 0 }) {
		things = t.municipalities
	}
	t.reservations(g.values(), things)
	return t.String()
}

// bars is the same as level bars, for a single series.
func (g Columns) bars() Bars {
	b := Bars{Text: g.Text, Max: g.Max, Decimals: g.Decimals, References: g.References}
	for _, x := range g.Groups {
		b.Bars = append(b.Bars, Bar{x.Label, x.Goal, valueIn(x.Values, 0)})
	}
	return b
}

func (g Columns) axis() scale {
	figures := append(numbers(g.values()), g.Max)
	for _, r := range g.References {
		figures = append(figures, r.Value)
	}
	return axis(figures, true, 5)
}
