package indicators

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// Basis is what a round's results were made of when they were frozen, as far as it may
// change afterwards.
type Basis struct {
	Submissions []uuid.UUID
	Shows       []uuid.UUID // municipalities that published their figures
	At          time.Time   // statistics that came in later are not taken
}

func (b *Basis) counting() submissions {
	return submissions{"s.id in ?", []any{b.Submissions}}
}

// showAsThen sets which members publish their figures.
func (b *Basis) showAsThen(members []Member) {
	if b == nil {
		return
	}
	for i := range members {
		members[i].PublishesFigures = slices.Contains(b.Shows, members[i].ID)
	}
}

// BasisNow gives what the results of a round are made of now: the submissions that
// count, and the members that publish their figures.
func (s *Service) BasisNow(tx *models.Tx, round models.Round) (Basis, error) {
	b := Basis{Submissions: []uuid.UUID{}, Shows: []uuid.UUID{}, At: tx.Now}
	latest, err := latestSubmissions(tx, round.ID)
	if err != nil {
		return b, err
	}
	for _, sub := range latest {
		b.Submissions = append(b.Submissions, sub.ID)
	}
	at := tx.Now
	if round.ClosedAt != nil {
		at = *round.ClosedAt
	}
	members, err := orgs.Members(tx, round.RegionID, models.DateOf(at))
	for _, m := range members {
		if m.PublishesFigures {
			b.Shows = append(b.Shows, m.ID)
		}
	}
	return b, err
}

// BasisView makes the view of a round from its basis and the stored rows, with nothing
// that is kept in memory: as those who run the round see it, or as everybody does once
// it is published. It asks for no permission.
func (s *Service) BasisView(tx *models.Tx, round models.Round, b Basis, public bool) (View, error) {
	var v View
	var err error
	if v.Region, err = orgs.Region(tx, round.RegionID); err != nil {
		return v, err
	}
	r := reader{all: true}
	if public {
		r = reader{published: round.ID}
	}
	return New(s.db).viewFor(tx, v, r, ViewInput{RegionID: round.RegionID, RoundID: &round.ID, basis: &b})
}
