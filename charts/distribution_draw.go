package charts

import (
	"fmt"
	"slices"
	"strconv"
)

const (
	dotPitch   = 12
	maxStack   = 18  // dots on top of one another before bars take over
	maxDots    = 300 // units before bars take over
	countsTall = 190 // height of the plot with counts
	countsHigh = 160 // and of its highest bar
)

func (d Distribution) draw(s *sheet) {
	figures := sorted(numbers(d.values()))
	if len(figures) == 0 {
		_, why := d.teller(0).reasons(countStates(d.values()))
		s.nothing(upperFirst(why))
		return
	}
	reach := slices.Clone(figures)
	for _, r := range d.Thresholds {
		reach = append(reach, r.Value)
	}
	a := axis(reach, false, 6)
	if len(d.Choices) > 0 {
		a = d.choiceAxis(true)
	}
	a.from, a.to = s.margin+12, s.width-s.margin-12
	lines := s.placeReferences(a, d.Thresholds, max(d.Decimals, d.Sharper))
	s.y += d.ownName(s, a)
	var bottom int
	if stacks, tallest := d.stacks(a); len(d.Units) <= maxDots && tallest <= maxStack {
		bottom = s.y + max(tallest*dotPitch+20, 70)
		s.levelAxisAt(a, s.y, bottom, bottom+26)
		s.drawReferences(lines, bottom)
		d.dots(s, a, stacks, bottom)
	} else {
		bottom = s.y + countsTall
		s.levelAxisAt(a, s.y, bottom, bottom+26)
		d.counts(s, a, figures, bottom)
		s.drawReferences(lines, bottom)
	}
	s.raise()
	if d.fivePoints(figures) {
		d.quartiles(s, a, figures, bottom+8)
	}
	s.y = bottom + 46
	d.keyMissing(s)
}

// ownName writes name and number of the own unit above its place and gives the
// height that this takes.
func (d Distribution) ownName(s *sheet, a scale) int {
	u := d.own()
	if u == nil {
		return 4
	}
	name := cut(clean(u.Label), 14, s.inner()/2)
	if !u.Value.State.HasNumber() {
		s.absent(u.Value.State, s.margin, s.y+4, 30, 18)
		s.text(s.margin+38, s.y+18, 14, s.ink, "start", cut(name+": "+lowerFirst(s.words.states[u.Value.State]), 14, s.inner()-40), "")
		return 34
	}
	text := name + " " + s.number(u.Value, d.Decimals)
	if len(d.Choices) > 0 {
		text = name + ": " + lowerFirst(s.number(u.Value, d.Decimals))
	}
	x, half := a.at(u.Value.Number), room(text, 14)/2+4
	s.label(min(max(x, s.margin+half), s.width-s.margin-half), s.y+16, 14, s.ink, "middle", text, "")
	return 26
}

// stacks puts every unit with a number into the column of its place, the own
// one on top.
func (d Distribution) stacks(a scale) (columns map[int][]Unit, tallest int) {
	columns = map[int][]Unit{}
	for _, u := range d.Units {
		if !u.Value.State.HasNumber() || u.Own {
			continue
		}
		i := (a.at(u.Value.Number) - a.from) / dotPitch
		columns[i] = append(columns[i], u)
	}
	if u := d.own(); u != nil && u.Value.State.HasNumber() {
		i := (a.at(u.Value.Number) - a.from) / dotPitch
		columns[i] = append(columns[i], *u)
	}
	for _, c := range columns {
		tallest = max(tallest, len(c))
	}
	return columns, tallest
}

func (d Distribution) dots(s *sheet, a scale, columns map[int][]Unit, bottom int) {
	order := make([]int, 0, len(columns))
	for i := range columns {
		order = append(order, i)
	}
	slices.Sort(order)
	for _, i := range order {
		for j, u := range columns[i] {
			x, y := a.from+i*dotPitch+dotPitch/2, bottom-9-j*dotPitch
			if u.Own {
				if j > 0 {
					y -= 4 // it is larger than those below it
				}
				s.line(s.accent, 2, nil, x, y-8, x, s.y-4)
				s.dot(u.Value.State, 0, x, y, 7, s.accent)
				continue
			}
			s.dot(u.Value.State, 0, x, y, 4, s.quiet)
		}
	}
	s.keyNumbers(d.values(), s.dotSample)
}

// counts draws bars between the ticks, two to a step, with the number of units
// in each; the one that holds the own unit stands out.
func (d Distribution) counts(s *sheet, a scale, figures []float64, bottom int) {
	bins := make([]int, 2*max(len(a.ticks)-1, 1))
	if len(d.Choices) > 0 {
		bins = make([]int, len(d.Choices))
	}
	place := func(f float64) int { return min(int(a.share(f)*float64(len(bins))), len(bins)-1) }
	most, own := 0, -1
	for _, f := range figures {
		bins[place(f)]++
		most = max(most, bins[place(f)])
	}
	if u := d.own(); u != nil && u.Value.State.HasNumber() {
		own = place(u.Value.Number)
	}
	for i, n := range bins {
		x0 := a.from + (a.to-a.from)*i/len(bins) + 1
		x1 := a.from + (a.to-a.from)*(i+1)/len(bins) - 1
		h := countsHigh * n / most
		if n == 0 {
			continue
		}
		c := s.quiet
		if i == own {
			c = s.accent
		}
		s.rect(x0, bottom-max(h, 1), x1-x0, max(h, 1), c)
		s.label((x0+x1)/2, bottom-h-5, 12, s.ink, "middle", strconv.Itoa(n), "")
	}
	if own >= 0 {
		x, top := a.at(d.own().Value.Number), bottom-countsHigh*bins[own]/most-22
		s.line(s.accent, 2, nil, x, s.y-4, x, max(top, s.y))
	}
}

// quartiles draws the middle half and the median below the axis.
func (d Distribution) quartiles(s *sheet, a scale, figures []float64, y int) {
	low, middle, high := quantile(figures, 0.25), quantile(figures, 0.5), quantile(figures, 0.75)
	s.box(a, figures, y)
	s.keys.next()
	number := func(f float64) string { return Format(f, d.Decimals, s.lang) }
	s.keys.add(s.words.median+" "+number(middle), func(x, y, w, h int) { s.rect(x+w/2-1, y, 3, h, s.ink) })
	s.keys.add(fmt.Sprintf("%s %s–%s", s.words.middleHalf, number(low), number(high)), func(x, y, w, h int) { s.rect(x, y+h/2-4, w, 8, s.quiet) })
}

// keyMissing counts what is missing, by reason.
func (d Distribution) keyMissing(s *sheet) {
	counts := countStates(d.values())
	s.keys.next()
	for _, st := range states {
		if n := counts[st]; n > 0 && !st.HasNumber() {
			s.keys.add(s.words.states[st]+": "+strconv.Itoa(n), func(x, y, w, h int) { s.absent(st, x, y, w, h) })
		}
	}
}
