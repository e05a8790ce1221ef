package indicators

import (
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// reader is what an actor may see in one region: every submitted figure, those of
// its own municipality, or those that municipalities publish.
type reader struct {
	all    bool
	own    uuid.UUID // municipality; uuid.Nil for none
	member bool      // own belongs to the region

	published uuid.UUID // a round that is read as if it were published
}

func readerOf(tx *models.Tx, a orgs.Actor, region models.Region) (reader, error) {
	switch a.Scope {
	case orgs.ScopeAny:
		return reader{all: true}, nil
	case orgs.ScopeRegion:
		return reader{all: region.OwnerID != nil && *region.OwnerID == a.Org}, nil
	case orgs.ScopeMunicipality:
		members, err := orgs.Members(tx, region.ID, models.DateOf(tx.Now))
		in := slices.ContainsFunc(members, func(m orgs.Member) bool { return m.ID == a.Org })
		return reader{own: a.Org, member: in}, err
	}
	return reader{}, nil
}

// mayRead tells whether single submitted figures of a municipality may be shown.
func (r reader) mayRead(m orgs.Member) bool {
	return r.all || m.PublishesFigures || (m.ID == r.own && r.own != uuid.Nil)
}

// inside tells whether the reader belongs to the region, or runs it.
func (r reader) inside() bool { return r.all || r.member }

// The rounds that others than those who run them may look at.
var (
	publicRounds = []string{"published", "archived"}
	memberRounds = []string{"scheduled", "open", "closed", "frozen", "published", "archived"}
	begunRounds  = []string{"open", "closed", "frozen", "published", "archived"}
)

func (r reader) maySee(round models.Round) bool {
	if r.member {
		return r.all || slices.Contains(memberRounds, round.State)
	}
	return r.all || slices.Contains(publicRounds, round.State) || round.ID == r.published
}

// findRound gives a round that the actor may see and what it may see in it.
func findRound(tx *models.Tx, a orgs.Actor, id uuid.UUID) (models.Round, reader, error) {
	round, err := roundByID(tx, id)
	if err != nil {
		return round, reader{}, err
	}
	region, err := orgs.Region(tx, round.RegionID)
	if err != nil {
		return round, reader{}, err
	}
	r, err := readerOf(tx, a, region)
	if err == nil && !r.maySee(round) {
		err = fault.Missing()
	}
	return round, r, err
}
