package charts

import (
	"fmt"
	"strings"
)

// teller builds a summary sentence by sentence, with the same rounding as the
// picture.
type teller struct {
	*words
	lang     Lang
	decimals int
	said     []string
}

func (t Text) teller(decimals int) *teller {
	s := &teller{words: wordsOf(t.lang()), lang: t.lang(), decimals: decimals}
	return s
}

func (t *teller) say(format string, args ...any) {
	t.said = append(t.said, fmt.Sprintf(format, args...))
}

func (t *teller) number(v float64) string { return Format(v, t.decimals, t.lang) }

func (t *teller) String() string { return strings.Join(t.said, " ") }

// unit says what the figures are in, where any follow.
func (t *teller) unit(unit string) {
	if unit != "" {
		t.say(t.figuresIn, clean(unit))
	}
}

// extremesOf says who is highest and lowest and what the median is; figures
// that look the same in the picture count as the same.
func (t *teller) extremesOf(items []named) {
	var have []named
	for _, n := range items {
		if n.State.HasNumber() {
			n.Number = Round(n.Number, t.decimals)
			have = append(have, n)
		}
	}
	switch len(have) {
	case 0:
		t.say("%s", t.nothing)
		return
	case 1:
		t.say(t.single, clean(have[0].name), t.number(have[0].Number))
		return
	}
	high, low := have[0].Number, have[0].Number
	figures := make([]float64, len(have))
	for i, n := range have {
		high, low = max(high, n.Number), min(low, n.Number)
		figures[i] = n.Number
	}
	if high == low {
		t.say(t.allEqual, len(have), t.number(high))
		return
	}
	t.say(t.extremes, t.whoHas(have, high), t.number(high), t.whoHas(have, low), t.number(low))
	if len(have) > 2 {
		t.say(t.medianIs, t.number(quantile(sorted(figures), 0.5)))
	}
}

// whoHas names those with a figure, at most three.
func (t *teller) whoHas(items []named, figure float64) string {
	var names []string
	for _, n := range items {
		if n.Number == figure {
			names = append(names, clean(n.name))
		}
	}
	return t.some(names)
}

// some joins names; of more than three it names two and counts the others.
func (t *teller) some(names []string) string {
	if len(names) > 3 {
		return fmt.Sprintf(t.others, strings.Join(names[:2], ", "), len(names)-2)
	}
	return list(names, t.lang)
}

// reservations says how many figures are missing and why, and how many are not
// confirmed.
func (t *teller) reservations(values []Value) {
	counts := map[State]int{}
	for _, v := range values {
		counts[v.State]++
	}
	if why := t.reasons(counts); why != "" {
		missing := 0
		for st, n := range counts {
			if !st.HasNumber() {
				missing += n
			}
		}
		t.say(t.missingOf, missing, len(values), why)
	}
	if n := counts[Unconfirmed]; n > 0 {
		t.say(t.words.unconfirmed, n)
	}
	if n := counts[Uncertain]; n > 0 {
		t.say(t.words.uncertain, n)
	}
}

// reasons counts why figures are missing: "ikke besvart (2) og ikke aktuelt (1)".
func (t *teller) reasons(counts map[State]int) string {
	var parts []string
	for _, st := range states {
		if n := counts[st]; n > 0 && !st.HasNumber() {
			parts = append(parts, fmt.Sprintf("%s (%d)", lowerFirst(t.states[st]), n))
		}
	}
	return list(parts, t.lang)
}

// against lists the reference lines.
func (t *teller) against(refs []Reference) {
	var parts []string
	for _, r := range refs {
		parts = append(parts, clean(r.Label)+" ("+t.number(r.Value)+")")
	}
	if len(parts) > 0 {
		t.say(t.comparison, list(parts, t.lang))
	}
}

func lowerFirst(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}
