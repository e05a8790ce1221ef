package charts

import "strconv"

const (
	stripHigh = 46 // of a row, its name apart
	lane      = 5  // points that lie close take turns in three lanes so far apart
)

func (p Strips) draw(s *sheet) {
	figures := numbers(p.values())
	if len(figures) == 0 {
		_, why := p.teller(0).reasons(countStates(p.values()))
		s.nothing(upperFirst(why))
		return
	}
	labels := make([]rowLabel, len(p.Strips))
	after := 12
	for i, x := range p.Strips {
		labels[i] = rowLabel{x.Label, x.Goal}
		if p.OwnName != "" {
			after = max(after, s.endWidth(x.Own, p.Decimals), 44)
		}
		if x.Own.State.HasNumber() && p.OwnName != "" {
			figures = append(figures, x.Own.Number)
		}
	}
	f := s.rowsFor(labels, 8, after)
	f.height += stripHigh - 36
	f.bar = 30
	a := axis(append(figures, p.Max), p.Max > 0, 5)
	a.from, a.to = f.from, f.to
	if f.above {
		f.height = f.bar + 36
	}
	top := s.y
	bottom := top + f.height*len(p.Strips) + 4
	s.helpLines(a, top, bottom, bottom+17)
	for i, x := range p.Strips {
		p.strip(s, a, x, s.rowName(f, labels[i], s.y))
		s.y += f.height
	}
	s.raise()
	s.y = bottom + 20
	p.keys(s)
}

// strip draws the points of one row, its quartiles, and its own figure last.
func (p Strips) strip(s *sheet, a scale, x Strip, y int) {
	for i, v := range x.Values {
		if v.State.HasNumber() {
			s.dot(v.State, 0, a.at(v.Number), y+5+lane*(i%3), 2.5, s.quiet)
		}
	}
	if figures := sorted(numbers(x.Values)); len(figures) >= enough {
		s.box(a, figures, y+25)
	}
	if p.OwnName == "" {
		return
	}
	if !x.Own.State.HasNumber() {
		s.absent(x.Own.State, a.to+10, y+2, 34, 18)
		return
	}
	at := a.at(x.Own.Number)
	s.above(func() {
		s.line(s.surface, 5, nil, at, y-4, at, y+32)
		s.line(s.of(x.Own), 2, nil, at, y-4, at, y+32)
		s.dot(x.Own.State, 1, at, y+10, 7, s.of(x.Own))
	})
	s.sign(x.Own, a.to+17, y+10)
	s.label(a.to+10+signWidth(x.Own), y+15, baseSize, s.ink, "start", s.number(x.Own, p.Decimals), "")
}

// box draws the middle half and the median of rising figures.
func (s *sheet) box(a scale, figures []float64, y int) {
	low, middle, high := quantile(figures, 0.25), quantile(figures, 0.5), quantile(figures, 0.75)
	s.rect(a.at(low), y, max(a.at(high)-a.at(low), 2), 8, s.quiet)
	s.rect(a.at(middle)-2, y-3, 5, 14, s.surface)
	s.rect(a.at(middle)-1, y-3, 3, 14, s.ink)
}

func (p Strips) keys(s *sheet) {
	var own []Value
	if p.OwnName != "" {
		s.keys.add(clean(p.OwnName), func(x, y, w, h int) { s.dot(Confirmed, 1, x+w/2, y+h/2, 7, s.accent) })
		for _, x := range p.Strips {
			own = append(own, x.Own)
		}
	}
	s.keys.add(s.words.median, func(x, y, w, h int) { s.rect(x+w/2-1, y, 3, h, s.ink) })
	s.keys.add(s.words.middleHalf, func(x, y, w, h int) { s.rect(x, y+h/2-4, w, 8, s.quiet) })
	s.keyBands(own)
	s.keyNumbers(append(own, p.values()...), s.dotSample)
	counts := countStates(p.values())
	for _, st := range states {
		if n := counts[st]; n > 0 && !st.HasNumber() {
			s.keys.add(s.words.states[st]+": "+strconv.Itoa(n), func(x, y, w, h int) { s.absent(st, x, y, w, h) })
		}
	}
	for _, v := range own {
		if !v.State.HasNumber() && counts[v.State] == 0 {
			s.keys.add(s.words.states[v.State], func(x, y, w, h int) { s.absent(v.State, x, y, w, h) })
		}
	}
}
