package charts

import (
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"io"
	"math"

	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"

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

// stripHeight is how many rows of pixels are drawn at a time. go-chart's
// renderer walks over all rows of its picture for every shape, so a tall
// picture is made of strips that only hear of their own shapes.
const stripHeight = 256

// spareRows are drawn above each strip and thrown away: the renderer rounds what
// lies above its picture into the first row.
const spareRows = 1

// raster draws all shapes as pixels, so many rows at a time.
func (s *sheet) raster(rows int) (*image.RGBA, error) {
	scale, err := scaleOf(s.width, s.y)
	if err != nil {
		return nil, err
	}
	step := max(rows/scale, 1)
	r, err := newStrip(s.width*scale, min(step, s.y)*scale+spareRows)
	if err != nil {
		return nil, err
	}
	whole := image.NewRGBA(image.Rect(0, 0, s.width*scale, s.y*scale))
	for top := 0; top < s.y; top += step {
		r.top = top*scale - spareRows
		s.play(r, scale, top-1, min(top+step, s.y))
		copy(whole.Pix[top*scale*whole.Stride:], r.img.Pix[spareRows*r.img.Stride:])
	}
	return whole, nil
}

// scaleOf gives the pixels per unit of a picture.
func scaleOf(width, height int) (int, error) {
	scale := fineScale
	if width*height*scale*scale > finePixels {
		scale = 1
	}
	if width*height*scale*scale > maxPixels {
		return 0, fault.InvalidFields(fault.OnField("rows", "too_many"))
	}
	return scale, nil
}

// strip is go-chart's PNG renderer for the rows of a picture from top. It mends
// three things: go-chart's circles are rounded squares, its text has a left
// anchor only, and it takes level rectangles for any polygon, at twenty times
// the cost.
type strip struct {
	chart.Renderer
	img    *image.RGBA
	top    int
	anchor string
}

func newStrip(width, rows int) (*strip, error) {
	r, err := chart.PNG(width, rows)
	if err != nil {
		return nil, fmt.Errorf("start png: %w", err)
	}
	f, err := roboto()
	if err != nil {
		return nil, fmt.Errorf("load font: %w", err)
	}
	r.SetDPI(rasterDPI)
	r.SetFont(f)
	var p pixels
	if err := r.Save(&p); err != nil {
		return nil, fmt.Errorf("reach the pixels: %w", err)
	}
	return &strip{Renderer: r, img: p.img}, nil
}

// pixels takes the image of go-chart's renderer unencoded.
type pixels struct {
	io.Writer
	img *image.RGBA
}

func (p *pixels) SetRGBA(img *image.RGBA) { p.img = img }

func (r *strip) MoveTo(x, y int) { r.Renderer.MoveTo(x, y-r.top) }

func (r *strip) LineTo(x, y int) { r.Renderer.LineTo(x, y-r.top) }

func (r *strip) QuadCurveTo(cx, cy, x, y int) { r.Renderer.QuadCurveTo(cx, cy-r.top, x, y-r.top) }

func (r *strip) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	r.Renderer.ArcTo(cx, cy-r.top, rx, ry, start, delta)
}

// Circle adds a round circle to the path.
func (r *strip) Circle(radius float64, x, y int) {
	r.MoveTo(x+int(math.Round(radius)), y)
	r.ArcTo(x, y, radius, radius, 0, 2*math.Pi)
	r.Close()
}

func (r *strip) fillRects(c drawing.Color, rects ...[4]int) {
	ink := image.NewUniform(c)
	for _, q := range rects {
		draw.Draw(r.img, image.Rect(q[0], q[1]-r.top, q[0]+q[2], q[1]+q[3]-r.top), ink, image.Point{}, draw.Src)
	}
}

func (r *strip) setText(anchor, _ string) { r.anchor = anchor }

// Text draws at the anchor that setText left.
func (r *strip) Text(body string, x, y int) {
	switch r.anchor {
	case "middle":
		x -= r.MeasureText(body).Width() / 2
	case "end":
		x -= r.MeasureText(body).Width()
	}
	r.Renderer.Text(body, x, y-r.top)
	r.anchor = ""
}

// writePNG encodes a picture with a palette, which takes a quarter of the time
// and of the size that full colour takes.
func writePNG(w io.Writer, img *image.RGBA) error {
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := e.Encode(w, indexed(img)); err != nil {
		return fmt.Errorf("write png: %w", err)
	}
	return nil
}
