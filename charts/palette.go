package charts

import (
	"math"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

// palette holds the colours of a theme. Bands grow steadily darker (in the dark
// theme: dimmer) from achieved to far, so that they stay in order in grey print
// and for colour-blind eyes; palette_test.go measures it.
type palette struct {
	surface, ink, muted  drawing.Color // background, text, quieter text
	grid, axis, accent   drawing.Color // thin help lines, the zero line, unjudged figures
	quiet, missing, seam drawing.Color // background figures, outline of what is missing, rows apart
	band                 map[Band]drawing.Color
	series               []drawing.Color
}

var lightPalette = palette{
	surface: hex("ffffff"), ink: hex("1d2129"), muted: hex("575e69"),
	grid: hex("e3e6ea"), axis: hex("6d7480"), accent: hex("1f5a96"),
	quiet: hex("7b8794"), missing: hex("767d88"), seam: hex("eef0f3"),
	band: map[Band]drawing.Color{
		Achieved: hex("14807a"), Near: hex("3563ab"), Behind: hex("964410"), Far: hex("560d38"),
	},
	series: []drawing.Color{hex("1f4e8c"), hex("b4500f"), hex("0f7b6c"), hex("8a2c6b"), hex("6b6b00"), hex("5a4fcf")},
}

var darkPalette = palette{
	surface: hex("14181d"), ink: hex("eef1f5"), muted: hex("b1b9c4"),
	grid: hex("2d343c"), axis: hex("8c96a3"), accent: hex("7db4f0"),
	quiet: hex("7f8b99"), missing: hex("8f99a6"), seam: hex("20262d"),
	band: map[Band]drawing.Color{
		Achieved: hex("9ff0e0"), Near: hex("74a9ee"), Behind: hex("d98324"), Far: hex("c2437c"),
	},
	series: []drawing.Color{hex("8ab8f5"), hex("f0964b"), hex("4fc7b3"), hex("ee8cc8"), hex("cfc94a"), hex("a99cf5")},
}

// goalColors are the United Nations' colours of the 17 goals.
var goalColors = [...]drawing.Color{
	hex("e5243b"), hex("dda63a"), hex("4c9f38"), hex("c5192d"), hex("ff3a21"), hex("26bde2"),
	hex("fcc30b"), hex("a21942"), hex("fd6925"), hex("dd1367"), hex("fd9d24"), hex("bf8b2e"),
	hex("3f7e44"), hex("0a97d9"), hex("56c02b"), hex("00689d"), hex("19486a"),
}

// all gives every colour that areas may have, the background first.
func (p *palette) all() []drawing.Color {
	all := []drawing.Color{p.surface, p.ink, p.muted, p.grid, p.axis, p.accent, p.quiet, p.missing, p.seam, black, white}
	for _, b := range bands {
		all = append(all, p.band[b])
	}
	return append(append(all, p.series...), goalColors[:]...)
}

func paletteOf(t Theme) *palette {
	if t == Dark {
		return &darkPalette
	}
	return &lightPalette
}

// of gives the colour of a figure: its band's, or the accent when unjudged.
func (p *palette) of(v Value) drawing.Color {
	if c, ok := p.band[v.Band]; ok {
		return c
	}
	return p.accent
}

func hex(s string) drawing.Color { return drawing.ColorFromHex(s) }

// luminance is the relative luminance of WCAG 2.2.
func luminance(c drawing.Color) float64 {
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

func linear(channel uint8) float64 { return linears[channel] }

var linears = func() (all [256]float64) {
	for i := range all {
		all[i] = linearOf(float64(i) / 255)
	}
	return all
}()

func linearOf(v float64) float64 {
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// contrast is the contrast ratio of WCAG 2.2, from 1 to 21.
func contrast(a, b drawing.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

var black, white = hex("000000"), hex("ffffff")

// even is the luminance at which black and white have the same contrast.
var even = math.Sqrt(1.05*0.05) - 0.05

// inkOn gives black or white, whichever reads better on a colour: one of them
// always has a contrast of at least 4.58.
func inkOn(c drawing.Color) drawing.Color {
	if luminance(c) > even {
		return black
	}
	return white
}

// mix lays a over b with the given share of a.
func mix(a, b drawing.Color, share float64) drawing.Color {
	blend := func(x, y uint8) uint8 { return uint8(math.Round(share*float64(x) + (1-share)*float64(y))) }
	return drawing.Color{R: blend(a.R, b.R), G: blend(a.G, b.G), B: blend(a.B, b.B), A: 255}
}
