package charts

import (
	"math"

	"github.com/golang/freetype/truetype"
	"github.com/wcharczuk/go-chart/v2/drawing"
	"golang.org/x/image/font"
	"golang.org/x/image/math/fixed"
)

// finePlaces is how many places a letter may begin at within a pixel.
const finePlaces = 4

// glyph is a rune at a size: what it looks like at each place within a pixel,
// and how far on the next one stands.
type glyph struct {
	index   truetype.Index
	advance float64
	traced  [finePlaces]bool
	stamps  [finePlaces]stamp
}

type glyphKey struct {
	r    rune
	size fixed.Int26_6
}

// glyphs keeps what has been traced of a font.
type glyphs struct {
	font  *truetype.Font
	all   map[glyphKey]*glyph
	shape truetype.GlyphBuf
}

// mostGlyphs is how many may be kept from one picture to the next.
const mostGlyphs = 4096

func (l *glyphs) start() {
	if l.all == nil || len(l.all) > mostGlyphs {
		l.all = map[glyphKey]*glyph{}
	}
}

func (l *glyphs) of(r rune, size fixed.Int26_6) *glyph {
	key := glyphKey{r, size}
	if g := l.all[key]; g != nil {
		return g
	}
	g := &glyph{index: l.font.Index(r)}
	g.advance = float64(l.font.HMetric(size, g.index).AdvanceWidth) / 64
	l.all[key] = g
	return g
}

// kern is how much nearer than their advances two letters stand.
func (l *glyphs) kern(size fixed.Int26_6, before, after *glyph) float64 {
	return float64(l.font.Kern(size, before.index, after.index)) / 64
}

// stamp gives a letter that begins at a place within a pixel. One that the font
// can't draw stays empty.
func (l *glyphs) stamp(t *tracer, g *glyph, size fixed.Int26_6, place int) stamp {
	if g.traced[place] {
		return g.stamps[place]
	}
	g.traced[place] = true
	if err := l.shape.Load(l.font, size, g.index, font.HintingNone); err != nil {
		return nil
	}
	box, from, outline := nowhere, 0, new(drawing.Path)
	for _, to := range l.shape.Ends {
		contour := l.shape.Points[from:to]
		for _, p := range contour {
			box.take(float64(p.X)/64, -float64(p.Y)/64, 1)
		}
		drawing.DrawContour(outline, contour, float64(place)/finePlaces, 0)
		from = to
	}
	g.stamps[place] = t.fill(outline, box)
	return g.stamps[place]
}

// lineOf walks over a text: each letter with where it begins, from 0; the last
// call has no letter and the end of the text.
func (l *glyphs) lineOf(body string, size fixed.Int26_6, visit func(g *glyph, at float64)) (end float64) {
	var before *glyph
	for _, r := range body {
		g := l.of(r, size)
		if before != nil {
			end += l.kern(size, before, g)
		}
		visit(g, end)
		end += g.advance
		before = g
	}
	return end
}

// within splits a place into whole pixels and one of the fine places.
func within(at float64) (pixel, place int) {
	fine := int(math.Floor(at * finePlaces))
	return fine >> 2, fine & (finePlaces - 1)
}
