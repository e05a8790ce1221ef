package charts

import "fmt"

// Strip is one row of Strips: a value per unit, and that of the own unit.
type Strip struct {
	Label  string
	Goal   int
	Values []Value // of all units, the own one included
	Own    Value   // of the own unit, where the Strips have one
}

// Strips shows how several figures are spread, each along a strip of one common
// axis: a point per unit, the middle half and the median under them, and the own
// unit's place.
type Strips struct {
	Text
	RowsAre  string  // what a row is, such as "Mål"
	OwnName  string  // whose place is marked; empty for nobody's
	Max      float64 // reach of the axis, such as 100 for scores; 0 leaves it to the figures
	Decimals int
	Strips   []Strip
}

func (p Strips) check(c *checker) {
	c.common(p.Text, p.Decimals)
	c.number("max", p.Max)
	c.atMost("strips", len(p.Strips), maxColumns)
	for i, x := range p.Strips {
		path := fmt.Sprintf("strips.%d", i)
		c.goal(path+".goal", x.Goal)
		c.atMost(path+".values", len(x.Values), maxRows)
		c.valuesOf(path+".values", x.Values, len(x.Values))
		if p.OwnName != "" {
			c.value(path+".own", x.Own)
		}
	}
}

func (p Strips) values() []Value {
	var out []Value
	for _, x := range p.Strips {
		out = append(out, x.Values...)
	}
	return out
}

// enough is how many figures quartiles need to say anything.
const enough = 4

// Table has one row per strip: the own figure, the number of figures and the five
// numbers of the distribution where there are enough of them.
func (p Strips) Table() Table {
	w := wordsOf(p.lang())
	columns := []Column{{Name: orElse(p.RowsAre, w.name)}}
	if p.OwnName != "" {
		columns = append(columns, Column{Name: clean(p.OwnName), Numeric: true})
	}
	for _, name := range []string{w.figures, w.lowest, w.lowerQuartile, w.median, w.upperQuartile, w.highest} {
		columns = append(columns, Column{Name: name, Numeric: true})
	}
	t := p.Text.table(columns...)
	for _, x := range p.Strips {
		row := []Cell{textCell(goalName(x.Label, x.Goal, p.lang()))}
		if p.OwnName != "" {
			row = append(row, p.valueCell(x.Own, p.Decimals))
		}
		figures := sorted(numbers(x.Values))
		row = append(row, numberCell(float64(len(figures)), 0, p.lang()))
		for i := range 5 {
			if len(figures) < enough {
				row = append(row, p.valueCell(Value{State: TooFew}, 0))
				continue
			}
			row = append(row, numberCell(quantile(figures, float64(i)/4), p.Decimals, p.lang()))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// median is the middle of a strip.
func (x Strip) median() Value {
	if figures := sorted(numbers(x.Values)); len(figures) > 0 {
		return Value{Number: quantile(figures, 0.5), State: Confirmed}
	}
	return Value{State: NoData}
}

// Summary says on how many strips the own unit lies over and under the median,
// else where the medians are highest and lowest; then what is missing.
func (p Strips) Summary() string {
	t := p.teller(p.Decimals)
	medians := make([]Value, len(p.Strips))
	pairs := make([]Pair, len(p.Strips))
	for i, x := range p.Strips {
		medians[i] = x.median()
		pairs[i] = Pair{x.Label, x.Goal, x.Own, medians[i]}
	}
	if p.OwnName != "" {
		return Dumbbell{Text: p.Text, Rows: p.RowsAre, OneName: p.OwnName, OtherName: t.theMedian, Decimals: p.Decimals, Pairs: pairs}.Summary()
	}
	if t.extremesOf(medians, func(i int) string { return t.rowName(p.Strips[i].Label, p.Strips[i].Goal) }) {
		t.said = []string{t.median + ": " + lowerFirst(t.String())}
	}
	t.reservations(p.values(), t.cells)
	return t.String()
}
