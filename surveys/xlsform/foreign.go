package xlsform

import (
	"slices"
	"strings"
)

// foreign tells of columns of a row that say something which a questionnaire
// doesn't have.
func (r *reader) foreign(n *node) {
	if at := n.get("bind/entities:saveto"); at.text != "" {
		r.fault(at.place, NotSupported, "entities", "Entities are not supported: a questionnaire has no records beside its answers.")
	}
	for _, key := range mediaTexts {
		columns, _ := r.survey.under(key)
		for _, column := range columns {
			if n.cells[column] != "" {
				r.warn(place{sheet: "survey", row: 1, column: r.survey.headers[column]}, "media", "Pictures, sounds and films beside texts are left out.")
			}
		}
	}
	if at := n.get("trigger"); at.text != "" {
		r.trigger(at)
		r.warn(at.place, "trigger_all", "The calculation follows all answers that it names, not the trigger alone.")
	}
	if at := n.get("control/appearance"); strings.HasPrefix(at.text, "ex:") || n.get("intent").text != "" {
		r.warn(at.place, "other_program", "Another program is not asked for the answer; a person types it.")
	}
}

// trigger checks the questions that a calculation waits for.
func (r *reader) trigger(at cell) {
	named := false
	for _, one := range strings.Split(at.text, ",") {
		found := anyReference.FindAllString(one, -1)
		named = named || len(found) > 0
		if len(found) > 1 {
			r.fault(at.place, UnknownReference, "trigger_commas", "The questions of a trigger have commas between them.")
		}
		for _, name := range found {
			if parts := reference.FindStringSubmatch(name); parts == nil {
				r.fault(at.place, UnknownReference, "names_nothing", "%s names no question.", name)
			} else {
				r.triggers = append(r.triggers, trigger{at.place, parts[2]})
			}
		}
	}
	if !named {
		r.fault(at.place, UnknownReference, "trigger_form", "A trigger is a question such as ${age}, or several with commas between them.")
	}
}

// trigger is a question that a calculation waits for.
type trigger struct {
	place
	name string
}

// checkTriggers finds the questions that calculations wait for: they must be seen.
func (r *reader) checkTriggers() {
	for _, t := range r.triggers {
		at := slices.IndexFunc(r.byName[t.name], func(n *node) bool { return n.control == "" })
		switch {
		case at < 0:
			r.fault(t.place, UnknownReference, "no_question", "No question is called %q.%s", t.name, nearest(t.name, r.byName))
		case !r.byName[t.name][at].visible && !r.byName[t.name][at].dropped:
			r.fault(t.place, UnknownReference, "trigger_unanswered", "Nobody answers %q, so no calculation can wait for it.", t.name)
		}
	}
}
