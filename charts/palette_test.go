package charts

import (
	"fmt"
	"math"
	"testing"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

var themes = map[Theme]*palette{Light: &lightPalette, Dark: &darkPalette}

func TestContrast(t *testing.T) {
	for name, p := range themes {
		marks := map[string]drawing.Color{"axis": p.axis, "accent": p.accent, "quiet": p.quiet, "missing": p.missing}
		for b, c := range p.band {
			marks[string(b)] = c
		}
		for what, c := range marks {
			if got := contrast(c, p.surface); got < 3 {
				t.Errorf("%s: %s has contrast %.2f, want 3", name, what, got)
			}
		}
		texts := map[string]drawing.Color{"ink": p.ink, "muted": p.muted}
		for i, c := range p.series { // names stand at the ends of lines
			texts[fmt.Sprint("series ", i)] = c
		}
		for what, c := range texts {
			if got := contrast(c, p.surface); got < 4.5 {
				t.Errorf("%s: %s has contrast %.2f, want 4.5", name, what, got)
			}
		}
		if got := contrast(p.ink, p.seam); got < 4.5 {
			t.Errorf("%s: sign of what is withheld has contrast %.2f", name, got)
		}
		for b, c := range p.band {
			if got := contrast(inkOn(c), c); got < 4.5 {
				t.Errorf("%s: text on %s has contrast %.2f", name, b, got)
			}
			if got := contrast(p.ink, mix(c, p.surface, 0.28)); got < 4.5 {
				t.Errorf("%s: text on pale %s has contrast %.2f", name, b, got)
			}
		}
	}
	for i, c := range goalColors {
		if got := contrast(inkOn(c), c); got < 4.5 {
			t.Errorf("goal %d: number has contrast %.2f", i+1, got)
		}
	}
}

// In grey print the bands keep their order.
func TestBandsInGrey(t *testing.T) {
	for name, p := range themes {
		for i := 1; i < len(bands); i++ {
			if luminance(p.band[bands[i-1]]) <= luminance(p.band[bands[i]]) {
				t.Errorf("%s: %s is not lighter than %s", name, bands[i-1], bands[i])
			}
		}
	}
}

// The matrices simulate full protanopia, deuteranopia and tritanopia in linear
// RGB: Machado, Oliveira and Fernandes, 2009, severity 1.
var sights = map[string][3][3]float64{
	"full":         {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

func TestBandsForColourBlindEyes(t *testing.T) {
	const apart = 12 // difference in CIE L*a*b*; 2 can just be seen
	for name, p := range themes {
		for sight, m := range sights {
			for i, a := range bands {
				for _, b := range bands[i+1:] {
					if d := distance(seen(p.band[a], m), seen(p.band[b], m)); d < apart {
						t.Errorf("%s, %s: %s and %s are %.1f apart", name, sight, a, b, d)
					}
				}
			}
		}
	}
}

// seen gives CIE L*a*b* of a colour as an eye sees it.
func seen(c drawing.Color, m [3][3]float64) [3]float64 {
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var rgb [3]float64
	for i, row := range m {
		rgb[i] = min(max(row[0]*in[0]+row[1]*in[1]+row[2]*in[2], 0), 1)
	}
	f := func(v float64) float64 {
		if v > 216.0/24389 {
			return math.Cbrt(v)
		}
		return (24389.0/27*v + 16) / 116
	}
	x := f((0.4124564*rgb[0] + 0.3575761*rgb[1] + 0.1804375*rgb[2]) / 0.95047)
	y := f(0.2126729*rgb[0] + 0.7151522*rgb[1] + 0.0721750*rgb[2])
	z := f((0.0193339*rgb[0] + 0.1191920*rgb[1] + 0.9503041*rgb[2]) / 1.08883)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func distance(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}
