package surveys

import (
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// answersOf gives the answers of a response by indicator, those that were taken
// away too: their state is empty and their version counts on.
func answersOf(tx *models.Tx, responseID uuid.UUID) (map[uuid.UUID]models.Answer, error) {
	found := map[uuid.UUID]models.Answer{}
	return found, tx.Ask(askAnswers(responseID, found))
}

// askAnswers is the question that answersOf asks. Its rows are read by hand: a whole
// response is, each time one is checked or submitted.
func askAnswers(responseID uuid.UUID, found map[uuid.UUID]models.Answer) models.Question {
	return models.Question{Args: []any{responseID}, SQL: `select id, response_id, indicator_id, state, value, choice, parts, reason, quality, source, comment,
  statistic_id, statistic_value, statistic_year, statistic_source, origin, override_reason, priority_reason, case_number, internal, version, updated_by, updated_at
from answers where response_id = ?`, Read: func(rows models.Rows) error {
		for rows.Next() {
			var a models.Answer
			var parts string
			if err := rows.Scan(&a.ID, &a.ResponseID, &a.IndicatorID, &a.State, &a.Value, &a.Choice, &parts, &a.Reason, &a.Quality, &a.Source, &a.Comment,
				&a.StatisticID, &a.StatisticValue, &a.StatisticYear, &a.StatisticSource, &a.Origin, &a.OverrideReason, &a.PriorityReason, &a.CaseNumber, &a.Internal,
				&a.Version, &a.UpdatedBy, &a.UpdatedAt); err != nil {
				return err
			}
			if a.Parts = map[string]float64{}; parts != "{}" {
				if err := json.Unmarshal([]byte(parts), &a.Parts); err != nil {
					return fmt.Errorf("parts of answer %s: %w", a.ID, err)
				}
			}
			found[a.IndicatorID] = a
		}
		return nil
	}}
}

// answerTo gives the answer to one question; nil when there never was any.
func answerTo(tx *models.Tx, responseID, indicatorID uuid.UUID) (*models.Answer, error) {
	var rows []models.Answer
	err := tx.G.Where("response_id = ? and indicator_id = ?", responseID, indicatorID).Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	return &rows[0], nil
}

// askAnswerCodes asks for the codes of the indicators that the answers of a response are
// to, by answer: those too that it is asked no more.
func askAnswerCodes(responseID uuid.UUID, codes map[uuid.UUID]string) models.Question {
	return orgs.AskNames(codes, "select a.id, i.code from answers a join indicators i on i.id = a.indicator_id where a.response_id = ?", responseID)
}

// askGiven asks which questions of several responses have an answer, and who gave
// it when; by response.
func askGiven(responses []uuid.UUID, found map[uuid.UUID][]given) models.Question {
	return models.Question{SQL: `select response_id, indicator_id, updated_by, updated_at, origin = 'taken_over'
from answers where response_id in ? and state <> ''`, Args: []any{responses}, Read: func(rows models.Rows) error {
		for rows.Next() {
			var response uuid.UUID
			var by *uuid.UUID
			var g given
			if err := rows.Scan(&response, &g.indicator, &by, &g.at, &g.waits); err != nil {
				return err
			}
			if by != nil {
				g.by = *by
			}
			found[response] = append(found[response], g)
		}
		return nil
	}}
}

// insertAnswer adds an answer. Parts that are nil would be written as null.
func insertAnswer(tx *models.Tx, a *models.Answer) error {
	a.Parts = orEmpty(a.Parts)
	if err := tx.G.Create(a).Error; err != nil {
		return err
	}
	return countChange(tx, a.ResponseID)
}

// insertAnswers adds many answers of one response, in batches.
func insertAnswers(tx *models.Tx, responseID uuid.UUID, rows []models.Answer) error {
	if err := models.InsertAll(tx, rows); err != nil {
		return err
	}
	return countChange(tx, responseID)
}

func orEmpty(parts map[string]float64) map[string]float64 {
	if parts == nil {
		return map[string]float64{}
	}
	return parts
}

// updateAnswer writes an answer and counts its version up; false when somebody
// else changed it first.
func updateAnswer(tx *models.Tx, a *models.Answer) (bool, error) {
	before := a.Version
	a.Version, a.Parts = before+1, orEmpty(a.Parts)
	result := tx.G.Model(&models.Answer{}).Where("id = ? and version = ?", a.ID, before).Select("*").Updates(a)
	if result.Error != nil || result.RowsAffected != 1 {
		return false, result.Error
	}
	return true, countChange(tx, a.ResponseID)
}
