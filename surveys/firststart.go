package surveys

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/form"
)

// FirstStart is what a municipality with one officer and 20 minutes begins with: what
// is filled in, what is missing, who could answer it, how long it takes, what to do
// first. It is worked out anew each time, so that it can be left and taken up again.
type FirstStart struct {
	Response ResponseInfo
	Answered int // questions with an answer
	Filled   int // without one, for which statistics have a figure to confirm
	Missing  int // without either
	filledAt int // the first goal with a figure to confirm
	Minutes  int // that the rest is taken to need
	Work     []Work
	Ask      []Asking // who could answer what is missing, most work first
	Steps    []StartStep
}

// Asking is who could answer some questions, and by name where the team says.
type Asking struct {
	Who       Knower
	Names     []string
	Questions []AskedQuestion
	Minutes   int
}

// AskedQuestion is a question that somebody could answer.
type AskedQuestion struct {
	Code string
	Goal int
	Name models.Text
	Kind WorkKind
}

// StartStep is one thing to do, in its order. Minutes are those of the step itself.
type StartStep struct {
	Key     string
	Done    bool
	Minutes int
	Goal    int // the first one with something to do in this step; 0 where it is not about goals
}

// FirstStart gives the guided start of a response of the actor's municipality.
func (s *Service) FirstStart(ctx context.Context, a orgs.Actor, id uuid.UUID) (FirstStart, error) {
	var start FirstStart
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		o, err := s.open(tx, a, id)
		if err != nil {
			return err
		}
		detail, err := s.detail(tx, a, o)
		if err != nil {
			return err
		}
		questions, err := s.questions(tx, o, 0)
		if err != nil {
			return err
		}
		team, err := orgs.TeamOf(tx, o.response.OrganisationID)
		if err != nil {
			return err
		}
		entries, err := entriesOf(tx, o)
		if err != nil {
			return err
		}
		own, err := o.asked.standing(entries, tx.Now)
		if err != nil {
			return err
		}
		own = slices.DeleteFunc(own, func(s form.State) bool { // it is counted with the indicator that it gives the answer to
			_, _, gives := o.asked.find(s.Item.Indicator)
			return gives
		})
		if start, err = startOf(detail, questions, own, team); err != nil {
			return err
		}
		start.Steps, err = startSteps(tx, o, start, team)
		return err
	})
	return start, err
}

// startOf counts what there is to do, and finds who could do it.
func startOf(detail ResponseDetail, questions []AnsweredQuestion, own []form.State, team orgs.Team) (FirstStart, error) {
	start := FirstStart{Response: detail.Response}
	know, err := whoKnows()
	if err != nil {
		return start, err
	}
	counts := map[WorkKind]int{}
	for _, q := range questions {
		if detail.leaves(q.Question.Goal) {
			continue
		}
		if q.Answer != nil {
			start.Answered++
			continue
		}
		kind := workFor(q.Question.Definition, q.confirmable())
		counts[kind]++
		if kind == ConfirmWork {
			if start.Filled++; start.Filled == 1 {
				start.filledAt = q.Question.Goal
			}
			continue
		}
		start.Missing++
		start.ask(know.of(q.Question.Definition), AskedQuestion{Code: q.Question.Code, Goal: q.Question.Goal, Name: q.Question.Name, Kind: kind})
	}
	start.countOwn(own, detail.leaves, counts)
	if start.Answered+start.Filled+start.Missing > 0 {
		counts[ReadWork] = 1
	}
	start.Work, start.Minutes = workOf(counts)
	slices.SortStableFunc(start.Ask, func(x, y Asking) int { return y.Minutes - x.Minutes })
	for i := range start.Ask {
		start.Ask[i].Names = namesFor(start.Ask[i].Who, team)
	}
	return start, nil
}

// leaves tells whether a goal is left out.
func (d ResponseDetail) leaves(goal int) bool {
	return slices.ContainsFunc(d.Sections, func(s Section) bool { return s.Goal == goal && s.LeftOut() })
}

// countOwn counts the own questions: those that are answered, and those that must be
// and are not.
func (f *FirstStart) countOwn(own []form.State, leaves func(goal int) bool, counts map[WorkKind]int) {
	for _, s := range own {
		if leaves(s.Goal) || !s.Visible || !s.Item.Kind.Answered() {
			continue
		}
		switch {
		case s.Answered:
			f.Answered++
		case s.Required:
			f.Missing++
			counts[workForOwn(s.Item.Kind)]++
		}
	}
}

// ask adds a question to those of who knows it.
func (f *FirstStart) ask(who Knower, q AskedQuestion) {
	i := slices.IndexFunc(f.Ask, func(a Asking) bool { return a.Who.Key == who.Key })
	if i < 0 {
		i = len(f.Ask)
		f.Ask = append(f.Ask, Asking{Who: who})
	}
	f.Ask[i].Questions = append(f.Ask[i].Questions, q)
	f.Ask[i].Minutes += minutesFor(q.Kind)
}

func namesFor(who Knower, team orgs.Team) []string {
	var names []string
	for _, m := range team.Members {
		if who.Team != "" && m.Role == who.Team {
			names = append(names, m.Name)
		}
	}
	return names
}
