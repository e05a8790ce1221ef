package surveys

import (
	"context"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// maxJudgements is how many strengths and weaknesses a municipality can state, with
// those that no longer hold.
const maxJudgements = 1000

const judgementKind = "judgement" // in the audit

// Judgements gives the strengths and weaknesses that the actor's municipality sees in
// itself, those that no longer hold among them: as they are now or, with a round, as
// they stood when it last submitted in it. Asked of a round before that, it is now,
// and since is nil.
func (s *Service) Judgements(ctx context.Context, a orgs.Actor, roundID *uuid.UUID) (list []Judgement, since *time.Time, err error) {
	err = s.db.Read(ctx, func(tx *models.Tx) error {
		if roundID != nil {
			if err := answersRound(tx, a, *roundID); err != nil {
				return err
			}
			last, err := latestSubmission(tx, *roundID, a.Org)
			if err != nil {
				return err
			}
			if last != nil {
				since = &last.SubmittedAt
			}
		}
		list, err = judgementsAt(tx, a.Org, since)
		return err
	})
	return list, since, err
}

// RecordJudgement adds a strength or weakness of the actor's municipality.
func (s *Service) RecordJudgement(ctx context.Context, a orgs.Actor, in JudgementText) (Judgement, error) {
	return s.changeJudgement(ctx, func(tx *models.Tx) (*models.Judgement, error) {
		in, err := in.checked(models.TodayOf(tx.Now))
		if err != nil {
			return nil, err
		}
		rows, err := judgementsOf(tx, a.Org)
		if err != nil {
			return nil, err
		}
		if len(rows) >= maxJudgements {
			return nil, fault.New(fault.Conflict, "too-many-judgements", "max", maxJudgements)
		}
		row := models.Judgement{Base: models.Base{ID: models.NewID(), Version: 1, CreatedAt: tx.Now, UpdatedAt: tx.Now}, OrganisationID: a.Org}
		in.fill(&row)
		row.RecordedBy = recorder(a)
		if err := insertJudgement(tx, &row); err != nil {
			return nil, err
		}
		return &row, orgs.Audit(tx, a, orgs.Change{Action: "judgement.record", Kind: judgementKind, ID: row.ID.String(), After: in})
	})
}

// ChangeJudgement words one anew, or says that it no longer holds and why. A stale
// version is a fault whose Current is a [Judgement].
func (s *Service) ChangeJudgement(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int, in JudgementText) (Judgement, error) {
	return s.changeJudgement(ctx, func(tx *models.Tx) (*models.Judgement, error) {
		row, err := ownJudgement(tx, a, id, true)
		if err != nil {
			return nil, err
		}
		if row.Version != ifVersion {
			now, err := shownJudgements(tx, []Judgement{judgementOf(row)})
			if err != nil {
				return nil, err
			}
			return nil, &fault.Fault{Kind: fault.Stale, Code: "stale", Current: now[0]}
		}
		in, err := in.checked(models.TodayOf(tx.Now))
		if err != nil {
			return nil, err
		}
		before := judgementTextOf(row)
		in.fill(&row)
		row.RecordedBy, row.Version, row.UpdatedAt = recorder(a), ifVersion+1, tx.Now
		if err := updateJudgement(tx, row); err != nil {
			return nil, err
		}
		return &row, orgs.Audit(tx, a, orgs.Change{Action: "judgement.change", Kind: judgementKind, ID: id.String(), Before: before, After: in})
	})
}

func (s *Service) changeJudgement(ctx context.Context, change func(*models.Tx) (*models.Judgement, error)) (Judgement, error) {
	var shown Judgement
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		row, err := change(tx)
		if err != nil {
			return err
		}
		list, err := shownJudgements(tx, []Judgement{judgementOf(*row)})
		if err == nil {
			shown = list[0]
		}
		return err
	})
	return shown, err
}

func ownJudgement(tx *models.Tx, a orgs.Actor, id uuid.UUID, hold bool) (models.Judgement, error) {
	row, err := judgementByID(tx, id, hold)
	if err == nil && row.OrganisationID != a.Org {
		err = fault.Missing()
	}
	return row, err
}

func recorder(a orgs.Actor) *uuid.UUID {
	if !a.SignedIn() {
		return nil
	}
	return &a.Person
}
