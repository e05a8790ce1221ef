package indicators

import (
	"github.com/google/uuid"

	"loftet/models"
)

func latestStatistics(tx *models.Tx, organisations, indicatorIDs []uuid.UUID, upToYear int) ([]Figure, error) {
	if len(organisations) == 0 || len(indicatorIDs) == 0 {
		return nil, nil
	}
	rows, err := tx.G.Raw(`select id, indicator_id, organisation_id, year, state, value, source, quality from (
  select id, indicator_id, organisation_id, year, state, value, source, quality,
    row_number() over (partition by indicator_id, organisation_id order by year desc) as place
  from observations
  where origin = 'statistics' and indicator_id in ? and organisation_id in ? and year <= ?
) ranked where place = 1`, indicatorIDs, organisations, upToYear).Rows()
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

// statisticsYears gives the years in which any of the organisations has a
// statistics figure for any of the indicators, the newest first.
func statisticsYears(tx *models.Tx, organisations, indicatorIDs []uuid.UUID) ([]int, error) {
	if len(organisations) == 0 || len(indicatorIDs) == 0 {
		return nil, nil
	}
	var years []int
	err := tx.G.Raw(`select distinct year from observations
where origin = 'statistics' and indicator_id in ? and organisation_id in ? order by year desc`,
		indicatorIDs, organisations).Scan(&years).Error
	return years, err
}
