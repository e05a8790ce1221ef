package charts

import (
	"fmt"
	"math"

	chart "github.com/wcharczuk/go-chart/v2"

	"loftet/internal/fault"
)

// Pixel limits of a PNG: above the first it is drawn at one pixel per unit
// instead of two, above the second it is refused (4 bytes of memory per pixel).
const (
	fineScale  = 2
	finePixels = 16 << 20
	maxPixels  = 64 << 20
)

// raster is go-chart's PNG renderer with two mends: its circles are rounded
// squares, and its text has a left anchor only.
type raster struct {
	chart.Renderer
	anchor string
}

func newRaster(width, height int) (*raster, int, error) {
	scale := fineScale
	if width*height*scale*scale > finePixels {
		scale = 1
	}
	if width*height*scale*scale > maxPixels {
		return nil, 0, fault.InvalidFields(fault.OnField("rows", "too_many"))
	}
	r, err := chart.PNG(width*scale, height*scale)
	if err != nil {
		return nil, 0, fmt.Errorf("start png: %w", err)
	}
	f, err := roboto()
	if err != nil {
		return nil, 0, fmt.Errorf("load font: %w", err)
	}
	r.SetDPI(72)
	r.SetFont(f)
	return &raster{Renderer: r}, scale, nil
}

// Circle adds a round circle to the path.
func (r *raster) Circle(radius float64, x, y int) {
	r.MoveTo(x+int(math.Round(radius)), y)
	r.ArcTo(x, y, radius, radius, 0, 2*math.Pi)
	r.Close()
}

func (r *raster) setText(anchor, _ string) { r.anchor = anchor }

// Text draws at the anchor that setText left.
func (r *raster) Text(body string, x, y int) {
	switch r.anchor {
	case "middle":
		x -= r.MeasureText(body).Width() / 2
	case "end":
		x -= r.MeasureText(body).Width()
	}
	r.Renderer.Text(body, x, y)
	r.anchor = ""
}
