package paper

import (
	"fmt"
	"slices"

	"loftet/surveys"
)

// decisions tells what was decided on the revision, by whom, when and in what case.
func decisions(t surveys.Taken, lang string) []headed {
	var list []headed
	for _, x := range t.Decisions {
		list = append(list, headed{label(x.Level, lang), some(
			fact{label("body", lang), x.Body}, fact{label("caseNumber", lang), x.CaseNumber}, fact{label("decidedOn", lang), onDay(string(x.DecidedOn), lang)},
			fact{label("decision", lang), x.Text}, fact{label("link", lang), x.Link}, fact{label("recordedBy", lang), nameOf(x.RecordedBy)},
		)})
	}
	return list
}

// asked tells what was asked about the revision, and what became of it.
func asked(t surveys.Taken, lang string) []headed {
	var list []headed
	for _, q := range t.Asked {
		outcome := label("state_"+q.State, lang)
		if q.SettledRevision > 0 {
			outcome += fmt.Sprintf(" (%s %d)", label("revision", lang), q.SettledRevision)
		}
		settled := ""
		if q.SettledAt != nil {
			settled = byAndAt(q.SettledBy, moment(*q.SettledAt, lang))
		}
		code, name := q.About()
		list = append(list, headed{in(name, lang) + " (" + code + ")", some(
			fact{label("askedBy", lang), byAndAt(q.AskedBy, moment(q.AskedAt, lang))}, fact{label("askedWhat", lang), q.Reason},
			fact{label("outcome", lang), outcome}, fact{label("reply", lang), q.Reply}, fact{label("settledBy", lang), settled},
		)})
	}
	return list
}

// some gives the facts that say something.
func some(facts ...fact) []fact {
	return slices.DeleteFunc(facts, func(f fact) bool { return f.Value == "" })
}

func nameOf(who *surveys.Who) string {
	if who == nil {
		return ""
	}
	return who.Name
}

func byAndAt(who *surveys.Who, at string) string {
	if who == nil {
		return at
	}
	return who.Name + ", " + at
}
