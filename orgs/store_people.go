package orgs

import (
	"github.com/google/uuid"

	"loftet/models"
)

// PersonNames gives the names of people by id. Ids of nobody are left out.
func PersonNames(tx *models.Tx, ids []uuid.UUID) (map[uuid.UUID]string, error) {
	names := make(map[uuid.UUID]string, len(ids))
	if len(ids) == 0 {
		return names, nil
	}
	var people []models.Person
	err := tx.G.Select("id", "name").Where("id in ?", ids).Find(&people).Error
	for _, p := range people {
		names[p.ID] = p.Name
	}
	return names, err
}
