package needs

import (
	"loftet/indicators"
	"loftet/internal/kept"
	"loftet/models"
	"loftet/surveys"
)

// Service is the use cases of the room.
type Service struct {
	db         *models.DB
	indicators *indicators.Service
	rounds     *surveys.Service
	documents  *kept.Store[OpenVersion, *Document] // as they were published
}

// New makes a Service on a migrated database. It is to be handed to
// surveys.Service.OnClose and indicators.Service.OnRescore, so that closing a
// round stores its candidates and a target set afterwards renews them.
func New(db *models.DB, ind *indicators.Service, rounds *surveys.Service) *Service {
	return &Service{db: db, indicators: ind, rounds: rounds, documents: kept.New[OpenVersion, *Document](documentsKept)}
}
