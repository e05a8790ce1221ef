package charts

import (
	"io"
	"sync"

	"loftet/internal/fault"
)

// Pixel limits of a PNG: above the first it is drawn at one pixel per unit
// instead of two, above the second it is refused.
const (
	fineScale  = 2
	finePixels = 16 << 20
	maxPixels  = 64 << 20
)

// stripHeight is how many rows of pixels are drawn at a time. They are packed
// before the next are drawn, so that a picture of a whole country takes no more
// memory than one of a phone's size.
const stripHeight = 256

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

// press is what a PNG is made with. It is used again for the next one, with the
// letters and shapes that it knows by then.
type press struct {
	bitmap bitmap
	packed packed
}

var presses = sync.Pool{New: func() any { return new(press) }}

// png draws all shapes as pixels, so many rows at a time, and writes them.
func (s *sheet) png(w io.Writer, rows int) error {
	scale, err := scaleOf(s.width, s.y)
	if err != nil {
		return err
	}
	p, _ := presses.Get().(*press)
	defer presses.Put(p)
	if p.bitmap.glyphs.font, err = roboto(); err != nil {
		return err
	}
	p.bitmap.dpi = svgDPI
	step := max(rows/scale, 1)
	p.bitmap.start(s.palette, s.width*scale, min(step, s.y)*scale)
	if err := p.packed.start(); err != nil {
		return err
	}
	for top := 0; top < s.y; top += step {
		bottom := min(top+step, s.y)
		p.bitmap.move(top*scale, (bottom-top)*scale)
		s.play(&p.bitmap, scale, top, bottom)
		if err := p.packed.add(p.bitmap.rows); err != nil {
			return err
		}
	}
	return p.packed.write(w, s.width*scale, s.y*scale, p.bitmap.inks.all)
}
