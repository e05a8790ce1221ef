package matching

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/needs/cpv"
	"loftet/orgs"
)

// Detail is a solution as it is shown.
type Detail struct {
	models.Solution
	Business models.Organisation
	Codes    []cpv.Code
	Actions  []Action
}

// List gives the solutions that the actor may see, newest first.
func (s *Service) List(ctx context.Context, a orgs.Actor) ([]Detail, error) {
	var list []Detail
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		r, err := readerOf(tx, a)
		if err != nil {
			return err
		}
		solutions, err := r.solutions(tx)
		if err != nil {
			return err
		}
		list, err = detailed(tx, a, solutions[:min(len(solutions), maxList)])
		return err
	})
	return list, err
}

// Get gives a solution.
func (s *Service) Get(ctx context.Context, a orgs.Actor, id uuid.UUID) (Detail, error) {
	var d Detail
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		solution, err := seen(tx, a, id)
		if err != nil {
			return err
		}
		d, err = detailOf(tx, a, solution)
		return err
	})
	return d, err
}

// maxSolutions is how many solutions a business may describe. Anybody can
// register one, and the coordinators read them all.
const maxSolutions = 100

// maxList is the most solutions that a list gives.
const maxList = 2000

// Create begins a solution of the actor's business, as a draft.
func (s *Service) Create(ctx context.Context, a orgs.Actor, in Edit) (Detail, error) {
	var d Detail
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		if !mayDo(a, ActionEdit) {
			return fault.New(fault.Denied, "not-your-role")
		}
		n, err := solutionsOf(tx, a.Org)
		if err != nil {
			return err
		}
		if n >= maxSolutions {
			return fault.New(fault.Conflict, "too-many-solutions", "max", maxSolutions)
		}
		solution := models.Solution{
			Base:           models.Base{ID: models.NewID(), Version: 1, CreatedAt: tx.Now, UpdatedAt: tx.Now},
			OrganisationID: a.Org, State: string(StateDraft),
		}
		if err := in.apply(tx, &solution); err != nil {
			return err
		}
		if err := insertSolution(tx, &solution); err != nil {
			return err
		}
		if err := orgs.Audit(tx, a, change("solution.create", nil, &solution)); err != nil {
			return err
		}
		d, err = detailOf(tx, a, solution)
		return err
	})
	return d, err
}

// Update changes a solution over the version that the actor has read. One that is
// sent in or published is a draft again. A stale version is a fault whose
// Current is a [Detail].
func (s *Service) Update(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int, in Edit) (Detail, error) {
	return s.change(ctx, a, id, ActionEdit, func(tx *models.Tx, solution *models.Solution) error {
		if solution.Version != ifVersion {
			return fault.New(fault.Stale, "stale")
		}
		if State(solution.State) != StateReturned {
			solution.SubmittedAt, solution.PublishedAt, solution.PublishedBy = nil, nil, nil
		}
		return in.apply(tx, solution)
	})
}

// Submit sends a solution to those who publish it. What it lacks is told field by
// field.
func (s *Service) Submit(ctx context.Context, a orgs.Actor, id uuid.UUID) (Detail, error) {
	return s.change(ctx, a, id, ActionSubmit, func(tx *models.Tx, solution *models.Solution) error {
		if faults := lacking(*solution); len(faults) > 0 {
			return fault.InvalidFields(faults...)
		}
		solution.SubmittedAt, solution.ReturnReason = &tx.Now, ""
		return nil
	})
}

// Publish shows a solution that was sent in to those it is offered to, as the
// actor has read it in ifVersion; a stale one is a fault whose Current is a
// [Detail]. It takes the coordinator of a region that it serves, or an
// administrator.
func (s *Service) Publish(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int) (Detail, error) {
	return s.change(ctx, a, id, ActionPublish, func(tx *models.Tx, solution *models.Solution) error {
		if solution.Version != ifVersion {
			return fault.New(fault.Stale, "stale")
		}
		solution.PublishedAt, solution.PublishedBy = &tx.Now, &a.Person
		return nil
	})
}

// minReason is the least number of characters that make a reason.
const minReason = 3

// Return sends a solution back to its business with the reason.
func (s *Service) Return(ctx context.Context, a orgs.Actor, id uuid.UUID, why string) (Detail, error) {
	return s.change(ctx, a, id, ActionReturn, func(_ *models.Tx, solution *models.Solution) error {
		var err error
		solution.ReturnReason, err = reasonOf(why)
		return err
	})
}

func reasonOf(why string) (string, error) {
	why = strings.TrimSpace(why)
	if utf8.RuneCountInString(why) < minReason {
		return "", fault.InvalidFields(fault.OnField("reason", "reason_required", "min", minReason))
	}
	return why, nil
}

// change does one action on a solution in one transaction: it reads it within
// the actor's scope, asks the table of states, lets apply work on it, and writes
// the row and the audit.
func (s *Service) change(ctx context.Context, a orgs.Actor, id uuid.UUID, action Action, apply func(*models.Tx, *models.Solution) error) (Detail, error) {
	var d Detail
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		solution, err := seen(tx, a, id)
		if err != nil {
			return err
		}
		if !a.SignedIn() || !mayDo(a, action) {
			return fault.New(fault.Denied, "not-your-role")
		}
		before := solution
		to, err := after(action, State(solution.State))
		if err == nil {
			err = apply(tx, &solution)
		}
		if err == nil {
			solution.State = string(to)
			err = saveSolution(tx, &solution)
		}
		if f, ok := fault.As(err); ok && f.Kind == fault.Stale {
			return stale(tx, a, id)
		}
		if err != nil {
			return err
		}
		if err := orgs.Audit(tx, a, change("solution."+string(action), &before, &solution)); err != nil {
			return err
		}
		d, err = detailOf(tx, a, solution)
		return err
	})
	return d, err
}

// stale is the fault for somebody who was not first, with the solution as it is
// now.
func stale(tx *models.Tx, a orgs.Actor, id uuid.UUID) error {
	solution, err := seen(tx, a, id)
	if err != nil {
		return err
	}
	now, err := detailOf(tx, a, solution)
	if err != nil {
		return err
	}
	return &fault.Fault{Kind: fault.Stale, Code: "stale", Current: now}
}

func change(action string, before, after *models.Solution) orgs.Change {
	c := orgs.Change{Action: action, Kind: "solution", ID: after.ID.String(), After: after}
	if before != nil {
		c.Before = before
	}
	return c
}

func detailOf(tx *models.Tx, a orgs.Actor, solution models.Solution) (Detail, error) {
	list, err := detailed(tx, a, []models.Solution{solution})
	if err != nil {
		return Detail{}, err
	}
	return list[0], nil
}

// detailed adds to solutions what is shown with them, in their order.
func detailed(tx *models.Tx, a orgs.Actor, solutions []models.Solution) ([]Detail, error) {
	var businesses []uuid.UUID
	var codes []string
	for _, s := range solutions {
		businesses = append(businesses, s.OrganisationID)
		codes = append(codes, s.CPV...)
	}
	named, err := orgs.Organisations(tx, businesses)
	if err != nil {
		return nil, err
	}
	labelled, err := cpv.Labelled(tx, codes, a.Language)
	if err != nil {
		return nil, err
	}
	list := make([]Detail, 0, len(solutions))
	for _, s := range solutions {
		list = append(list, Detail{
			Solution: s, Business: named[s.OrganisationID], Codes: labelled[:len(s.CPV)], Actions: actions(a, s),
		})
		labelled = labelled[len(s.CPV):]
	}
	return list, nil
}
