package matching

import (
	"loftet/indicators"
	"loftet/models"
	"loftet/needs"
)

// Service is the use cases of the room.
type Service struct {
	db         *models.DB
	needs      *needs.Service
	indicators *indicators.Service
}

// New makes a Service on a migrated database.
func New(db *models.DB, n *needs.Service, ind *indicators.Service) *Service {
	return &Service{db: db, needs: n, indicators: ind}
}
