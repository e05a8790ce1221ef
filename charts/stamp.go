package charts

import (
	"encoding/binary"
	"math"

	"github.com/golang/freetype/raster"
	"github.com/wcharczuk/go-chart/v2/drawing"
)

// span is a stretch of a row that is covered alike, relative to where its shape
// is put.
type span struct {
	y, from, to int32
	level       uint8 // 1 to levels
}

// stamp is a shape as spans, from top to bottom. A table holds the same disc,
// frame and letter thousands of times: each is traced once and then stamped.
type stamp []span

// trail is a path as it is drawn, relative to where it began, so that the same
// shape has the same trail wherever it stands.
type trail struct {
	begun bool
	x, y  int
	steps []byte // one byte for the command, then its numbers, eight bytes each
}

func (t *trail) clear() { t.begun, t.steps = false, t.steps[:0] }

// begin makes a point the origin of the trail unless it has one.
func (t *trail) begin(x, y int) {
	if !t.begun {
		t.begun, t.x, t.y = true, x, y
	}
}

func (t *trail) add(step byte, numbers ...float64) {
	t.steps = append(t.steps, step)
	for _, n := range numbers {
		t.steps = binary.LittleEndian.AppendUint64(t.steps, math.Float64bits(n))
	}
}

// path gives the trail in go-chart's form, with the box that its points lie in.
func (t *trail) path() (p *drawing.Path, box area) {
	p, box = new(drawing.Path), nowhere
	rest := t.steps[:]
	next := func() float64 {
		f := math.Float64frombits(binary.LittleEndian.Uint64(rest))
		rest = rest[8:]
		return f
	}
	for len(rest) > 0 {
		step := rest[0]
		rest = rest[1:]
		switch step {
		case 'M':
			x, y := next(), next()
			box.take(x, y, 0)
			p.MoveTo(x, y)
		case 'L':
			x, y := next(), next()
			box.take(x, y, 0)
			p.LineTo(x, y)
		case 'Q':
			cx, cy, x, y := next(), next(), next(), next()
			box.take(cx, cy, 0)
			box.take(x, y, 0)
			p.QuadCurveTo(cx, cy, x, y)
		case 'A':
			cx, cy, rx, ry, start, delta := next(), next(), next(), next(), next(), next()
			box.take(cx, cy, max(rx, ry))
			p.ArcTo(cx, cy, rx, ry, start, delta)
		case 'Z':
			p.Close()
		}
	}
	return p, box
}

// area is a box around points.
type area struct{ left, top, right, bottom float64 }

var nowhere = area{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}

func (a *area) take(x, y, around float64) {
	a.left, a.top = min(a.left, x-around), min(a.top, y-around)
	a.right, a.bottom = max(a.right, x+around), max(a.bottom, y+around)
}

// tracer turns paths into stamps with the rasteriser that go-chart uses too.
type tracer struct{ raster.Rasterizer }

// fill gives the inside of a path.
func (t *tracer) fill(p *drawing.Path, box area) stamp {
	return t.trace(box, 1, false, func(to drawing.Flattener) { drawing.Flatten(p, to, 1) })
}

// stroke gives a line along a path.
func (t *tracer) stroke(p *drawing.Path, box area, width float64, dash []float64) stamp {
	return t.trace(box, int(width/2)+2, true, func(to drawing.Flattener) {
		line := drawing.NewLineStroker(drawing.RoundCap, drawing.RoundJoin, to)
		line.HalfLineWidth = width / 2
		if len(dash) > 0 {
			drawing.Flatten(p, drawing.NewDashVertexConverter(dash, 0, line), 1)
			return
		}
		drawing.Flatten(p, line, 1)
	})
}

// trace covers what lies in a box and so far around it.
func (t *tracer) trace(box area, around int, winding bool, draw func(drawing.Flattener)) stamp {
	if box.left > box.right {
		return nil
	}
	left, top := int(math.Floor(box.left))-around, int(math.Floor(box.top))-around
	t.SetBounds(int(math.Ceil(box.right))+around-left+1, int(math.Ceil(box.bottom))+around-top+1)
	t.Dx, t.Dy, t.UseNonZeroWinding = left, top, winding
	draw(drawing.Transformer{Tr: drawing.NewTranslationMatrix(float64(-left), float64(-top)),
		Flattener: drawing.FtLineBuilder{Adder: &t.Rasterizer}})
	var s stamp
	t.Rasterize(raster.PainterFunc(func(spans []raster.Span, _ bool) {
		for _, q := range spans {
			if level := (q.Alpha*levels + 0x7fff) / 0xffff; level > 0 {
				s = append(s, span{int32(q.Y), int32(q.X0), int32(q.X1), uint8(level)}) //nolint:gosec // within a picture
			}
		}
	}))
	return s
}
