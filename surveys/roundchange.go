package surveys

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// ChangeRoundState takes a round to another state of the table. Opening makes
// a response for every municipality of the region, or of the round's cohort, today;
// closing stores the candidate needs in the same transaction, freezing the first edition
// of the results, and publishing shows the newest one to everybody. Reason is kept
// where the table asks for one.
func (s *Service) ChangeRoundState(ctx context.Context, a orgs.Actor, id uuid.UUID, to RoundState, reason string) (RoundInfo, error) {
	var info RoundInfo
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		if _, err := s.changeState(tx, a, id, to, reason); err != nil {
			return err
		}
		var err error
		info, err = s.Info(tx, a, id)
		return err
	})
	return info, err
}

func (s *Service) changeState(tx *models.Tx, a orgs.Actor, id uuid.UUID, to RoundState, reason string) (models.Round, error) {
	round, err := s.ownRound(tx, a, id)
	if err != nil {
		return round, err
	}
	before := round
	if err := RoundState(round.State).mayBecome(to, reason); err != nil {
		return round, err
	}
	round.State = string(to)
	switch to {
	case RoundOpen:
		round.ClosedAt = nil
		if round.OpensAt.After(tx.Now) {
			round.OpensAt = tx.Now
		}
		if !round.ClosesAt.After(round.OpensAt) {
			return round, fault.InvalidFields(fault.OnField("closesAt", "closes_before_opening"))
		}
	case RoundClosed:
		round.ClosedAt = moment(tx.Now)
	case RoundPublished:
		round.PublishedAt = moment(tx.Now)
	}
	if err := s.saveRound(tx, a, &round); err != nil {
		return round, err
	}
	if err := auditRound(tx, a, "round."+string(to), &before, &round, strings.TrimSpace(reason)); err != nil {
		return round, err
	}
	switch {
	case to == RoundOpen:
		return round, s.syncMembers(tx, a, round)
	case to == RoundClosed && s.candidates != nil:
		return round, s.candidates.StoreCandidates(tx, a, round)
	case to == RoundFrozen:
		_, err := s.makeEdition(tx, a, round, "")
		return round, err
	case to == RoundPublished:
		return round, s.publishEdition(tx, a, round)
	}
	return round, nil
}

// syncMembers makes a response for every municipality that the round asks today and
// that has none yet: the members of the region, of a cohort those that take part.
// Responses of those that left stay.
func (s *Service) syncMembers(tx *models.Tx, a orgs.Actor, round models.Round) error {
	members, err := orgs.CohortMembers(tx, round.RegionID, round.Cohort, models.DateOf(tx.Now))
	switch {
	case err != nil:
		return err
	case len(members) == 0 && round.Cohort != "":
		return fault.New(fault.Conflict, "cohort-empty", "cohort", round.Cohort)
	case len(members) == 0:
		return fault.New(fault.Conflict, "region-empty")
	}
	there, err := responsesIn(tx, round.ID)
	if err != nil {
		return err
	}
	has := make(map[uuid.UUID]bool, len(there))
	for _, r := range there {
		has[r.OrganisationID] = true
	}
	var rows []models.Response
	var ids []uuid.UUID
	for _, m := range members {
		if has[m.ID] {
			continue
		}
		ids = append(ids, m.ID)
		rows = append(rows, models.Response{
			Base:    models.Base{ID: models.NewID(), Version: 1, CreatedAt: tx.Now, UpdatedAt: tx.Now},
			RoundID: round.ID, OrganisationID: m.ID, State: string(NotStarted), LeftOut: []int{}, LeftOutReasons: map[int]string{},
		})
	}
	if len(rows) == 0 {
		return nil
	}
	if err := insertResponses(tx, rows); err != nil {
		return err
	}
	return orgs.Audit(tx, a, orgs.Change{
		Action: "round.invite", Kind: "round", ID: round.ID.String(), After: map[string]any{"municipalities": ids},
	})
}

func moment(t time.Time) *time.Time { return &t }

// roundRecord is what the audit keeps of a round.
type roundRecord struct {
	Name          string    `json:"name"`
	Year          int       `json:"year"`
	Method        string    `json:"method"`
	State         string    `json:"state"`
	OpensAt       time.Time `json:"opensAt"`
	ClosesAt      time.Time `json:"closesAt"`
	Questionnaire uuid.UUID `json:"questionnaireVersionId"`
	Cohort        string    `json:"cohort,omitempty"`
	FourEyes      bool      `json:"fourEyes"`
	Reason        string    `json:"reason,omitempty"`
}

func auditRound(tx *models.Tx, a orgs.Actor, action string, before, after *models.Round, reason string) error {
	record := func(r *models.Round, reason string) any {
		if r == nil {
			return nil
		}
		return roundRecord{r.Name, r.Year, r.Method, r.State, r.OpensAt, r.ClosesAt, r.QuestionnaireVersionID, r.Cohort, r.FourEyes, reason}
	}
	return orgs.Audit(tx, a, orgs.Change{
		Action: action, Kind: "round", ID: after.ID.String(), Before: record(before, ""), After: record(after, reason),
	})
}
