package charts

import (
	"fmt"
	"slices"
	"strings"
)

// Choice is a figure that stands for an answer in words, such as 100 for "Ja".
type Choice struct {
	Number float64
	Word   string
}

// said gives a figure as people say it: the word of its choice where the
// figures stand for answers, the words on both sides of a figure between two of
// them, such as a median, and else the number.
func (t Text) said(v float64, decimals int) string {
	v = Round(v, decimals)
	var below, above *Choice
	for i, c := range t.Choices {
		switch {
		case c.Number == v:
			return clean(c.Word)
		case c.Number < v && (below == nil || c.Number > below.Number):
			below = &t.Choices[i]
		case c.Number > v && (above == nil || c.Number < above.Number):
			above = &t.Choices[i]
		}
	}
	if below == nil || above == nil {
		return Format(v, decimals, t.lang())
	}
	return upperFirst(fmt.Sprintf(wordsOf(t.lang()).between, lowerFirst(clean(below.Word)), lowerFirst(clean(above.Word))))
}

// code tells which number stands for which answer: "100 = ja, 0 = nei".
func (t Text) code() string {
	parts := make([]string, len(t.Choices))
	for i, c := range t.Choices {
		parts[i] = plain(c.Number, 0) + " = " + lowerFirst(clean(c.Word))
	}
	return strings.Join(parts, ", ")
}

// choiceAxis has a tick for each choice; apart leaves half a step free at both
// ends, so that each choice has a column of its own.
func (t Text) choiceAxis(apart bool) scale {
	var a scale
	for _, c := range t.Choices {
		a.ticks = append(a.ticks, c.Number)
	}
	slices.Sort(a.ticks)
	a.min, a.max = a.ticks[0], a.ticks[len(a.ticks)-1]
	if apart {
		half := (a.max - a.min) / float64(len(a.ticks)-1) / 2
		a.min, a.max = a.min-half, a.max+half
	}
	return a
}
