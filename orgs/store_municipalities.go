package orgs

import (
	"github.com/google/uuid"

	"loftet/models"
)

// Municipalities gives municipalities by id as they are on a day, whether or
// not they are members of a region then; From is left empty. Ids of none are
// left out.
func Municipalities(tx *models.Tx, ids []uuid.UUID, on models.Date) (map[uuid.UUID]Member, error) {
	found := make(map[uuid.UUID]Member, len(ids))
	if len(ids) == 0 {
		return found, nil
	}
	return found, tx.Ask(AskMunicipalities(ids, on, found))
}

// AskMunicipalities is the question that Municipalities asks.
func AskMunicipalities(ids []uuid.UUID, on models.Date, found map[uuid.UUID]Member) models.Question {
	return askMembers(func(m Member) { found[m.ID] = m }, `select o.id, o.name, o.sort_key, o.comparison_group, o.centrality, o.publishes_figures, '',
  coalesce(n.number, ''), p.residents, coalesce(p.year, 0)
from organisations o`+numbersAndResidents+`
where o.id in ? order by n.valid_from`, on, on, yearOf(on), ids)
}
