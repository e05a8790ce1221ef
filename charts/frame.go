package charts

import (
	"fmt"
	"hash/fnv"
	"io"
	"strconv"
	"strings"
)

// lay checks the input and places everything; the sheet's y is then the height.
func lay(p Chart, opt Options) (*sheet, error) {
	var c checker
	p.check(&c)
	if err := c.err(); err != nil {
		return nil, err
	}
	if opt.Slide {
		return laySlide(p, opt)
	}
	return laid(p, opt, 0), nil
}

// laid places everything; so much room is kept under the plot of a slide.
func laid(p Chart, opt Options, below int) *sheet {
	t := p.texts()
	s := newSheet(t, opt)
	s.below = below
	s.width = max(s.width, p.least(s))
	s.head(t)
	p.draw(s)
	s.drawKeys()
	head := len(s.shapes)
	s.foot(t)
	if opt.Slide {
		s.sink(head)
	}
	return s
}

func renderSVG(p Chart, w io.Writer, opt Options) error {
	s, err := lay(p, opt)
	if err != nil {
		return err
	}
	title, desc := clean(p.texts().Title), p.Summary()
	v := newVector(s.width, s.y, idOf(opt.ID, fmt.Sprintf("%T", p), title, desc), title, desc)
	s.play(v, 1, 0, s.y)
	return v.Save(w)
}

func renderPNG(p Chart, w io.Writer, opt Options) error {
	s, err := lay(p, opt)
	if err != nil {
		return err
	}
	return s.png(w, stripHeight)
}

// idOf gives the prefix of the ids of a picture: the wanted one as far as it is
// made of letters, digits and hyphens, else a hash of the content.
func idOf(wanted string, content ...string) string {
	id := strings.Map(func(r rune) rune {
		if r == '-' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return -1
	}, wanted)
	if id != "" {
		return "c-" + id
	}
	h := fnv.New64a()
	// A hash takes every write.
	_, _ = io.WriteString(h, strings.Join(content, "\x00"))
	return "c-" + strconv.FormatUint(h.Sum64(), 36)
}

// head writes title, subtitle and what the figures are.
func (s *sheet) head(t Text) {
	size := 20
	if s.narrow() {
		size = headSize
	}
	s.y += size
	s.paragraph(t.Title, size, 3, true)
	if t.Subtitle != "" {
		s.paragraph(t.Subtitle, 14, 3, false)
	}
	s.paragraph(s.about(t), 14, 2, false)
	s.y += 6
}

// paragraph writes wrapped lines, the first with its baseline at y, and leaves
// y at the baseline where the next paragraph may begin.
func (s *sheet) paragraph(text string, size, lines int, strong bool) {
	text = clean(text)
	c, width := s.muted, s.inner()
	if strong {
		c, width = s.ink, s.inner()*93/100 // headings are set bolder
	}
	for _, l := range wrap(text, size, width, lines) {
		hint := ""
		if strings.HasSuffix(l, "…") {
			hint = text
		}
		s.text(s.margin, s.y, size, c, "start", l, hint)
		s.y += size + 7
	}
}

// about is the line of unit, period and number of municipalities.
func (s *sheet) about(t Text) string {
	var parts []string
	if t.Unit != "" {
		parts = append(parts, unitFirst(strings.ReplaceAll(clean(t.Unit), "%", s.words.percent)))
	}
	if t.Period != "" {
		parts = append(parts, clean(t.Period))
	}
	if t.N > 0 {
		parts = append(parts, s.words.municipalitiesOf(t.N, s.lang))
	}
	return strings.Join(parts, " · ")
}

func (w *words) municipalitiesOf(n int, lang Lang) string {
	if n == 1 {
		return "1" + nbsp + w.municipality
	}
	return Format(float64(n), 0, lang) + nbsp + w.municipalities
}

// foot writes where the figures come from and closes the picture.
func (s *sheet) foot(t Text) {
	s.y += 28
	var parts []string
	if t.Source != "" {
		parts = append(parts, s.words.source+": "+t.Source)
	}
	if t.Method != "" {
		parts = append(parts, s.words.method+": "+t.Method)
	}
	if t.Licence != "" {
		parts = append(parts, s.words.licence+": "+t.Licence)
	}
	if !t.AsOf.IsZero() {
		parts = append(parts, fmt.Sprintf(s.words.asOf, date(t.AsOf, s.lang)))
	}
	if len(parts) > 0 {
		s.paragraph(strings.Join(parts, " · "), 12, 4, false)
		s.y -= 19
	} else {
		s.y -= 16
	}
	s.y += s.margin - 4
}

// nothing stands where there is no figure at all.
func (s *sheet) nothing(detail string) {
	s.y += 10
	lines := wrap(detail, 13, s.inner()-24, 4)
	height := 96 + 18*max(len(lines)-1, 0)
	s.frame(s.margin, s.y, s.inner(), height, s.missing, 1, 5, 4)
	at := s.y + 53
	if detail != "" {
		at -= 11
	}
	s.text(s.width/2, at, 15, s.ink, "middle", s.words.nothing, "")
	for _, line := range lines {
		at += 18
		s.text(s.width/2, at+6, 13, s.muted, "middle", line, hintOf(line, detail, len(lines)))
	}
	s.y += height
}

// unitFirst begins a line with a unit: a word gets its capital, but a sign stays
// as it is, because µg is no Mg and kWh no KWh.
func unitFirst(unit string) string {
	first, _, _ := strings.Cut(unit, " ")
	if strings.ContainsAny(first, "µ²³") || strings.ToLower(first) != first {
		return unit
	}
	return upperFirst(unit)
}

func upperFirst(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}
