package xlsform

import (
	"path"
	"slices"
	"strings"

	"loftet/surveys/form"
)

// question checks a row that is neither group nor repeat, and makes an item of
// what does not depend on other rows.
func (r *reader) question(n *node) {
	at := n.get("type").place
	given, _ := r.parameters(n.get("parameters"))
	r.foreign(n)
	known := questionTypes[n.kind]
	selects := selection.FindStringSubmatch(n.kind)
	switch _, ok := questionTypes[n.kind]; {
	case selects != nil:
		r.choose(n, selects, given)
	case osm.MatchString(n.kind):
		known = questionTypes["osm"]
	case !ok:
		r.fault(at, UnknownType, "no_type", "There is no type %q.%s", n.kind, meant(n.kind))
		n.dropped = true
		return
	}
	switch {
	case known.outside.Key != "":
		r.fault(at, NotSupported, "type_outside", "Questions of the type %q are not supported: a questionnaire does not ask for %s.", n.kind, known.outside)
		n.dropped = true
		return
	case known.metadata:
		r.warn(at, "metadata", "Metadata of devices (%s) is not kept; the row is left out.", n.kind)
		n.dropped = true
		return
	case selects == nil:
		n.item.Kind, n.item.Min, n.item.Max = known.kind, known.min, known.max
	}
	r.special(n, given)
	r.describe(n, known.unseen)
	if r.survey.ours() {
		r.own(n)
	}
}

// special is what single types have of their own.
func (r *reader) special(n *node, given map[string]string) {
	switch n.item.Kind {
	case form.Scale:
		r.scale(&n.item, n, given)
	case form.ShortText:
		if n.kind == "text" && r.knownParameters(n.get("parameters"), given, []string{"rows"}) && given["rows"] != "" {
			if !integer.MatchString(given["rows"]) {
				r.fault(n.get("parameters").place, BadParameters, "must_be_whole", "rows must be a whole number; it is %q.", given["rows"])
			}
			n.item.Kind = form.LongText
		}
		if strings.Contains(n.get("control/appearance").text, "multiline") {
			n.item.Kind = form.LongText
		}
	case form.ChoiceOf:
		if n.item.List == "" { // of a question to be confirmed
			n.item.List = "confirm" // the one choice OK
			for r.lists[n.item.List] != nil {
				n.item.List += "_"
			}
		}
	case form.Date:
		if strings.Contains(strings.ToLower(n.kind), "time") {
			r.warn(n.get("type").place, "date_alone", "The date is asked for, the time of day is not.")
		}
	case form.Calculated:
		if n.kind == "calculate" && n.get("bind/calculate").text == "" && !dynamic(n.get("default").text, n.kind) {
			r.fault(n.get("bind/calculate").place, MissingCalculation, "no_calculation", "A row of the type calculate needs a calculation.")
		}
	}
}

// describe reads a question's texts and tells whether a person sees it.
func (r *reader) describe(n *node, unseen bool) {
	n.item.Label, n.item.Hint = r.texts(n.row, "label"), r.hint(n.row)
	n.item.Message, n.item.RequiredMessage = r.texts(n.row, "bind/jr:constraintMsg"), r.texts(n.row, "bind/jr:requiredMsg")
	named := filled(n.row, "label", "hint")
	computed := n.get("bind/calculate").text != "" || n.get("trigger").text != ""
	n.visible = !unseen && (named || !computed)
	looks := n.get("control/appearance").text
	switch {
	case !n.visible:
		n.item.Kind, n.item.Label, n.item.Hint = form.Calculated, nil, nil
		n.item.Min, n.item.Max, n.item.List = nil, nil, ""
	case !named && !filled(n.row, "media") && looks != "label":
		r.fault(n.in("label"), MissingLabel, "no_label", "The question %q has neither label nor hint.", n.name)
	default:
		r.summary.Questions++
		if n.item.Kind == form.Note && computed {
			n.item.Kind = form.Calculated // and shown
		}
	}
	if filled(n.row, "media/big-image") && !filled(n.row, "media/image") {
		r.fault(n.in("big-image"), MissingLabel, "big_image", "A big-image needs an image beside it.")
	}
}

// hint is what a row says to help, with what it says to those who want more.
func (r *reader) hint(from row) form.Text {
	short, long := r.texts(from, "hint"), r.texts(from, "guidance_hint")
	for language, text := range long {
		if short == nil {
			short = make(form.Text)
		}
		short[language] = strings.TrimSpace(short[language] + "\n\n" + text)
	}
	return short
}

// choose reads a question that chooses from a list.
func (r *reader) choose(n *node, parts []string, given map[string]string) {
	command, list, other := parts[1], parts[2], parts[3] != ""
	at := n.get("type").place
	n.item.Kind = selectionKind(command)
	switch n.item.Kind {
	case form.ChoiceOf:
		r.summary.SelectOne++
	case form.ChoicesOf:
		r.summary.SelectMultiple++
	}
	outside := slices.Contains([]string{".xml", ".csv", ".geojson"}, path.Ext(list))
	switch {
	case strings.Contains(command, "external") || strings.Contains(command, "file") || outside:
		r.fault(at, NotSupported, "choices_file", "Choices from another file are not supported. Put them into the sheet choices.")
		return
	case strings.Contains(list, "${"):
		r.fault(at, NotSupported, "choices_answers", "Choices that are earlier answers are not supported. Put them into the sheet choices.")
		return
	case strings.Contains(n.get("control/appearance").text, "search("):
		r.fault(n.get("control/appearance").place, NotSupported, "choices_search", "Choices from another file (search) are not supported. Put them into the sheet choices.")
		return
	case r.lists[list] == nil:
		r.fault(at, UnknownList, "no_list", "The sheet choices has no list %q.%s", list, nearest(list, r.lists))
		return
	}
	r.inTable(n, list)
	if n.item.Kind == form.ChoicesOf {
		for _, choice := range r.lists[list] {
			if name := choice.get("name"); strings.Contains(name.text, " ") {
				r.fault(name.place, BadName, "choice_blanks", "Where several choices can be taken (%q in row %d), their names have no blanks.", n.name, at.row)
			}
		}
	}
	n.item.List, n.item.Other = list, other && n.item.Kind != form.Ranking
	if other && !n.item.Other {
		r.warn(at, "ranked_other", "What is ranked is the list alone; no text for another is asked for.")
	}
	if other {
		if filter := n.get("choice_filter"); filter.text != "" {
			r.fault(filter.place, NotSupported, "other_filter", "Choices with or_other cannot be filtered.")
		}
		r.claim(n.parent, cell{place: n.in("name"), text: n.name + "_other"})
	}
	r.random(n.get("parameters"), given)
}
