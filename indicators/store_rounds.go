package indicators

import (
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
	"gorm.io/gorm/clause"

	"loftet/models"
)

func roundByID(tx *models.Tx, id uuid.UUID) (models.Round, error) {
	var row models.Round
	err := tx.G.Where("id = ?", id).Take(&row).Error
	return row, err
}

// holdRound gives a round as it is and keeps it so until the transaction ends:
// nothing is submitted or frozen meanwhile. SQLite has one writer and needs no
// lock.
func holdRound(tx *models.Tx, id uuid.UUID) (models.Round, error) {
	var row models.Round
	err := tx.G.Clauses(clause.Locking{Strength: "UPDATE"}).Where("id = ?", id).Take(&row).Error
	return row, err
}

// roundsOf gives all rounds of a region, the newest first.
func roundsOf(tx *models.Tx, regionID uuid.UUID) ([]models.Round, error) {
	var rows []models.Round
	err := tx.G.Where("region_id = ?", regionID).Order("year desc, opens_at desc, id desc").Find(&rows).Error
	return rows, err
}

func questionnaireDocument(tx *models.Tx, id uuid.UUID) (string, error) {
	var row models.QuestionnaireVersion
	err := tx.G.Where("id = ?", id).Take(&row).Error
	return row.Document, err
}

func questionnaireCatalogue(tx *models.Tx, id uuid.UUID) (uuid.UUID, error) {
	var row models.QuestionnaireVersion
	err := tx.G.Select("catalogue_id").Where("id = ?", id).Take(&row).Error
	return row.CatalogueID, err
}

// Targets is what a region has set for a round, by indicator.
type Targets = map[uuid.UUID]models.RoundTarget

// targetsOf gives the targets of a round.
func targetsOf(tx *models.Tx, roundID uuid.UUID) (Targets, error) {
	targets := Targets{}
	return targets, tx.Ask(AskTargets(roundID, targets))
}

// AskTargets asks for the targets of a round, for who submits in it.
func AskTargets(roundID uuid.UUID, targets Targets) models.Question {
	return models.Question{SQL: `select id, version, created_at, updated_at, round_id, indicator_id, lower, optimum, green, red, reason
from round_targets where round_id = ?`, Args: []any{roundID}, Read: func(rows models.Rows) error {
		for rows.Next() {
			var t models.RoundTarget
			var reason string
			if err := rows.Scan(&t.ID, &t.Version, &t.CreatedAt, &t.UpdatedAt, &t.RoundID, &t.IndicatorID,
				&t.Lower, &t.Optimum, &t.Green, &t.Red, &reason); err != nil {
				return err
			}
			if err := json.Unmarshal([]byte(reason), &t.Reason); err != nil {
				return fmt.Errorf("reason of target %s: %w", t.ID, err)
			}
			targets[t.IndicatorID] = t
		}
		return nil
	}}
}

// askAsked asks which municipalities some rounds have asked.
func askAsked(rounds []uuid.UUID, found map[uuid.UUID]bool) models.Question {
	return models.Question{SQL: "select distinct organisation_id from responses where round_id in ?", Args: []any{rounds}, Read: func(rows models.Rows) error {
		for rows.Next() {
			var id uuid.UUID
			if err := rows.Scan(&id); err != nil {
				return err
			}
			found[id] = true
		}
		return nil
	}}
}

func insertTarget(tx *models.Tx, row *models.RoundTarget) error { return tx.G.Create(row).Error }

// updateTarget is false when the row is no longer of the version that was read.
func updateTarget(tx *models.Tx, row models.RoundTarget, ifVersion int) (bool, error) {
	done := tx.G.Model(&models.RoundTarget{}).Where("id = ? and version = ?", row.ID, ifVersion).
		Select("version", "updated_at", "lower", "optimum", "green", "red", "reason").Updates(row)
	return done.RowsAffected == 1, done.Error
}

// responseStates gives the state and id of each municipality's response.
func responseStates(tx *models.Tx, roundID uuid.UUID) (map[uuid.UUID]models.Response, error) {
	var rows []models.Response
	err := tx.G.Select("id", "organisation_id", "state", "revision", "checked_revision").Where("round_id = ?", roundID).Find(&rows).Error
	states := make(map[uuid.UUID]models.Response, len(rows))
	for _, row := range rows {
		states[row.OrganisationID] = row
	}
	return states, err
}
