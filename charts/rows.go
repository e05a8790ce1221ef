package charts

// rowLabel names a row; Goal 1 to 17 puts the square of the goal in front.
type rowLabel struct {
	name string
	goal int
}

// rows is where the parts of a chart with one row per thing stand: names to the
// left, or above their rows where the picture is narrow.
type rows struct {
	above    bool
	from, to int // the plot
	height   int // of one row, name included
	bar      int // height of the mark in it
	names    int // width for names
}

const goalSize = 22

// rowsFor places the rows. before and after are kept free in the plot for
// labels at the ends of the marks.
func (s *sheet) rowsFor(labels []rowLabel, before, after int) rows {
	f := rows{above: s.narrow(), bar: 20, height: 36}
	if len(labels) > 40 {
		f.bar, f.height = 16, 26
	}
	need, goals := 0, 0
	for _, l := range labels {
		need = max(need, room(clean(l.name), baseSize))
		if l.goal > 0 {
			goals = goalSize + 8
		}
	}
	f.names = min(need+goals, s.inner()*36/100)
	f.from, f.to = s.margin+f.names+14+before, s.width-s.margin-after
	if f.above {
		f.names, f.height = s.inner(), f.bar+36
		f.from = s.margin + before
	}
	return f
}

// rowName writes the name of the row that begins at y and gives where its mark
// begins.
func (s *sheet) rowName(f rows, l rowLabel, y int) int {
	x, width := s.margin, f.names
	mark := y + (f.height-f.bar)/2
	middle := mark + f.bar/2
	if f.above {
		mark, middle = y+26, y+13
	}
	if l.goal > 0 {
		side := min(goalSize, f.height-4)
		s.goal(l.goal, x, middle-side/2, side)
		x, width = x+goalSize+8, width-goalSize-8
	}
	name, lines := clean(l.name), 2
	if f.above || f.height < 34 {
		lines = 1
	}
	wrapped := wrap(name, baseSize, width, lines)
	at := middle + 5 - (len(wrapped)-1)*17/2
	for _, line := range wrapped {
		s.label(x, at, baseSize, s.ink, "start", line, hintOf(line, name, len(wrapped)))
		at += 17
	}
	return mark
}

// hintOf gives the whole name where the line shows only the beginning of it.
func hintOf(line, name string, lines int) string {
	if lines == 1 && line == name || len(line) == 0 || line[len(line)-1] != "…"[2] {
		return ""
	}
	return name
}
