package charts

import (
	"github.com/golang/freetype/truetype"
	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// brush is what both renderers are told before they draw.
type brush struct {
	style  chart.Style
	dpi    float64
	theta  float64 // turn of texts, which only SVG follows; no chart turns any
	anchor string  // text-anchor of the next text
	hint   string  // the whole of what had to be cut from the next text
}

func (b *brush) ResetStyle()                       { b.style = chart.Style{} }
func (b *brush) GetDPI() float64                   { return b.dpi }
func (b *brush) SetDPI(dpi float64)                { b.dpi = dpi }
func (b *brush) SetClassName(string)               {}
func (b *brush) SetStrokeColor(c drawing.Color)    { b.style.StrokeColor = c }
func (b *brush) SetFillColor(c drawing.Color)      { b.style.FillColor = c }
func (b *brush) SetStrokeWidth(width float64)      { b.style.StrokeWidth = width }
func (b *brush) SetStrokeDashArray(dash []float64) { b.style.StrokeDashArray = dash }
func (b *brush) SetFont(f *truetype.Font)          { b.style.Font = f }
func (b *brush) SetFontColor(c drawing.Color)      { b.style.FontColor = c }
func (b *brush) SetFontSize(size float64)          { b.style.FontSize = size }
func (b *brush) SetTextRotation(radians float64)   { b.theta = radians }
func (b *brush) ClearTextRotation()                { b.theta = 0 }

// setText prepares what go-chart knows nothing of: the anchor of the next text
// ("start", "middle", "end") and the whole of what had to be cut.
func (b *brush) setText(anchor, hint string) { b.anchor, b.hint = anchor, hint }

// MeasureText gives the room of a text: the sum of its advances.
func (b *brush) MeasureText(body string) chart.Box {
	size := int(b.style.FontSize * b.dpi / svgDPI)
	return chart.Box{Right: textWidth(body, size), Bottom: size}
}
