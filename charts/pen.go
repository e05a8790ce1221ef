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
	// lines adds separate lines to the path, four numbers each from a place.
	lines(x, y int, lines [][4]int)
	// join begins a run of shapes that look the same, or ends it.
	join(on bool)
}

// pen is a canvas with its pixels per unit of length.
type pen struct {
	canvas
	scale int
	rects [4][4]int // being filled
}

// play draws the background and all that lies between two heights.
func (s *sheet) play(c canvas, scale, top, bottom int) {
	p := &pen{canvas: c, scale: scale}
	p.fill(s.surface, place{0, top, s.width, bottom - top})
	for _, r := range s.shapes {
		p.run(r, top, bottom)
	}
}

// run draws what lies between two heights.
func (p *pen) run(r *shapes, top, bottom int) {
	first := true
	for i, q := range r.places {
		if from, to := r.reach(q); from > bottom || to < top {
			continue
		}
		if first {
			first = false
			p.take(&r.look)
			if r.joined {
				p.join(true)
			}
		}
		if r.kind == letters {
			p.setText(anchorNames[r.anchor], r.said[i].hint)
			p.Text(r.said[i].body, q.x*p.scale, q.y*p.scale)
			continue
		}
		p.draw(&r.look, q)
	}
	if r.joined && !first {
		p.join(false)
	}
}

// take tells the canvas how the next shapes look.
func (p *pen) take(l *look) {
	if l.kind == letters {
		p.SetFontColor(l.fill)
		p.SetFontSize(float64(int(l.size) * p.scale))
		return
	}
	k := float64(p.scale)
	p.SetFillColor(l.fill)
	p.SetStrokeColor(l.edge)
	p.SetStrokeWidth(float64(l.width) * k)
	var dash []float64
	if l.dash != [2]uint8{} {
		dash = []float64{float64(l.dash[0]) * k, float64(l.dash[1]) * k}
	}
	p.SetStrokeDashArray(dash)
}

// draw draws one shape but for letters.
func (p *pen) draw(l *look, q place) {
	k := p.scale
	switch l.kind {
	case areas:
		p.fill(l.fill, q)
	case outlines:
		p.outline(l, q)
	case hatches:
		p.lines(q.x*k, q.y*k, l.form.scaled(k))
		p.Stroke()
	case strokes:
		p.trace(q, l.form.points)
		p.Stroke()
	case polygons:
		p.trace(q, l.form.points)
		p.Close()
		p.FillStroke()
	case discs:
		p.Circle(float64(l.radius)*float64(k), q.x*k, q.y*k)
		p.FillStroke()
	case shares:
		r := float64(l.radius) * float64(k)
		p.MoveTo(q.x*k, q.y*k)
		p.ArcTo(q.x*k, q.y*k, r, r, -math.Pi/2, float64(l.share)*2*math.Pi)
		p.Close()
		p.Fill()
	case others:
		l.form.draw(p)
	}
}

func (p *pen) fill(c drawing.Color, all ...place) {
	k := p.scale
	for i, q := range all {
		p.rects[i] = [4]int{q.x * k, q.y * k, q.w * k, q.h * k}
	}
	p.fillRects(c, p.rects[:len(all)]...)
}

// outline draws a frame from within: a whole one of four areas, else a broken line.
func (p *pen) outline(l *look, q place) {
	x, y, w, h, width := q.x, q.y, q.w, q.h, int(l.width)
	if l.dash == [2]uint8{} {
		p.fill(l.edge, place{x, y, w, width}, place{x, y + h - width, w, width},
			place{x, y + width, width, max(h-2*width, 0)}, place{x + w - width, y + width, width, max(h-2*width, 0)})
		return
	}
	k := p.scale
	p.MoveTo((x+1)*k, (y+1)*k)
	p.LineTo((x+w-1)*k, (y+1)*k)
	p.LineTo((x+w-1)*k, (y+h-1)*k)
	p.LineTo((x+1)*k, (y+h-1)*k)
	p.Close()
	p.Stroke()
}

func (p *pen) trace(q place, points []int) {
	p.MoveTo((q.x+points[0])*p.scale, (q.y+points[1])*p.scale)
	for i := 2; i+1 < len(points); i += 2 {
		p.LineTo((q.x+points[i])*p.scale, (q.y+points[i+1])*p.scale)
	}
}
