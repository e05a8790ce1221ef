package orgs

import (
	"github.com/google/uuid"

	"loftet/models"
)

// ByNumber reads all official numbers of a country, for finding organisations
// by them.
func ByNumber(tx *models.Tx, country string) (Numbers, error) {
	var rows []models.MunicipalityNumber
	if err := tx.G.Where("country = ?", country).Order("number, valid_from").Find(&rows).Error; err != nil {
		return Numbers{}, err
	}
	var predecessors []models.NumberPredecessor
	if err := tx.G.Where("country = ?", country).Find(&predecessors).Error; err != nil {
		return Numbers{}, err
	}
	return newNumbers(rows, predecessors), nil
}

// numbersOf gives all numbers that an organisation has had, oldest first.
func numbersOf(tx *models.Tx, organisationID uuid.UUID) ([]models.MunicipalityNumber, error) {
	var rows []models.MunicipalityNumber
	err := tx.G.Where("organisation_id = ?", organisationID).Order("valid_from, number").Find(&rows).Error
	return rows, err
}

// predecessorsOf gives for each of a country's numbers those it took over from.
func predecessorsOf(tx *models.Tx, country string, numbers []string) (map[string][]string, error) {
	found := map[string][]string{}
	if len(numbers) == 0 {
		return found, nil
	}
	var rows []models.NumberPredecessor
	err := tx.G.Where("country = ? and number in ?", country, numbers).Order("number, predecessor").Find(&rows).Error
	for _, row := range rows {
		found[row.Number] = append(found[row.Number], row.Predecessor)
	}
	return found, err
}
