package matching

import (
	"context"

	"loftet/models"
	"loftet/needs"
	"loftet/needs/cpv"
	"loftet/orgs"
)

// Service is the use cases of the room.
type Service struct {
	db     *models.DB
	needs  *needs.Service
	wanted *shelf[needs.Document, Wanted]
	offers *shelf[models.Solution, Offered]
}

// What is kept in memory to be compared, in bytes: a need of some hundred words in
// two languages takes about two thousand.
const (
	wantedKept = 20 << 20
	offersKept = 6 << 20
)

// New makes a Service on a migrated database.
func New(db *models.DB, n *needs.Service) *Service {
	return &Service{
		db: db, needs: n,
		wanted: newShelf(wantedKept, wantedOf, Wanted.size),
		offers: newShelf(offersKept, offeredOf, Offered.size),
	}
}

// maxCodes is how many codes a search gives.
const maxCodes = 50

// SearchCPV finds codes by words of their label in any language, or by digits.
// It finds none until the official list is imported.
func (s *Service) SearchCPV(ctx context.Context, a orgs.Actor, text string) ([]cpv.Code, error) {
	var codes []cpv.Code
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		codes, err = cpv.Search(tx, text, a.Language, maxCodes)
		return err
	})
	return codes, err
}

// ImportCPV stores the official list, over what was there for the same codes.
func (s *Service) ImportCPV(ctx context.Context, a orgs.Actor, codes []models.CPVCode) error {
	return s.db.Write(ctx, func(tx *models.Tx) error {
		if err := cpv.Store(tx, codes); err != nil {
			return err
		}
		return orgs.Audit(tx, a, orgs.Change{Action: "cpv.import", Kind: "cpv", After: map[string]any{"codes": len(codes)}})
	})
}
