package charts

import "github.com/wcharczuk/go-chart/v2/drawing"

const (
	heatRow  = 28
	heatSign = 6 // radius of the sign in a cell
	heatText = 12
)

// cellText is what stands in a cell and how wide it is. Many cells hold the
// same, so each is measured once.
type cellText struct {
	text        string
	width, room int
}

func (s *sheet) cellText(v Value, decimals int) cellText {
	if t, ok := s.cells[v]; ok {
		return t
	}
	text := s.words.short[v.State]
	if v.State.HasNumber() {
		text = s.number(v, decimals)
	}
	t := cellText{text, textWidth(text, heatText), room(text, heatText) + signRoom(v) + 8}
	if s.cells == nil {
		s.cells = map[Value]cellText{}
	}
	s.cells[v] = t
	return t
}

// cellNeed is the width that the widest cell or column name needs.
func (h HeatTable) cellNeed(s *sheet) int {
	need := 0
	for _, r := range h.Rows {
		for _, v := range r.Values {
			need = max(need, s.cellText(v, h.Decimals).room)
		}
	}
	for _, c := range h.Columns {
		if c.Goal == 0 {
			need = max(need, min(room(clean(c.Label), heatText), 90)+6)
		}
	}
	return max(need, 34)
}

func signRoom(v Value) int {
	if v.Band == "" || !v.State.HasNumber() {
		return 0
	}
	return 2*heatSign + 4
}

func (h HeatTable) nameNeed(s *sheet) int {
	need := 0
	for _, r := range h.Rows {
		need = max(need, room(clean(r.Label), baseSize))
	}
	return min(need, 200) + 12
}

func (h HeatTable) least(s *sheet) int {
	if len(h.Rows) == 0 || len(h.Columns) == 0 {
		return 0
	}
	return 2*s.margin + h.nameNeed(s) + len(h.Columns)*h.cellNeed(s)
}

func (h HeatTable) draw(s *sheet) {
	if len(h.Rows) == 0 || len(h.Columns) == 0 {
		s.nothing("")
		return
	}
	cell := h.cellNeed(s)
	names := min(h.nameNeed(s), s.inner()-cell*len(h.Columns))
	cell = min((s.inner()-names)/len(h.Columns), max(cell, 72))
	x := s.margin + names
	h.drawHead(s, x, cell)
	s.together(len(h.Rows)*len(h.Columns), func() { h.drawRows(s, x, cell, names) })
	values := h.values()
	s.keyBands(values)
	s.keyStates(values, s.cellSample)
	h.keyGoals(s)
}

func (h HeatTable) drawRows(s *sheet, x, cell, names int) {
	for _, r := range h.Rows {
		label := clean(r.Label)
		short := cut(label, baseSize, names-10)
		s.text(s.margin, s.y+heatRow/2+5, baseSize, s.ink, "start", short, hintOf(short, label, 1))
		for j, v := range r.Values {
			s.cell(v, h.Decimals, x+j*cell+1, s.y+1, cell-2, heatRow-2)
		}
		s.y += heatRow
	}
}

// drawHead sets the column names: squares for goals, else wrapped text.
func (h HeatTable) drawHead(s *sheet, x, cell int) {
	lines := 0
	for _, c := range h.Columns {
		if c.Goal == 0 {
			lines = max(lines, len(wrap(clean(c.Label), heatText, cell-4, 3)))
		}
	}
	height := max(goalSize+8, lines*15+8)
	for j, c := range h.Columns {
		middle := x + j*cell + cell/2
		if c.Goal > 0 {
			s.goal(c.Goal, middle-goalSize/2, s.y+height-goalSize-6, goalSize)
			continue
		}
		name := clean(c.Label)
		wrapped := wrap(name, heatText, cell-4, 3)
		at := s.y + height - 9 - 15*(len(wrapped)-1)
		for _, line := range wrapped {
			s.text(middle, at, heatText, s.ink, "middle", line, hintOf(line, name, len(wrapped)))
			at += 15
		}
	}
	s.y += height
}

// cell draws one figure of the table: on its band's colour when confirmed, on a
// pale hatching within an outline when not.
func (s *sheet) cell(v Value, decimals, x, y, w, h int) {
	if !v.State.HasNumber() {
		s.absent(v.State, x, y, w, h)
		return
	}
	c := s.of(v)
	ink, under := inkOn(c), c
	if v.State == Confirmed {
		s.rect(x, y, w, h, c)
		if s.pattern {
			s.strip(v.Band, x, y+h-4, w, ink)
		}
	} else {
		s.paleHatch(v.State, x, y, w, h, c)
		ink, under = s.ink, s.surface
	}
	text := s.cellText(v, decimals)
	left := x + (w-text.width-signRoom(v))/2
	if v.Band != "" {
		sign := ink
		if v.State != Confirmed {
			sign = c
		}
		s.band(v.Band, left+heatSign, y+h/2, heatSign, sign, under)
	}
	s.text(left+signRoom(v), y+h/2+4, heatText, ink, "start", text.text, "")
}

// paleHatch is the ground of a figure that is not confirmed: pale enough for
// text to be read on it.
func (s *sheet) paleHatch(st State, x, y, w, h int, c drawing.Color) {
	pale := mix(c, s.surface, 0.28)
	if st == Uncertain {
		s.hatch(pale, 1, x, y, s.groundOf(w, h, true))
		s.frame(x, y, w, h, c, 2, 4, 3)
		return
	}
	s.hatch(pale, 2, x, y, s.groundOf(w, h, false))
	s.frame(x, y, w, h, c, 2)
}

type hatchKey struct {
	w, h    int
	crossed bool
}

// groundOf gives the hatching of a cell. All cells of a table have the same.
func (s *sheet) groundOf(w, h int, crossed bool) *form {
	key := hatchKey{w, h, crossed}
	if f := s.grounds[key]; f != nil {
		return f
	}
	lines := diagonals(1, 1, w-2, h-2, 7, false)
	if crossed {
		lines = append(lines, diagonals(1, 1, w-2, h-2, 7, true)...)
	}
	if s.grounds == nil {
		s.grounds = map[hatchKey]*form{}
	}
	s.grounds[key] = hatching(2, lines)
	return s.grounds[key]
}

var dashesOf = map[Band][]float64{Near: {9, 3}, Behind: {4, 4}, Far: {2, 6}}

// strip is the pattern of a band at the foot of a cell, out of the way of its
// number: whole for achieved, then long, short and shortest dashes.
func (s *sheet) strip(b Band, x, y, w int, c drawing.Color) {
	if b != "" {
		s.line(c, 2, dashesOf[b], x+3, y+1, x+w-3, y+1)
	}
}

func (s *sheet) cellSample(v Value, x, y, w, h int) {
	if v.State == Confirmed {
		s.rect(x, y, w, h, s.accent)
		return
	}
	s.paleHatch(v.State, x, y, w, h, s.accent)
}

// keyGoal names a goal that shows its number alone.
func (s *sheet) keyGoal(goal int, name string) {
	s.keys.add(name, func(x, y, _, h int) { s.goal(goal, x+5, y-1, h+2) })
}

// keyGoals names the goals, whose columns show their numbers alone.
func (h HeatTable) keyGoals(s *sheet) {
	s.keys.next()
	for _, c := range h.Columns {
		if c.Goal > 0 && clean(c.Label) != "" {
			s.keyGoal(c.Goal, clean(c.Label))
		}
	}
}
