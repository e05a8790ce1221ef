package charts

import (
	"encoding/binary"
	"io"
	"math"
	"sort"

	chart "github.com/wcharczuk/go-chart/v2"
	"github.com/wcharczuk/go-chart/v2/drawing"
	"golang.org/x/image/math/fixed"
)

// bitmap is a chart.Renderer for some rows of a picture, one byte per pixel. It
// takes outlines and letters from the same code that go-chart draws with, but
// traces each only once, and touches no pixel outside of a shape.
type bitmap struct {
	brush
	inks   inks
	tracer tracer
	glyphs glyphs
	trail  trail
	stamps map[string]stamp // by trail, stroke and dash
	key    []byte
	width  int
	top    int     // of the picture, in pixels
	rows   []uint8 // each begins with a byte for the filter of PNG
}

var _ chart.Renderer = (*bitmap)(nil)

// mostStamps is how many may be kept from one picture to the next.
const mostStamps = 4096

// start makes ready for a picture of a width.
func (b *bitmap) start(p *palette, width, rows int) {
	b.inks.start(p)
	b.glyphs.start()
	if b.stamps == nil || len(b.stamps) > mostStamps {
		b.stamps = map[string]stamp{}
	}
	b.trail.clear()
	b.width = width
	if need := rows * (width + 1); cap(b.rows) < need {
		b.rows = make([]uint8, need)
	}
	clear(b.rows[:cap(b.rows)])
}

// move goes on to the rows from top.
func (b *bitmap) move(top, rows int) { b.top, b.rows = top, b.rows[:rows*(b.width+1)] }

// row gives the pixels of a row, and false outside of the rows.
func (b *bitmap) row(y int) ([]uint8, bool) {
	from := (y-b.top)*(b.width+1) + 1
	if y < b.top || from >= len(b.rows) {
		return nil, false
	}
	return b.rows[from : from+b.width], true
}

func (b *bitmap) MoveTo(x, y int) {
	b.trail.begin(x, y)
	b.trail.add('M', float64(x-b.trail.x), float64(y-b.trail.y))
}

func (b *bitmap) LineTo(x, y int) {
	b.trail.begin(x, y)
	b.trail.add('L', float64(x-b.trail.x), float64(y-b.trail.y))
}

func (b *bitmap) QuadCurveTo(cx, cy, x, y int) {
	b.trail.begin(cx, cy)
	b.trail.add('Q', float64(cx-b.trail.x), float64(cy-b.trail.y), float64(x-b.trail.x), float64(y-b.trail.y))
}

func (b *bitmap) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	b.trail.begin(cx, cy)
	b.trail.add('A', float64(cx-b.trail.x), float64(cy-b.trail.y), rx, ry, start, delta)
}

func (b *bitmap) Close() { b.trail.add('Z') }

// Circle adds a round circle to the path.
func (b *bitmap) Circle(radius float64, x, y int) {
	b.trail.begin(x, y)
	b.trail.add('M', float64(x-b.trail.x)+radius, float64(y-b.trail.y))
	b.trail.add('A', float64(x-b.trail.x), float64(y-b.trail.y), radius, radius, 0, 2*math.Pi)
	b.Close()
}

// lines adds separate lines to the path, four numbers each from a place.
func (b *bitmap) lines(x, y int, lines [][4]int) {
	for _, l := range lines {
		b.MoveTo(x+l[0], y+l[1])
		b.LineTo(x+l[2], y+l[3])
	}
}

func (b *bitmap) Fill() {
	b.fill()
	b.trail.clear()
}

func (b *bitmap) Stroke() {
	b.stroke()
	b.trail.clear()
}

func (b *bitmap) FillStroke() {
	b.fill()
	b.stroke()
	b.trail.clear()
}

func (b *bitmap) fill() {
	b.put(b.stamp(0, nil), b.trail.x, b.trail.y, b.inks.of(b.style.FillColor))
}

func (b *bitmap) stroke() {
	if b.style.StrokeWidth > 0 {
		b.put(b.stamp(b.style.StrokeWidth, b.style.StrokeDashArray), b.trail.x, b.trail.y, b.inks.of(b.style.StrokeColor))
	}
}

// stamp gives the trail as spans: a stroke of a width, or the inside where that is 0.
func (b *bitmap) stamp(width float64, dash []float64) stamp {
	b.key = binary.LittleEndian.AppendUint64(append(b.key[:0], b.trail.steps...), math.Float64bits(width))
	for _, d := range dash {
		b.key = binary.LittleEndian.AppendUint64(b.key, math.Float64bits(d))
	}
	if s, ok := b.stamps[string(b.key)]; ok {
		return s
	}
	var s stamp
	if path, box := b.trail.path(); width > 0 {
		s = b.tracer.stroke(path, box, width, dash)
	} else {
		s = b.tracer.fill(path, box)
	}
	b.stamps[string(b.key)] = s
	return s
}

// put lays a stamp in a colour over what is there.
func (b *bitmap) put(s stamp, x, y int, ink uint8) {
	from := sort.Search(len(s), func(i int) bool { return int(s[i].y)+y >= b.top })
	for _, q := range s[from:] {
		row, within := b.row(int(q.y) + y)
		if !within {
			return
		}
		left, right := max(int(q.from)+x, 0), min(int(q.to)+x, b.width)
		if left >= right {
			continue
		}
		row = row[left:right]
		if q.level == levels {
			for i := range row {
				row[i] = ink
			}
			continue
		}
		for i, under := range row {
			row[i] = b.inks.over(ink, q.level, under)
		}
	}
}

func (b *bitmap) fillRects(c drawing.Color, rects ...[4]int) {
	ink := b.inks.of(c)
	for _, q := range rects {
		left, right := max(q[0], 0), min(q[0]+q[2], b.width)
		if left >= right {
			continue
		}
		var first []uint8
		for y := max(q[1], b.top); y < q[1]+q[3]; y++ {
			row, within := b.row(y)
			if !within {
				break
			}
			row = row[left:right]
			if first != nil {
				copy(row, first)
				continue
			}
			for i := range row {
				row[i] = ink
			}
			first = row
		}
	}
}

// Text draws at the anchor that setText left.
func (b *bitmap) Text(body string, x, y int) {
	size := fixed.Int26_6(b.style.FontSize * 64)
	from := float64(x)
	switch b.anchor {
	case "middle":
		from -= b.glyphs.lineOf(body, size, func(*glyph, float64) {}) / 2
	case "end":
		from -= b.glyphs.lineOf(body, size, func(*glyph, float64) {})
	}
	ink := b.inks.of(b.style.FontColor)
	b.glyphs.lineOf(body, size, func(g *glyph, at float64) {
		pixel, place := within(from + at)
		b.put(b.glyphs.stamp(&b.tracer, g, size, place), pixel, y, ink)
	})
	b.anchor = ""
}

// join changes nothing: pixels don't know of elements.
func (b *bitmap) join(bool) {}

// Save is not how a bitmap is written, since it holds but some rows.
func (b *bitmap) Save(io.Writer) error { return nil }
