package orgs

import (
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"loftet/internal/fault"
	"loftet/models"
)

// Organisation gives an organisation; a fault NotFound when there is none.
func Organisation(tx *models.Tx, id uuid.UUID) (models.Organisation, error) {
	var organisation models.Organisation
	err := tx.G.Where("id = ?", id).Take(&organisation).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return organisation, fault.Missing()
	}
	return organisation, err
}

// Organisations gives organisations by id. Ids of none are left out.
func Organisations(tx *models.Tx, ids []uuid.UUID) (map[uuid.UUID]models.Organisation, error) {
	found := make(map[uuid.UUID]models.Organisation, len(ids))
	if len(ids) == 0 {
		return found, nil
	}
	var rows []models.Organisation
	err := tx.G.Where("id in ?", ids).Find(&rows).Error
	for _, row := range rows {
		found[row.ID] = row
	}
	return found, err
}

func organisationByOrgNumber(tx *models.Tx, number string) (models.Organisation, bool, error) {
	var row models.Organisation
	err := tx.G.Where("org_number = ?", number).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, false, nil
	}
	return row, err == nil, err
}

// organisationsNamed gives the organisations with a name, of one kind or any.
func organisationsNamed(tx *models.Tx, name, kind string) ([]models.Organisation, error) {
	query := tx.G.Where("name = ?", name)
	if kind != "" {
		query = query.Where("kind = ?", kind)
	}
	var rows []models.Organisation
	err := query.Order("created_at, id").Find(&rows).Error
	return rows, err
}

func insertOrganisation(tx *models.Tx, row *models.Organisation) error { return tx.G.Create(row).Error }

// updateOrganisation writes an edit when the version still is the one given. It
// tells whether it did.
func updateOrganisation(tx *models.Tx, id uuid.UUID, version int, edit OrganisationEdit) (bool, error) {
	done := tx.G.Model(&models.Organisation{}).Where("id = ? and version = ?", id, version).Updates(map[string]any{
		"website": edit.Website, "mailbox": edit.Mailbox, "language": edit.Language, "description": edit.Description,
		"publishes_figures": edit.PublishesFigures, "version": version + 1, "updated_at": tx.Now,
	})
	return done.RowsAffected == 1, done.Error
}
