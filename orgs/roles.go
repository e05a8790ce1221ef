package orgs

import (
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// The kinds of organisation that have roles of their own.
const (
	KindMunicipality    = "municipality"
	KindCounty          = "county"
	KindRegionalCouncil = "regional_council"
	KindBusiness        = "business"
	KindAssociation     = "association"
	KindAgency          = "agency"
)

// rolesOfKind says which roles people may have in which kind of organisation.
var rolesOfKind = map[string][]Role{
	KindMunicipality:    {Respondent, Approver, MunicipalityAdmin},
	KindRegionalCouncil: {Coordinator, CouncilMember},
	KindBusiness:        {Supplier},
	KindAssociation:     {Verifier},
	KindAgency:          {Admin, Verifier},
}

// Known tells whether a role exists in some kind of organisation.
func (r Role) Known() bool {
	if r == Helper {
		return true
	}
	for _, roles := range rolesOfKind {
		if slices.Contains(roles, r) {
			return true
		}
	}
	return false
}

// Fits tells whether a role exists in a kind of organisation.
func (r Role) Fits(kind string) bool { return slices.Contains(rolesOfKind[kind], r) }

// keepers are the roles that let people in. Whoever is the last to hold one
// cannot lay it down, or nobody could be let in any more.
var keepers = []Role{MunicipalityAdmin, Supplier, Admin}

// managesPeople checks that the actor may see and change who has roles in an
// organisation; it looks like one that is not there when not.
func managesPeople(tx *models.Tx, a Actor, o models.Organisation) error {
	switch a.Scope {
	case ScopeAny:
		return nil
	case ScopeMunicipality, ScopeBusiness:
		if a.Org == o.ID {
			return nil
		}
	case ScopeRegion:
		if a.Org == o.ID {
			return nil
		}
		if o.Kind != KindMunicipality {
			return fault.Missing()
		}
		if within, err := InOwnedRegion(tx, a.Org, o.ID, models.DateOf(tx.Now)); within || err != nil {
			return err
		}
	}
	return fault.Missing()
}

// speaksFor checks that the actor may change what an organisation says about
// itself. A council does not speak for the municipalities of its region.
func speaksFor(a Actor, id uuid.UUID) error {
	if a.Scope == ScopeAny || a.Org == id && a.Org != uuid.Nil {
		return nil
	}
	return fault.Missing()
}
