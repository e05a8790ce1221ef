package charts

import (
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strings"

	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

const fontStack = "Inter,Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif"

// svgDPI makes go-chart's font sizes units of length.
const svgDPI = 72

// baseSize is the font size that text elements inherit.
const baseSize = 14

// headSize is the size from which a text is a heading.
const headSize = 18

// vector is a chart.Renderer that writes SVG: all text escaped, presentation
// attributes only (no style, script or reference), title and desc in front.
type vector struct {
	brush
	body   source
	path   source
	x, y   int
	joined joined
	paper  *[2]source // what body and path are written on
}

var _ chart.Renderer = (*vector)(nil)

// newVector starts an SVG of a size; id prefixes the ids of title and desc.
func newVector(width, height int, id, title, desc string) *vector {
	v := &vector{brush: brush{dpi: svgDPI}}
	v.take()
	v.body = fmt.Appendf(v.body, `<svg xmlns="http://www.w3.org/2000/svg" width="100%%" viewBox="0 0 %d %d" role="img" aria-labelledby="%s-title %s-desc" font-family="%s" font-size="%d">`,
		width, height, id, id, fontStack, baseSize)
	v.body = fmt.Appendf(v.body, `<title id="%s-title">%s</title><desc id="%s-desc">%s</desc>`+"\n", id, escape(title), id, escape(desc))
	return v
}

func escape(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' || strings.ContainsRune(`<>&"'`, r) }) {
		return s
	}
	var b strings.Builder
	// A strings.Builder takes every write.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

func (v *vector) MoveTo(x, y int) {
	v.path.point('M', x, y)
	v.x, v.y = x, y
}

func (v *vector) LineTo(x, y int) {
	switch {
	case y == v.y:
		v.path.along('H', x)
	case x == v.x:
		v.path.along('V', y)
	default:
		v.path.point('L', x, y)
	}
	v.x, v.y = x, y
}

func (v *vector) QuadCurveTo(cx, cy, x, y int) {
	v.path.put("Q", cx, " ", cy, " ", x, " ", y)
	v.x, v.y = x, y
}

// ArcTo draws from the angle start over delta radians, clockwise from three
// o'clock; a full circle has to be drawn as two halves.
func (v *vector) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	if v.joined.on && cx == v.x && cy == v.y {
		v.joinSector(rx, ry, start, delta)
		return
	}
	x0, y0 := onEllipse(cx, cy, rx, ry, start)
	x1, y1 := onEllipse(cx, cy, rx, ry, start+delta)
	to := "L"
	if len(v.path) == 0 {
		to = "M"
	}
	v.path.put(to, x0, " ", y0)
	v.path.arc('A', rx, ry, delta, x1, y1)
	v.x, v.y = -1, -1
}

// arc adds an arc of delta radians that ends at a point.
func (s *source) arc(command byte, rx, ry, delta, x, y float64) {
	large, sweep := 0, 1
	if delta > 3.1416 || delta < -3.1416 {
		large = 1
	}
	if delta < 0 {
		sweep = 0
	}
	*s = append(*s, command)
	s.put(rx, " ", ry, " 0 ", large, " ", sweep, " ", x, " ", y)
}

func (v *vector) Close() { v.path.put("Z") }

// Circle adds a circle to the path, as the PNG renderer does.
func (v *vector) Circle(radius float64, x, y int) {
	v.path.put("M", float64(x)-radius, " ", y)
	v.x, v.y = -1, -1
	if v.joined.on {
		v.tail(func(to *source) { to.circle(radius) })
		return
	}
	v.path.circle(radius)
}

func (s *source) circle(radius float64) {
	s.put("a", radius, " ", radius, " 0 1 0 ", 2*radius, " 0")
	s.put("a", radius, " ", radius, " 0 1 0 -", 2*radius, " 0Z")
}

func (v *vector) Stroke()     { v.draw(false, true) }
func (v *vector) Fill()       { v.draw(true, false) }
func (v *vector) FillStroke() { v.draw(true, true) }

func (v *vector) draw(fill, stroke bool) {
	if v.joined.on {
		v.joined.fill, v.joined.stroke = fill, stroke
		v.x, v.y = -1, -1
		return
	}
	v.element(fill, stroke)
}

// element writes the path.
func (v *vector) element(fill, stroke bool) {
	v.body.put(`<path d="`)
	v.body = append(v.body, v.path...)
	v.path = v.path[:0]
	if fill {
		v.body.put(`" fill="`, v.style.FillColor)
	} else {
		v.body.put(`" fill="none`)
	}
	if stroke {
		v.body.put(`" stroke="`, v.style.StrokeColor, `" stroke-width="`, v.style.StrokeWidth)
		for i, d := range v.style.StrokeDashArray {
			if i == 0 {
				v.body.put(`" stroke-dasharray="`, d)
				continue
			}
			v.body.put(" ", d)
		}
	}
	v.body.put("\"/>\n")
}

func (v *vector) Text(body string, x, y int) {
	if v.joined.on && !v.joined.texts {
		v.joined.texts = true
		v.body.put("<g")
		v.font()
		v.body.put(">\n")
	}
	v.body.put(`<text x="`, x, `" y="`, y, `"`)
	if !v.joined.on {
		v.font()
	}
	if v.theta != 0 {
		v.body.put(` transform="rotate(`, v.theta*57.29578, " ", x, " ", y, `)"`)
	}
	v.body.put(">")
	if v.hint != "" {
		v.body.put("<title>", escape(v.hint), "</title>")
	}
	v.body.put(escape(body), "</text>\n")
	v.anchor, v.hint = "", ""
}

// font writes how a text looks.
func (v *vector) font() {
	v.body.put(` fill="`, v.style.FontColor, `"`)
	if size := v.style.FontSize * v.dpi / svgDPI; size != baseSize {
		v.body.put(` font-size="`, size, `"`)
	}
	if v.style.FontSize >= headSize {
		v.body.put(` font-weight="600"`)
	}
	if v.anchor != "" && v.anchor != "start" {
		v.body.put(` text-anchor="`, v.anchor, `"`)
	}
}

// fillRects writes rectangles of one colour as one element.
func (v *vector) fillRects(c drawing.Color, rects ...[4]int) {
	for _, r := range rects {
		v.path.point('M', r[0], r[1])
		v.path.along('H', r[0]+r[2])
		v.path.along('V', r[1]+r[3])
		v.path.along('H', r[0])
		v.Close()
	}
	v.SetFillColor(c)
	v.Fill()
}

// Save ends the picture and writes it.
func (v *vector) Save(w io.Writer) error {
	v.body.put("</svg>\n")
	_, err := w.Write(v.body)
	v.give()
	return err
}

// onEllipse gives a point of an ellipse.
func onEllipse(cx, cy int, rx, ry, angle float64) (x, y float64) {
	return float64(cx) + rx*math.Cos(angle), float64(cy) + ry*math.Sin(angle)
}
