package charts

import (
	"bytes"
	"image"
	"image/color"
	"io"
	"testing"
)

func TestIndexedKeepsAreasExactly(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 40, 30))
	for y := range 30 {
		for x := range 40 {
			c := color.RGBA{20, 24, 29, 255}
			if y < 10 { // 400 colours that occur once each
				c = color.RGBA{uint8(x * 6), uint8(y * 20), uint8(x), 255}
			} else if x > 20 {
				c = color.RGBA{200, 10, 90, 255}
			}
			img.Set(x, y, c)
		}
	}
	p := indexed(img)
	if len(p.Palette) != 256 {
		t.Fatalf("%d colours", len(p.Palette))
	}
	for y := 10; y < 30; y++ {
		for x := range 40 {
			if p.At(x, y) != color.Color(img.RGBAAt(x, y)) {
				t.Fatalf("%d,%d changed colour", x, y)
			}
		}
	}
}

func TestPNGTooLarge(t *testing.T) {
	if scale, err := scaleOf(3000, 8000); err != nil || scale != 1 {
		t.Errorf("large picture: scale %d, %v", scale, err)
	}
	if _, err := scaleOf(9000, 9000); err == nil {
		t.Error("a picture beyond the limit is drawn")
	}
}

// A picture drawn in strips is the same as one drawn at once, but for a rounding
// that no eye sees.
func TestStripsLeaveNoSeam(t *testing.T) {
	for name, c := range examples() {
		p, ok := c.(picture)
		if !ok {
			t.Fatal(name)
		}
		s, err := lay(p, Options{Pattern: true})
		if err != nil {
			t.Fatal(err)
		}
		whole, err := s.raster(1 << 20)
		if err != nil {
			t.Fatal(err)
		}
		strips, err := s.raster(74)
		if err != nil || len(whole.Pix) != len(strips.Pix) {
			t.Fatal(name, err)
		}
		for i := range whole.Pix {
			if d := int(whole.Pix[i]) - int(strips.Pix[i]); d > 12 || d < -12 {
				t.Fatalf("%s: row %d differs by %d", name, i/whole.Stride, d)
			}
		}
	}
}

// A table of a country is drawn without work that grows faster than its cells.
func TestHeatTableOfACountryIsCheap(t *testing.T) {
	c := heat(400, 17)
	allocs := testing.AllocsPerRun(1, func() {
		if err := c.SVG(io.Discard, Options{Pattern: true}); err != nil {
			t.Fatal(err)
		}
	})
	if perCell := allocs / (400 * 17); perCell > 15 {
		t.Errorf("%.1f allocations per cell", perCell)
	}
	var out bytes.Buffer
	if err := c.SVG(&out, Options{}); err != nil {
		t.Fatal(err)
	}
	if perCell := float64(bytes.Count(out.Bytes(), []byte("<"))) / (400 * 17); perCell > 6 {
		t.Errorf("%.1f tags per cell", perCell)
	}
}
