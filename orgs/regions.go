package orgs

import (
	"context"

	"github.com/google/uuid"

	"loftet/models"
)

// RegionSummary is a region with the number of its municipalities today.
type RegionSummary struct {
	ID      uuid.UUID
	Kind    string
	Name    string
	Country string
	Code    string
	OwnerID *uuid.UUID
	Members int
}

// RegionDetail is a region with its municipalities today.
type RegionDetail struct {
	Region  RegionSummary
	Members []Member
}

func summaryOf(r models.Region, members int) RegionSummary {
	return RegionSummary{ID: r.ID, Kind: r.Kind, Name: r.Name, Country: r.Country, Code: r.Code, OwnerID: r.OwnerID, Members: members}
}

// Regions gives all regions, or those of one kind: councils first, then
// counties, countries and others.
func (s *Service) Regions(ctx context.Context, kind string) ([]RegionSummary, error) {
	var found []RegionSummary
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		regions, err := regionsByKind(tx, kind)
		if err != nil {
			return err
		}
		counts, err := memberCounts(tx, models.DateOf(tx.Now))
		for _, r := range regions {
			found = append(found, summaryOf(r, counts[r.ID]))
		}
		return err
	})
	return found, err
}

// RegionDetail gives one region with its municipalities today.
func (s *Service) RegionDetail(ctx context.Context, id uuid.UUID) (RegionDetail, error) {
	var detail RegionDetail
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		region, err := Region(tx, id)
		if err != nil {
			return err
		}
		detail.Members, err = Members(tx, id, models.DateOf(tx.Now))
		detail.Region = summaryOf(region, len(detail.Members))
		return err
	})
	return detail, err
}
