package orgs

import (
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"loftet/internal/fault"
	"loftet/models"
)

// PersonNames gives the names of people by id. Ids of nobody are left out.
func PersonNames(tx *models.Tx, ids []uuid.UUID) (map[uuid.UUID]string, error) {
	names := make(map[uuid.UUID]string, len(ids))
	if len(ids) == 0 {
		return names, nil
	}
	return names, tx.Ask(AskPersonNames(ids, names))
}

// AskPersonNames is the question that PersonNames asks.
func AskPersonNames(ids []uuid.UUID, names map[uuid.UUID]string) models.Question {
	return AskNames(names, "select id, name from people where id in ?", ids)
}

// AskColleagues asks for the names of those who have or had a role in an
// organisation.
func AskColleagues(organisationID uuid.UUID, names map[uuid.UUID]string) models.Question {
	return AskNames(names, "select p.id, p.name from memberships m join people p on p.id = m.person_id where m.organisation_id = ?", organisationID)
}

// AskRegionNames asks for the names of regions.
func AskRegionNames(ids []uuid.UUID, names map[uuid.UUID]string) models.Question {
	return AskNames(names, "select id, name from regions where id in ?", ids)
}

// AskNames is a question that gives ids with names, and adds them to names.
func AskNames(names map[uuid.UUID]string, query string, args ...any) models.Question {
	return models.Question{SQL: query, Args: args, Read: func(rows models.Rows) error {
		for rows.Next() {
			var id uuid.UUID
			var name string
			if err := rows.Scan(&id, &name); err != nil {
				return err
			}
			names[id] = name
		}
		return nil
	}}
}

// person gives a person; a fault NotFound when there is none.
func person(tx *models.Tx, id uuid.UUID) (models.Person, error) {
	var row models.Person
	err := tx.G.Where("id = ?", id).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, fault.Missing()
	}
	return row, err
}

// personByEmail gives the person with an address in its plain form (see
// plainEmail), and whether there is one.
func personByEmail(tx *models.Tx, email string) (models.Person, bool, error) {
	var row models.Person
	err := tx.G.Where("email = ?", email).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, false, nil
	}
	return row, err == nil, err
}

func insertPerson(tx *models.Tx, row *models.Person) error { return tx.G.Create(row).Error }

// updatePerson writes name and language when the version still is the one
// given. It tells whether it did.
func updatePerson(tx *models.Tx, id uuid.UUID, version int, name, language string) (bool, error) {
	done := tx.G.Model(&models.Person{}).Where("id = ? and version = ?", id, version).Updates(map[string]any{
		"name": name, "sort_key": models.SortKey(name), "language": language, "version": version + 1, "updated_at": tx.Now,
	})
	return done.RowsAffected == 1, done.Error
}

// setPasswordHash replaces a person's password when it still is the one that
// was checked. It tells whether it did.
func setPasswordHash(tx *models.Tx, id uuid.UUID, old, hash string) (bool, error) {
	done := tx.G.Model(&models.Person{}).Where("id = ? and password_hash = ? and disabled_at is null", id, old).
		Update("password_hash", hash)
	return done.RowsAffected == 1, done.Error
}

func setDisabled(tx *models.Tx, id uuid.UUID, disabled bool) error {
	var at any
	if disabled {
		at = tx.Now
	}
	return tx.G.Model(&models.Person{}).Where("id = ?", id).Update("disabled_at", at).Error
}

func noPeople(tx *models.Tx) (bool, error) {
	var count int64
	err := tx.G.Model(&models.Person{}).Limit(1).Count(&count).Error
	return count == 0, err
}
