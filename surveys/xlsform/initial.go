package xlsform

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"loftet/surveys/form"
	"loftet/surveys/xlsform/logic"
	"loftet/surveys/xlsform/said"
	"loftet/surveys/xlsform/xpath"
)

var (
	numeral = regexp.MustCompile(`^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)$`)
	isDay   = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}`)

	// worked tells a default that is worked out from one that stands as it is.
	worked = regexp.MustCompile(`\$\{|[\p{L}_][\p{L}\p{N}_.:-]*\(|[*+|]|-(?:[^0-9.]|$)| mod | div `)
	// What ODK's converter leaves out when it looks: texts in quotes, and names,
	// which may have hyphens.
	notWorked = regexp.MustCompile(`"[^"]*"|'[^']*'|[\p{L}_][\p{L}\p{N}_.-]*-[\p{L}\p{N}_.-]*(?:[^(\p{L}\p{N}_.-]|$)`)
)

// dynamic tells whether a default is worked out, as ODK's converter decides.
func dynamic(text, kind string) bool {
	if strings.Contains(strings.ToLower(kind), "date") && strings.Contains(text, "-") && !strings.Contains(text, "(") {
		return false
	}
	return worked.MatchString(notWorked.ReplaceAllString(text, " "))
}

// initial translates what stands in a question before anybody answers.
func (r *reader) initial(n *node) string {
	at := n.get("default")
	if at.text == "" {
		return ""
	}
	if !dynamic(at.text, n.kind) {
		code, why := r.literal(n, at.text)
		if code == "" {
			r.warn(at.place, "default_left_out", "The default %q is left out: %s.", at.text, why)
		}
		return code
	}
	scope := logic.Scope{Name: r.scope(n, nil).Name, Path: r.scope(n, nil).Path, List: r.scope(n, nil).List}
	e, _, broken := xpath.Parse(at.text)
	if broken != nil && kinds[n.item.Kind] == logic.Text {
		r.warn(at.place, "default_text", "The default %q is taken as it stands; it cannot be worked out.", at.text)
		return strconv.Quote(at.text)
	}
	if broken == nil && xpath.NamesAnswers(e) {
		r.warn(at.place, "default_depends", "The default is left out: it depends on answers. A calculation can do that.")
		return ""
	}
	return r.translated(at, scope, func(text string, scope logic.Scope) (logic.Result, *logic.Fault) {
		return logic.Calculation(text, scope, kinds[n.item.Kind])
	})
}

// literal writes a default that stands as it is, or says why it cannot be one.
func (r *reader) literal(n *node, text string) (code string, why said.Sentence) {
	choices := r.answer(n).Choices
	switch n.item.Kind {
	case form.ChoiceOf:
		if !slices.Contains(choices, text) {
			return "", said.As("not_in_list", "it is not in the list")
		}
	case form.ChoicesOf, form.Ranking:
		var all []string
		for _, word := range strings.Fields(text) {
			if !slices.Contains(choices, word) {
				return "", said.As("word_not_in_list", "%s is not in the list", word)
			}
			all = append(all, strconv.Quote(word))
		}
		return "[" + strings.Join(all, ", ") + "]", why
	case form.Date:
		if !isDay.MatchString(text) {
			return "", said.As("date_form", "a date is written as 2026-11-23")
		}
		text = text[:len("2026-11-23")]
	case form.YesNo:
		if is, known := yes(text); known {
			return strconv.FormatBool(is), why
		}
		return "", said.As("neither_yes_nor_no", "it is neither yes nor no")
	default:
		if kinds[n.item.Kind] == logic.Number {
			if !numeral.MatchString(text) {
				return "", said.As("no_number", "it is no number")
			}
			return strings.TrimPrefix(text, "+"), why
		}
	}
	return strconv.Quote(text), why
}
