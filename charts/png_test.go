package charts

import (
	"image"
	"image/color"
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
	if _, scale, err := newRaster(3000, 8000); err != nil || scale != 1 {
		t.Errorf("large picture: scale %d, %v", scale, err)
	}
	if _, _, err := newRaster(9000, 9000); err == nil {
		t.Error("a picture beyond the limit is drawn")
	}
}
