package papers

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// List gives the papers that the actor may read, the newest first; of one region or
// municipality where those are not nil. What they say is left out.
func (s *Service) List(ctx context.Context, a orgs.Actor, region, municipality *uuid.UUID) ([]Paper, error) {
	var list []Paper
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		rows, err := papersOf(tx, region, municipality)
		if err != nil {
			return err
		}
		rows = slices.DeleteFunc(rows, func(row models.Paper) bool { return !reads(a, row) })
		names, err := namesFor(tx, rows)
		for _, row := range rows {
			list = append(list, names.of(a, row))
		}
		return err
	})
	return list, err
}

// Get gives a paper with what it says.
func (s *Service) Get(ctx context.Context, a orgs.Actor, id uuid.UUID) (Paper, error) {
	var found Paper
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		row, err := paperByID(tx, id)
		if err == nil && !reads(a, row) {
			err = fault.Missing()
		}
		if err == nil {
			found, err = s.shown(tx, a, row)
		}
		return err
	})
	return found, err
}

// reads tells whether the actor may read a paper: whose it is, and everybody once it
// is published.
func reads(a orgs.Actor, row models.Paper) bool {
	return row.PublishedAt != nil || writes(a, row.OwnerID)
}

// own gives a paper that is the actor's to write.
func (s *Service) own(tx *models.Tx, a orgs.Actor, id uuid.UUID) (Paper, error) {
	row, err := paperByID(tx, id)
	if err == nil && !writes(a, row.OwnerID) {
		err = fault.Missing()
	}
	if err != nil {
		return Paper{}, err
	}
	return s.shown(tx, a, row)
}

func (s *Service) shown(tx *models.Tx, a orgs.Actor, row models.Paper) (Paper, error) {
	names, err := namesFor(tx, []models.Paper{row})
	if err != nil {
		return Paper{}, err
	}
	p := names.of(a, row)
	p.Content = Content{Language: row.Language, Edition: row.Edition, Finished: row.State == Finished}
	if err := json.Unmarshal([]byte(row.Figures), &p.Content.Figures); err != nil {
		return p, fmt.Errorf("figures of paper %s: %w", row.ID, err)
	}
	if err := json.Unmarshal([]byte(row.Texts), &p.Content.Texts); err != nil {
		return p, fmt.Errorf("texts of paper %s: %w", row.ID, err)
	}
	p.Newer, err = s.rounds.EditionAfter(tx, row.RoundID, row.CreatedAt, a.Scope != orgs.ScopePublic && p.MayWrite && row.MunicipalityID == nil)
	return p, err
}

// names are those of the rounds and regions that papers are about.
type names struct{ rounds, regions map[uuid.UUID]string }

func namesFor(tx *models.Tx, rows []models.Paper) (names, error) {
	n := names{map[uuid.UUID]string{}, map[uuid.UUID]string{}}
	for _, row := range rows {
		if _, known := n.regions[row.RegionID]; !known {
			region, err := orgs.Region(tx, row.RegionID)
			if err != nil {
				return n, err
			}
			n.regions[row.RegionID] = region.Name
		}
		if _, known := n.rounds[row.RoundID]; !known {
			name, err := roundName(tx, row.RoundID)
			if err != nil {
				return n, err
			}
			n.rounds[row.RoundID] = name
		}
	}
	return n, nil
}

func (n names) of(a orgs.Actor, row models.Paper) Paper {
	return Paper{Paper: row, Round: n.rounds[row.RoundID], Region: n.regions[row.RegionID],
		MayWrite: writes(a, row.OwnerID) && (a.Scope != orgs.ScopeRegion || a.Has(orgs.Coordinator))}
}
