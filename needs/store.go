package needs

import (
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"loftet/internal/fault"
	"loftet/models"
)

// batch is how many rows one statement writes.
const batch = 100

func insertNeed(tx *models.Tx, n *models.Need, rows []models.NeedMunicipality) error {
	if err := tx.G.Create(n).Error; err != nil {
		return err
	}
	return insertMunicipalities(tx, n.ID, rows)
}

func insertMunicipalities(tx *models.Tx, needID uuid.UUID, rows []models.NeedMunicipality) error {
	for i := range rows {
		rows[i].NeedID = needID
	}
	return models.InsertAll(tx, rows)
}

func replaceMunicipalities(tx *models.Tx, needID uuid.UUID, rows []models.NeedMunicipality) error {
	if err := tx.G.Where("need_id = ?", needID).Delete(&models.NeedMunicipality{}).Error; err != nil {
		return err
	}
	return insertMunicipalities(tx, needID, rows)
}

// saveNeed writes a need over the version it was read in and counts the version
// up. When somebody else was first it is a fault Stale, to which the caller adds
// the need as it is now.
func saveNeed(tx *models.Tx, n *models.Need) error {
	read := n.Version
	n.Version++
	n.UpdatedAt = tx.Now
	result := tx.G.Model(&models.Need{}).Where("id = ? and version = ?", n.ID, read).
		Select("*").Omit("id", "created_at").Updates(n)
	if result.Error != nil {
		return result.Error
	}
	if result.RowsAffected == 0 {
		return fault.New(fault.Stale, "stale")
	}
	return nil
}

func deleteNeed(tx *models.Tx, id uuid.UUID) error {
	if err := tx.G.Where("need_id = ?", id).Delete(&models.NeedMunicipality{}).Error; err != nil {
		return err
	}
	if err := tx.G.Where("need_id = ?", id).Delete(&models.Dismissal{}).Error; err != nil {
		return err
	}
	return tx.G.Where("id = ?", id).Delete(&models.Need{}).Error
}

func needByID(tx *models.Tx, id uuid.UUID) (models.Need, error) {
	var n models.Need
	err := tx.G.Where("id = ?", id).Take(&n).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return n, fault.Missing()
	}
	return n, err
}

// holdNeeds gives the needs of a round and keeps them so until the transaction
// ends: what a person does with one meanwhile waits, and what is done is seen.
// SQLite has one writer and needs no lock.
func holdNeeds(tx *models.Tx, roundID uuid.UUID) ([]models.Need, error) {
	var list []models.Need
	err := tx.G.Clauses(clause.Locking{Strength: "UPDATE"}).Where("round_id = ?", roundID).Order("id").Find(&list).Error
	return list, err
}

// needsOfRegions gives all stored needs of regions.
func needsOfRegions(tx *models.Tx, regionIDs []uuid.UUID) ([]models.Need, error) {
	var list []models.Need
	if len(regionIDs) == 0 {
		return nil, nil
	}
	err := tx.G.Where("region_id in ?", regionIDs).Order("id").Find(&list).Error
	return list, err
}

// municipalitiesOf gives the municipalities behind needs, by need.
func municipalitiesOf(tx *models.Tx, needIDs []uuid.UUID) (map[uuid.UUID][]models.NeedMunicipality, error) {
	found := make(map[uuid.UUID][]models.NeedMunicipality, len(needIDs))
	for start := 0; start < len(needIDs); start += batch {
		var rows []models.NeedMunicipality
		part := needIDs[start:min(start+batch, len(needIDs))]
		if err := tx.G.Where("need_id in ?", part).Order("need_id, organisation_id").Find(&rows).Error; err != nil {
			return nil, err
		}
		for _, row := range rows {
			found[row.NeedID] = append(found[row.NeedID], row)
		}
	}
	return found, nil
}

// evidence is what stands behind the figures of a need.
type evidence struct {
	observations map[uuid.UUID]models.Observation
	scores       map[uuid.UUID]models.Score // by observation
	submissions  map[uuid.UUID]models.Submission
}

func evidenceFor(tx *models.Tx, observationIDs []uuid.UUID) (evidence, error) {
	e := evidence{map[uuid.UUID]models.Observation{}, map[uuid.UUID]models.Score{}, map[uuid.UUID]models.Submission{}}
	if len(observationIDs) == 0 {
		return e, nil
	}
	var observations []models.Observation
	var scores []models.Score
	if err := tx.G.Where("id in ?", observationIDs).Find(&observations).Error; err != nil {
		return e, err
	}
	if err := tx.G.Where("observation_id in ?", observationIDs).Find(&scores).Error; err != nil {
		return e, err
	}
	var submissionIDs []uuid.UUID
	for _, o := range observations {
		e.observations[o.ID] = o
		if o.SubmissionID != nil {
			submissionIDs = append(submissionIDs, *o.SubmissionID)
		}
	}
	for _, s := range scores {
		e.scores[s.ObservationID] = s
	}
	if len(submissionIDs) == 0 {
		return e, nil
	}
	var submissions []models.Submission
	err := tx.G.Select("id", "response_id", "organisation_id", "revision").Where("id in ?", submissionIDs).Find(&submissions).Error
	for _, s := range submissions {
		e.submissions[s.ID] = s
	}
	return e, err
}

func insertVersion(tx *models.Tx, v models.NeedVersion) error { return tx.G.Create(&v).Error }

// versionsOf gives the publications of a need without their documents, oldest
// first.
func versionsOf(tx *models.Tx, needID uuid.UUID) ([]models.NeedVersion, error) {
	var list []models.NeedVersion
	err := tx.G.Omit("document").Where("need_id = ?", needID).Order("number").Find(&list).Error
	return list, err
}

// isCore tells whether an indicator belongs to the common core, and which
// catalogue it is in.
func catalogueOf(tx *models.Tx, indicatorID uuid.UUID) (models.Catalogue, error) {
	var c models.Catalogue
	err := tx.G.Where("id = (select catalogue_id from indicators where id = ?)", indicatorID).Take(&c).Error
	return c, err
}
