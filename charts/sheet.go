package charts

import (
	"math"

	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// canvas is a go-chart renderer that knows where a text is anchored.
type canvas interface {
	chart.Renderer
	setText(anchor, hint string)
	// fillRects fills rectangles (left, top, width, height) with a colour.
	fillRects(c drawing.Color, rects ...[4]int)
}

// pen is a canvas with its pixels per unit of length.
type pen struct {
	canvas
	scale int
}

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
	keys    legend
	shapes  []shape
	labels  []shape // drawn above all shapes of their plot
	cells   map[Value]cellText
}

// shape is something to be drawn, and between which heights.
type shape struct {
	top, bottom int
	draw        func(*pen)
}

func newSheet(t Text, opt Options) *sheet {
	width := opt.Width
	if width == 0 {
		width = DefaultWidth
	}
	s := &sheet{palette: paletteOf(opt.Theme), words: wordsOf(t.lang()), lang: t.lang(), written: t,
		width: min(max(width, MinWidth), MaxWidth), margin: 24, pattern: opt.Pattern}
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

// said gives a figure as the picture shows it.
func (s *sheet) said(v float64, decimals int) string { return s.written.said(v, decimals) }

func (s *sheet) add(top, bottom int, draw func(*pen)) {
	s.shapes = append(s.shapes, shape{top, bottom, draw})
}

// play draws shapes on the background between two heights.
func (s *sheet) play(c canvas, scale, top, bottom int, shapes []shape) {
	p := &pen{canvas: c, scale: scale}
	p.rects(s.surface, [4]int{0, top, s.width, bottom - top})
	for _, shape := range shapes {
		shape.draw(p)
	}
}

func (p *pen) rects(c drawing.Color, rects ...[4]int) {
	k := p.scale
	for i, r := range rects {
		rects[i] = [4]int{r[0] * k, r[1] * k, r[2] * k, r[3] * k}
	}
	p.fillRects(c, rects...)
}

func (p *pen) stroke(c drawing.Color, width float64, dash []float64) {
	k := float64(p.scale)
	scaled := make([]float64, len(dash))
	for i, d := range dash {
		scaled[i] = d * k
	}
	p.SetStrokeColor(c)
	p.SetStrokeWidth(width * k)
	p.SetStrokeDashArray(scaled)
}

// rect fills a rectangle. Thin ones serve as sharp lines.
func (s *sheet) rect(x, y, w, h int, c drawing.Color) {
	s.add(y, y+h, func(p *pen) { p.rects(c, [4]int{x, y, w, h}) })
}

// frame outlines a rectangle from within.
func (s *sheet) frame(x, y, w, h int, c drawing.Color, width int, dash ...float64) {
	s.add(y, y+h, func(p *pen) {
		if len(dash) == 0 {
			p.rects(c, [4]int{x, y, w, width}, [4]int{x, y + h - width, w, width},
				[4]int{x, y + width, width, max(h-2*width, 0)}, [4]int{x + w - width, y + width, width, max(h-2*width, 0)})
			return
		}
		p.trace([]int{x + 1, y + 1, x + w - 1, y + 1, x + w - 1, y + h - 1, x + 1, y + h - 1})
		p.Close()
		p.stroke(c, float64(width), dash)
		p.Stroke()
	})
}

// line is one stroke from point to point.
func (s *sheet) line(c drawing.Color, width float64, dash []float64, xy ...int) {
	top, bottom := heights(width, xy)
	s.add(top, bottom, func(p *pen) {
		p.trace(xy)
		p.stroke(c, width, dash)
		p.Stroke()
	})
}

// shape fills a polygon and outlines it.
func (s *sheet) shape(fill, edge drawing.Color, width float64, xy ...int) {
	top, bottom := heights(width, xy)
	s.add(top, bottom, func(p *pen) {
		p.trace(xy)
		p.Close()
		p.SetFillColor(fill)
		p.stroke(edge, width, nil)
		p.FillStroke()
	})
}

func (p *pen) trace(xy []int) {
	p.MoveTo(xy[0]*p.scale, xy[1]*p.scale)
	for i := 2; i+1 < len(xy); i += 2 {
		p.LineTo(xy[i]*p.scale, xy[i+1]*p.scale)
	}
}

// heights tells between which heights a stroke through points reaches, mitred
// corners included.
func heights(width float64, xy []int) (top, bottom int) {
	top, bottom = xy[1], xy[1]
	for i := 3; i < len(xy); i += 2 {
		top, bottom = min(top, xy[i]), max(bottom, xy[i])
	}
	return top - 2*int(width+1), bottom + 2*int(width+1)
}

// strokes are many separate lines of one colour, four numbers each.
func (s *sheet) strokes(c drawing.Color, width float64, lines [][4]int) {
	if len(lines) == 0 {
		return
	}
	top, bottom := lines[0][1], lines[0][1]
	for _, l := range lines {
		top, bottom = min(top, l[1], l[3]), max(bottom, l[1], l[3])
	}
	s.add(top-int(width), bottom+int(width), func(p *pen) {
		for _, l := range lines {
			p.trace(l[:])
		}
		p.stroke(c, width, nil)
		p.Stroke()
	})
}

// circle is a disc with an outline.
func (s *sheet) circle(x, y int, radius float64, fill, edge drawing.Color, width float64) {
	reach := int(radius+width) + 1
	s.add(y-reach, y+reach, func(p *pen) {
		p.Circle(radius*float64(p.scale), x*p.scale, y*p.scale)
		p.SetFillColor(fill)
		p.stroke(edge, width, nil)
		p.FillStroke()
	})
}

// sector fills a share of a disc, clockwise from twelve o'clock.
func (s *sheet) sector(x, y int, radius, share float64, fill drawing.Color) {
	reach := int(radius) + 1
	s.add(y-reach, y+reach, func(p *pen) {
		k := p.scale
		p.MoveTo(x*k, y*k)
		p.ArcTo(x*k, y*k, radius*float64(k), radius*float64(k), -math.Pi/2, share*2*math.Pi)
		p.Close()
		p.SetFillColor(fill)
		p.Fill()
	})
}

// text writes one line with its baseline at y. The anchor is "start", "middle"
// or "end"; what is cut to fit goes into hint in full.
func (s *sheet) text(x, y, size int, c drawing.Color, anchor, body, hint string) {
	if body == "" {
		return
	}
	s.add(y-2*size, y+size, func(p *pen) {
		p.SetFontColor(c)
		p.SetFontSize(float64(size * p.scale))
		p.setText(anchor, hint)
		p.Text(body, x*p.scale, y*p.scale)
	})
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
