package charts

import (
	"slices"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

// sheet is a picture being laid out from top to bottom. Drawing code adds
// shapes in units of length and moves y on; when all is placed the height is
// known, and the shapes are played to a renderer, SVG and PNG alike.
type sheet struct {
	*palette
	words   *words
	lang    Lang
	written Text
	width   int
	margin  int
	y       int
	pattern bool
	slide   bool // of a fixed shape
	below   int  // what a slide needs under its plot
	keys    legend
	shapes  []*shapes
	labels  []*shapes // drawn above all shapes of their plot
	table   *table    // takes shapes while cells are laid out
	cells   map[Value]cellText
	grounds map[hatchKey]*form // of cells that are not confirmed
}

func newSheet(t Text, opt Options) *sheet {
	width := opt.Width
	if width == 0 {
		width = DefaultWidth
	}
	s := &sheet{palette: paletteOf(opt.Theme), words: wordsOf(t.lang()), lang: t.lang(), written: t,
		width: min(max(width, MinWidth), MaxWidth), margin: 24, pattern: opt.Pattern, slide: opt.Slide}
	if s.narrow() {
		s.margin = 16
	}
	s.y = s.margin
	return s
}

// narrow tells whether labels must stand above their rows, as on a phone.
func (s *sheet) narrow() bool { return s.width < 520 }

// inner is the width between the margins.
func (s *sheet) inner() int { return s.width - 2*s.margin }

// tall is the height of a plot that may have any: the usual one, or what a slide
// leaves between its head and its foot.
func (s *sheet) tall(usual int) int {
	if !s.slide {
		return usual
	}
	return max(slideHeight(s.width)-s.y-s.below, min(usual, 300))
}

// said gives a figure as the picture shows it.
func (s *sheet) said(v float64, decimals int) string { return s.written.said(v, decimals) }

// rect fills a rectangle. Thin ones serve as sharp lines.
func (s *sheet) rect(x, y, w, h int, c drawing.Color) {
	s.add(look{kind: areas, fill: c}, place{x, y, w, h})
}

// frame outlines a rectangle from within.
func (s *sheet) frame(x, y, w, h int, c drawing.Color, width int, dash ...float64) {
	s.add(look{kind: outlines, edge: c, width: float32(width), dash: dashOf(dash)}, place{x, y, w, h})
}

// line is one stroke from point to point.
func (s *sheet) line(c drawing.Color, width float64, dash []float64, xy ...int) {
	s.add(look{kind: strokes, edge: c, width: float32(width), dash: dashOf(dash), form: s.form(width, xy)}, place{x: xy[0], y: xy[1]})
}

// shape fills a polygon and outlines it.
func (s *sheet) shape(fill, edge drawing.Color, width float64, xy ...int) {
	s.add(look{kind: polygons, fill: fill, edge: edge, width: float32(width), form: s.form(width, xy)}, place{x: xy[0], y: xy[1]})
}

// form is the form of a stroke through points, mitred corners included, from
// the first of them. In a table the same form is used again.
func (s *sheet) form(width float64, xy []int) *form {
	f := &form{points: make([]int, len(xy))}
	for i := range xy {
		f.points[i] = xy[i] - xy[i%2]
		if i%2 == 1 {
			f.up, f.down = max(f.up, -f.points[i]), max(f.down, f.points[i])
		}
	}
	f.up, f.down = f.up+2*int(width+1), f.down+2*int(width+1)
	if s.table == nil {
		return f
	}
	for _, r := range s.table.runs[strokes] {
		if slices.Equal(r.form.points, f.points) {
			return r.form
		}
	}
	return f
}

// strokes are many separate lines of one colour, four numbers each, from a place.
func (s *sheet) strokes(c drawing.Color, width float64, x, y int, lines [][4]int) {
	if len(lines) > 0 {
		s.hatch(c, width, x, y, hatching(width, lines))
	}
}

// hatch draws separate lines that have been brought into a form.
func (s *sheet) hatch(c drawing.Color, width float64, x, y int, f *form) {
	s.add(look{kind: hatches, edge: c, width: float32(width), form: f}, place{x: x, y: y})
}

func hatching(width float64, lines [][4]int) *form {
	f := &form{lines: lines}
	for _, l := range lines {
		f.up, f.down = max(f.up, -l[1], -l[3]), max(f.down, l[1], l[3])
	}
	f.up, f.down = f.up+int(width), f.down+int(width)
	return f
}

// circle is a disc with an outline.
func (s *sheet) circle(x, y int, radius float64, fill, edge drawing.Color, width float64) {
	s.add(look{kind: discs, fill: fill, edge: edge, width: float32(width), radius: float32(radius)}, place{x: x, y: y})
}

// sector fills a share of a disc, clockwise from twelve o'clock.
func (s *sheet) sector(x, y int, radius, share float64, fill drawing.Color) {
	s.add(look{kind: shares, fill: fill, radius: float32(radius), share: float32(share)}, place{x: x, y: y})
}

// text writes one line with its baseline at y. The anchor is "start", "middle"
// or "end"; what is cut to fit goes into hint in full.
func (s *sheet) text(x, y, size int, c drawing.Color, anchor, body, hint string) {
	if body != "" {
		s.add(look{kind: letters, fill: c, size: uint8(size), anchor: anchorOf(anchor)}, place{x: x, y: y}, said{body, hint}) //nolint:gosec // no letter is that tall
	}
}

func dashOf(dash []float64) (d [2]uint8) {
	for i, n := range dash {
		d[i] = uint8(n)
	}
	return d
}

// above draws on top of everything drawn until raise.
func (s *sheet) above(draw func()) {
	below := s.shapes
	s.shapes = nil
	draw()
	s.shapes, s.labels = below, append(s.labels, s.shapes...)
}

// raise ends a plot: what is above comes on top.
func (s *sheet) raise() {
	s.shapes, s.labels = append(s.shapes, s.labels...), nil
}

// label is a text above the plot on a plate of background, so that it can be
// read where lines pass.
func (s *sheet) label(x, y, size int, c drawing.Color, anchor, body, hint string) {
	if body == "" {
		return
	}
	w := textWidth(body, size) + 4
	left := x - 2 - map[string]int{"middle": w/2 - 2, "end": w - 4}[anchor]
	s.above(func() {
		s.rect(left, y-size+1, w, size+3, s.surface)
		s.text(x, y, size, c, anchor, body, hint)
	})
}
