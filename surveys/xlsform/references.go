package xlsform

import (
	"regexp"
	"strings"

	"loftet/surveys/xlsform/said"
)

var (
	// reference is ${name}, and ${last-saved#name}.
	reference    = regexp.MustCompile(`^\$\{(last-saved#)?(` + ncName + `)\}$`)
	anyReference = regexp.MustCompile(`\$\{[^}]+\}|\$\{[^}]*$`)
)

// mayName tells whether a text may name a question: ODK's converter takes a ${ that
// stands alone for a text.
func mayName(text string) bool { return len(text) > len("${") && strings.Contains(text, "${") }

// checkReferences finds the questions that cells name as ${name}, in all columns:
// each must stand once in the sheet survey.
func (r *reader) checkReferences() {
	r.checkTriggers()
	check := func(s *sheet, checked func(key string) bool) {
		if s == nil {
			return
		}
		for _, row := range s.rows {
			for column, text := range row.cells {
				if mayName(text) && checked(s.paths[column][0]) {
					r.checkCell(cell{row.in(s.headers[column]), text})
				}
			}
		}
	}
	check(r.settings, func(string) bool { return true })
	check(r.survey, func(key string) bool { return key != "type" && key != "name" && key != "trigger" })
	labelled := false
	if r.choices != nil {
		columns, _ := r.choices.under("label")
		labelled = len(columns) > 0
	}
	check(r.choices, func(key string) bool { return key == "label" || !labelled })
}

func (r *reader) checkCell(at cell) {
	for _, found := range anyReference.FindAllString(at.text, -1) {
		parts := reference.FindStringSubmatch(found)
		switch {
		case parts == nil:
			r.fault(at.place, UnknownReference, "reference_form", "%s names no question. A question is named as ${age}, without blanks within.", found)
		case parts[2] == "instanceID" && len(r.byName["instanceID"]) == 0 && !r.omitsID():
		case len(r.byName[parts[2]]) == 0:
			r.fault(at.place, UnknownReference, "no_question", "No question is called %q.%s", parts[2], nearest(parts[2], r.byName))
		case len(r.byName[parts[2]]) > 1:
			r.fault(at.place, UnknownReference, "name_of_several", "%q is the name of several rows, so it is not clear which one is meant. Rename the others.", parts[2])
		}
	}
}

// omitsID tells whether the form has no id of its responses that others may name.
func (r *reader) omitsID() bool {
	is, _ := yes(r.setting("omit_instanceID"))
	return is
}

// rename writes the questions that a text names by their names here.
func (r *reader) rename(text string) string {
	if !strings.Contains(text, "${") {
		return text
	}
	return anyReference.ReplaceAllStringFunc(text, func(found string) string {
		parts := reference.FindStringSubmatch(found)
		if parts == nil || len(r.byName[parts[2]]) == 0 {
			return found
		}
		return "${" + r.byName[parts[2]][0].item.Name + "}"
	})
}

// nearest proposes a name that somebody may have meant.
func nearest[T any](name string, among map[string]T) said.Sentence {
	best, least := "", 3
	for other := range among {
		if d := distance(strings.ToLower(name), strings.ToLower(other)); d < least || d == least && d < 3 && other < best {
			best, least = other, d
		}
	}
	if best == "" || least >= len(name) {
		return said.Sentence{}
	}
	return said.As("meant", " Is %s meant?", best)
}

func meant(kind string) said.Sentence { return nearest(kind, questionTypes) }

// distance counts the letters in which two words differ, up to 3.
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > 2 || len(y)-len(x) > 2 {
		return 3
	}
	before := make([]int, len(y)+1)
	for j := range before {
		before[j] = j
	}
	for i := range x {
		row := make([]int, len(y)+1)
		row[0] = i + 1
		for j := range y {
			cost := 1
			if x[i] == y[j] {
				cost = 0
			}
			row[j+1] = min(before[j+1]+1, row[j]+1, before[j]+cost)
		}
		before = row
	}
	return min(before[len(y)], 3)
}
