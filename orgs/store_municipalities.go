package orgs

import (
	"github.com/google/uuid"

	"loftet/models"
)

// Municipalities gives municipalities by id as they are on a day, whether or
// not they are members of a region then; From is left empty. Ids of none are
// left out.
func Municipalities(tx *models.Tx, ids []uuid.UUID, on models.Date) (map[uuid.UUID]Member, error) {
	organisations, err := Organisations(tx, ids)
	if err != nil || len(organisations) == 0 {
		return map[uuid.UUID]Member{}, err
	}
	numbers, err := numbersOn(tx, ids, on)
	if err != nil {
		return nil, err
	}
	residents, err := Residents(tx, ids, yearOf(on))
	if err != nil {
		return nil, err
	}
	found := make(map[uuid.UUID]Member, len(organisations))
	for id, o := range organisations {
		m := Member{
			ID: id, Name: o.Name, SortKey: o.SortKey, Number: numbers[id],
			ComparisonGroup: o.ComparisonGroup, PublishesFigures: o.PublishesFigures,
		}
		if p, ok := residents[id]; ok {
			m.Residents, m.ResidentsYear = &p.Residents, p.Year
		}
		found[id] = m
	}
	return found, nil
}
