package surveys

import (
	"context"
	"slices"
	"strings"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// AnswerComment is what somebody of the municipality says to one answer, for the
// others there: open until it is seen to. Indicator is nil where it is on a
// question of the questionnaire's own, which Question then names.
type AnswerComment struct {
	models.AnswerComment
	Indicator *indicators.Indicator
	Asked     models.Text // what that question asks; nil where it is asked no more
	Goal      int         // 0 for a question of no goal
	CreatedBy *Who
	DoneBy    *Who
}

// The states of a comment.
const (
	CommentOpen = "open"
	CommentDone = "done"
)

// maxComments is how many comments a response takes.
const maxComments = 2000

// ListComments gives the comments of a response of the actor's municipality: open
// ones first, then oldest first.
func (s *Service) ListComments(ctx context.Context, a orgs.Actor, id uuid.UUID) ([]AnswerComment, error) {
	var list []AnswerComment
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		o, err := s.open(tx, a, id)
		if err != nil {
			return err
		}
		rows, err := commentsOf(tx, id)
		if err != nil {
			return err
		}
		if a.Section != nil { // a link knows of its section alone
			rows = slices.DeleteFunc(rows, func(row models.AnswerComment) bool { return !o.asksAbout(row) })
		}
		list, err = s.commentsShown(tx, o, rows)
		slices.SortStableFunc(list, func(x, y AnswerComment) int { return strings.Compare(y.State, x.State) })
		return err
	})
	return list, err
}

// AddComment comments on the answer to an indicator, or to a question of the
// questionnaire's own; exactly one of the two is given.
func (s *Service) AddComment(ctx context.Context, a orgs.Actor, id uuid.UUID, code, question, text string) (AnswerComment, error) {
	return s.comment(ctx, a, id, func(tx *models.Tx, o opened) (models.AnswerComment, error) {
		row := models.AnswerComment{Base: models.Base{ID: models.NewID(), Version: 1, CreatedAt: tx.Now, UpdatedAt: tx.Now},
			ResponseID: id, Question: question, Text: strings.TrimSpace(text), State: CommentOpen, CreatedBy: byWhom(a)}
		if err := mayAct(a, o.situation(), Comment, ""); err != nil {
			return row, err
		}
		if row.Text == "" {
			return row, fault.InvalidFields(fault.OnField("text", "required"))
		}
		pinned, _, asked := o.asked.find(code)
		switch {
		case code != "" && question != "":
			return row, fault.InvalidFields(fault.OnField("question", "not_asked"))
		case asked:
			row.IndicatorID = &pinned.Indicator
		case code != "" || question == "":
			return row, fault.InvalidFields(fault.OnField("code", "not_in_list"))
		case !o.asksAbout(row):
			return row, fault.InvalidFields(fault.OnField("question", "not_in_list"))
		}
		rows, err := commentsOf(tx, id)
		if err != nil {
			return row, err
		}
		if len(rows) >= maxComments {
			return row, fault.New(fault.Conflict, "too-many-comments", "max", maxComments)
		}
		if err := tx.G.Create(&row).Error; err != nil {
			return row, err
		}
		return row, auditComment(tx, a, "comment.add", nil, &row)
	})
}

// MarkComment says that a comment is seen to, or that it isn't after all. A stale
// version is a fault whose Current is an [AnswerComment].
func (s *Service) MarkComment(ctx context.Context, a orgs.Actor, id, comment uuid.UUID, ifVersion int, done bool) (AnswerComment, error) {
	return s.comment(ctx, a, id, func(tx *models.Tx, o opened) (models.AnswerComment, error) {
		row, err := commentByID(tx, id, comment)
		if err == nil && a.Section != nil && !o.asksAbout(row) {
			err = fault.Missing()
		}
		if err == nil {
			err = mayAct(a, o.situation(), Comment, "")
		}
		if err != nil {
			return row, err
		}
		if row.Version != ifVersion {
			list, err := s.commentsShown(tx, o, []models.AnswerComment{row})
			if err != nil {
				return row, err
			}
			return row, &fault.Fault{Kind: fault.Stale, Code: "stale", Current: list[0]}
		}
		before := row
		row.State, row.DoneBy, row.DoneAt = CommentOpen, nil, nil
		if done {
			row.State, row.DoneBy, row.DoneAt = CommentDone, byWhom(a), moment(tx.Now)
		}
		if err := updateComment(tx, &row); err != nil {
			return row, err
		}
		return row, auditComment(tx, a, "comment.mark", &before, &row)
	})
}

// asksAbout tells whether the response asks what a comment is on, and where somebody
// has one section of it in hands, whether it is there.
func (o opened) asksAbout(row models.AnswerComment) bool {
	_, _, asked := o.place(row.IndicatorID, row.Question)
	return asked
}

// comment does something with a comment of a response, which is held so that its
// comments can be counted.
func (s *Service) comment(ctx context.Context, a orgs.Actor, id uuid.UUID, do func(*models.Tx, opened) (models.AnswerComment, error)) (AnswerComment, error) {
	var after AnswerComment
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := s.hold(tx, a, id)
		if err != nil {
			return err
		}
		row, err := do(tx, o)
		if err != nil {
			return err
		}
		list, err := s.commentsShown(tx, o, []models.AnswerComment{row})
		if err == nil {
			after = list[0]
		}
		return err
	})
	return after, err
}

func (s *Service) commentsShown(tx *models.Tx, o opened, rows []models.AnswerComment) ([]AnswerComment, error) {
	texts, err := s.indicators.Asked(tx, o.version.ID)
	if err != nil {
		return nil, err
	}
	var people []uuid.UUID
	for _, row := range rows {
		people = appendPerson(appendPerson(people, row.CreatedBy), row.DoneBy)
	}
	names, err := orgs.PersonNames(tx, unique(people))
	list := make([]AnswerComment, len(rows))
	for i, row := range rows {
		list[i] = AnswerComment{AnswerComment: row, CreatedBy: whoOf(names, row.CreatedBy), DoneBy: whoOf(names, row.DoneBy)}
		list[i].Indicator, list[i].Asked, list[i].Goal = o.about(texts, row.IndicatorID, row.Question)
	}
	return list, err
}

func auditComment(tx *models.Tx, a orgs.Actor, action string, before, after *models.AnswerComment) error {
	record := func(c *models.AnswerComment) any {
		if c == nil {
			return nil
		}
		return map[string]any{"responseId": c.ResponseID, "indicatorId": c.IndicatorID, "question": c.Question, "text": c.Text, "state": c.State}
	}
	return orgs.Audit(tx, a, orgs.Change{Action: action, Kind: "comment", ID: after.ID.String(), Before: record(before), After: record(after)})
}
