package indicators

import "loftet/models"

// Service is the use cases of the room.
type Service struct {
	db *models.DB
}

// New makes a Service on a migrated database.
func New(db *models.DB) *Service { return &Service{db: db} }
