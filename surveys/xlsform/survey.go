package xlsform

import (
	"slices"
	"strconv"
	"strings"

	"loftet/surveys/form"
	"loftet/surveys/xlsform/said"
)

// node is a row of the sheet survey that makes an item, or that others may refer
// to although it makes none.
type node struct {
	row
	name    string // as the file has it
	kind    string // the type, cleaned
	control string // group or repeat
	dropped bool   // nothing is left of it but its name
	visible bool   // a person sees it
	part    string // the name of the figure that it is in the item that it stands in

	parent   *node
	children []*node
	names    map[string]bool // of the children
	table    string          // of a group that is a table: the list of its questions; "" none yet
	isTable  bool

	item form.Item
	path string // of the item in the finished form
}

// makesItem tells whether an item is made of a row.
func (n *node) makesItem() bool { return !n.dropped && n.part == "" }

// asks tells whether a person sees a row, or one in it.
func (n *node) asks() bool {
	return n.control == "" && n.visible || slices.ContainsFunc(n.children, (*node).asks)
}

// readSurvey reads the rows of the sheet survey into a tree.
func (r *reader) readSurvey() {
	r.root = &node{names: map[string]bool{}}
	if !r.survey.has("type") {
		r.fault(place{sheet: "survey", row: 1}, MissingHeader, "survey_columns", "The sheet survey needs a column type.")
		return
	}
	in := r.root
	lower, repeats := make(map[string]bool), make(map[string]bool)
	for _, row := range r.survey.rows {
		if off := row.get("disabled"); off.text != "" {
			r.warn(off.place, "disabled", "The column disabled is no part of XLSForm any more; say it with relevant.")
			if is, _ := yes(off.text); is {
				continue
			}
		}
		kind := r.typeOf(row)
		switch {
		case row.empty():
		case kind == "":
			if row.get("name").text != "" || filled(row, "label") {
				r.fault(row.get("type").place, MissingType, "question_without_type", "The question has no type.")
			} else {
				r.warn(row.in("type"), "empty_row", "The row has no type, name or label; it is left out.")
			}
		case settingTypes[kind] != "":
			r.settingRowOfSurvey(settingTypes[kind], row)
		case endControl.MatchString(kind):
			in = r.end(in, row, kind)
		default:
			n := r.begin(in, row, kind, lower)
			if n == nil {
				continue
			}
			if n.control != "" {
				r.control(n, repeats)
				in = n
			} else {
				r.question(n)
			}
		}
	}
	for ; in != r.root; in = in.parent {
		r.fault(in.get("type").place, Unbalanced, "never_ends", "The %s %q begins here and never ends.", things[in.control], in.name)
	}
}

// typeOf is the type of a row, cleaned and with older spellings that stand for
// another replaced.
func (r *reader) typeOf(from row) string {
	kind := from.get("type").text
	if clean, known := yes(r.setting("clean_text_values")); clean || !known {
		kind = blanks.ReplaceAllString(kind, " ")
	}
	if alias, ok := typeAliases[kind]; ok {
		return alias
	}
	return kind
}

func (r *reader) settingRowOfSurvey(key string, from row) {
	name := from.get("name").text
	switch key {
	case "title":
		r.title = name
	case "id_string":
		r.id = name
	}
	r.finishTitle()
}

// begin makes a node of a row that needs a name.
func (r *reader) begin(in *node, from row, kind string, lower map[string]bool) *node {
	name := from.get("name")
	if kind == "audit" {
		if name.text != "" && name.text != "audit" {
			r.fault(name.place, BadName, "audit_name", "A row of the type audit is called audit, or has no name.")
		}
		r.audit(from)
		r.warn(from.get("type").place, "metadata", "Metadata of devices (%s) is not kept; the row is left out.", kind)
		return nil
	}
	if name.text == "" && kind == "note" {
		name.text = "generated_note_name_" + strconv.Itoa(from.place.row)
	}
	n := &node{row: from, name: name.text, kind: kind, parent: in, names: make(map[string]bool)}
	if control := beginControl.FindStringSubmatch(kind); control != nil {
		n.control = map[string]string{"group": "group", "loop": "loop"}[control[1]]
		if n.control == "" {
			n.control = "repeat"
		}
	}
	switch {
	case name.text == "":
		r.fault(name.place, MissingName, "row_without_name", "The %s has no name.", things[n.control])
	case !goodName.MatchString(name.text):
		r.fault(name.place, BadName, "name_form", "A name begins with a letter or _ and goes on with letters, digits, _, - or full stops; %q does not.", name.text)
	case name.text == "meta":
		r.fault(name.place, BadName, "name_meta", "The name meta is kept for the form's own data. Choose another.")
	default:
		r.claim(in, name)
		if small := strings.ToLower(name.text); lower[small] && len(r.byName[name.text]) == 0 {
			r.warn(name.place, "name_capitals", "Another name differs from %q by capitals alone.", name.text)
		} else {
			lower[small] = true
		}
		r.byName[name.text] = append(r.byName[name.text], n)
	}
	in.children = append(in.children, n)
	r.nodes = append(r.nodes, n)
	r.summary.count(from)
	return n
}

// things are what rows are called, by what they begin or end.
var things = map[string]said.Sentence{
	"": said.As("a_question", "question"), "group": said.As("a_group", "group"), "repeat": said.As("a_repeat", "repeat"), "loop": said.As("a_loop", "loop"),
}

// claim takes a name in a group, where it must be the only one.
func (r *reader) claim(in *node, name cell) {
	if in.names[name.text] {
		r.fault(name.place, DuplicateName, "name_twice", "The name %q is used twice here. Within a group, names differ.", name.text)
	}
	in.names[name.text] = true
}

// end closes a group or repeat. One that closes another than it should is a fault,
// and closes what it can so that what follows can still be checked.
func (r *reader) end(in *node, from row, kind string) *node {
	r.summary.count(from)
	if at := from.get("trigger"); at.text != "" {
		r.trigger(at)
	}
	ends := endControl.FindStringSubmatch(kind)[1]
	if ends != "group" && ends != "loop" {
		ends = "repeat"
	}
	if in.control == ends {
		return in.parent
	}
	at := from.get("type").place
	for outer := in; outer != r.root; outer = outer.parent {
		if outer.control == ends {
			for ; in != outer; in = in.parent {
				r.fault(in.get("type").place, Unbalanced, "ends_late", "The %s %q begins here and has not ended when an outer %s does in row %d.",
					things[in.control], in.name, things[ends], at.row)
			}
			return outer.parent
		}
	}
	r.fault(at, Unbalanced, "never_began", "Here ends a %s that never began.", things[ends])
	return in
}
