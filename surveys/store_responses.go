package surveys

import (
	"database/sql"
	"encoding/json"
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"
	"gorm.io/gorm/clause"

	"loftet/internal/fault"
	"loftet/models"
)

func responseByID(tx *models.Tx, id uuid.UUID) (models.Response, error) {
	var r models.Response
	err := tx.G.Where("id = ?", id).Take(&r).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return r, fault.Missing()
	}
	return r, err
}

// withRound gives a response with its round; a fault NotFound when there is no such
// response. Where they are held, both stay as they are until the transaction ends:
// PostgreSQL locks in the order of the last line, the round first, as all do who
// change both. SQLite has one writer and needs no lock.
// With them come the sections that are out and what is chosen.
func withRound(tx *models.Tx, id uuid.UUID, hold bool) (o opened, err error) {
	query := "select " + roundColumns + `,
  r.id, r.version, r.created_at, r.updated_at, r.round_id, r.organisation_id, r.state, r.left_out, r.revision,
  r.return_reason, r.approved_by, r.approved_at, r.left_out_reasons, r.questionnaire_version_id, r.correcting
from responses r join rounds o on o.id = r.round_id where r.id = ?`
	if hold && tx.Dialect == models.Postgres {
		query += " for share of o for update of r"
	}
	r := &o.response
	var leftOut, reasons string
	out := map[uuid.UUID]map[int]models.Assignment{}
	chosen := map[uuid.UUID]choices{}
	into := append(roundInto(&o.round),
		&r.ID, &r.Version, &r.CreatedAt, &r.UpdatedAt, &r.RoundID, &r.OrganisationID, &r.State, &leftOut, &r.Revision,
		&r.ReturnReason, &r.ApprovedBy, &r.ApprovedAt, &reasons, &r.QuestionnaireVersionID, &r.Correcting)
	err = tx.Ask(models.Question{SQL: query, Args: []any{id}, Read: models.One(into...)}, askHanded([]uuid.UUID{id}, out), askChoices([]uuid.UUID{id}, chosen))
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return o, fault.Missing()
	case err != nil:
		return o, err
	}
	o.handed, o.choices = out[id], chosen[id]
	return o, leavesOut(r, leftOut, reasons)
}

func responsesOf(tx *models.Tx, organisationID uuid.UUID) ([]models.Response, error) {
	var rows []models.Response
	err := tx.G.Where("organisation_id = ?", organisationID).Order("id").Find(&rows).Error
	return rows, err
}

// responsesIn gives a round's responses. They are read by hand: a region has hundreds.
func responsesIn(tx *models.Tx, roundID uuid.UUID) (all []models.Response, err error) {
	err = tx.Ask(models.Question{SQL: `select id, version, created_at, updated_at, round_id, organisation_id, state, left_out, revision,
  return_reason, approved_by, approved_at, left_out_reasons, questionnaire_version_id, correcting
from responses where round_id = ? order by id`, Args: []any{roundID}, Read: func(rows models.Rows) error {
		for rows.Next() {
			var r models.Response
			var leftOut, reasons string
			if err := rows.Scan(&r.ID, &r.Version, &r.CreatedAt, &r.UpdatedAt, &r.RoundID, &r.OrganisationID, &r.State, &leftOut, &r.Revision,
				&r.ReturnReason, &r.ApprovedBy, &r.ApprovedAt, &reasons, &r.QuestionnaireVersionID, &r.Correcting); err != nil {
				return err
			}
			if err := leavesOut(&r, leftOut, reasons); err != nil {
				return err
			}
			all = append(all, r)
		}
		return nil
	}})
	return all, err
}

// leavesOut reads what a response leaves out, and why; mostly nothing.
func leavesOut(r *models.Response, goals, reasons string) (err error) {
	r.LeftOutReasons = map[int]string{}
	if r.LeftOut, err = goalsIn(goals); err != nil || reasons == "{}" {
		return err
	}
	return json.Unmarshal([]byte(reasons), &r.LeftOutReasons)
}

// goalsIn reads a stored list of goals.
func goalsIn(list string) ([]int, error) {
	goals := []int{}
	if list == "[]" {
		return goals, nil
	}
	return goals, json.Unmarshal([]byte(list), &goals)
}

// insertResponses adds responses and passes over those that are there already.
func insertResponses(tx *models.Tx, rows []models.Response) error {
	if len(rows) == 0 {
		return nil
	}
	return tx.G.Clauses(clause.OnConflict{DoNothing: true}).CreateInBatches(rows, 100).Error
}

// updateResponse writes a response and counts its version up; a fault Stale, from
// the transaction, when somebody else changed it first.
func updateResponse(tx *models.Tx, r *models.Response) error {
	before := r.Version
	r.Version, r.UpdatedAt = before+1, tx.Now
	leftOut, err := json.Marshal(r.LeftOut)
	if err != nil {
		return err
	}
	reasons, err := json.Marshal(r.LeftOutReasons)
	if err != nil {
		return err
	}
	saved := func(rows int64) error {
		if rows != 1 {
			return fault.New(fault.Stale, "stale")
		}
		return nil
	}
	return tx.Later(`update responses set version = $1, updated_at = $2, state = $3, left_out = $4, revision = $5,
  return_reason = $6, approved_by = $7, approved_at = $8, left_out_reasons = $9, questionnaire_version_id = $10, correcting = $11
where id = $12 and version = $13`, saved, r.Version, r.UpdatedAt, r.State, string(leftOut), r.Revision,
		r.ReturnReason, r.ApprovedBy, r.ApprovedAt, string(reasons), r.QuestionnaireVersionID, r.Correcting, r.ID, before)
}

// countChange counts a change of what a response answers or chooses: whatever is
// worked out from these is kept by the count (progress). The response must be held.
func countChange(tx *models.Tx, responseID uuid.UUID) error {
	return tx.Later("update responses set changes = changes + 1 where id = $1", nil, responseID)
}
