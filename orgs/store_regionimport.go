package orgs

import (
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"loftet/models"
)

// holderOf gives the organisation that has, or last had, an official number: on
// a day where one is given, else the latest.
func holderOf(tx *models.Tx, country, number string, on models.Date) (models.Organisation, bool, error) {
	query := tx.G.Where("country = ? and number = ?", country, number)
	if on != "" {
		query = query.Where("valid_to = '' or valid_to > ?", on)
	}
	var row models.MunicipalityNumber
	err := query.Order("valid_from desc").Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return models.Organisation{}, false, nil
	}
	if err != nil {
		return models.Organisation{}, false, err
	}
	o, err := Organisation(tx, row.OrganisationID)
	return o, err == nil, err
}

// updateMunicipality writes the facts that a file knows of a municipality.
func updateMunicipality(tx *models.Tx, o models.Organisation) error {
	return tx.G.Model(&models.Organisation{}).Where("id = ?", o.ID).Updates(map[string]any{
		"name": o.Name, "sort_key": o.SortKey, "language": o.Language, "comparison_group": o.ComparisonGroup,
		"org_number": o.OrgNumber, "version": gorm.Expr("version + 1"), "updated_at": tx.Now,
	}).Error
}

// endMunicipality ends the numbers and places in regions that are still open.
// It tells how many places it ended.
func endMunicipality(tx *models.Tx, id uuid.UUID, on models.Date) (int, error) {
	err := tx.G.Model(&models.MunicipalityNumber{}).Where("organisation_id = ? and valid_to = ''", id).Update("valid_to", on).Error
	if err != nil {
		return 0, err
	}
	done := tx.G.Model(&models.RegionMember{}).Where("organisation_id = ? and valid_to = ''", id).Update("valid_to", on)
	return int(done.RowsAffected), done.Error
}

func insertNumber(tx *models.Tx, row *models.MunicipalityNumber) error { return tx.G.Create(row).Error }

func saveNumberDates(tx *models.Tx, row models.MunicipalityNumber) error {
	return tx.G.Model(&models.MunicipalityNumber{}).Where("id = ?", row.ID).
		Updates(map[string]any{"valid_from": row.ValidFrom, "valid_to": row.ValidTo}).Error
}

func insertPredecessor(tx *models.Tx, row models.NumberPredecessor) error {
	return tx.G.Clauses(clause.OnConflict{DoNothing: true}).Create(&row).Error
}

// savePopulation writes residents and tells whether they differ from what
// stood there.
func savePopulation(tx *models.Tx, row models.Population) (bool, error) {
	var standing models.Population
	err := tx.G.Where("organisation_id = ? and year = ?", row.OrganisationID, row.Year).Take(&standing).Error
	switch {
	case errors.Is(err, gorm.ErrRecordNotFound):
		return true, tx.G.Create(&row).Error
	case err != nil || standing.Residents == row.Residents:
		return false, err
	}
	return true, tx.G.Model(&models.Population{}).Where("organisation_id = ? and year = ?", row.OrganisationID, row.Year).
		Updates(map[string]any{"residents": row.Residents, "source": row.Source}).Error
}

func regionNamed(tx *models.Tx, country, kind, name string) (models.Region, bool, error) {
	var row models.Region
	err := tx.G.Where("country = ? and kind = ? and name = ?", country, kind, name).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, false, nil
	}
	return row, err == nil, err
}

func insertRegion(tx *models.Tx, row *models.Region) error { return tx.G.Create(row).Error }

// placesOf gives an organisation's places in regions of a kind, oldest first.
func placesOf(tx *models.Tx, id uuid.UUID, kind string) ([]models.RegionMember, error) {
	var rows []models.RegionMember
	err := tx.G.Where("organisation_id = ? and region_id in (select id from regions where kind = ?)", id, kind).
		Order("valid_from").Find(&rows).Error
	return rows, err
}

func insertPlace(tx *models.Tx, row *models.RegionMember) error { return tx.G.Create(row).Error }

func endPlace(tx *models.Tx, id uuid.UUID, on models.Date) error {
	return tx.G.Model(&models.RegionMember{}).Where("id = ?", id).Update("valid_to", on).Error
}
