package charts

import "fmt"

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
}

func (d Distribution) texts() Text      { return d.Text }
func (d Distribution) least(*sheet) int { return 0 }

func (d Distribution) check(c *checker) {
	c.common(d.Text, d.Decimals)
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

// Table gives the five numbers of the distribution, the thresholds, and the
// units that have a label.
func (d Distribution) Table() Table {
	w := wordsOf(d.lang())
	t := d.Text.table(Column{Name: orElse(d.UnitsAre, w.name)}, Column{Name: w.value, Numeric: true})
	if figures := sorted(numbers(d.values())); len(figures) > 0 {
		for i, name := range []string{w.lowest, w.lowerQuartile, w.median, w.upperQuartile, w.highest} {
			t.Rows = append(t.Rows, []Cell{textCell(name), numberCell(quantile(figures, float64(i)/4), d.Decimals, d.lang())})
		}
	}
	for _, r := range d.Thresholds {
		t.Rows = append(t.Rows, []Cell{textCell(r.Label), numberCell(r.Value, d.Decimals, d.lang())})
	}
	for _, u := range d.Units {
		if clean(u.Label) != "" {
			t.Rows = append(t.Rows, []Cell{textCell(u.Label), valueCell(u.Value, d.Decimals, d.lang())})
		}
	}
	return t
}

// Summary says the range, the middle half, where the own unit lies, the
// thresholds, and what is missing.
func (d Distribution) Summary() string {
	t := d.teller(d.Decimals)
	t.unit(d.Unit)
	figures := sorted(numbers(d.values()))
	if len(figures) == 0 {
		t.say("%s", t.nothing)
	} else {
		t.say(t.spread, len(figures), t.number(figures[0]), t.number(figures[len(figures)-1]))
	}
	if len(figures) > 3 {
		t.say(t.half, t.number(quantile(figures, 0.25)), t.number(quantile(figures, 0.75)), t.number(quantile(figures, 0.5)))
	}
	if u := d.own(); u != nil && u.Value.State.HasNumber() {
		lower, higher, at := 0, 0, Round(u.Value.Number, d.Decimals)
		for _, f := range figures {
			switch r := Round(f, d.Decimals); {
			case r < at:
				lower++
			case r > at:
				higher++
			}
		}
		t.say(t.position, clean(u.Label), t.number(at), lower, higher)
	} else if u != nil {
		t.say("%s: %s.", clean(u.Label), lowerFirst(t.states[u.Value.State]))
	}
	t.against(d.Thresholds)
	t.reservations(d.values())
	return t.String()
}
