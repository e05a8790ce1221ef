package orgs

import (
	"time"

	"github.com/google/uuid"

	"loftet/models"
)

// mostForgotten is about how many records of a kind are forgotten at a time; the others
// follow the next time.
const mostForgotten = 200

// neverCame gives people who have no password, were named before a moment and have
// neither a link that works nor a role that was given since: those that come after an id.
func neverCame(tx *models.Tx, before time.Time, after uuid.UUID) ([]models.Person, error) {
	var rows []models.Person
	err := tx.G.Where("id > ? and password_hash = '' and email not like ? and created_at < ?", after, "%"+erasedAddress, before).
		Where("not exists (select 1 from link_tokens l where l.person_id = people.id and l.used_at is null and l.expires_at > ?)", tx.Now).
		Where("not exists (select 1 from memberships m where m.person_id = people.id and m.created_at >= ?)", before).
		Order("id").Limit(mostForgotten).Find(&rows).Error
	return rows, err
}

// namedInTeams gives parts that ended before a day, of people without account.
func namedInTeams(tx *models.Tx, before models.Date) ([]uuid.UUID, error) {
	var ids []uuid.UUID
	err := tx.G.Model(&models.TeamMember{}).Where("person_id is null and email <> '' and valid_to <> '' and valid_to < ?", before).
		Order("id").Limit(mostForgotten).Pluck("id", &ids).Error
	return ids, err
}

func unnameInTeam(tx *models.Tx, id uuid.UUID) error {
	return tx.G.Model(&models.TeamMember{}).Where("id = ?", id).
		Updates(map[string]any{"name": RemovedPerson("nb"), "email": "", "updated_at": tx.Now}).Error
}
