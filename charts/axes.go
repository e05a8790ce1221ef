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
			widest = max(widest, room(Format(a.ticks[i], a.decimals, s.lang), 12))
		}
		if (widest+14)*(len(a.ticks)-1) <= (a.to-a.from)*every {
			break
		}
	}
	labels := map[float64]string{}
	for i := 0; i < len(a.ticks); i += every {
		labels[a.ticks[i]] = Format(a.ticks[i], a.decimals, s.lang)
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

// levelAxisAt draws the axis of points, which stand on a line and need not
// begin at zero; the ticks have their baseline at labels.
func (s *sheet) levelAxisAt(a scale, top, bottom, labels int) {
	s.helpLines(a, top, bottom, labels+9)
	s.rect(a.from, bottom, a.to-a.from, 2, s.axis)
}

func (s *sheet) helpLines(a scale, top, bottom, baseline int) {
	labels := s.tickLabels(a)
	for _, t := range a.ticks {
		if t != 0 {
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
	out := make([]placed, len(refs))
	high := 0
	for i, r := range refs {
		number := Format(r.Value, decimals, s.lang)
		out[i] = placed{x: a.at(r.Value), row: -1, text: cut(clean(r.Label), 12, s.inner()*2/3-room(number, 12)) + " " + number}
	}
	for i := range out {
		s.placeReference(out, i)
		high = max(high, out[i].row+1)
	}
	s.y += rowOfLabels * high
	for i := range out {
		out[i].top = s.y - rowOfLabels*out[i].row - 2
		s.text(out[i].at, out[i].top-4, 12, s.ink, out[i].anchor, out[i].text, "")
	}
	return out
}

// placeReference finds the lowest free place for the label of one line: over
// it, to its left, to its right; the last resort is a row of its own.
func (s *sheet) placeReference(all []placed, i int) {
	p := &all[i]
	width := room(p.text, 12)
	for row := range len(all) + 1 {
		for _, anchor := range []string{"middle", "end", "start"} {
			p.anchor, p.at = anchor, p.x
			p.l = p.x - map[string]int{"middle": width / 2, "end": width}[anchor]
			p.r = p.l + width
			last := row == len(all)
			if last {
				p.l = min(max(p.l, s.margin), s.width-s.margin-width)
				p.r, p.at = p.l+width, p.l+width/2
			}
			if last || p.l >= s.margin && p.r <= s.width-s.margin && free(all, i, row) {
				p.row = row
				return
			}
		}
	}
}

// free tells whether the label of line i may lie in a row where it is.
func free(all []placed, i, row int) bool {
	for j, o := range all {
		if j == i {
			continue
		}
		if o.row == row && all[i].l < o.r+12 && o.l < all[i].r+12 {
			return false
		}
		if o.x > all[i].l-5 && o.x < all[i].r+5 && (o.row > row || o.row < 0) {
			return false
		}
		if o.row >= 0 && o.row < row && all[i].x > o.l-5 && all[i].x < o.r+5 {
			return false
		}
	}
	return true
}

// drawReferences draws the lines from their labels down, cased so that they
// can be seen on bars.
func (s *sheet) drawReferences(refs []placed, bottom int) {
	for _, r := range refs {
		s.line(s.surface, 4, nil, r.x, r.top+2, r.x, bottom)
		s.line(s.ink, 2, []float64{5, 3}, r.x, r.top, r.x, bottom)
	}
}
