package paper

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"loftet/internal/clock"
	"loftet/surveys"
	"loftet/surveys/casepaper"
)

// notes say what a reader must know before all else.
func notes(t surveys.Taken, lang string) []string {
	var list []string
	if t.Draft() {
		list = append(list, label("draft", lang))
	}
	if t.Document.Round.MadeUp {
		list = append(list, label("madeUp", lang))
	}
	if t.Withheld {
		list = append(list, label("whyWithheld", lang))
	}
	return list
}

// about tells what was submitted, when and by whom.
func about(t surveys.Taken, lang string) []fact {
	d, s := t.Document, t.Submission
	facts := []fact{
		{label("receipt", lang), s.Receipt}, {label("municipality", lang), strings.TrimSpace(d.Municipality.Name + " " + d.Municipality.Number)},
		{label("round", lang), d.Round.Name}, {label("region", lang), d.Round.Region},
	}
	if !t.Draft() {
		facts = append(facts, fact{label("revision", lang), strconv.Itoa(d.Revision)}, fact{label("submittedAt", lang), moment(d.SubmittedAt, lang)},
			fact{label("submittedBy", lang), s.SubmittedBy})
	}
	approved := s.ApprovedBy
	if approved != "" && d.ApprovedAt != nil {
		approved += ", " + moment(*d.ApprovedAt, lang)
	}
	facts = append(facts, fact{label("approvedBy", lang), approved}, fact{label("answers", lang), fmt.Sprintf(label("answersOf", lang), s.Answers, len(d.Answers))})
	if own := len(d.Entries); own > 0 {
		facts = append(facts, fact{label("own", lang), fmt.Sprintf(label("answersOf", lang), s.OwnAnswers, own)})
	}
	facts = append(facts, fact{label("leftOut", lang), leftOut(d)}, fact{label("checksum", lang), s.Checksum})
	return slices.DeleteFunc(facts, func(f fact) bool { return f.Value == "" })
}

// leftOut names the goals that are left out, each with its reason on a line.
func leftOut(d surveys.Document) string {
	lines := make([]string, len(d.LeftOut))
	for i, goal := range d.LeftOut {
		lines[i] = strconv.Itoa(goal)
		if reason := d.LeftOutReasons[goal]; reason != "" {
			lines[i] += ": " + reason
		}
	}
	return strings.Join(lines, "\n")
}

// goalsOf lists the goals that the document says something about, but for those that
// were left out; 0 is what is asked for all together.
func goalsOf(d surveys.Document) []int {
	var goals []int
	for _, a := range d.Answers {
		goals = append(goals, a.Goal)
	}
	for _, e := range d.Entries {
		goals = append(goals, e.Goal)
	}
	for _, out := range d.NotChosen {
		goals = append(goals, out.Goal)
	}
	slices.Sort(goals)
	return slices.Compact(goals)
}

func goalTitle(goal int, lang string) string {
	if goal == 0 {
		return label("general", lang)
	}
	return fmt.Sprintf("%d %s", goal, goalName(goal, lang))
}

// moment is a time as clocks in Norway show it.
func moment(at time.Time, lang string) string {
	return day(at, lang) + " " + label("at", lang) + " " + clock.InNorway(at).Format("15:04")
}

func day(at time.Time, lang string) string {
	if lang == "en" {
		return clock.InNorway(at).Format("2 January 2006")
	}
	return casepaper.Day(at)
}

// onDay is a calendar day; empty for none.
func onDay(date, lang string) string {
	at, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return day(at.Add(12*time.Hour), lang) // noon is the same day in any place near
}
