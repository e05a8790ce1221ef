package surveys

import (
	"cmp"
	"slices"

	"github.com/google/uuid"

	"loftet/surveys/form"
)

// SectionState is how far one goal of a response has come.
type SectionState string

// The states of a section.
const (
	SectionNotStarted SectionState = "not_started"
	SectionInProgress SectionState = "in_progress"
	SectionComplete   SectionState = "complete"
	SectionLeftOut    SectionState = "left_out"
)

// Section is one goal in a response's task list. A figure from statistics that
// nobody has confirmed is no answer; Unconfirmed counts those. Waiting counts open
// questions and comments about its answers.
type Section struct {
	Goal        int
	State       SectionState
	Answered    int
	Questions   int
	Unconfirmed int
	Waiting     int
}

// LeftOut tells whether the municipality does not answer this goal.
func (s Section) LeftOut() bool { return s.State == SectionLeftOut }

// sectionsOf makes the task list of a questionnaire, in the order of its
// goals. Answered and prefilled hold the ids of the indicators that have an
// answer, and of those that statistics have a figure for; own tells how it stands with
// the questionnaire's own questions, of which those count that must be answered or
// mended. A goal of which nothing must be answered is complete once something is, or
// once the response is handed in.
func sectionsOf(q Questionnaire, leftOut []int, answered, prefilled map[uuid.UUID]bool, own []form.State, handedIn bool) []Section {
	sections := make([]Section, 0, len(q.Sections))
	for _, part := range q.Sections {
		s := Section{Goal: part.Goal, Questions: len(part.Questions)}
		for _, question := range part.Questions {
			switch {
			case answered[question.Indicator]:
				s.Answered++
			case prefilled[question.Indicator]:
				s.Unconfirmed++
			}
		}
		owns := counting(own, part.Goal)
		s.Answered, s.Questions = s.Answered+owns.answered, s.Questions+owns.questions
		switch {
		case slices.Contains(leftOut, part.Goal):
			s.State = SectionLeftOut
		case s.Answered == s.Questions && (s.Questions > 0 || owns.begun || !owns.optional || handedIn):
			s.State = SectionComplete
		case s.Answered > 0 || owns.begun:
			s.State = SectionInProgress
		default:
			s.State = SectionNotStarted
		}
		sections = append(sections, s)
	}
	slices.SortFunc(sections, func(a, b Section) int { return cmp.Compare(a.Goal, b.Goal) })
	return sections
}

// mark counts the open remarks about each section's answers. One about something that
// is asked no more belongs to none.
func mark(sections []Section, o opened, about []asked) {
	for _, one := range about {
		goal, _, asked := o.place(one.indicator, one.own)
		if i := slices.IndexFunc(sections, func(s Section) bool { return s.Goal == goal }); asked && i >= 0 {
			sections[i].Waiting++
		}
	}
}

// tally counts the sections that are complete and those that are not left out.
func tally(sections []Section) (done, all int) {
	for _, s := range sections {
		if s.State == SectionComplete {
			done++
		}
		if !s.LeftOut() {
			all++
		}
	}
	return done, all
}
