package indicators

import (
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm/clause"

	"loftet/models"
)

// figures reads many rows without the detour of mapping them by name.
func figures(tx *models.Tx, query string, args ...any) ([]Figure, error) {
	rows, err := tx.G.Raw(query, args...).Rows()
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var list []Figure
	for rows.Next() {
		var f Figure
		if err := rows.Scan(&f.ID, &f.IndicatorID, &f.OrganisationID, &f.Year, &f.State, &f.Value, &f.Source, &f.Quality); err != nil {
			return nil, err
		}
		list = append(list, f)
	}
	return list, rows.Err()
}

// countImports counts the imports. Their ids tell no order: those of two that run
// at the same time may become visible the other way round, and two machines have
// two clocks.
func countImports(tx *models.Tx) (imports int64, err error) {
	err = tx.Ask(AskImports(&imports))
	return imports, err
}

// AskImports asks how many imports there were, for StatisticsAfter. Those of catalogues
// count, for their formulas work figures out.
func AskImports(imports *int64) models.Question {
	return models.Question{SQL: "select count(*) from audit_events where object_kind in (?, ?)", Args: []any{statisticsKind, catalogueKind}, Read: models.One(imports)}
}

// allStatistics gives every statistics figure, the earliest year of an indicator
// and organisation first.
func allStatistics(tx *models.Tx) ([]Figure, error) {
	return figures(tx, `select id, indicator_id, organisation_id, year, state, value, source, quality
from observations where origin = 'statistics' order by indicator_id, organisation_id, year`)
}

// statisticsUntil gives those of allStatistics that had come in at a time.
func statisticsUntil(tx *models.Tx, at time.Time) ([]Figure, error) {
	return figures(tx, `select id, indicator_id, organisation_id, year, state, value, source, quality
from observations where origin = 'statistics' and created_at <= ? order by indicator_id, organisation_id, year`, at)
}

// storedStatistics gives the figures that an import may touch: those of its
// indicators.
func storedStatistics(tx *models.Tx, wanted map[figureKey]StatisticRow) (map[figureKey]models.Observation, error) {
	seen := map[uuid.UUID]bool{}
	var ids []uuid.UUID
	for key := range wanted {
		if !seen[key.indicator] {
			seen[key.indicator] = true
			ids = append(ids, key.indicator)
		}
	}
	stored := map[figureKey]models.Observation{}
	if len(ids) == 0 {
		return stored, nil
	}
	var rows []models.Observation
	err := tx.G.Where("origin = 'statistics' and indicator_id in ?", ids).Find(&rows).Error
	for _, row := range rows {
		stored[figureKey{row.IndicatorID, row.OrganisationID, row.Year}] = row
	}
	return stored, err
}

func updateStatistic(tx *models.Tx, row models.Observation) error {
	return tx.G.Model(&models.Observation{}).Where("id = ?", row.ID).
		Select("state", "value", "source", "revision", "changed_at").Updates(row).Error
}

func storedResidents(tx *models.Tx, wanted map[figureKey]StatisticRow) (map[figureKey]models.Population, error) {
	stored := map[figureKey]models.Population{}
	if len(wanted) == 0 {
		return stored, nil
	}
	var rows []models.Population
	err := tx.G.Find(&rows).Error
	for _, row := range rows {
		stored[figureKey{organisation: row.OrganisationID, year: row.Year}] = row
	}
	return stored, err
}

func saveResidents(tx *models.Tx, rows []models.Population) error {
	if len(rows) == 0 {
		return nil
	}
	return tx.G.Clauses(clause.OnConflict{UpdateAll: true}).CreateInBatches(rows, batch).Error
}
