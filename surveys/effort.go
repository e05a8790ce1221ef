package surveys

import (
	"context"
	"slices"
	"strings"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// Activities are what own effort is spent on, in the order in which they are shown.
var Activities = []string{"answering", "review", "gathering", "guidance", "anchoring", "coordination", "other"}

// EffortInput is own effort as a person logs it.
type EffortInput struct {
	RoundID  uuid.UUID
	SpentOn  models.Date
	Minutes  int
	Activity string
	Note     string
}

// Effort is an entry of the log. By is nil where the service itself wrote it.
type Effort struct {
	models.Effort
	RoundName string
	By        *Who
}

// Efforts gives the log of the actor's municipality, the latest day first; of one
// round when roundID is not nil.
func (s *Service) Efforts(ctx context.Context, a orgs.Actor, roundID *uuid.UUID) ([]Effort, error) {
	var list []Effort
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		if roundID != nil {
			if err := answersRound(tx, a, *roundID); err != nil {
				return err
			}
		}
		rows, err := effortsOf(tx, a.Org, roundID)
		if err != nil {
			return err
		}
		list, err = shownEfforts(tx, rows)
		return err
	})
	return list, err
}

func shownEfforts(tx *models.Tx, rows []models.Effort) ([]Effort, error) {
	var people, rounds []uuid.UUID
	for _, row := range rows {
		if row.PersonID != nil {
			people = append(people, *row.PersonID)
		}
		if row.RoundID != nil {
			rounds = append(rounds, *row.RoundID)
		}
	}
	names, err := orgs.PersonNames(tx, people)
	if err != nil {
		return nil, err
	}
	of, err := roundsByID(tx, rounds)
	if err != nil {
		return nil, err
	}
	list := make([]Effort, len(rows))
	for i, row := range rows {
		list[i] = Effort{Effort: row}
		if row.RoundID != nil {
			list[i].RoundName = of[*row.RoundID].Name
		}
		if row.PersonID != nil && names[*row.PersonID] != "" {
			list[i].By = &Who{ID: *row.PersonID, Name: names[*row.PersonID]}
		}
	}
	return list, nil
}

// LogEffort adds time that the actor's municipality has spent on a round that it
// answers.
func (s *Service) LogEffort(ctx context.Context, a orgs.Actor, in EffortInput) (Effort, error) {
	return s.changeEffort(ctx, func(tx *models.Tx) (*models.Effort, error) {
		if err := in.check(tx, a); err != nil {
			return nil, err
		}
		row := models.Effort{Base: models.Base{ID: models.NewID(), Version: 1, CreatedAt: tx.Now, UpdatedAt: tx.Now}, OrganisationID: a.Org}
		if a.SignedIn() {
			row.PersonID = &a.Person
		}
		in.fill(&row)
		if err := insertEffort(tx, &row); err != nil {
			return nil, err
		}
		return &row, auditEffort(tx, a, "effort.log", nil, &row)
	})
}

// CorrectEffort changes an entry of the actor's municipality, whoever logged it. A
// stale version is a fault whose Current is an [Effort].
func (s *Service) CorrectEffort(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int, in EffortInput) (Effort, error) {
	return s.changeEffort(ctx, func(tx *models.Tx) (*models.Effort, error) {
		before, err := heldEffort(tx, a, id, ifVersion)
		if err != nil {
			return nil, err
		}
		if err := in.check(tx, a); err != nil {
			return nil, err
		}
		row := before
		in.fill(&row)
		row.Version, row.UpdatedAt = before.Version+1, tx.Now
		if err := updateEffort(tx, row); err != nil {
			return nil, err
		}
		return &row, auditEffort(tx, a, "effort.correct", &before, &row)
	})
}

// RemoveEffort takes an entry of the actor's municipality away; the audit keeps it.
func (s *Service) RemoveEffort(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int) error {
	return s.db.Write(ctx, func(tx *models.Tx) error {
		row, err := heldEffort(tx, a, id, ifVersion)
		if err != nil {
			return err
		}
		if err := deleteEffort(tx, id); err != nil {
			return err
		}
		return auditEffort(tx, a, "effort.remove", &row, nil)
	})
}

func (s *Service) changeEffort(ctx context.Context, change func(*models.Tx) (*models.Effort, error)) (Effort, error) {
	var shown Effort
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		row, err := change(tx)
		if err != nil {
			return err
		}
		list, err := shownEfforts(tx, []models.Effort{*row})
		if err == nil {
			shown = list[0]
		}
		return err
	})
	return shown, err
}

func heldEffort(tx *models.Tx, a orgs.Actor, id uuid.UUID, ifVersion int) (models.Effort, error) {
	row, err := effortByID(tx, id)
	if err == nil && row.OrganisationID != a.Org {
		err = fault.Missing()
	}
	if err != nil || row.Version == ifVersion {
		return row, err
	}
	list, err := shownEfforts(tx, []models.Effort{row})
	if err != nil {
		return row, err
	}
	return row, &fault.Fault{Kind: fault.Stale, Code: "stale", Current: list[0]}
}

// check holds that the day has come and the municipality answers the round.
func (in EffortInput) check(tx *models.Tx, a orgs.Actor) error {
	if err := answersRound(tx, a, in.RoundID); err != nil {
		return err
	}
	if in.SpentOn > models.TodayOf(tx.Now) {
		return fault.InvalidFields(fault.OnField("spentOn", "in_future"))
	}
	return nil
}

// answersRound is a fault NotFound for a round that the actor's municipality is not
// asked in.
func answersRound(tx *models.Tx, a orgs.Actor, roundID uuid.UUID) error {
	responses, err := responsesOf(tx, a.Org)
	if err == nil && !slices.ContainsFunc(responses, func(r models.Response) bool { return r.RoundID == roundID }) {
		err = fault.Missing()
	}
	return err
}

func (in EffortInput) fill(row *models.Effort) {
	row.RoundID, row.SpentOn, row.Minutes, row.Activity, row.Note = &in.RoundID, in.SpentOn, in.Minutes, in.Activity, strings.TrimSpace(in.Note)
}

// effortRecord is what the audit keeps of an entry.
type effortRecord struct {
	RoundID  *uuid.UUID  `json:"roundId"`
	SpentOn  models.Date `json:"spentOn"`
	Minutes  int         `json:"minutes"`
	Activity string      `json:"activity"`
	Note     string      `json:"note,omitempty"`
}

func auditEffort(tx *models.Tx, a orgs.Actor, action string, before, after *models.Effort) error {
	change := orgs.Change{Action: action, Kind: "effort"}
	record := func(row *models.Effort) any {
		if row == nil {
			return nil
		}
		change.ID = row.ID.String()
		return effortRecord{row.RoundID, row.SpentOn, row.Minutes, row.Activity, row.Note}
	}
	change.Before, change.After = record(before), record(after)
	return orgs.Audit(tx, a, change)
}
