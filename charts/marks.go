package charts

import (
	"strconv"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

// bar draws a figure as an area: solid when confirmed, hatched with an outline
// when it comes from statistics, cross-hatched with a broken outline when
// uncertain.
func (s *sheet) bar(v Value, x, y, w, h int, c drawing.Color) {
	switch v.State {
	case Unconfirmed:
		s.strokes(c, 2, x, y, diagonals(2, 2, w-4, h-4, 7, false))
		s.frame(x, y, w, h, c, 2)
	case Uncertain:
		s.strokes(c, 1, x, y, append(diagonals(1, 1, w-2, h-2, 7, false), diagonals(1, 1, w-2, h-2, 7, true)...))
		s.frame(x, y, w, h, c, 2, 4, 3)
	default:
		s.rect(x, y, w, h, c)
		if s.pattern {
			s.texture(v.Band, x, y, w, h)
		}
	}
}

// texture lays the pattern of a band over a solid area: achieved stays plain,
// near has wide upright lines, behind has level lines, far has dots.
func (s *sheet) texture(b Band, x, y, w, h int) {
	var lines [][4]int
	switch b {
	case Near:
		for i := 9; i < w; i += 10 {
			lines = append(lines, [4]int{i, 0, i, h})
		}
	case Behind:
		for i := 5; i < h; i += 5 {
			lines = append(lines, [4]int{0, i, w, i})
		}
	case Far:
		for j := 4; j < h-1; j += 6 {
			for i := 4 + j%4; i < w-2; i += 7 {
				lines = append(lines, [4]int{i, j, i + 2, j})
			}
		}
	}
	s.strokes(s.surface, 2-float64(len(b)%2), x, y, lines)
}

// absent draws a figure that is not there: an empty broken outline with the
// sign of its reason; what is suppressed or withheld stands on grey within a
// whole outline, because it exists.
func (s *sheet) absent(st State, x, y, w, h int) {
	if st == Suppressed || st == Withheld {
		s.rect(x, y, w, h, s.seam)
		s.frame(x, y, w, h, s.missing, 1)
	} else {
		s.frame(x, y, w, h, s.missing, 1, 3, 3)
	}
	size := min(13, h-3)
	if textWidth(s.words.short[st], size) > w {
		return
	}
	s.text(x+w/2, y+h/2+size/3+1, size, s.ink, "middle", s.words.short[st], "")
}

// sample draws a value for a legend.
func (s *sheet) sample(v Value, x, y, w, h int) {
	if v.State.HasNumber() {
		s.bar(v, x, y, w, h, s.accent)
		return
	}
	s.absent(v.State, x, y, w, h)
}

// dot draws a figure as a point: filled when confirmed, hollow when it comes
// from statistics, hollow with a small core when uncertain. Its shape tells
// which series it belongs to.
func (s *sheet) dot(st State, shape, x, y int, radius float64, c drawing.Color) {
	fill := c
	if st != Confirmed {
		fill = s.surface
	}
	r := int(radius)
	switch shape % 4 {
	case 1:
		s.shape(fill, c, 2, x, y-r-1, x+r+1, y, x, y+r+1, x-r-1, y)
	case 2:
		s.shape(fill, c, 2, x-r+1, y-r+1, x+r-1, y-r+1, x+r-1, y+r-1, x-r+1, y+r-1)
	case 3:
		s.shape(fill, c, 2, x, y-r, x+r, y+r-1, x-r, y+r-1)
	default:
		s.circle(x, y, radius, fill, c, 2)
	}
	if st == Uncertain {
		s.circle(x, y, 1.5, c, c, 0)
	}
}

// dotSample draws a state of points for a legend.
func (s *sheet) dotSample(v Value, x, y, w, h int) {
	if v.State.HasNumber() {
		s.dot(v.State, 0, x+w/2, y+h/2, 5, s.accent)
		return
	}
	s.absent(v.State, x, y, w, h)
}

// band draws the sign of a band: a disc that is full, three quarters, half or
// a quarter full.
func (s *sheet) band(b Band, x, y int, radius float64, c, under drawing.Color) {
	share := shareOf(b)
	switch {
	case b == "":
	case share == 1:
		s.circle(x, y, radius-1, c, c, 2)
	default:
		s.circle(x, y, radius-0.5, under, c, 1.5)
		s.sector(x, y, radius-0.5, share, c)
	}
}

// shareOf is how full the sign of a band is.
func shareOf(b Band) float64 {
	switch b {
	case Near:
		return 0.75
	case Behind:
		return 0.5
	case Far:
		return 0.25
	}
	return 1
}

// goal draws the square of one of the 17 goals with its number in it.
func (s *sheet) goal(g, x, y, size int) {
	c := goalColors[g-1]
	s.rect(x, y, size, size, c)
	font := size*6/10 + 1
	s.text(x+size/2, y+size/2+font*36/100+1, font, inkOn(c), "middle", strconv.Itoa(g), "")
}

// diagonals hatches a rectangle at 45 degrees.
func diagonals(x, y, w, h, step int, falling bool) [][4]int {
	var lines [][4]int
	for c := step / 2; c < w+h; c += step {
		x0, y0, x1, y1 := min(c, w), max(c-w, 0), max(c-h, 0), min(c, h)
		if falling {
			y0, y1 = h-y0, h-y1
		}
		lines = append(lines, [4]int{x + x0, y + y0, x + x1, y + y1})
	}
	return lines
}
