package orgs

import (
	"context"
	"strings"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// actionOf says which action records an outcome.
var actionOf = map[Outcome]ParticipationAction{Joins: Join, Declines: Decline, AlreadyInside: SayAlready}

// RecordDecision keeps what the municipality itself decided, or that it already takes
// part. The same outcome recorded again mends body, day or reference. Nobody but the
// municipality's own people records it: a council sees it and never sets it.
func (s *Service) RecordDecision(
	ctx context.Context, a Actor, regionID, organisationID uuid.UUID, ifVersion int, d Decision,
) (Participation, error) {
	d.Body, d.Reference = strings.TrimSpace(d.Body), strings.TrimSpace(d.Reference)
	return s.changeParticipation(ctx, a, regionID, organisationID, ifVersion, func(tx *models.Tx, row *models.Participation) error {
		if err := d.check(tx); err != nil {
			return err
		}
		action := actionOf[d.Outcome]
		if row.Outcome == string(d.Outcome) {
			action = Correct
		}
		if ParticipationState(row.State).passing(action) {
			if err := considered(tx, a, row); err != nil {
				return err
			}
		}
		if err := stepBy(row, a, action, ""); err != nil {
			return err
		}
		row.Outcome, row.DecisionBody, row.DecidedOn, row.DecisionReference = string(d.Outcome), d.Body, d.On, d.Reference
		return saveParticipation(tx, a, row, action)
	})
}

// considered keeps that a municipality has considered what it now decides.
func considered(tx *models.Tx, a Actor, row *models.Participation) error {
	if err := stepBy(row, a, Consider, ""); err != nil {
		return err
	}
	return saveParticipation(tx, a, row, Consider)
}

// check asks for all that makes a decision findable. A municipality that takes part
// already may have decided before anybody kept a number.
func (d Decision) check(tx *models.Tx) error {
	var faults []fault.Field
	if _, known := actionOf[d.Outcome]; !known {
		faults = append(faults, fault.OnField("outcome", "not_in_list"))
	}
	if d.Outcome != AlreadyInside {
		for path, text := range map[string]string{"body": d.Body, "reference": d.Reference, "decidedOn": string(d.On)} {
			if text == "" {
				faults = append(faults, fault.OnField(path, "required"))
			}
		}
	}
	if d.On != "" {
		faults = append(faults, PastDay(tx, "decidedOn", d.On)...)
	}
	if len(faults) > 0 {
		return fault.InvalidFields(faults...)
	}
	return nil
}

// PastDay checks that a day is one, and not after today.
func PastDay(tx *models.Tx, path string, day models.Date) []fault.Field {
	if _, err := time.Parse(time.DateOnly, string(day)); err != nil {
		return []fault.Field{fault.OnField(path, "date")}
	}
	if day > models.TodayOf(tx.Now) {
		return []fault.Field{fault.OnField(path, "in_future")}
	}
	return nil
}

// HasDecided tells whether a municipality's own answer to a region is on record, or
// there is nothing to answer: nobody has told it of any.
func HasDecided(tx *models.Tx, regionID, organisationID uuid.UUID) (bool, error) {
	row, err := participationRow(tx, regionID, organisationID)
	return row.Version == 0 || row.Outcome != "", err
}
