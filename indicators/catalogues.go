package indicators

import (
	"context"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// CatalogueInput is a catalogue that a region brings along.
type CatalogueInput struct {
	RegionID    uuid.UUID
	Name        string
	Source      string
	Method      string // scoring method its bounds were made for
	Version     string
	Definitions []Definition // in the order in which they are asked
}

// SyncCore brings the embedded common core into the tables: a new version row
// for each indicator whose definition or catalogue version is new. It may be
// called any number of times.
func (s *Service) SyncCore(ctx context.Context, a orgs.Actor) error {
	return s.db.Write(ctx, func(tx *models.Tx) error { return syncCore(tx, a) })
}

// CreateCatalogue writes a region's own catalogue.
func (s *Service) CreateCatalogue(tx *models.Tx, a orgs.Actor, in CatalogueInput) (models.Catalogue, error) {
	return createCatalogue(tx, a, in)
}

// CoreCatalogueID gives the common core; a fault NotFound before SyncCore.
func (s *Service) CoreCatalogueID(tx *models.Tx) (uuid.UUID, error) { return coreCatalogueID(tx) }

// ByCatalogue gives the indicators of a catalogue in its newest version, in
// their order. An unknown catalogue has none.
func (s *Service) ByCatalogue(tx *models.Tx, catalogueID uuid.UUID) ([]Indicator, error) {
	return indicatorsOf(tx, catalogueID)
}

// ByVersions gives indicators as certain versions define them, in their order.
func (s *Service) ByVersions(tx *models.Tx, versionIDs []uuid.UUID) ([]Indicator, error) {
	return indicatorsByVersion(tx, versionIDs)
}
