package indicators

import (
	"sync"

	"loftet/models"
)

// Service is the use cases of the room. It is safe for use by several
// goroutines.
type Service struct {
	db          *models.DB
	definitions sync.Map // version id -> Definition
	cache       statisticsCache
}

// New makes a Service on a migrated database.
func New(db *models.DB) *Service { return &Service{db: db} }
