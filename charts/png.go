package charts

import (
	"fmt"
	"image"
	"image/png"
	"io"
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

// rasterDPI makes go-chart's font sizes pixels: it takes size times DPI for
// 64ths of a pixel.
const rasterDPI = 64

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
	r.SetDPI(rasterDPI)
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

// pixels takes the finished image from go-chart's renderer unencoded.
type pixels struct {
	io.Writer
	img *image.RGBA
}

func (p *pixels) SetRGBA(img *image.RGBA) { p.img = img }

// Save encodes the picture with a palette, which takes a quarter of the time
// and of the size that full colour takes.
func (r *raster) Save(w io.Writer) error {
	var p pixels
	if err := r.Renderer.Save(&p); err != nil {
		return fmt.Errorf("finish png: %w", err)
	}
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := e.Encode(w, indexed(p.img)); err != nil {
		return fmt.Errorf("write png: %w", err)
	}
	return nil
}
