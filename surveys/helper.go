package surveys

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/form"
)

// OpenSection exchanges the token of a mailed link for the section it opens, and
// gives that with the person the link was mailed to. It may be done again until the
// section is taken back or accepted, its last day is over or the round closes; why a
// token does not open anything is nobody's business.
func (s *Service) OpenSection(ctx context.Context, a orgs.Actor, token string) (assignment, person uuid.UUID, err error) {
	err = s.db.Write(ctx, func(tx *models.Tx) error {
		row, err := assignmentByToken(tx, orgs.HashToken(token))
		if err != nil {
			return deadLink(err)
		}
		helper, err := s.helper(tx, row)
		if err != nil {
			return deadLink(err)
		}
		assignment, person = row.ID, helper.Person
		helper.RequestID = a.RequestID
		return orgs.Audit(tx, helper, orgs.Change{Action: "session.open_section", Kind: "assignment", ID: row.ID.String()})
	})
	return assignment, person, err
}

// deadLink is what a link gets that opens nothing.
func deadLink(err error) error {
	if fault.KindOf(err) == fault.NotFound {
		return fault.New(fault.Conflict, "section-link-dead")
	}
	return err
}

// Helper gives the actor behind a link's session, who reaches that one section and
// nothing else; a fault NotFound once it is the colleague's no more.
func (s *Service) Helper(ctx context.Context, assignment, person uuid.UUID) (orgs.Actor, error) {
	var helper orgs.Actor
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		row, err := assignmentByID(tx, assignment)
		if err != nil {
			return err
		}
		if row.TokenExpiresAt == nil || !row.TokenExpiresAt.After(tx.Now) {
			return fault.Missing()
		}
		helper, err = s.helper(tx, row)
		if err == nil && helper.Person != person {
			err = fault.Missing()
		}
		return err
	})
	return helper, err
}

func (s *Service) helper(tx *models.Tx, row models.Assignment) (orgs.Actor, error) {
	if row.PersonID == nil || row.Email == "" || !slices.Contains(outStates, AssignmentState(row.State)) {
		return orgs.Actor{}, fault.Missing()
	}
	o, err := withRound(tx, row.ResponseID, false)
	if err != nil {
		return orgs.Actor{}, err
	}
	if RoundState(o.round.State) != RoundOpen {
		return orgs.Actor{}, fault.Missing()
	}
	return orgs.Helping(tx, *row.PersonID, o.response.OrganisationID, orgs.Section{Assignment: row.ID, Response: row.ResponseID, Goal: row.Goal})
}

// only leaves of a questionnaire one section.
func (q Questionnaire) only(goal int) Questionnaire {
	part, asked := q.section(goal)
	if !asked {
		return Questionnaire{}
	}
	rest := Questionnaire{Sections: []QuestionnaireSection{part}, own: q.own}
	if q.Form != nil {
		shown := *q.Form
		shown.Items = slices.DeleteFunc(slices.Clone(shown.Items), func(i form.Item) bool { return i.Goal != goal })
		rest.Form = &shown
	}
	return rest
}
