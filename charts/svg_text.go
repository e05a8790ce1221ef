package charts

import (
	"math"
	"strconv"

	"github.com/wcharczuk/go-chart/v2/drawing"
)

// source is SVG text in the making. It is written piece by piece because a
// large table has tens of thousands of pieces, for which formats take most of
// the time.
type source []byte

// put adds texts as they are and numbers: whole ones, and lengths with at most
// one decimal.
func (s *source) put(parts ...any) {
	for _, part := range parts {
		switch p := part.(type) {
		case string:
			*s = append(*s, p...)
		case int:
			s.whole(p)
		case float64:
			s.length(p)
		case drawing.Color:
			s.colour(p)
		default:
			// Naming the type would let every part escape, at an allocation each.
			panic("charts: a part of a picture is neither text, number nor colour")
		}
	}
}

// point adds a command of a path and its place.
func (s *source) point(command byte, x, y int) {
	*s = append(*s, command)
	s.whole(x)
	*s = append(*s, ' ')
	s.whole(y)
}

// along adds a command of a path that goes along one axis.
func (s *source) along(command byte, to int) {
	*s = append(*s, command)
	s.whole(to)
}

func (s *source) whole(n int) { *s = strconv.AppendInt(*s, int64(n), 10) }

// length writes a length with at most one decimal.
func (s *source) length(f float64) {
	tenths := int(math.Round(f * 10))
	if tenths < 0 {
		*s = append(*s, '-')
		tenths = -tenths
	}
	s.whole(tenths / 10)
	if tenths%10 != 0 {
		*s = append(*s, '.')
		s.whole(tenths % 10)
	}
}

func (s *source) colour(c drawing.Color) {
	const digits = "0123456789abcdef"
	*s = append(*s, '#', digits[c.R>>4], digits[c.R&15], digits[c.G>>4], digits[c.G&15], digits[c.B>>4], digits[c.B&15])
}
