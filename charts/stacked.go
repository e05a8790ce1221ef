package charts

import (
	"fmt"
	"slices"
	"strconv"
)

// StackedRow is one bar of a Stacked chart; it has one count per part.
type StackedRow struct {
	Label  string
	Goal   int
	Counts []int
}

// Stacked shows how a whole is made up, such as responses submitted, in
// progress and not started. The first part is drawn solid, the second hatched,
// the third as an empty outline, the fourth dotted.
type Stacked struct {
	Text
	RowsAre string // what a row is, such as "Kommune"
	Parts   []string
	Rows    []StackedRow
}

const maxParts = 4

func (k Stacked) check(c *checker) {
	c.common(k.Text, 0)
	c.atMost("parts", len(k.Parts), maxParts)
	c.atMost("rows", len(k.Rows), maxRows)
	for i, r := range k.Rows {
		c.goal(fmt.Sprintf("rows.%d.goal", i), r.Goal)
		if len(r.Counts) != len(k.Parts) {
			c.bad(fmt.Sprintf("rows.%d.counts", i), "wrong_length", "want", len(k.Parts))
		}
		for j, n := range r.Counts {
			if n < 0 || n > 1e9 {
				c.bad(fmt.Sprintf("rows.%d.counts.%d", i, j), "out_of_range", "min", 0, "max", 1e9)
			}
		}
	}
}

func (r StackedRow) total() int {
	sum := 0
	for _, n := range r.Counts {
		sum += n
	}
	return sum
}

// Table has one row per bar, a column per part, and the total.
func (k Stacked) Table() Table {
	w := wordsOf(k.lang())
	columns := []Column{{Name: orElse(k.RowsAre, w.name)}}
	for _, p := range k.Parts {
		columns = append(columns, Column{Name: clean(p), Numeric: true})
	}
	t := k.Text.table(append(columns, Column{Name: w.total, Numeric: true})...)
	for _, r := range k.Rows {
		row := []Cell{textCell(goalName(r.Label, r.Goal, k.lang()))}
		for _, n := range r.Counts {
			row = append(row, numberCell(float64(n), 0, k.lang()))
		}
		t.Rows = append(t.Rows, append(row, numberCell(float64(r.total()), 0, k.lang())))
	}
	return t
}

// Summary says the sum of each part over all rows and which rows have the
// largest and smallest share of the first part.
func (k Stacked) Summary() string {
	t := k.teller(0)
	sums, total := make([]int, len(k.Parts)), 0
	for _, r := range k.Rows {
		total += r.total()
		for j, n := range r.Counts[:min(len(r.Counts), len(sums))] {
			sums[j] += n
		}
	}
	if total == 0 {
		t.say("%s", t.nothing)
		return t.String()
	}
	var parts []string
	for j, n := range sums {
		if n > 0 {
			parts = append(parts, strconv.Itoa(n)+" "+lowerFirst(clean(k.Parts[j])))
		}
	}
	t.say(t.totals, t.figure(float64(total)), list(parts, t.lang))
	k.sayShares(t)
	return t.String()
}

func (k Stacked) sayShares(t *teller) {
	rows := slices.DeleteFunc(slices.Clone(k.Rows), func(r StackedRow) bool { return r.total() == 0 })
	if len(rows) < 2 {
		return
	}
	share := func(r StackedRow) float64 { return float64(r.Counts[0]) / float64(r.total()) }
	high, low := share(rows[0]), share(rows[0])
	for _, r := range rows {
		high, low = max(high, share(r)), min(low, share(r))
	}
	if high == low {
		return
	}
	who := func(want float64) string {
		var names []string
		for _, r := range rows {
			if share(r) == want {
				names = append(names, t.rowName(r.Label, r.Goal))
			}
		}
		return t.some(len(names), func(i int) string { return names[i] })
	}
	percent := func(x float64) string { return Format(100*x, 0, t.lang) + " " + t.percent }
	t.say(t.shares, lowerFirst(clean(k.Parts[0])), who(high), percent(high), who(low), percent(low))
}

func (k Stacked) draw(s *sheet) {
	most, labels := 0, make([]rowLabel, len(k.Rows))
	for i, r := range k.Rows {
		most = max(most, r.total())
		labels[i] = rowLabel{r.Label, r.Goal}
	}
	if len(k.Rows) == 0 || len(k.Parts) == 0 {
		s.nothing("")
		return
	}
	f := s.rowsFor(labels, 0, room(k.ofTotal(s, most, most), baseSize)+10)
	for i, r := range k.Rows {
		y := s.rowName(f, labels[i], s.y)
		x, sum := f.from, 0
		for j, n := range r.Counts {
			sum += n
			to := f.from + (f.to-f.from)*sum/max(most, 1)
			if n > 0 {
				s.part(j, x, y, max(to-x-2, 2), f.bar)
				s.partCount(j, n, x, y, to-x-2, f.bar)
			}
			x = to
		}
		s.label(x+8, y+f.bar/2+5, baseSize, s.ink, "start", k.ofTotal(s, r.Counts[0], sum), "")
		s.y += f.height
	}
	s.raise()
	for j, p := range k.Parts {
		s.keys.add(clean(p), func(x, y, w, h int) { s.part(j, x, y, w, h) })
	}
}

// ofTotal writes the first part against the whole: "4/6".
func (k Stacked) ofTotal(s *sheet, n, total int) string {
	return Format(float64(n), 0, s.lang) + "/" + Format(float64(total), 0, s.lang)
}

// part draws one part in its own manner.
func (s *sheet) part(j, x, y, w, h int) {
	switch j {
	case 0:
		s.rect(x, y, w, h, s.accent)
	case 1:
		s.bar(Value{State: Unconfirmed}, x, y, w, h, s.accent)
	case 2:
		s.frame(x, y, w, h, s.axis, 2)
	default:
		s.rect(x, y, w, h, s.quiet)
		s.texture(Far, x, y, w, h)
	}
}

// partCount writes the count into its part where there is room for it.
func (s *sheet) partCount(j, n, x, y, w, h int) {
	text := Format(float64(n), 0, s.lang)
	switch {
	case room(text, 13)+10 > w:
	case j == 0:
		s.text(x+w/2, y+h/2+5, 13, inkOn(s.accent), "middle", text, "")
	default:
		half := textWidth(text, 13)/2 + 3
		s.rect(x+w/2-half, y+3, 2*half, h-6, s.surface)
		s.text(x+w/2, y+h/2+5, 13, s.ink, "middle", text, "")
	}
}
