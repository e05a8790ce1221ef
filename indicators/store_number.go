package indicators

import (
	"github.com/google/uuid"

	"loftet/models"
)

// Stored is what the tables keep of a figure: its row and, where it was submitted,
// the score that was stored with it.
type Stored struct {
	Observation models.Observation
	Score       *models.Score
}

// StoredFigures gives the rows behind figures, by the id of the observation. Figures
// that nobody has observed have none.
func StoredFigures(tx *models.Tx, figures []NumberFigure) (map[uuid.UUID]Stored, error) {
	var ids []uuid.UUID
	for _, f := range figures {
		if f.Cell.ObservationID != uuid.Nil {
			ids = append(ids, f.Cell.ObservationID)
		}
	}
	found := make(map[uuid.UUID]Stored, len(ids))
	if len(ids) == 0 {
		return found, nil
	}
	var rows []models.Observation
	if err := tx.G.Where("id in ?", ids).Find(&rows).Error; err != nil {
		return nil, err
	}
	var scores []models.Score
	if err := tx.G.Where("observation_id in ?", ids).Find(&scores).Error; err != nil {
		return nil, err
	}
	for _, row := range rows {
		found[row.ID] = Stored{Observation: row}
	}
	for i := range scores {
		one := found[scores[i].ObservationID]
		one.Score = &scores[i]
		found[scores[i].ObservationID] = one
	}
	return found, nil
}
