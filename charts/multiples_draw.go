package charts

const (
	panelHigh  = 92 // of the plot in a panel
	panelLeast = 170
	panelGap   = 22
	pointText  = 11
)

func (m Multiples) draw(s *sheet) {
	if len(m.Panels) == 0 || len(m.Points) == 0 {
		s.nothing("")
		return
	}
	a := axis(append(numbers(m.values()), m.Max), true, 2)
	least := max(panelLeast, s.tickRoom(a)+len(m.Points)*13)
	across := min(max((s.inner()+panelGap)/(least+panelGap), 1), len(m.Panels))
	width := (s.inner()+panelGap)/across - panelGap
	named := m.namesFit(s, a, width)
	for row := 0; row < len(m.Panels); row += across {
		m.row(s, a, m.Panels[row:min(row+across, len(m.Panels))], width, named)
	}
	s.raise()
	if !named {
		for i, name := range m.Points {
			number := Format(float64(i+1), 0, s.lang)
			s.keys.add(clean(name), func(x, y, w, h int) {
				if i+1 == m.Own {
					s.rect(x, y+h-2, w, 3, s.ink)
				}
				s.text(x+w/2, y+12, endSize, s.ink, "middle", number, "")
			})
		}
	}
	s.keys.next()
	s.keyBands(m.values())
	s.keyStates(m.values(), s.sample)
	s.keyZero(m.values())
}

// namesFit tells whether each point can be named under its column.
func (m Multiples) namesFit(s *sheet, a scale, width int) bool {
	for _, name := range m.Points {
		if room(clean(name), pointText)+6 > (width-s.tickRoom(a))/len(m.Points) {
			return false
		}
	}
	return true
}

// row draws panels side by side, their headings above them.
func (m Multiples) row(s *sheet, a scale, panels []Panel, width int, named bool) {
	lines := 1
	for _, p := range panels {
		lines = max(lines, len(wrap(clean(p.Label), endSize, headWidth(p, width), 2)))
	}
	top := s.y + 10 + 17*lines + onColumn
	for i, p := range panels {
		x := s.margin + i*(width+panelGap)
		m.heading(s, p, x, width)
		plot := a
		plot.from, plot.to = top+panelHigh, top
		m.panel(s, plot, p, x, width, named)
	}
	s.y = top + panelHigh + 22
}

func headWidth(p Panel, width int) int {
	if p.Goal > 0 {
		return width - goalSize - 8
	}
	return width
}

func (m Multiples) heading(s *sheet, p Panel, x, width int) {
	y, name := s.y+22, clean(p.Label)
	left := x + width - headWidth(p, width)
	if p.Goal > 0 {
		s.goal(p.Goal, x, s.y+8, goalSize)
	}
	lines := wrap(name, endSize, headWidth(p, width), 2)
	for _, line := range lines {
		s.text(left, y, endSize, s.ink, "start", line, hintOf(line, name, len(lines)))
		y += 17
	}
}

func (m Multiples) panel(s *sheet, a scale, p Panel, x, width int, named bool) {
	from := x + s.tickRoom(a)
	s.risingAxis(a, from, x+width)
	free := 0
	for i, v := range p.Values {
		left := from + (x+width-from)*i/len(m.Points)
		w := from + (x+width-from)*(i+1)/len(m.Points) - left
		m.point(s, a, v, left+1, min(w-2, 44))
		middle := left + 1 + min(w-2, 44)/2
		if i+1 == m.Own {
			s.rect(left+1, a.from+4, min(w-2, 44), 3, s.ink)
		}
		name := Format(float64(i+1), 0, s.lang)
		if named {
			name = clean(m.Points[i])
		}
		if half := room(name, pointText) / 2; middle-half >= free {
			s.text(middle, a.from+18, pointText, s.muted, "middle", name, "")
			free = middle + half + 3
		}
	}
}

// point draws one column with the sign of its band, and its number where there
// is room.
func (m Multiples) point(s *sheet, a scale, v Value, x, w int) {
	if !v.State.HasNumber() {
		s.absent(v.State, x, a.at(0)-18, w, 18)
		return
	}
	zero, end := a.at(0), a.at(v.Number)
	s.columnFrom(v, x, zero, end, w, s.of(v))
	tip := min(zero, end) - 2
	if v.Band != "" {
		radius := min(6, float64(w)/2)
		s.above(func() {
			s.circle(x+w/2, tip-int(radius), radius+1, s.surface, s.surface, 0)
			s.band(v.Band, x+w/2, tip-int(radius), radius, s.of(v), s.surface)
		})
		tip -= 2 * int(radius)
	}
	if text := s.number(v, m.Decimals); room(text, pointText) <= w+2 {
		s.label(x+w/2, tip-2, pointText, s.ink, "middle", text, "")
	}
}
