package charts

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"io"
	"testing"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

// However many mixtures were made before, an area has its colour exactly.
func TestInksKeepAreasExactly(t *testing.T) {
	var k inks
	for range 2 {
		k.start(&lightPalette)
		for i := range 200 { // far more mixtures than there is room for
			for step := range uint8(levels - 1) {
				k.over(uint8(i%len(k.all)), step+1, uint8(i*7%len(k.all)))
			}
		}
		for _, want := range []drawing.Color{lightPalette.band[Far], goalColors[16], {R: 1, G: 2, B: 3, A: 255}, white} {
			if got := k.all[k.of(want)]; got != (color.RGBA{want.R, want.G, want.B, 255}) {
				t.Errorf("%v became %v", want, got)
			}
		}
		if len(k.all) > mostInks {
			t.Errorf("%d colours", len(k.all))
		}
	}
}

// A mixture is near the one that was meant as long as there is room.
func TestInksMix(t *testing.T) {
	var k inks
	k.start(&lightPalette)
	ink := k.of(black)
	for step := range uint8(levels - 1) {
		got, want := k.all[k.over(ink, step+1, 0)], 255*(levels-int(step)-1)/levels
		if apart(got, color.RGBA{uint8(want), uint8(want), uint8(want), 255}) > 4 {
			t.Errorf("step %d: %v, want %d", step+1, got, want)
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

// A picture drawn in strips is the same as one drawn at once, but for mixtures
// that a full palette gives in another order.
func TestStripsLeaveNoSeam(t *testing.T) {
	for name, c := range allExamples() {
		s, err := lay(c, Options{Pattern: true})
		if err != nil {
			t.Fatal(err)
		}
		whole, strips := decoded(t, s, 1<<20), decoded(t, s, 74)
		if whole.Bounds() != strips.Bounds() {
			t.Fatal(name, whole.Bounds(), strips.Bounds())
		}
		for y := range whole.Bounds().Dy() {
			for x := range whole.Bounds().Dx() {
				a, _ := whole.At(x, y).(color.RGBA)
				b, _ := strips.At(x, y).(color.RGBA)
				if d := apart(a, b); d > 40 {
					t.Fatalf("%s: %d,%d differs by %d", name, x, y, d)
				}
			}
		}
	}
}

func decoded(t *testing.T, s *sheet, rows int) image.Image {
	t.Helper()
	var out bytes.Buffer
	if err := s.png(&out, rows); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// A table of a country is drawn without work that grows faster than its cells.
func TestHeatTableOfACountryIsCheap(t *testing.T) {
	c := heat(400, 17)
	allocs := testing.AllocsPerRun(1, func() {
		if err := Write(io.Discard, c, SVG, Options{Pattern: true}); err != nil {
			t.Fatal(err)
		}
	})
	if perCell := allocs / (400 * 17); perCell > 4 {
		t.Errorf("%.1f allocations per cell", perCell)
	}
	var out bytes.Buffer
	if err := Write(&out, c, SVG, Options{}); err != nil {
		t.Fatal(err)
	}
	if perCell := float64(bytes.Count(out.Bytes(), []byte("<"))) / (400 * 17); perCell > 3 {
		t.Errorf("%.1f tags per cell", perCell)
	}
}
