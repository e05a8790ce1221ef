package matching

import (
	"errors"
	"slices"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"loftet/internal/fault"
	"loftet/models"
)

func insertSolution(tx *models.Tx, s *models.Solution) error { return tx.G.Create(s).Error }

// saveSolution writes a solution over the version it was read in and counts the
// version up. When somebody else was first it is a fault Stale.
func saveSolution(tx *models.Tx, s *models.Solution) error {
	read := s.Version
	s.Version++
	s.UpdatedAt = tx.Now
	result := tx.G.Model(&models.Solution{}).Where("id = ? and version = ?", s.ID, read).
		Select("*").Omit("id", "created_at", "organisation_id").Updates(s)
	if result.Error == nil && result.RowsAffected == 0 {
		return fault.New(fault.Stale, "stale")
	}
	return result.Error
}

func solutionByID(tx *models.Tx, id uuid.UUID) (models.Solution, error) {
	var s models.Solution
	err := tx.G.Where("id = ?", id).Take(&s).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return s, fault.Missing()
	}
	return s, err
}

// solutionsIn gives the solutions in some states, newest first; of one business
// when it is not nil.
func solutionsIn(tx *models.Tx, business *uuid.UUID, states ...State) ([]models.Solution, error) {
	g := tx.G.Order("updated_at desc, id desc")
	if business != nil {
		g = g.Where("organisation_id = ?", *business)
	}
	if len(states) > 0 {
		g = g.Where("state in ?", states)
	}
	var list []models.Solution
	err := g.Find(&list).Error
	return list, err
}

// publishedSolutions names the published solutions by their versions alone.
func publishedSolutions(tx *models.Tx) ([]version, error) {
	var rows []models.Solution
	err := tx.G.Select("id", "version").Where("state = ?", StatePublished).Order("id").Find(&rows).Error
	list := make([]version, len(rows))
	for i, row := range rows {
		list[i] = version{row.ID, row.Version}
	}
	return list, err
}

// solutionsAt reads solutions in the named versions, in their order; nil for one
// that is in another version by now.
func solutionsAt(tx *models.Tx, versions []version) ([]*models.Solution, error) {
	list := make([]*models.Solution, 0, len(versions))
	for some := range slices.Chunk(versions, perRead) {
		ids := make([]uuid.UUID, len(some))
		for i, v := range some {
			ids[i] = v.id
		}
		var rows []models.Solution
		if err := tx.G.Where("id in ?", ids).Find(&rows).Error; err != nil {
			return nil, err
		}
		read := make(map[version]*models.Solution, len(rows))
		for i := range rows {
			read[version{rows[i].ID, rows[i].Version}] = &rows[i]
		}
		for _, v := range some {
			list = append(list, read[v])
		}
	}
	return list, nil
}

// solutionsOf counts the solutions of a business.
func solutionsOf(tx *models.Tx, business uuid.UUID) (int, error) {
	var n int64
	err := tx.G.Model(&models.Solution{}).Where("organisation_id = ?", business).Count(&n).Error
	return int(n), err
}

// membersOf gives the municipalities of regions today.
func membersOf(tx *models.Tx, regions []uuid.UUID) (map[uuid.UUID]map[uuid.UUID]bool, error) {
	members := make(map[uuid.UUID]map[uuid.UUID]bool, len(regions))
	if len(regions) == 0 {
		return members, nil
	}
	today := models.DateOf(tx.Now)
	var rows []models.RegionMember
	err := tx.G.Where("region_id in ? and valid_from <= ? and (valid_to = '' or valid_to > ?)", regions, today, today).Find(&rows).Error
	for _, row := range rows {
		if members[row.RegionID] == nil {
			members[row.RegionID] = map[uuid.UUID]bool{}
		}
		members[row.RegionID][row.OrganisationID] = true
	}
	return members, err
}

// knownRegions gives those of some ids that are regions.
func knownRegions(tx *models.Tx, ids []uuid.UUID) (map[uuid.UUID]bool, error) {
	known := make(map[uuid.UUID]bool, len(ids))
	if len(ids) == 0 {
		return known, nil
	}
	var rows []models.Region
	err := tx.G.Select("id").Where("id in ?", ids).Find(&rows).Error
	for _, row := range rows {
		known[row.ID] = true
	}
	return known, err
}

// putDismissal stores a dismissal, or the new reason of one.
func putDismissal(tx *models.Tx, d models.Dismissal) error {
	return tx.G.Clauses(clause.OnConflict{
		Columns:   []clause.Column{{Name: "need_id"}, {Name: "solution_id"}, {Name: "organisation_id"}},
		DoUpdates: clause.AssignmentColumns([]string{"reason", "created_by", "created_at"}),
	}).Create(&d).Error
}

// pair names a need and a solution.
type pair struct{ need, solution uuid.UUID }

// dismissalsBy gives an organisation's reasons against matches.
func dismissalsBy(tx *models.Tx, organisation uuid.UUID) (map[pair]string, error) {
	var rows []models.Dismissal
	err := tx.G.Where("organisation_id = ?", organisation).Find(&rows).Error
	reasons := make(map[pair]string, len(rows))
	for _, row := range rows {
		reasons[pair{row.NeedID, row.SolutionID}] = row.Reason
	}
	return reasons, err
}
