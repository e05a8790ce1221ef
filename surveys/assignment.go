package surveys

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// Assignment is a section in a colleague's hands, or one that was.
type Assignment struct {
	models.Assignment
	ByLink   bool // opened by a mailed link, without an account's password
	Mine     bool // in the reader's own hands
	HandedBy string
}

// Assignments is what was handed out of a response, newest first, and to whom with
// an account a section can be handed: to anybody but the reader, who has them all.
type Assignments struct {
	Items      []Assignment
	Colleagues []orgs.Colleague
}

// HandOver is a section on its way to a colleague: to Person, or by a link to Email.
type HandOver struct {
	Goal        int
	Person      *uuid.UUID
	Name, Email string
	Note        string
	Deadline    models.Date
}

// Assignments gives who has or had which section of a response of the actor's
// municipality.
func (s *Service) Assignments(ctx context.Context, a orgs.Actor, responseID uuid.UUID) (Assignments, error) {
	var all Assignments
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		o, err := s.open(tx, a, responseID)
		if err != nil {
			return err
		}
		rows, err := assignmentsOf(tx, responseID)
		if err != nil {
			return err
		}
		if all.Items, err = shownAssignments(tx, a, rows); err != nil {
			return err
		}
		colleagues, err := orgs.Colleagues(tx, o.response.OrganisationID, orgs.Respondent, orgs.MunicipalityAdmin)
		all.Colleagues = slices.DeleteFunc(colleagues, func(c orgs.Colleague) bool { return c.ID == a.Person })
		return err
	})
	return all, err
}

// OwnAssignments gives the sections in the actor's hands, of rounds that are open,
// the one with the nearest deadline first.
func (s *Service) OwnAssignments(ctx context.Context, a orgs.Actor) ([]Assignment, error) {
	var items []Assignment
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		rows, err := assignmentsOfPerson(tx, a.Person, a.Org)
		if err != nil {
			return err
		}
		items, err = shownAssignments(tx, a, rows)
		return err
	})
	return items, err
}

// HandOverSection hands a section to a colleague, who then alone may change its answers
// until it is taken back or accepted. One by link needs mail.
func (s *Service) HandOverSection(ctx context.Context, a orgs.Actor, responseID uuid.UUID, in HandOver) (Assignment, error) {
	var made Assignment
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := s.hold(tx, a, responseID)
		if err != nil {
			return err
		}
		row := models.Assignment{
			Base:       models.Base{ID: models.NewID(), Version: 1, CreatedAt: tx.Now, UpdatedAt: tx.Now},
			ResponseID: responseID, Goal: in.Goal, Note: strings.TrimSpace(in.Note), Deadline: in.Deadline,
			State: string(AssignmentNotStarted),
		}
		if a.SignedIn() {
			row.CreatedBy = &a.Person
		}
		if err := s.receiver(tx, a, o, in, &row); err != nil {
			return err
		}
		if err := o.mayHandOver(a, in.Goal, in.Deadline, tx.Now); err != nil {
			return err
		}
		if err := insertAssignment(tx, &row); err != nil {
			return err
		}
		if err := auditAssignment(tx, a, "assignment.hand_over", nil, &row); err != nil {
			return err
		}
		if err := s.tellOf(tx, row, letterHandedOver); err != nil {
			return err
		}
		made, err = shownAssignment(tx, a, row)
		return err
	})
	return made, err
}

// mayHandOver checks that a section may be handed out, until a day.
func (o opened) mayHandOver(a orgs.Actor, goal int, deadline models.Date, now time.Time) error {
	if _, asked := o.asked.section(goal); !asked {
		return fault.InvalidFields(fault.OnField("goal", "not_asked"))
	}
	if err := mayAct(a, o.situation(), Edit, ""); err != nil {
		return err
	}
	if o.leftOut(goal) {
		return fault.New(fault.Conflict, "goal-left-out", "goal", goal)
	}
	if row, out := o.handed[goal]; out {
		return handedOut(goal, row)
	}
	return o.fits(deadline, now)
}

// fits checks a deadline: a day from today to the round's last.
func (o opened) fits(deadline models.Date, now time.Time) error {
	last := models.DateOf(o.round.ClosesAt)
	switch _, err := time.Parse(time.DateOnly, string(deadline)); {
	case err != nil:
		return fault.InvalidFields(fault.OnField("deadline", "date"))
	case deadline < models.DateOf(now) || deadline > last:
		return fault.InvalidFields(fault.OnField("deadline", "within_round", "last", fault.Day(last)))
	}
	return nil
}

// receiver finds who gets a section: somebody of the municipality who may answer, or
// the person behind an address, who gets a link.
func (s *Service) receiver(tx *models.Tx, a orgs.Actor, o opened, in HandOver, row *models.Assignment) error {
	if in.Person != nil {
		colleagues, err := orgs.Colleagues(tx, o.response.OrganisationID, orgs.Respondent, orgs.MunicipalityAdmin)
		if err != nil {
			return err
		}
		for _, c := range colleagues {
			if c.ID == *in.Person {
				row.PersonID, row.Name = &c.ID, c.Name
				return nil
			}
		}
		return fault.Missing()
	}
	if strings.TrimSpace(in.Email) == "" {
		return fault.InvalidFields(fault.OnField("email", "required"))
	}
	who, err := orgs.Named(tx, a, in.Name, in.Email, a.Language)
	if err != nil {
		return err
	}
	row.PersonID, row.Name, row.Email = &who.ID, in.Name, who.Email
	return nil
}

// shownAssignments adds to rows what they are shown with.
func shownAssignments(tx *models.Tx, a orgs.Actor, rows []models.Assignment) ([]Assignment, error) {
	var ids []uuid.UUID
	for _, row := range rows {
		if row.CreatedBy != nil {
			ids = append(ids, *row.CreatedBy)
		}
	}
	names, err := orgs.PersonNames(tx, ids)
	if err != nil {
		return nil, err
	}
	shown := make([]Assignment, len(rows))
	for i, row := range rows {
		shown[i] = shownTo(a, row)
		if row.CreatedBy != nil {
			shown[i].HandedBy = names[*row.CreatedBy]
		}
	}
	return shown, nil
}

func shownAssignment(tx *models.Tx, a orgs.Actor, row models.Assignment) (Assignment, error) {
	all, err := shownAssignments(tx, a, []models.Assignment{row})
	if err != nil {
		return Assignment{}, err
	}
	return all[0], nil
}

func shownTo(a orgs.Actor, row models.Assignment) Assignment {
	return Assignment{Assignment: row, ByLink: row.Email != "", Mine: holds(a, row)}
}

// shownHanded is what is told of the sections that are out beside a task list, which
// leaves out who handed them over.
func shownHanded(a orgs.Actor, out map[int]models.Assignment) map[int]Assignment {
	shown := make(map[int]Assignment, len(out))
	for goal, row := range out {
		shown[goal] = shownTo(a, row)
	}
	return shown
}
