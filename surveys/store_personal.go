package surveys

import (
	"github.com/google/uuid"

	"loftet/models"
)

// mostWritten is how many records of a kind are given of one person, the newest ones.
const mostWritten = 20_000

// writtenBy are the answers that one person wrote last, to indicators and to own questions.
const writtenBy = `select a.id, a.response_id, i.code, a.updated_at as at from answers a join indicators i on i.id = a.indicator_id where a.updated_by = ?
union all select e.id, e.response_id, e.name, e.updated_at from entries e where e.updated_by = ?`

func askWritten(person uuid.UUID, found *[]Written) models.Question {
	return models.Question{SQL: "select o.name, n.name, t.code, t.at from (" + writtenBy + `) t
join responses r on r.id = t.response_id join rounds n on n.id = r.round_id join organisations o on o.id = r.organisation_id
order by t.at desc, t.id limit ?`, Args: []any{person, person, mostWritten}, Read: func(rows models.Rows) error {
		for rows.Next() {
			var w Written
			if err := rows.Scan(&w.Municipality, &w.Round, &w.Code, &w.At); err != nil {
				return err
			}
			*found = append(*found, w)
		}
		return nil
	}}
}

// textsOf are the texts of one person, wherever they stand.
const textsOf = `select 'comment' as kind, r.organisation_id, c.text, c.created_at as at from answer_comments c join responses r on r.id = c.response_id where c.created_by = ?
union all select 'question', r.organisation_id, q.reason, q.asked_at from plausibility_questions q join responses r on r.id = q.response_id where q.asked_by = ?
union all select 'reply', r.organisation_id, q.reply, q.settled_at from plausibility_questions q join responses r on r.id = q.response_id where q.settled_by = ? and q.reply <> ''
union all select 'note', r.organisation_id, s.note, s.created_at from assignments s join responses r on r.id = s.response_id where s.created_by = ? and s.note <> ''
union all select 'effort', e.organisation_id, e.note, e.created_at from efforts e where e.person_id = ? and e.note <> ''
union all select 'judgement', j.organisation_id, j.text, j.updated_at from judgements j where j.recorded_by = ?
union all select 'evidence', r.organisation_id, case when f.title <> '' then f.title when f.file_name <> '' then f.file_name else f.link end, f.created_at
  from attachments f join responses r on r.id = f.response_id where f.created_by = ?`

func askTexts(person uuid.UUID, found *[]Text) models.Question {
	return models.Question{SQL: "select t.kind, o.name, t.text, t.at from (" + textsOf + `) t join organisations o on o.id = t.organisation_id
order by t.at desc, t.kind, t.text limit ?`, Args: []any{person, person, person, person, person, person, person, mostWritten}, Read: func(rows models.Rows) error {
		for rows.Next() {
			var t Text
			if err := rows.Scan(&t.Kind, &t.Municipality, &t.Text, &t.At); err != nil {
				return err
			}
			*found = append(*found, t)
		}
		return nil
	}}
}

func askHandedTo(person uuid.UUID, found *[]Handed) models.Question {
	return models.Question{SQL: `select o.name, n.name, s.goal, s.name, s.email, s.note, s.deadline, s.state, s.created_at from assignments s
join responses r on r.id = s.response_id join rounds n on n.id = r.round_id join organisations o on o.id = r.organisation_id
where s.person_id = ? order by s.created_at desc, s.id limit ?`, Args: []any{person, mostWritten}, Read: func(rows models.Rows) error {
		for rows.Next() {
			var h Handed
			if err := rows.Scan(&h.Municipality, &h.Round, &h.Goal, &h.Name, &h.Email, &h.Note, &h.Deadline, &h.State, &h.At); err != nil {
				return err
			}
			*found = append(*found, h)
		}
		return nil
	}}
}
