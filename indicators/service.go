package indicators

import (
	"sync"

	"loftet/internal/kept"
	"loftet/models"
	"loftet/orgs"
)

// Candidates stores the candidate needs of a closed round, in the transaction
// that changes its scores.
type Candidates interface {
	StoreCandidates(tx *models.Tx, a orgs.Actor, round models.Round) error
}

// Service is the use cases of the room. It is safe for use by several
// goroutines.
type Service struct {
	db          *models.DB
	candidates  Candidates
	definitions sync.Map // version id -> Definition
	pinned      sync.Map // questionnaire version id -> []Indicator
	cache       statisticsCache
	rounds      *kept.Store[roundState, *roundFigures]
	views       *kept.Store[viewKey, View]
}

// New makes a Service on a migrated database.
func New(db *models.DB) *Service {
	return &Service{db: db, rounds: kept.New[roundState, *roundFigures](keptCells), views: kept.New[viewKey, View](viewCells)}
}

// OnRescore sets who stores the candidate needs of a closed round whose scores
// are made again. It is called once, before the service is used.
func (s *Service) OnRescore(c Candidates) { s.candidates = c }
