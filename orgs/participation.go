package orgs

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// Participation is a municipality's part in a region's rounds, as it is shown.
type Participation struct {
	RegionID     uuid.UUID
	Municipality Member
	State        ParticipationState
	Cohort       string
	InvitedOn    models.Date
	Decision     Decision // empty before one
	Reason       string   // of a pause or of leaving; shown to its own and to the council
	Version      int      // 0: there is none yet
	Actions      []ParticipationAction
}

// Outcome is what a municipality's own decision says.
type Outcome string

// The outcomes.
const (
	Joins         Outcome = "joins"
	Declines      Outcome = "declines"
	AlreadyInside Outcome = "already_takes_part"
)

// Decision is what a municipality decided itself: which body, on which day, and
// where it can be found.
type Decision struct {
	Outcome   Outcome
	Body      string
	On        models.Date
	Reference string
}

// Joining is who takes part in a region's rounds, who decided what, and what the
// regional council itself said.
type Joining struct {
	Region  models.Region
	Members []Participation
	Council []CouncilDecision // newest first
	Cohorts []string          // those in use, in alphabetical order
}

// Participations gives all members of a region today, in alphabetical order, with
// what each decided; those of one cohort where one is named. The council and every
// municipality of the region may see it.
func (s *Service) Participations(ctx context.Context, a Actor, regionID uuid.UUID, cohort string) (Joining, error) {
	var joining Joining
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		if joining.Region, err = joinsIn(tx, a, regionID); err != nil {
			return err
		}
		members, err := Members(tx, regionID, models.DateOf(tx.Now))
		if err != nil {
			return err
		}
		rows, err := participationsIn(tx, regionID)
		if err != nil {
			return err
		}
		byID := make(map[uuid.UUID]models.Participation, len(rows))
		for _, row := range rows {
			byID[row.OrganisationID] = row
		}
		for _, m := range members {
			p := shownTo(a, regionID, m, byID[m.ID])
			if p.Cohort != "" && !slices.Contains(joining.Cohorts, p.Cohort) {
				joining.Cohorts = append(joining.Cohorts, p.Cohort)
			}
			if cohort == "" || cohort == p.Cohort {
				joining.Members = append(joining.Members, p)
			}
		}
		slices.Sort(joining.Cohorts)
		joining.Council, err = CouncilDecisions(tx, regionID)
		return err
	})
	return joining, err
}

// Participation gives one municipality's part in a region's rounds, also when it
// was never told of them.
func (s *Service) Participation(ctx context.Context, a Actor, regionID, organisationID uuid.UUID) (Participation, error) {
	var p Participation
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		p, err = participation(tx, a, regionID, organisationID)
		return err
	})
	return p, err
}

func participation(tx *models.Tx, a Actor, regionID, organisationID uuid.UUID) (Participation, error) {
	if _, err := joinsIn(tx, a, regionID); err != nil {
		return Participation{}, err
	}
	m, err := memberOf(tx, regionID, organisationID)
	if err != nil {
		return Participation{}, err
	}
	row, err := participationRow(tx, regionID, organisationID)
	return shownTo(a, regionID, m, row), err
}

// joinsIn gives a region whose rounds the actor has to do with: the council that
// runs it, and its municipalities. Nobody joins a region that nobody runs.
func joinsIn(tx *models.Tx, a Actor, regionID uuid.UUID) (models.Region, error) {
	region, err := Region(tx, regionID)
	if err != nil {
		return region, err
	}
	if region.OwnerID == nil {
		return region, fault.Missing()
	}
	switch a.Scope {
	case ScopeAny:
		return region, nil
	case ScopeRegion:
		if *region.OwnerID == a.Org {
			return region, nil
		}
	case ScopeMunicipality:
		_, err := memberOf(tx, regionID, a.Org)
		return region, err
	}
	return region, fault.Missing()
}

// memberOf gives a municipality that is a member of a region today; a fault NotFound
// for any other.
func memberOf(tx *models.Tx, regionID, organisationID uuid.UUID) (Member, error) {
	members, err := Members(tx, regionID, models.DateOf(tx.Now))
	if err != nil {
		return Member{}, err
	}
	i := slices.IndexFunc(members, func(m Member) bool { return m.ID == organisationID })
	if i < 0 {
		return Member{}, fault.Missing()
	}
	return members[i], nil
}

// shownTo is a row as the actor may see it: why a municipality paused or left is told
// to its own people and to the council alone.
func shownTo(a Actor, regionID uuid.UUID, m Member, row models.Participation) Participation {
	p := Participation{
		RegionID: regionID, Municipality: m, State: ParticipationState(row.State), Cohort: row.Cohort, InvitedOn: row.InvitedOn,
		Decision: Decision{Outcome: Outcome(row.Outcome), Body: row.DecisionBody, On: row.DecidedOn, Reference: row.DecisionReference},
		Version:  row.Version, Actions: []ParticipationAction{},
	}
	if a.Scope != ScopeMunicipality || a.Org == m.ID {
		p.Reason, p.Actions = row.Reason, p.State.Actions(a)
	}
	return p
}
