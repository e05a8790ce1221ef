package charts

import (
	"slices"
	"sort"
	"strconv"

	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

const endSize = 13 // font size of the names at the ends of lines

// plot is where a Line is drawn: years to the right, figures upwards.
type plot struct {
	x, y        scale
	top, bottom int
	labels      int // where the names of the series begin
}

func (l Line) draw(s *sheet) {
	figures := numbers(l.values())
	if len(figures) == 0 {
		_, why := l.teller(0).reasons(countStates(l.values()))
		s.nothing(upperFirst(why))
		return
	}
	p := l.place(s, figures)
	l.axes(s, p)
	for _, r := range l.Targets {
		s.line(s.ink, 3, nil, p.x.from, p.y.at(r.Value), p.x.to, p.y.at(r.Value))
	}
	for _, r := range l.References {
		s.line(s.ink, 2, []float64{5, 3}, p.x.from, p.y.at(r.Value), p.x.to, p.y.at(r.Value))
	}
	for i, series := range l.all() {
		l.trace(s, p, series, i)
	}
	s.raise()
	l.ends(s, p)
	s.y = p.bottom + 24
	l.gaps(s, p)
	s.keyStates(l.values(), s.dotSample)
}

// place finds the room for ticks on the left and names on the right.
func (l Line) place(s *sheet, figures []float64) plot {
	for _, r := range l.lines() {
		figures = append(figures, r.Value)
	}
	p := plot{y: axis(figures, l.FromZero, 5), top: s.y + 10}
	if len(l.Choices) > 0 {
		p.y = l.choiceAxis(false)
	}
	p.bottom = p.top + s.tall(min(max(s.inner()*45/100, 200), 420))
	p.y.from, p.y.to = p.bottom, p.top
	names := 0
	for _, e := range l.lineEnds(s, p) {
		names = max(names, e.needs())
	}
	names = min(names, s.inner()*36/100)
	p.labels = s.width - s.margin - names
	p.x = scale{min: 0, max: 1, from: s.margin + s.tickRoom(p.y) + 8, to: p.labels - 22}
	if first, last := l.Years[0], l.Years[len(l.Years)-1]; first < last {
		p.x.min, p.x.max = float64(first), float64(last)
	} else {
		p.x.min, p.x.max = float64(first)-1, float64(first)+1
	}
	return p
}

func (l Line) axes(s *sheet, p plot) {
	s.risingAxis(p.y, p.x.from-8, p.x.to+8)
	free := 0
	last := p.x.at(float64(l.Years[len(l.Years)-1]))
	for i, y := range l.Years {
		x := p.x.at(float64(y))
		s.rect(x, p.bottom+1, 1, 5, s.axis)
		if x < free || i < len(l.Years)-1 && x > last-44 {
			continue
		}
		s.text(x, p.bottom+20, 12, s.muted, "middle", strconv.Itoa(y), "")
		free = x + 44
	}
}

// trace draws one series, piece by piece between its gaps, with go-chart's line
// series; a share of the plot is all that it is told of figures.
func (l Line) trace(s *sheet, p plot, series Series, i int) {
	c, aside := s.series[i%len(s.series)], i >= len(l.Series)
	var xs, ys []float64
	flush := func() {
		if len(xs) > 1 {
			s.pieceOfLine(p, xs, ys, c, aside)
		}
		xs, ys = nil, nil
	}
	for j, v := range series.Values {
		if !v.State.HasNumber() {
			flush()
			continue
		}
		xs, ys = append(xs, p.x.share(float64(l.Years[j]))), append(ys, p.y.share(v.Number))
	}
	flush()
	crowded := len(l.Years) > 1 && (p.x.to-p.x.from)/(len(l.Years)-1) < 14
	for j, v := range series.Values {
		lone := (j == 0 || !series.Values[j-1].State.HasNumber()) && (j == len(series.Values)-1 || !series.Values[j+1].State.HasNumber())
		if v.State.HasNumber() && (!crowded || lone || v.State != Confirmed) {
			x, y := p.x.at(float64(l.Years[j])), p.y.at(v.Number)
			s.above(func() { s.dot(v.State, i, x, y, 5, c) })
		}
	}
}

// pieceOfLine is whole, or thin and dashed for a series that stands aside.
func (s *sheet) pieceOfLine(p plot, xs, ys []float64, c drawing.Color, aside bool) {
	piece := &form{up: 3, down: p.bottom - p.top + 3}
	piece.draw = func(n *pen) {
		k := n.scale
		box := chart.Box{Top: p.top * k, Left: p.x.from * k, Right: p.x.to * k, Bottom: p.bottom * k}
		across := &chart.ContinuousRange{Min: 0, Max: 1, Domain: box.Width()}
		upwards := &chart.ContinuousRange{Min: 0, Max: 1, Domain: box.Height()}
		series := chart.ContinuousSeries{XValues: xs, YValues: ys,
			Style: chart.Style{StrokeColor: c, StrokeWidth: 2.5 * float64(k)}}
		if aside {
			series.Style.StrokeWidth, series.Style.StrokeDashArray = 2*float64(k), []float64{8 * float64(k), 4 * float64(k)}
		}
		series.Render(n, box, across, upwards, chart.Style{})
	}
	s.add(look{kind: others, form: piece}, place{x: p.x.from, y: p.top})
}

// end is the name at the end of a line with its last figure, and the year of
// that where it is not the last year.
type end struct {
	name, figure, year string
	x, y               int
	c                  drawing.Color
}

// needs is the width of the whole label.
func (e end) needs() int { return room(e.name, endSize) + room(e.after(), endSize) }

// after is what follows the name, which is never cut.
func (e end) after() string {
	if e.figure == "" {
		return e.year
	}
	return " " + e.figure + e.year
}

// lineEnds gives the labels of the series that have a figure and of the
// reference lines; places are only meant once the plot is known.
func (l Line) lineEnds(s *sheet, p plot) []end {
	var all []end
	for i, series := range l.all() {
		j := lastNumber(series)
		if j < 0 {
			continue
		}
		v := series.Values[j]
		e := end{clean(series.Name), s.number(v, l.Decimals), "", p.x.at(float64(l.Years[j])), p.y.at(v.Number), s.series[i%len(s.series)]}
		if len(l.Choices) > 0 { // the axis says it in words
			e.figure = ""
		}
		if j < len(l.Years)-1 {
			e.year = " (" + strconv.Itoa(l.Years[j]) + ")"
		}
		all = append(all, e)
	}
	for _, r := range l.lines() {
		all = append(all, end{clean(r.Label), s.said(r.Value, l.Decimals), "", p.x.to, p.y.at(r.Value), s.ink})
	}
	sort.SliceStable(all, func(i, j int) bool { return all[i].y < all[j].y })
	return all
}

func lastNumber(s Series) int {
	for j := len(s.Values) - 1; j >= 0; j-- {
		if s.Values[j].State.HasNumber() {
			return j
		}
	}
	return -1
}

// ends writes the labels to the right of their lines, pushed apart where they
// would overlap.
func (l Line) ends(s *sheet, p plot) {
	all := l.lineEnds(s, p)
	places := make([]int, len(all))
	for i, e := range all {
		places[i] = e.y
	}
	spread(places, endSize+5, p.top, max(p.bottom, p.top+len(all)*(endSize+5)))
	for i, e := range all {
		if e.x == p.x.to && places[i] != e.y {
			s.line(e.c, 1, nil, e.x+8, e.y, p.labels-5, places[i])
		}
		width := s.width - s.margin - p.labels
		if e.needs() > width { // the rows below say which years are missing
			e.year = ""
		}
		name := cut(e.name, endSize, width-room(e.after(), endSize))
		s.text(p.labels, places[i]+5, endSize, e.c, "start", name+e.after(), hintOf(name, e.name, 1))
	}
}

// spread moves rising places apart to a distance, within bounds that hold them.
func spread(places []int, distance, from, to int) {
	for i := range places {
		places[i] = max(places[i], from)
		if i > 0 {
			places[i] = max(places[i], places[i-1]+distance)
		}
	}
	for i := range slices.Backward(places) {
		places[i] = min(places[i], to-(len(places)-1-i)*distance)
		if i+1 < len(places) {
			places[i] = min(places[i], places[i+1]-distance)
		}
	}
}

// gaps shows below the years, in a row per series, why figures are missing.
func (l Line) gaps(s *sheet, p plot) {
	box := 28
	for j := 1; j < len(l.Years); j++ {
		box = min(box, p.x.at(float64(l.Years[j]))-p.x.at(float64(l.Years[j-1]))-1)
	}
	box = max(box, 3)
	for i, series := range l.all() {
		if len(numbers(series.Values)) == len(series.Values) {
			continue
		}
		s.y += 6
		for j, v := range series.Values {
			if !v.State.HasNumber() {
				s.absent(v.State, p.x.at(float64(l.Years[j]))-box/2, s.y, box, 16)
			}
		}
		name := clean(series.Name)
		text := cut(name, endSize, s.width-s.margin-p.labels)
		s.text(p.labels, s.y+13, endSize, s.series[i%len(s.series)], "start", text, hintOf(text, name, 1))
		s.y += 18
	}
}
