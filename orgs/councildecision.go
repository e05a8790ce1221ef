package orgs

import (
	"context"
	"slices"
	"strings"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// CouncilDecision is what a regional council said of the matter. It takes note or
// recommends; it never decides for a municipality.
type CouncilDecision struct {
	ID      uuid.UUID
	Version int
	CouncilStatement
}

// CouncilStatement is what is recorded of it.
type CouncilStatement struct {
	Outcome   string // noted or recommended
	Body      string
	On        models.Date
	Reference string
	Text      string
}

// councilOutcomes are all that a regional council can say.
var councilOutcomes = []string{"noted", "recommended"}

func councilDecisionOf(row models.CouncilDecision) CouncilDecision {
	return CouncilDecision{ID: row.ID, Version: row.Version, CouncilStatement: CouncilStatement{
		Outcome: row.Outcome, Body: row.Body, On: row.DecidedOn, Reference: row.Reference, Text: row.Text,
	}}
}

// RecordCouncilDecision keeps what the regional council that runs a region said. No
// municipality's participation changes by it.
func (s *Service) RecordCouncilDecision(ctx context.Context, a Actor, regionID uuid.UUID, in CouncilStatement) (CouncilDecision, error) {
	var made CouncilDecision
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		if _, err := joinsIn(tx, a, regionID); err != nil {
			return err
		}
		row := models.CouncilDecision{RegionID: regionID}
		if err := in.into(tx, a, &row); err != nil {
			return err
		}
		row.Base = newBase(tx)
		if err := insertCouncilDecision(tx, &row); err != nil {
			return err
		}
		made = councilDecisionOf(row)
		return Audit(tx, a, Change{Action: "council-decision.record", Kind: "council_decision", ID: row.ID.String(), After: made.CouncilStatement})
	})
	return made, err
}

// CorrectCouncilDecision mends what was recorded.
func (s *Service) CorrectCouncilDecision(
	ctx context.Context, a Actor, regionID, id uuid.UUID, ifVersion int, in CouncilStatement,
) (CouncilDecision, error) {
	var made CouncilDecision
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		if _, err := joinsIn(tx, a, regionID); err != nil {
			return err
		}
		row, err := councilDecisionRow(tx, regionID, id)
		if err == nil && row.Version == 0 {
			err = fault.Missing()
		}
		if err != nil {
			return err
		}
		before := councilDecisionOf(row)
		if err := in.into(tx, a, &row); err != nil {
			return err
		}
		row.Version = ifVersion
		done, err := updateCouncilDecision(tx, &row)
		if err != nil {
			return err
		}
		if !done {
			return &fault.Fault{Kind: fault.Stale, Code: "stale", Current: before}
		}
		made = councilDecisionOf(row)
		return Audit(tx, a, Change{Action: "council-decision.correct", Kind: "council_decision", ID: id.String(),
			Before: before.CouncilStatement, After: made.CouncilStatement})
	})
	return made, err
}

// into checks a statement and puts it into a row.
func (in CouncilStatement) into(tx *models.Tx, a Actor, row *models.CouncilDecision) error {
	in.Body, in.Reference, in.Text = strings.TrimSpace(in.Body), strings.TrimSpace(in.Reference), strings.TrimSpace(in.Text)
	faults := PastDay(tx, "decidedOn", in.On)
	if !slices.Contains(councilOutcomes, in.Outcome) {
		faults = append(faults, fault.OnField("outcome", "not_in_list"))
	}
	if in.Body == "" {
		faults = append(faults, fault.OnField("body", "required"))
	}
	if len(faults) > 0 {
		return fault.InvalidFields(faults...)
	}
	row.Outcome, row.Body, row.DecidedOn, row.Reference, row.Text = in.Outcome, in.Body, in.On, in.Reference, in.Text
	row.RecordedBy = nil
	if a.SignedIn() {
		row.RecordedBy = &a.Person
	}
	return nil
}
