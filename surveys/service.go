package surveys

import (
	"sync"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/kept"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/edition"
)

// Candidates stores the candidate needs of a round, in the transaction that
// closes it.
type Candidates interface {
	StoreCandidates(tx *models.Tx, a orgs.Actor, round models.Round) error
}

// Service is the use cases of the room.
type Service struct {
	db         *models.DB
	indicators *indicators.Service
	candidates Candidates
	mailing    Mailing
	letters    Letters
	earlier    *kept.Store[uuid.UUID, map[uuid.UUID]DocumentAnswer] // by submission and indicator
	counts     *kept.Store[countedFrom, sectionCount]
	odd        *kept.Store[oddFrom, oddCount]
	changed    *kept.Store[[2]uuid.UUID, []edition.Change] // by both editions; these never change
	asked      sync.Map                                    // questionnaire version id -> askedVersion
}

// New makes a Service on a migrated database.
func New(db *models.DB, ind *indicators.Service) *Service {
	return &Service{db: db, indicators: ind, earlier: kept.New[uuid.UUID, map[uuid.UUID]DocumentAnswer](earlierKept),
		counts: kept.New[countedFrom, sectionCount](countsKept), odd: kept.New[oddFrom, oddCount](oddKept),
		changed: kept.New[[2]uuid.UUID, []edition.Change](changesKept)}
}

// OnClose sets who stores the candidate needs of a round that closes. It is
// called once, before the service is used.
func (s *Service) OnClose(c Candidates) { s.candidates = c }
