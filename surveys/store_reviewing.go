package surveys

import (
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"loftet/internal/fault"
	"loftet/models"
)

// questionsOf gives the plausibility questions of a response, oldest first.
func questionsOf(tx *models.Tx, response uuid.UUID) ([]models.PlausibilityQuestion, error) {
	var rows []models.PlausibilityQuestion
	err := tx.G.Where("response_id = ?", response).Order("asked_at, id").Find(&rows).Error
	return rows, err
}

// updateQuestion writes what became of a question, with the transaction.
func updateQuestion(tx *models.Tx, q *models.PlausibilityQuestion) error {
	before := q.Version
	q.Version, q.UpdatedAt = before+1, tx.Now
	return tx.Later(`update plausibility_questions set version = $1, updated_at = $2, state = $3, reply = $4, settled_by = $5, settled_at = $6,
  settled_revision = $7 where id = $8 and version = $9`, onlyOne, q.Version, q.UpdatedAt, q.State, q.Reply, q.SettledBy, q.SettledAt, q.SettledRevision, q.ID, before)
}

// onlyOne refuses an update that found its row changed.
func onlyOne(rows int64) error {
	if rows != 1 {
		return fault.New(fault.Stale, "stale")
	}
	return nil
}

// askOpenQuestions asks for the open questions of a response, each with the
// document it was asked about.
func askOpenQuestions(response uuid.UUID, found *[]openQuestion) models.Question {
	return models.Question{SQL: `select q.id, q.version, q.created_at, q.updated_at, q.response_id, q.revision, q.indicator_id, q.question, q.reason, q.state, q.reply,
  q.asked_by, q.asked_at, s.document
from plausibility_questions q join submissions s on s.response_id = q.response_id and s.revision = q.revision
where q.response_id = ? and q.state = 'open' order by q.asked_at, q.id`, Args: []any{response}, Read: func(rows models.Rows) error {
		for rows.Next() {
			var w openQuestion
			q := &w.row
			if err := rows.Scan(&q.ID, &q.Version, &q.CreatedAt, &q.UpdatedAt, &q.ResponseID, &q.Revision, &q.IndicatorID, &q.Question, &q.Reason, &q.State, &q.Reply,
				&q.AskedBy, &q.AskedAt, &w.document); err != nil {
				return err
			}
			*found = append(*found, w)
		}
		return nil
	}}
}

// waiting is what of a response waits for somebody, and what has been decided on
// its latest revision.
type waiting struct {
	questions, comments int
	about               []asked // what each of them is about
	levels              []Level
}

// asked is a question that an open remark is about: an indicator's, or an own one by its name.
type asked struct {
	indicator *uuid.UUID
	own       string
}

// askWaiting asks for that of several responses, in one question.
func askWaiting(responses []uuid.UUID, found map[uuid.UUID]waiting) models.Question {
	return models.Question{SQL: `select 'questions', response_id, indicator_id, question from plausibility_questions where state = 'open' and response_id in ?
union all select 'comments', response_id, indicator_id, question from answer_comments where state = 'open' and response_id in ?
union all select a.level, a.response_id, null, '' from anchorings a join responses r on r.id = a.response_id and r.revision = a.revision where a.response_id in ?`,
		Args: []any{responses, responses, responses}, Read: func(rows models.Rows) error {
			for rows.Next() {
				var what, own string
				var id uuid.UUID
				var indicator *uuid.UUID
				if err := rows.Scan(&what, &id, &indicator, &own); err != nil {
					return err
				}
				w := found[id]
				switch what {
				case "questions":
					w.questions++
					w.about = append(w.about, asked{indicator: indicator, own: own})
				case "comments":
					w.comments++
					w.about = append(w.about, asked{indicator: indicator, own: own})
				default:
					w.levels = append(w.levels, Level(what))
				}
				found[id] = w
			}
			return nil
		}}
}

// anchoringsOf gives the decisions on a response, those on its latest revision
// first, the administrative before the political.
func anchoringsOf(tx *models.Tx, response uuid.UUID) ([]models.Anchoring, error) {
	var rows []models.Anchoring
	err := tx.G.Where("response_id = ?", response).Order("revision desc, level").Find(&rows).Error
	return rows, err
}

func saveAnchoring(tx *models.Tx, row *models.Anchoring) error {
	if row.Version == 0 {
		row.Version = 1
		return tx.G.Create(row).Error
	}
	before := row.Version
	row.Version, row.UpdatedAt = before+1, tx.Now
	result := tx.G.Model(&models.Anchoring{}).Where("id = ? and version = ?", row.ID, before).Select("*").Updates(row)
	if result.Error != nil {
		return result.Error
	}
	return onlyOne(result.RowsAffected)
}

// commentsOf gives the comments of a response, oldest first.
func commentsOf(tx *models.Tx, response uuid.UUID) ([]models.AnswerComment, error) {
	var rows []models.AnswerComment
	err := tx.G.Where("response_id = ?", response).Order("created_at, id").Find(&rows).Error
	return rows, err
}

func commentByID(tx *models.Tx, response, id uuid.UUID) (models.AnswerComment, error) {
	var row models.AnswerComment
	err := tx.G.Where("id = ? and response_id = ?", id, response).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, fault.Missing()
	}
	return row, err
}

func updateComment(tx *models.Tx, row *models.AnswerComment) error {
	before := row.Version
	row.Version, row.UpdatedAt = before+1, tx.Now
	result := tx.G.Model(&models.AnswerComment{}).Where("id = ? and version = ?", row.ID, before).Select("*").Updates(row)
	if result.Error != nil {
		return result.Error
	}
	return onlyOne(result.RowsAffected)
}
