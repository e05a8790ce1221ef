package charts

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/golang/freetype/truetype"
	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

const fontStack = "Inter,Roboto,'Helvetica Neue',Arial,'Liberation Sans',sans-serif"

// baseSize is the font size that text elements inherit.
const baseSize = 14

// headSize is the size from which a text is a heading.
const headSize = 18

// vector is a chart.Renderer that writes SVG: all text escaped, presentation
// attributes only (no style, script or reference), title and desc in front.
type vector struct {
	body   bytes.Buffer
	path   bytes.Buffer
	style  chart.Style
	dpi    float64
	theta  float64
	x, y   int
	anchor string // text-anchor of the next text
	hint   string // title child of the next text
}

var _ chart.Renderer = (*vector)(nil)

// newVector starts an SVG of a size; id prefixes the ids of title and desc.
func newVector(width, height int, id, title, desc string) *vector {
	v := &vector{dpi: 72}
	fmt.Fprintf(&v.body, `<svg xmlns="http://www.w3.org/2000/svg" width="100%%" viewBox="0 0 %d %d" role="img" aria-labelledby="%s-title %s-desc" font-family="%s" font-size="%d">`,
		width, height, id, id, fontStack, baseSize)
	fmt.Fprintf(&v.body, `<title id="%s-title">%s</title><desc id="%s-desc">%s</desc>`, id, escape(title), id, escape(desc))
	v.body.WriteByte('\n')
	return v
}

func escape(s string) string {
	var b strings.Builder
	// A strings.Builder takes every write.
	_ = xml.EscapeText(&b, []byte(s))
	return b.String()
}

func (v *vector) ResetStyle()                       { v.style = chart.Style{} }
func (v *vector) GetDPI() float64                   { return v.dpi }
func (v *vector) SetDPI(dpi float64)                { v.dpi = dpi }
func (v *vector) SetClassName(string)               {}
func (v *vector) SetStrokeColor(c drawing.Color)    { v.style.StrokeColor = c }
func (v *vector) SetFillColor(c drawing.Color)      { v.style.FillColor = c }
func (v *vector) SetStrokeWidth(width float64)      { v.style.StrokeWidth = width }
func (v *vector) SetStrokeDashArray(dash []float64) { v.style.StrokeDashArray = dash }
func (v *vector) SetFont(f *truetype.Font)          { v.style.Font = f }
func (v *vector) SetFontColor(c drawing.Color)      { v.style.FontColor = c }
func (v *vector) SetFontSize(size float64)          { v.style.FontSize = size }
func (v *vector) SetTextRotation(radians float64)   { v.theta = radians }
func (v *vector) ClearTextRotation()                { v.theta = 0 }

// setText prepares what only SVG knows of the next text: its anchor ("start",
// "middle", "end") and the whole of what had to be cut.
func (v *vector) setText(anchor, hint string) { v.anchor, v.hint = anchor, hint }

func (v *vector) MoveTo(x, y int) {
	fmt.Fprintf(&v.path, "M%d %d", x, y)
	v.x, v.y = x, y
}

func (v *vector) LineTo(x, y int) {
	switch {
	case y == v.y:
		fmt.Fprintf(&v.path, "H%d", x)
	case x == v.x:
		fmt.Fprintf(&v.path, "V%d", y)
	default:
		fmt.Fprintf(&v.path, "L%d %d", x, y)
	}
	v.x, v.y = x, y
}

func (v *vector) QuadCurveTo(cx, cy, x, y int) {
	fmt.Fprintf(&v.path, "Q%d %d %d %d", cx, cy, x, y)
	v.x, v.y = x, y
}

// ArcTo draws from the angle start over delta radians, clockwise from three
// o'clock; a full circle has to be drawn as two halves.
func (v *vector) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	x0, y0 := onEllipse(cx, cy, rx, ry, start)
	x1, y1 := onEllipse(cx, cy, rx, ry, start+delta)
	if v.path.Len() == 0 {
		fmt.Fprintf(&v.path, "M%s %s", x0, y0)
	} else {
		fmt.Fprintf(&v.path, "L%s %s", x0, y0)
	}
	large, sweep := 0, 1
	if delta > 3.1416 || delta < -3.1416 {
		large = 1
	}
	if delta < 0 {
		sweep = 0
	}
	fmt.Fprintf(&v.path, "A%s %s 0 %d %d %s %s", short(rx), short(ry), large, sweep, x1, y1)
	v.x, v.y = -1, -1
}

func (v *vector) Close() { v.path.WriteByte('Z') }

// Circle adds a circle to the path, as the PNG renderer does.
func (v *vector) Circle(radius float64, x, y int) {
	r := short(radius)
	fmt.Fprintf(&v.path, "M%s %da%s %s 0 1 0 %s 0a%s %s 0 1 0 -%s 0Z", short(float64(x)-radius), y, r, r, short(2*radius), r, r, short(2*radius))
	v.x, v.y = -1, -1
}

func (v *vector) Stroke()     { v.draw(false, true) }
func (v *vector) Fill()       { v.draw(true, false) }
func (v *vector) FillStroke() { v.draw(true, true) }

func (v *vector) draw(fill, stroke bool) {
	fmt.Fprintf(&v.body, `<path d="%s"`, v.path.Bytes())
	v.path.Reset()
	if fill {
		v.attr("fill", rgb(v.style.FillColor))
	} else {
		v.attr("fill", "none")
	}
	if stroke {
		v.attr("stroke", rgb(v.style.StrokeColor))
		v.attr("stroke-width", short(v.style.StrokeWidth))
		if dash := v.style.StrokeDashArray; len(dash) > 0 {
			parts := make([]string, len(dash))
			for i, d := range dash {
				parts[i] = short(d)
			}
			v.attr("stroke-dasharray", strings.Join(parts, " "))
		}
	}
	v.body.WriteString("/>\n")
}

func (v *vector) attr(name, value string) { fmt.Fprintf(&v.body, ` %s="%s"`, name, value) }

func (v *vector) Text(body string, x, y int) {
	fmt.Fprintf(&v.body, `<text x="%d" y="%d"`, x, y)
	v.attr("fill", rgb(v.style.FontColor))
	if size := v.style.FontSize * v.dpi / 72; size != baseSize {
		v.attr("font-size", short(size))
	}
	if v.style.FontSize >= headSize {
		v.attr("font-weight", "600")
	}
	if v.anchor != "" && v.anchor != "start" {
		v.attr("text-anchor", v.anchor)
	}
	if v.theta != 0 {
		v.attr("transform", fmt.Sprintf("rotate(%s %d %d)", short(v.theta*57.29578), x, y))
	}
	v.body.WriteByte('>')
	if v.hint != "" {
		v.body.WriteString("<title>" + escape(v.hint) + "</title>")
	}
	v.body.WriteString(escape(body) + "</text>\n")
	v.anchor, v.hint = "", ""
}

func (v *vector) MeasureText(body string) chart.Box {
	size := int(v.style.FontSize * v.dpi / 72)
	return chart.Box{Right: textWidth(body, size), Bottom: size}
}

// Save ends the picture and writes it.
func (v *vector) Save(w io.Writer) error {
	v.body.WriteString("</svg>\n")
	_, err := v.body.WriteTo(w)
	return err
}

// onEllipse gives a point of an ellipse as text.
func onEllipse(cx, cy int, rx, ry, angle float64) (x, y string) {
	return short(float64(cx) + rx*math.Cos(angle)), short(float64(cy) + ry*math.Sin(angle))
}

// short writes a length with at most one decimal.
func short(f float64) string {
	s := strconv.FormatFloat(f, 'f', 1, 64)
	return strings.TrimSuffix(s, ".0")
}

func rgb(c drawing.Color) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
