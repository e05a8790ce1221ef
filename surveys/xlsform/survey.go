package xlsform

import (
	"strconv"
	"strings"

	"loftet/surveys/form"
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

// readSurvey reads the rows of the sheet survey into a tree.
func (r *reader) readSurvey() {
	r.root = &node{names: map[string]bool{}}
	if !r.survey.has("type") {
		r.fault(place{sheet: "survey", row: 1}, MissingHeader, "The sheet survey needs a column type.")
		return
	}
	in := r.root
	lower, repeats := make(map[string]bool), make(map[string]bool)
	for _, row := range r.survey.rows {
		if off := row.get("disabled"); off.text != "" {
			r.warn(off.place, "The column disabled is no part of XLSForm any more; say it with relevant.")
			if is, _ := yes(off.text); is {
				continue
			}
		}
		kind := r.typeOf(row)
		switch {
		case row.empty():
		case kind == "":
			if row.get("name").text != "" || filled(row, "label") {
				r.fault(row.get("type").place, MissingType, "The question has no type.")
			} else {
				r.warn(row.in("type"), "The row has no type, name or label; it is left out.")
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
		r.fault(in.get("type").place, Unbalanced, "The %s %q begins here and never ends.", in.control, in.name)
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
			r.fault(name.place, BadName, "A row of the type audit is called audit, or has no name.")
		}
		r.audit(from)
		r.warn(from.get("type").place, "Metadata of devices (%s) is not kept; the row is left out.", kind)
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
		r.fault(name.place, MissingName, "The %s has no name.", map[bool]string{true: "question", false: n.control}[n.control == ""])
	case !goodName.MatchString(name.text):
		r.fault(name.place, BadName, "%s; %q does not.", nameRule, name.text)
	case name.text == "meta":
		r.fault(name.place, BadName, "The name meta is kept for the form's own data. Choose another.")
	default:
		r.claim(in, name)
		if small := strings.ToLower(name.text); lower[small] && len(r.byName[name.text]) == 0 {
			r.warn(name.place, "Another name differs from %q by capitals alone.", name.text)
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

// claim takes a name in a group, where it must be the only one.
func (r *reader) claim(in *node, name cell) {
	if in.names[name.text] {
		r.fault(name.place, DuplicateName, "The name %q is used twice here. Within a group, names differ.", name.text)
	}
	in.names[name.text] = true
}

// end closes a group or repeat. One that closes another than it should is a fault,
// and closes what it can so that what follows can still be checked.
func (r *reader) end(in *node, from row, kind string) *node {
	r.summary.count(from)
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
				r.fault(in.get("type").place, Unbalanced, "The %s %q begins here and has not ended when an outer %s does in row %d.",
					in.control, in.name, ends, at.row)
			}
			return outer.parent
		}
	}
	r.fault(at, Unbalanced, "Here ends a %s that never began.", ends)
	return in
}
