package orgs

import (
	"slices"

	"github.com/google/uuid"
)

// Role is what a person may be in an organisation.
type Role string

// The roles in use. A municipality has the first three, a regional council the
// next two, a business suppliers; a Verifier, of an association or agency, asks about
// what was submitted anywhere; Admin runs the service.
const (
	Respondent        Role = "respondent"
	Approver          Role = "approver"
	MunicipalityAdmin Role = "municipality_admin"
	Coordinator       Role = "coordinator"
	CouncilMember     Role = "council_member"
	Supplier          Role = "supplier"
	Verifier          Role = "verifier"
	Admin             Role = "admin"
	// Helper is who opens the one section that a mailed link is for. Nobody can be
	// given it: it comes with the link's session, and instead of all other roles.
	Helper Role = "helper"
)

// Scope says on which records an operation may work for an actor. It comes
// from the permission table, never from the request.
type Scope string

// The scopes, from narrow to wide.
const (
	ScopePublic       Scope = "public" // what anyone may see
	ScopeOwn          Scope = "own"    // oneself
	ScopeSection      Scope = "own_section"
	ScopeMunicipality Scope = "own_municipality"
	ScopeBusiness     Scope = "own_business"
	ScopeRegion       Scope = "own_region"
	ScopeAny          Scope = "any"
)

// Actor is who acts: a person for an organisation, in one request. The zero
// Actor is the public. Domain methods take it first and narrow every query by
// its Scope and Org.
type Actor struct {
	Person    uuid.UUID // nil UUID: nobody is signed in
	Org       uuid.UUID // the organisation acted for
	OrgKind   string
	Roles     []Role   // in that organisation, valid today
	Scope     Scope    // for the operation that is called
	Section   *Section // of a Helper, which reaches nothing else
	Language  string   // nb, nn or en: for texts that the service makes
	RequestID string
	System    string // instead of a person: which command of the service acts
}

// Section is the part of a response that was handed to somebody.
type Section struct {
	Assignment, Response uuid.UUID
	Goal                 int
}

// SystemActor is the service itself at work: an import, the demonstration
// data, a scheduled job.
func SystemActor(command string) Actor {
	return Actor{Scope: ScopeAny, Language: "nb", System: command}
}

// SignedIn tells whether a person acts.
func (a Actor) SignedIn() bool { return a.Person != uuid.Nil }

// Has tells whether the actor holds the role in the organisation acted for.
func (a Actor) Has(r Role) bool { return slices.Contains(a.Roles, r) }
