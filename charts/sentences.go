package charts

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// teller builds a summary sentence by sentence, with the same rounding as the
// picture.
type teller struct {
	*words
	text     Text
	lang     Lang
	decimals int
	said     []string
	named    bool // whether the unit has been said
}

func (t Text) teller(decimals int) *teller {
	return &teller{words: wordsOf(t.lang()), text: t, lang: t.lang(), decimals: decimals}
}

func (t *teller) say(format string, args ...any) {
	t.said = append(t.said, fmt.Sprintf(format, args...))
}

// sayOf says a sentence that has one form for one and another for many.
func (t *teller) sayOf(forms string, n int) {
	one, many, _ := strings.Cut(forms, "|")
	if n == 1 {
		t.say("%s", one)
	} else if n > 1 {
		t.say(many, n)
	}
}

func (t *teller) String() string { return strings.Join(t.said, " ") }

// number gives a figure without its unit, an answer in its word.
func (t *teller) number(v float64) string {
	if len(t.text.Choices) > 0 {
		return lowerFirst(t.text.said(v, t.decimals))
	}
	return Format(v, t.decimals, t.lang)
}

// figure gives a figure with its unit. A unit of several words is said once.
func (t *teller) figure(v float64) string {
	unit, number := t.spoken(t.text.Unit), t.number(v)
	if unit == "" || len(t.text.Choices) > 0 || t.named && strings.Contains(unit, " ") && unit != t.percent {
		return number
	}
	t.named = true
	if one, ok := t.one[unit]; ok && number == "1" {
		unit = one
	}
	return number + " " + unit
}

// spoken gives a unit as it is said after a number: signs in words, without
// what explains it in parentheses or after a comma. A ratio has none.
func (w *words) spoken(unit string) string {
	unit, _, _ = strings.Cut(clean(unit), " (")
	if before, _, more := strings.Cut(unit, ", "); more {
		unit = before
	}
	if unit == w.ratio {
		return ""
	}
	unit = strings.ReplaceAll(unit, "%", w.percent)
	for sign, words := range w.units {
		unit = strings.ReplaceAll(unit, sign, words)
	}
	parts := strings.Split(unit, " ")
	for i, part := range parts {
		if part == "kg" { // a word of its own: "bakgrunn" has it too
			parts[i] = w.kilo
		}
	}
	return strings.Join(parts, " ")
}

// sayFor says what another teller has found, under a name where that is wanted.
func (t *teller) sayFor(name string, found *teller, named bool) {
	switch {
	case len(found.said) == 0:
	case named:
		t.say("%s: %s", clean(name), lowerFirst(found.String()))
	default:
		t.said = append(t.said, found.said...)
	}
}

// rowName gives the name of a row or column as it stands in a sentence.
func (t *teller) rowName(label string, goal int) string {
	switch label = clean(label); {
	case goal == 0:
		return label
	case label == "":
		return lowerFirst(fmt.Sprintf(t.goal, goal))
	}
	return fmt.Sprintf(t.onGoal, goal, label)
}

// count says how many municipalities there are.
func (t *teller) count(n int) string {
	if n == 0 {
		return t.no + " " + t.municipalities
	}
	return t.municipalitiesOf(n, t.lang)
}

// extremesOf says who is highest and lowest and what the median is; figures
// that look the same in the picture count as the same. name names the value at
// a place. False where there is no figure.
func (t *teller) extremesOf(values []Value, name func(i int) string) bool {
	figures := make([]float64, 0, len(values))
	places := make([]int, 0, len(values))
	for i, v := range values {
		if v.State.HasNumber() {
			figures, places = append(figures, Round(v.Number, t.decimals)), append(places, i)
		}
	}
	who := func(figure float64) string {
		var have []int
		for i, f := range figures {
			if f == figure {
				have = append(have, places[i])
			}
		}
		return t.some(len(have), func(i int) string { return clean(name(have[i])) })
	}
	switch len(figures) {
	case 0:
		return false
	case 1:
		t.say(t.single, who(figures[0]), t.figure(figures[0]))
		return true
	}
	high, low := slices.Max(figures), slices.Min(figures)
	if high == low {
		t.say(t.allEqual, t.figure(high))
		return true
	}
	t.say(t.extremes, who(high), t.figure(high), who(low), t.figure(low))
	if len(figures) > 2 {
		t.say(t.medianIs, t.figure(quantile(sorted(figures), 0.5)))
	}
	return true
}

// some names so many; of more than three it names two and counts the others.
func (t *teller) some(n int, name func(i int) string) string {
	named := n
	if n > 3 {
		named = 2
	}
	names := make([]string, named)
	for i := range names {
		names[i] = name(i)
	}
	if n > named {
		return fmt.Sprintf(t.others, strings.Join(names, ", "), n-named)
	}
	return list(names, t.lang)
}

// reservations says how many of the things are missing and why, and how many
// figures are not confirmed. Where all are missing that is all there is to say.
func (t *teller) reservations(values []Value, things string) {
	counts := countStates(values)
	missing, why := t.reasons(counts)
	switch {
	case missing == len(values) && why != "":
		t.say(t.nothingFor, why)
	case missing == len(values):
		t.say("%s", t.nothing)
	case missing > 0:
		t.say(t.missingOf, missing, strconv.Itoa(len(values))+" "+things, because(": %s", why))
	}
	t.origins(counts)
}

// origins says how many figures are not confirmed or uncertain.
func (t *teller) origins(counts map[State]int) {
	t.sayOf(t.words.unconfirmed, counts[Unconfirmed])
	t.sayOf(t.words.uncertain, counts[Uncertain])
}

func countStates(values []Value) map[State]int {
	counts := map[State]int{}
	for _, v := range values {
		counts[v.State]++
	}
	return counts
}

// reasons counts the missing figures and says why: "ikke besvart", or "2 ikke
// besvart og 1 ikke aktuelt" where there are several reasons. That there are no
// data is no reason of its own, and gives "".
func (t *teller) reasons(counts map[State]int) (missing int, why string) {
	var counted []string
	plainly := ""
	for _, st := range states {
		if n := counts[st]; n > 0 && !st.HasNumber() {
			missing += n
			counted = append(counted, strconv.Itoa(n)+" "+t.lacks[st])
			plainly = t.plainly(st)
		}
	}
	if len(counted) == 1 {
		return missing, plainly
	}
	return missing, list(counted, t.lang)
}

// plainly says why a single figure is missing, and nothing where the words would
// only say again that it is.
func (w *words) plainly(st State) string {
	if st == NoData {
		return ""
	}
	return lowerFirst(w.states[st])
}

// because puts a reason into its place in a sentence, where there is one.
func because(format, why string) string {
	if why == "" {
		return ""
	}
	return fmt.Sprintf(format, why)
}

// against tells the reference lines in one sentence.
func (t *teller) against(refs []Reference) {
	var parts []string
	for _, r := range refs {
		if len(parts) == 0 {
			parts = append(parts, fmt.Sprintf(t.reference, clean(r.Label), t.figure(r.Value)))
			continue
		}
		parts = append(parts, fmt.Sprintf(t.alsoReference, lowerFirst(clean(r.Label)), t.figure(r.Value)))
	}
	if len(parts) > 0 {
		t.say("%s.", list(parts, t.lang))
	}
}

func lowerFirst(s string) string {
	for i, r := range s {
		return strings.ToLower(string(r)) + s[i+len(string(r)):]
	}
	return s
}
