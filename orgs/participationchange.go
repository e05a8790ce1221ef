package orgs

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// MoveParticipation takes a participation along its table by an action that records
// no decision: considering, beginning, pausing, resuming, completing, leaving.
func (s *Service) MoveParticipation(
	ctx context.Context, a Actor, regionID, organisationID uuid.UUID, ifVersion int, action ParticipationAction, reason string,
) (Participation, error) {
	return s.changeParticipation(ctx, a, regionID, organisationID, ifVersion, func(tx *models.Tx, row *models.Participation) error {
		if err := stepBy(row, a, action, reason); err != nil {
			return err
		}
		row.Reason = strings.TrimSpace(reason)
		return saveParticipation(tx, a, row, action)
	})
}

// SetCohort puts a municipality into the group that it starts with, or into none.
// Who runs the region does that, in any state.
func (s *Service) SetCohort(ctx context.Context, a Actor, regionID, organisationID uuid.UUID, ifVersion int, cohort string) (Participation, error) {
	return s.changeParticipation(ctx, a, regionID, organisationID, ifVersion, func(tx *models.Tx, row *models.Participation) error {
		if row.Version == 0 {
			return fault.New(fault.Conflict, "participation-state", "state", "")
		}
		name, err := cohortName(cohort)
		if err != nil {
			return err
		}
		row.Cohort = name
		return saveParticipation(tx, a, row, SetsCohort)
	})
}

func cohortName(cohort string) (string, error) {
	if strings.TrimSpace(cohort) == "" {
		return "", nil
	}
	return plainName("cohort", cohort)
}

// changeParticipation holds a municipality's participation while change works on it.
// A municipality changes its own alone, the council those of its region.
func (s *Service) changeParticipation(
	ctx context.Context, a Actor, regionID, organisationID uuid.UUID, ifVersion int,
	change func(*models.Tx, *models.Participation) error,
) (Participation, error) {
	var p Participation
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		row, err := holdParticipation(tx, a, regionID, organisationID)
		if err != nil {
			return err
		}
		if row.Version != ifVersion {
			return staleParticipation(tx, a, regionID, organisationID)
		}
		if err := change(tx, &row); err != nil {
			return err
		}
		p, err = participation(tx, a, regionID, organisationID)
		return err
	})
	return p, err
}

func holdParticipation(tx *models.Tx, a Actor, regionID, organisationID uuid.UUID) (models.Participation, error) {
	if a.Scope == ScopeMunicipality && a.Org != organisationID {
		return models.Participation{}, fault.Missing()
	}
	if _, err := participation(tx, a, regionID, organisationID); err != nil {
		return models.Participation{}, err
	}
	if _, err := lockOrganisation(tx, organisationID); err != nil { // there may be no row to hold yet
		return models.Participation{}, err
	}
	row, err := participationRow(tx, regionID, organisationID)
	row.RegionID, row.OrganisationID = regionID, organisationID
	return row, err
}

func staleParticipation(tx *models.Tx, a Actor, regionID, organisationID uuid.UUID) error {
	now, err := participation(tx, a, regionID, organisationID)
	if err != nil {
		return err
	}
	stale := fault.New(fault.Stale, "stale")
	stale.Current = now
	return stale
}

// stepBy takes a row to where an action leads.
func stepBy(row *models.Participation, a Actor, action ParticipationAction, reason string) error {
	if err := ParticipationState(row.State).mayAct(a, action, reason); err != nil {
		return err
	}
	if to := action.step().to; to != "" {
		row.State = string(to)
	}
	return nil
}

// saveParticipation writes a row, new or changed, with its audit.
func saveParticipation(tx *models.Tx, a Actor, row *models.Participation, action ParticipationAction) error {
	before, err := participationRow(tx, row.RegionID, row.OrganisationID)
	if err != nil {
		return err
	}
	row.RecordedBy = nil
	if a.SignedIn() {
		row.RecordedBy = &a.Person
	}
	if row.Version == 0 {
		row.Base = newBase(tx)
		err = insertParticipation(tx, row)
	} else {
		err = updateParticipation(tx, row)
	}
	if err != nil {
		return err
	}
	return Audit(tx, a, Change{Action: participationAction + string(action), Kind: "participation", ID: row.ID.String(), Before: recordOf(before), After: recordOf(*row)})
}

// recordOf is what the audit keeps of a participation.
func recordOf(row models.Participation) any {
	if row.Version == 0 {
		return nil
	}
	return participationRecord{Organisation: row.OrganisationID, State: ParticipationState(row.State), Cohort: row.Cohort, Outcome: Outcome(row.Outcome),
		Body: row.DecisionBody, DecidedOn: row.DecidedOn, Reference: row.DecisionReference, Reason: row.Reason}
}

// participationRecord is that; the history is read from it.
type participationRecord struct {
	Organisation uuid.UUID          `json:"organisation"`
	State        ParticipationState `json:"state"`
	Cohort       string             `json:"cohort"`
	Outcome      Outcome            `json:"outcome"`
	Body         string             `json:"body"`
	DecidedOn    models.Date        `json:"decidedOn"`
	Reference    string             `json:"reference"`
	Reason       string             `json:"reason"`
}

// participationAction begins the names of the actions in the audit.
const participationAction = "participation."
