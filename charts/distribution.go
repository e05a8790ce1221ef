package charts

import (
	"fmt"
	"strconv"
)

// Unit is one of the many of a Distribution. Units without a label are shown
// and counted, but never listed. Own is the one to be found in the crowd.
type Unit struct {
	Label string
	Value Value
	Own   bool
}

// Distribution shows how one figure is spread over many units, with the
// quartiles, one unit marked, and thresholds: a dot per unit, or bars with
// counts where dots would not fit.
type Distribution struct {
	Text
	UnitsAre   string // what a unit is, such as "Kommune"
	Decimals   int
	Units      []Unit
	Thresholds []Reference
	Sharper    int // decimals of the thresholds, where they need more than the figures
}

func (d Distribution) check(c *checker) {
	c.common(d.Text, max(d.Decimals, d.Sharper))
	c.atMost("units", len(d.Units), maxUnits)
	own := 0
	for i, u := range d.Units {
		c.value(fmt.Sprintf("units.%d", i), u.Value)
		if u.Own {
			own++
		}
	}
	if own > 1 {
		c.bad("units", "one_own_at_most")
	}
	c.references(d.Thresholds)
}

func (d Distribution) values() []Value {
	out := make([]Value, len(d.Units))
	for i, u := range d.Units {
		out[i] = u.Value
	}
	return out
}

func (d Distribution) own() *Unit {
	for i := range d.Units {
		if d.Units[i].Own {
			return &d.Units[i]
		}
	}
	return nil
}

// fivePoints tells whether quartiles say anything: there are figures enough, and
// they are no answers.
func (d Distribution) fivePoints(figures []float64) bool {
	return len(figures) >= enough && len(d.Choices) == 0
}

// Table gives the five numbers of the distribution where there are figures
// enough, the thresholds, and the units that have a label.
func (d Distribution) Table() Table {
	w := wordsOf(d.lang())
	t := d.Text.table(Column{Name: orElse(d.UnitsAre, w.name)}, Column{Name: w.value, Numeric: true})
	if figures := sorted(numbers(d.values())); d.fivePoints(figures) {
		for i, name := range []string{w.lowest, w.lowerQuartile, w.median, w.upperQuartile, w.highest} {
			t.Rows = append(t.Rows, []Cell{textCell(name), numberCell(quantile(figures, float64(i)/4), d.Decimals, d.lang())})
		}
	}
	for _, r := range d.Thresholds {
		t.Rows = append(t.Rows, []Cell{textCell(r.Label), d.figureCell(r.Value, max(d.Decimals, d.Sharper))})
	}
	for _, u := range d.Units {
		if clean(u.Label) != "" {
			t.Rows = append(t.Rows, []Cell{textCell(u.Label), d.valueCell(u.Value, d.Decimals)})
		}
	}
	return t
}

// Summary says the range and the middle half, or the number of each answer,
// where the own unit lies, the thresholds, and what is missing.
func (d Distribution) Summary() string {
	t := d.teller(d.Decimals)
	figures := sorted(numbers(d.values()))
	switch {
	case len(figures) == 0:
	case len(d.Choices) > 0 && len(figures) > 1 && figures[0] == figures[len(figures)-1]:
		t.say(t.allAnswer, t.number(figures[0]))
	case len(d.Choices) > 0:
		t.say(t.answers, t.count(len(figures)), list(d.counted(figures), t.lang))
	case t.number(figures[0]) == t.number(figures[len(figures)-1]) && len(figures) > 1:
		t.say(t.allEqual, t.figure(figures[0]))
	default:
		d.saySpread(t, figures)
	}
	d.sayOwn(t, figures)
	if len(figures) > 0 {
		t.decimals = max(d.Decimals, d.Sharper)
		t.against(d.Thresholds)
		t.decimals = d.Decimals
	}
	t.reservations(d.values(), t.municipalities)
	return t.String()
}

func (d Distribution) saySpread(t *teller, figures []float64) {
	if len(figures) == 1 {
		for _, u := range d.Units {
			if u.Value.State.HasNumber() {
				t.say(t.single, orElse(u.Label, t.count(1)), t.figure(u.Value.Number))
			}
		}
		return
	}
	t.say(t.spread, t.count(len(figures)), t.number(figures[0]), t.figure(figures[len(figures)-1]))
	if d.fivePoints(figures) {
		t.say(t.half, t.number(quantile(figures, 0.25)), t.figure(quantile(figures, 0.75)), t.figure(quantile(figures, 0.5)))
	}
}

// counted gives the number of each answer, in the order of the choices.
func (d Distribution) counted(figures []float64) []string {
	var parts []string
	for _, c := range d.Choices {
		n := 0
		for _, f := range figures {
			if Round(f, d.Decimals) == c.Number {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+lowerFirst(clean(c.Word)))
		}
	}
	return parts
}

// sayOwn says where the own unit lies among those with a figure.
func (d Distribution) sayOwn(t *teller, figures []float64) {
	u := d.own()
	switch {
	case u == nil || len(figures) == 0:
	case !u.Value.State.HasNumber():
		t.say(t.ownMissing, clean(u.Label), because(": %s", t.plainly(u.Value.State)))
	case len(d.Choices) > 0:
		t.say(t.ownAnswer, clean(u.Label), t.number(u.Value.Number))
	case len(figures) > 1:
		lower, higher, at := 0, 0, Round(u.Value.Number, d.Decimals)
		for _, f := range figures {
			switch r := Round(f, d.Decimals); {
			case r < at:
				lower++
			case r > at:
				higher++
			}
		}
		above := t.none
		if higher > 0 {
			above = strconv.Itoa(higher)
		}
		t.say(t.place, clean(u.Label), t.figure(at), t.count(lower), above)
	}
}
