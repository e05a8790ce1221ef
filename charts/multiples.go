package charts

import "fmt"

// Panel is one small picture of Multiples; it has one value per point.
type Panel struct {
	Label  string
	Goal   int
	Values []Value
}

// Multiples shows the same points again and again, such as all municipalities for
// each goal, in small pictures with one common axis from zero.
type Multiples struct {
	Text
	PanelsAre string   // what a panel is, such as "Mål"
	Points    []string // what stands along each panel, such as municipalities or rounds
	Own       int      // which of the points stands out, from 1; 0 for none
	Max       float64  // reach of the axis; 0 leaves it to the figures
	Decimals  int
	Panels    []Panel
}

// MaxPoints is how many points a panel holds so that each can still be seen.
const MaxPoints = 30

func (m Multiples) check(c *checker) {
	c.common(m.Text, m.Decimals)
	c.number("max", m.Max)
	c.atMost("points", len(m.Points), MaxPoints)
	c.atMost("panels", len(m.Panels), maxColumns)
	if m.Own < 0 || m.Own > len(m.Points) {
		c.bad("own", "out_of_range", "max", len(m.Points))
	}
	for i, p := range m.Panels {
		c.goal(fmt.Sprintf("panels.%d.goal", i), p.Goal)
		c.valuesOf(fmt.Sprintf("panels.%d.values", i), p.Values, len(m.Points))
	}
}

// heat is the same figures as a table, a row per panel.
func (m Multiples) heat() HeatTable {
	h := HeatTable{Text: m.Text, RowsAre: m.PanelsAre, Decimals: m.Decimals}
	for _, name := range m.Points {
		h.Columns = append(h.Columns, HeatColumn{Label: name})
	}
	for _, p := range m.Panels {
		h.Rows = append(h.Rows, HeatRow{goalName(p.Label, p.Goal, m.lang()), p.Values})
	}
	return h
}

// Table has one row per panel and one column per point.
func (m Multiples) Table() Table { return m.heat().Table() }

// Summary says what a table with a row per point would.
func (m Multiples) Summary() string {
	h := HeatTable{Text: m.Text, Decimals: m.Decimals}
	for _, p := range m.Panels {
		h.Columns = append(h.Columns, HeatColumn{p.Label, p.Goal})
	}
	for i, name := range m.Points {
		row := HeatRow{Label: name}
		for _, p := range m.Panels {
			row.Values = append(row.Values, valueIn(p.Values, i))
		}
		h.Rows = append(h.Rows, row)
	}
	return h.Summary()
}

func (m Multiples) values() []Value { return m.heat().values() }
