package charts

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/golang/freetype/truetype"
	chart "github.com/wcharczuk/go-chart/v2"
	"golang.org/x/image/math/fixed"
)

// slack widens measured text where something must fit, because an SVG is shown
// in whichever sans-serif font the reader has.
const slack = 1.06

var roboto = sync.OnceValues(chart.GetDefaultFont)

var latinAdvances = sync.OnceValue(func() []float64 {
	f, err := roboto()
	w := make([]float64, 0x250)
	for r := range w {
		w[r] = advance(f, err, rune(r))
	}
	return w
})

// advance is the width of a rune in ems; a rune that the font lacks counts as
// a full em, which is what most stand-ins need.
func advance(f *truetype.Font, err error, r rune) float64 {
	if err != nil {
		return 1
	}
	i := f.Index(r)
	if i == 0 {
		return 1
	}
	return float64(f.HMetric(fixed.Int26_6(f.FUnitsPerEm()), i).AdvanceWidth) / float64(f.FUnitsPerEm())
}

// ems is the width of a rune in ems.
func ems(r rune) float64 {
	if latin := latinAdvances(); int(r) < len(latin) {
		return latin[r]
	}
	f, err := roboto()
	return advance(f, err, r)
}

// textWidth measures a text in units of length at a font size.
func textWidth(s string, size int) int {
	em := 0.0
	for _, r := range s {
		em += ems(r)
	}
	return int(em*float64(size) + 0.999)
}

// room is the width that a text may need in another font.
func room(s string, size int) int { return int(float64(textWidth(s, size))*slack + 0.999) }

// clean makes any text fit for one line of a picture: control characters and
// runs of white space become one space, direction overrides go.
func clean(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
			return -1
		case unicode.IsControl(r):
			return ' '
		}
		return r
	}, strings.ToValidUTF8(s, "\ufffd"))
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' }), " ")
}

// cut shortens a text to a width, ending in an ellipsis where something is lost.
func cut(s string, size, width int) string {
	if len(s) < 1000 && room(s, size) <= width {
		return s
	}
	kept, left := []rune{}, float64(width-room("…", size)-2)
	for _, r := range s {
		left -= ems(r) * float64(size) * slack
		if left < 0 {
			return strings.TrimRight(string(kept), " ") + "…"
		}
		kept = append(kept, r)
	}
	return string(kept)
}

// hasCut tells whether something is lost in lines.
func hasCut(lines []string) bool {
	return slices.ContainsFunc(lines, func(l string) bool { return strings.HasSuffix(l, "…") })
}

// wrap breaks a text into lines of a width, at most so many; the last one is
// cut where the text goes on. An empty text has no lines.
func wrap(s string, size, width, lines int) []string {
	var out []string
	line := ""
	words := strings.Split(s, " ")
	for i, word := range words {
		next := strings.TrimPrefix(line+" "+word, " ")
		if room(next, size) <= width || line == "" {
			line = next
			continue
		}
		if len(out) == lines-1 {
			line = strings.Join(append([]string{line}, words[i:]...), " ")
			break
		}
		out, line = append(out, cut(line, size, width)), word
	}
	if line != "" {
		out = append(out, cut(line, size, width))
	}
	return out
}
