package charts

import (
	"slices"
	"sort"
)

// tickLabels gives the ticks of an axis in words, thinned until they fit.
func (s *sheet) tickLabels(a scale) map[float64]string {
	every := 1
	for widest := 0; every < len(a.ticks); every++ {
		widest = 0
		for i := 0; i < len(a.ticks); i += every {
			widest = max(widest, room(s.said(a.ticks[i], a.decimals), 12))
		}
		if (widest+14)*(len(a.ticks)-1) <= (a.to-a.from)*every {
			break
		}
	}
	labels := map[float64]string{}
	for i := 0; i < len(a.ticks); i += every {
		labels[a.ticks[i]] = s.said(a.ticks[i], a.decimals)
	}
	return labels
}

// levelAxis draws the axis of bars: upright help lines over the height of a
// plot with the ticks below it. The zero line stands out.
func (s *sheet) levelAxis(a scale, top, bottom int) {
	s.helpLines(a, top, bottom, bottom+17)
	if a.min <= 0 && a.max >= 0 {
		s.rect(a.at(0)-1, top, 2, bottom-top, s.axis)
	}
}

// tickRoom is what the ticks of a rising axis need on its left.
func (s *sheet) tickRoom(a scale) int {
	need := 0
	for _, t := range a.ticks {
		need = max(need, room(s.said(t, a.decimals), 12))
	}
	return need + 10
}

// risingAxis draws level help lines with the ticks on the left of them. The zero
// line stands out.
func (s *sheet) risingAxis(a scale, from, to int) {
	for _, t := range a.ticks {
		c := s.grid
		if t == 0 {
			c = s.axis
		}
		s.rect(from, a.at(t), to-from, 1, c)
		s.text(from-6, a.at(t)+4, 12, s.muted, "end", s.said(t, a.decimals), "")
	}
}

// levelAxisAt draws the axis of points, which stand on a line and need not
// begin at zero; the ticks have their baseline at labels.
func (s *sheet) levelAxisAt(a scale, top, bottom, labels int) {
	s.helpLines(a, top, bottom, labels+9)
	s.rect(a.from, bottom, a.to-a.from, 2, s.axis)
}

// helpLines draws a line at each tick; answers stand apart without.
func (s *sheet) helpLines(a scale, top, bottom, baseline int) {
	labels := s.tickLabels(a)
	for _, t := range a.ticks {
		if t != 0 && len(s.written.Choices) == 0 {
			s.rect(a.at(t), top, 1, bottom-top, s.grid)
		}
		s.text(a.at(t), baseline, 12, s.muted, "middle", labels[t], "")
	}
}

// placed is a reference whose label has found its place.
type placed struct {
	x      int // of the line
	top    int // where the line begins
	text   string
	row    int // of the label, 0 nearest to the plot
	l, r   int // ends of the label
	anchor string
	at     int // x of the label
}

const rowOfLabels = 18

// placeReferences sets the labels of reference lines above a plot, in as many
// rows as they need, and moves y below them. No label lies on another's line
// while there is any other place.
func (s *sheet) placeReferences(a scale, refs []Reference, decimals int) []placed {
	refs = slices.Clone(refs)
	sort.SliceStable(refs, func(i, j int) bool { return refs[i].Value < refs[j].Value })
	out, high := make([]placed, len(refs)), 0
	for i, r := range refs {
		number := s.said(r.Value, decimals)
		out[i] = placed{x: a.at(r.Value), row: -1, text: cut(clean(r.Label), 12, s.inner()*2/3-room(number, 12)) + ": " + number}
	}
	for i := range out {
		s.placeReference(out, i)
		high = max(high, out[i].row+1)
	}
	s.y += rowOfLabels * high
	for i := range out {
		out[i].top = s.y - rowOfLabels*out[i].row - 2
		s.label(out[i].at, out[i].top-4, 12, s.ink, out[i].anchor, out[i].text, "")
	}
	return out
}

// placeReference finds the lowest free place for the label of one line: over
// it, to its left, to its right. Where lines stand too close for that, it lies
// on another's line, but never on another label.
func (s *sheet) placeReference(all []placed, i int) {
	width := room(all[i].text, 12)
	for _, clear := range []bool{true, false} {
		for row := range all {
			for _, anchor := range []string{"middle", "end", "start"} {
				p := &all[i]
				p.anchor, p.at = anchor, p.x
				p.l = p.x - map[string]int{"middle": width / 2, "end": width}[anchor]
				if !clear {
					p.l = min(max(p.l, s.margin), s.width-s.margin-width)
					p.anchor, p.at = "start", p.l
				}
				p.r = p.l + width
				within := p.l >= s.margin && p.r <= s.width-s.margin
				if within && !overlaps(all, i, row) && !(clear && crosses(all, i, row)) {
					p.row = row
					return
				}
			}
		}
	}
	all[i].row = len(all) - 1
}

// overlaps tells whether the label of line i would touch another label in a row.
func overlaps(all []placed, i, row int) bool {
	for j, o := range all {
		if j != i && o.row == row && all[i].l < o.r+12 && o.l < all[i].r+12 {
			return true
		}
	}
	return false
}

// crosses tells whether the label of line i in a row would lie on the line of
// another, or another's label on line i.
func crosses(all []placed, i, row int) bool {
	p := all[i]
	for j, o := range all {
		if j == i {
			continue
		}
		if o.x > p.l-3 && o.x < p.r+3 && (o.row > row || o.row < 0) {
			return true
		}
		if o.row >= 0 && o.row < row && p.x > o.l-3 && p.x < o.r+3 {
			return true
		}
	}
	return false
}

// drawReferences draws the lines from their labels down, cased so that they
// can be seen on bars.
func (s *sheet) drawReferences(refs []placed, bottom int) {
	for _, r := range refs {
		s.line(s.surface, 4, nil, r.x, r.top+2, r.x, bottom)
		s.line(s.ink, 2, []float64{5, 3}, r.x, r.top, r.x, bottom)
	}
}
