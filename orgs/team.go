package orgs

import (
	"cmp"
	"context"
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// TeamRole is a part that somebody has in a municipality's work with the goals. It
// gives no access: roles of memberships do.
type TeamRole string

// The parts. The first three are needed from the start; the others are wanted where
// the municipality has such people.
const (
	TopManager        TeamRole = "top_manager"
	BusinessDeveloper TeamRole = "business_developer"
	ProcurementLead   TeamRole = "procurement_lead"
	Statistician      TeamRole = "statistics"
	SustainabilityLed TeamRole = "sustainability"
)

// The parts by how much they are wanted.
var (
	neededInTeam = []TeamRole{TopManager, BusinessDeveloper, ProcurementLead}
	wantedInTeam = []TeamRole{Statistician, SustainabilityLed}
)

// TeamMember is somebody with a part: a person with an account, or one who is named.
type TeamMember struct {
	ID        uuid.UUID
	Role      TeamRole
	PersonID  *uuid.UUID
	Name      string
	Email     string
	ValidFrom models.Date
}

// Team is who does what in a municipality, and what is missing.
type Team struct {
	Members []TeamMember
	Missing []TeamRole // needed, and held by nobody
	Wanted  []TeamRole // good to have, and held by nobody
	Alone   bool       // one person holds all parts that are held, two at least
}

// Team gives a municipality's team as it is today. Its own people see it, and the
// council of its region.
func (s *Service) Team(ctx context.Context, a Actor, organisationID uuid.UUID) (Team, error) {
	var team Team
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		if err := hasTeam(tx, a, organisationID); err != nil {
			return err
		}
		var err error
		team, err = TeamOf(tx, organisationID)
		return err
	})
	return team, err
}

// TeamOf gives a municipality's team without asking who wants to know.
func TeamOf(tx *models.Tx, organisationID uuid.UUID) (Team, error) {
	members, err := teamMembers(tx, organisationID, models.DateOf(tx.Now))
	return teamFrom(members), err
}

// teamFrom finds what a team lacks.
func teamFrom(members []TeamMember) Team {
	team := Team{Members: members}
	held := func(r TeamRole) bool {
		return slices.ContainsFunc(members, func(m TeamMember) bool { return m.Role == r })
	}
	team.Missing = slices.DeleteFunc(slices.Clone(neededInTeam), held)
	team.Wanted = slices.DeleteFunc(slices.Clone(wantedInTeam), held)
	people, parts := map[string]bool{}, map[TeamRole]bool{}
	for _, m := range members {
		people[cmp.Or(m.Email, m.Name)], parts[m.Role] = true, true
	}
	team.Alone = len(people) == 1 && len(parts) > 1
	return team
}

// hasTeam checks that the actor may see the team of a municipality.
func hasTeam(tx *models.Tx, a Actor, organisationID uuid.UUID) error {
	o, err := Organisation(tx, organisationID)
	if err != nil {
		return err
	}
	if o.Kind != KindMunicipality {
		return fault.Missing()
	}
	return managesPeople(tx, a, o)
}
