package charts

import (
	"slices"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

// kind is what a shape is. In a table, what comes later here lies above what
// comes earlier.
type kind uint8

const (
	areas kind = iota
	hatches
	outlines
	strokes
	polygons
	discs
	shares
	letters
	others
	kinds // how many there are
)

// look is all that shapes must share to be drawn in one go.
type look struct {
	kind          kind
	fill, edge    drawing.Color
	width         float32
	dash          [2]uint8
	size          uint8 // of letters
	anchor        anchor
	radius, share float32 // of a disc
	form          *form
}

// form is the form of a shape that is more than a rectangle, a disc or a text.
type form struct {
	up, down int      // how far it reaches from its place
	points   []int    // two numbers each, from its place
	lines    [][4]int // separate ones, likewise
	draw     func(*pen)
}

// scaled gives the lines at so many pixels per unit of length.
func (f *form) scaled(k int) [][4]int {
	if k == 1 {
		return f.lines
	}
	out := make([][4]int, len(f.lines))
	for i, l := range f.lines {
		out[i] = [4]int{l[0] * k, l[1] * k, l[2] * k, l[3] * k}
	}
	return out
}

type anchor uint8

const (
	atStart anchor = iota
	atMiddle
	atEnd
)

var anchorNames = [...]string{atStart: "start", atMiddle: "middle", atEnd: "end"}

func anchorOf(name string) anchor { return anchor(max(slices.Index(anchorNames[:], name), 0)) } //nolint:gosec // one of three

// place is where a shape stands, and how large it is where its look doesn't say.
type place struct{ x, y, w, h int }

// said is a text of a picture, with the whole of what had to be cut from it.
type said struct{ body, hint string }

// shapes are drawn one after the other and look the same. Mostly it is a single
// one; a table has long runs of them.
type shapes struct {
	look
	places []place
	said   []said // of letters, one for each place
	joined bool   // of a table: written as one element
}

// reach tells between which heights a shape of a look lies.
func (l *look) reach(q place) (top, bottom int) {
	switch l.kind {
	case areas, outlines:
		return q.y, q.y + q.h
	case discs, shares:
		r := int(l.radius+l.width) + 1
		return q.y - r, q.y + r
	case letters:
		return q.y - 2*int(l.size), q.y + int(l.size)
	}
	return q.y - l.form.up, q.y + l.form.down
}

// table takes the shapes of many cells that don't touch one another. Kind by
// kind, those that look the same follow each other, so that a picture of
// thousands of cells needs few elements with their colours and sizes.
type table struct {
	runs  [kinds][]*shapes
	cells int // about how many there will be
}

func (t *table) of(l look) *shapes {
	for _, r := range t.runs[l.kind] {
		if r.look == l {
			return r
		}
	}
	r := &shapes{look: l, joined: true, places: make([]place, 0, t.cells/8)}
	if l.kind == letters {
		r.said = make([]said, 0, t.cells/8)
	}
	t.runs[l.kind] = append(t.runs[l.kind], r)
	return r
}

// add places a shape of a look; words are for letters.
func (s *sheet) add(l look, q place, words ...said) {
	var r *shapes
	if s.table != nil {
		r = s.table.of(l)
	} else {
		r = &shapes{look: l}
		s.shapes = append(s.shapes, r)
	}
	r.places = append(r.places, q)
	r.said = append(r.said, words...)
}

// together lays out so many cells that don't touch one another.
func (s *sheet) together(n int, cells func()) {
	s.table = &table{cells: n}
	cells()
	for _, runs := range s.table.runs {
		s.shapes = append(s.shapes, runs...)
	}
	s.table = nil
}
