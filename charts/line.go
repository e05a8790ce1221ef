package charts

import (
	"fmt"
	"slices"
	"strconv"
)

// Series is one line of a Line chart: a value per year, missing ones included.
type Series struct {
	Name   string
	Values []Value
}

// Line shows figures over years for one or a few series. A line breaks where a
// figure is missing, and the reason is shown below the years.
type Line struct {
	Text
	Years      []int // rising; the years for which figures are expected
	FromZero   bool  // let the axis begin at zero
	Decimals   int
	Series     []Series
	Beside     []Series    // what the series are read against, such as the nation: drawn thin and dashed
	Targets    []Reference // what is to be reached or kept, such as a limit in law: a whole line
	References []Reference
}

func (l Line) all() []Series { return slices.Concat(l.Series, l.Beside) }

// lines are all that are level.
func (l Line) lines() []Reference { return slices.Concat(l.Targets, l.References) }

func (l Line) check(c *checker) {
	c.common(l.Text, l.Decimals)
	c.atMost("series", len(l.Series)+len(l.Beside), maxSeries)
	c.atMost("years", len(l.Years), maxRows)
	for i, y := range l.Years {
		if y < 0 || y > 9999 || i > 0 && y <= l.Years[i-1] {
			c.bad(fmt.Sprintf("years.%d", i), "not_rising")
		}
	}
	for i, s := range l.all() {
		c.valuesOf(fmt.Sprintf("series.%d.values", i), s.Values, len(l.Years))
	}
	c.references(l.lines())
}

func (l Line) values() []Value {
	var out []Value
	for _, s := range l.all() {
		out = append(out, s.Values...)
	}
	return out
}

// Table has one row per year and one column per series.
func (l Line) Table() Table {
	columns := []Column{{Name: wordsOf(l.lang()).year}}
	for _, s := range l.all() {
		columns = append(columns, Column{Name: clean(s.Name), Numeric: true})
	}
	t := l.Text.table(columns...)
	for i, y := range l.Years {
		row := []Cell{textCell(strconv.Itoa(y))}
		for _, s := range l.all() {
			row = append(row, l.valueCell(valueIn(s.Values, i), l.Decimals))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// valueIn gives the value at a place; what is left out, which drawing refuses,
// reads as missing.
func valueIn(values []Value, i int) Value {
	if i < len(values) {
		return values[i]
	}
	return Value{State: NoData}
}

// Summary says for each series its change from the first to the last figure and
// the years without one.
func (l Line) Summary() string {
	t := l.teller(l.Decimals)
	values := l.values()
	if len(numbers(values)) == 0 {
		t.reservations(values, "")
		return t.String()
	}
	for _, s := range l.all() {
		l.sayChange(t, s)
	}
	t.against(l.lines())
	t.origins(countStates(values))
	return t.String()
}

func (l Line) sayChange(t *teller, s Series) {
	name, first, last := clean(s.Name), -1, -1
	var gaps []string
	lacking := map[State]int{}
	for i, y := range l.Years {
		if v := valueIn(s.Values, i); !v.State.HasNumber() {
			gaps = append(gaps, strconv.Itoa(y))
			lacking[v.State]++
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
	}
	_, why := t.reasons(lacking)
	why = because(" (%s)", why)
	switch {
	case first < 0:
		t.say(t.noPoints, name, why)
		return
	case first == last:
		t.say(t.orWord(t.onePoint, t.onlyWord), name, t.figure(s.Values[first].Number), l.Years[first])
	default:
		l.sayFromTo(t, name, s.Values[first].Number, s.Values[last].Number, l.Years[first], l.Years[last])
	}
	switch {
	case len(gaps) > 3:
		t.say(t.gapsOf, name, len(gaps), len(l.Years), why)
	case len(gaps) > 0:
		t.say(t.gaps, name, list(gaps, t.lang), why)
	}
}

func (l Line) sayFromTo(t *teller, name string, from, to float64, first, last int) {
	from, to = Round(from, l.Decimals), Round(to, l.Decimals)
	switch {
	case from == to:
		t.say(t.orWord(t.steady, t.stayedWord), name, t.figure(from), first, last)
	case from < to:
		t.say(t.orWord(t.rise, t.moved), name, t.figure(from), first, t.figure(to), last)
	default:
		t.say(t.orWord(t.fall, t.moved), name, t.figure(from), first, t.figure(to), last)
	}
}

// orWord gives the sentence for numbers, or that for answers in words.
func (t *teller) orWord(number, word string) string {
	if len(t.text.Choices) > 0 {
		return word
	}
	return number
}
