package surveys

import (
	"context"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// QuestionState is what has become of a plausibility question.
type QuestionState string

// The states of a question. All but the first are final.
const (
	QuestionOpen      QuestionState = "open"
	QuestionCorrected QuestionState = "corrected"
	QuestionStoodBy   QuestionState = "stood_by"
	QuestionWithdrawn QuestionState = "withdrawn"
)

// PlausibilityQuestion is asked of one answer of a submitted revision. Indicator is nil
// where it is about a question of the questionnaire's own, which Question then names.
type PlausibilityQuestion struct {
	models.PlausibilityQuestion
	Indicator *indicators.Indicator
	Asked     models.Text // what that question asks; nil where it is asked no more
	Goal      int         // 0 for a question of no goal
	AskedBy   *Who
	SettledBy *Who
}

// About gives what a question is about: the code of the indicator, or the name of the
// own question, and what that is called.
func (q PlausibilityQuestion) About() (code string, name models.Text) {
	switch {
	case q.Indicator != nil:
		return q.Indicator.Code, q.Indicator.Name
	case q.Asked == nil: // it is asked no more
		return q.Question, models.Text{"nb": q.Question, "nn": q.Question, "en": q.Question}
	}
	return q.Question, q.Asked
}

// maxQuestions is how many questions a response may get in all its revisions.
const maxQuestions = 500

// AskQuestion asks the municipality about an answer of the latest submitted
// revision, which the actor has read as number revision: that to an indicator, or to a
// question of the questionnaire's own; exactly one of the two is given. One question on
// an answer is open at a time. The first one sends a letter to the municipality.
func (s *Service) AskQuestion(ctx context.Context, a orgs.Actor, id uuid.UUID, revision int, code, question, reason string) (PlausibilityQuestion, error) {
	var asked PlausibilityQuestion
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := s.holdSubmitted(tx, a, id)
		if err != nil {
			return err
		}
		if err := mayAct(a, o.situation(), Ask, reason); err != nil {
			return err
		}
		if o.response.Revision != revision {
			return fault.New(fault.Conflict, "revision-not-latest", "latest", o.response.Revision)
		}
		indicator, err := answeredIn(tx, id, revision, code, question)
		if err != nil {
			return err
		}
		row := models.PlausibilityQuestion{
			Base:       models.Base{ID: models.NewID(), Version: 1, CreatedAt: tx.Now, UpdatedAt: tx.Now},
			ResponseID: id, Revision: revision, IndicatorID: indicator, Question: question, Reason: strings.TrimSpace(reason),
			State: string(QuestionOpen), AskedBy: byWhom(a), AskedAt: tx.Now,
		}
		if err := mayBeAsked(tx, row); err != nil {
			return err
		}
		if err := tx.G.Create(&row).Error; err != nil {
			return err
		}
		before := o.response
		o.response.State = string(Ask.leadsTo(ResponseState(before.State)))
		if err := s.store(tx, a, before, &o.response, "response.ask"); err != nil {
			return err
		}
		if before.State == string(Submitted) {
			if err := s.tellMunicipality(tx, o); err != nil {
				return err
			}
		}
		if err := auditQuestion(tx, a, "question.ask", nil, &row); err != nil {
			return err
		}
		asked, err = s.questionShown(tx, o, row)
		return err
	})
	return asked, err
}

// answeredIn finds what a submitted revision answers: the indicator of a code, or nil
// and no fault for an own question of that name.
func answeredIn(tx *models.Tx, response uuid.UUID, revision int, code, question string) (*uuid.UUID, error) {
	row, err := submissionOf(tx, response, revision)
	if err != nil {
		return nil, err
	}
	document, err := parseDocument(row.Document)
	if err != nil {
		return nil, err
	}
	switch {
	case code != "" && question != "":
		return nil, fault.InvalidFields(fault.OnField("question", "not_asked"))
	case question == "":
		for _, answer := range document.Answers {
			if answer.Code == code {
				return &answer.IndicatorID, nil
			}
		}
		return nil, fault.InvalidFields(fault.OnField("code", "not_in_list"))
	case !slices.ContainsFunc(document.Entries, func(e DocumentEntry) bool { return e.Name == question }):
		return nil, fault.InvalidFields(fault.OnField("question", "not_in_list"))
	}
	return nil, nil
}

// mayBeAsked tells whether a question about the same answer is open already, or there
// are too many.
func mayBeAsked(tx *models.Tx, row models.PlausibilityQuestion) error {
	rows, err := questionsOf(tx, row.ResponseID)
	if err != nil {
		return err
	}
	if slices.ContainsFunc(rows, func(q models.PlausibilityQuestion) bool {
		return isAbout(q, row.IndicatorID, row.Question) && q.State == string(QuestionOpen)
	}) {
		return fault.New(fault.Conflict, "already-asked")
	}
	if len(rows) >= maxQuestions {
		return fault.New(fault.Conflict, "too-many-questions", "max", maxQuestions)
	}
	return nil
}

// isAbout tells whether a question is about the answer to an indicator, or where that is
// nil to an own question.
func isAbout(q models.PlausibilityQuestion, indicator *uuid.UUID, question string) bool {
	if indicator == nil || q.IndicatorID == nil {
		return indicator == q.IndicatorID && q.Question == question
	}
	return *q.IndicatorID == *indicator
}

// StandBy answers a question of the actor's municipality by standing by the figure,
// with a reason. Once no question is open, the response is submitted again as it
// was, and those who asked get a letter.
func (s *Service) StandBy(ctx context.Context, a orgs.Actor, id, question uuid.UUID, reason string) (PlausibilityQuestion, error) {
	return s.settle(ctx, a, s.hold, StandBy, id, question, reason)
}

// WithdrawQuestion takes a question back that should not have been asked.
func (s *Service) WithdrawQuestion(ctx context.Context, a orgs.Actor, id, question uuid.UUID) (PlausibilityQuestion, error) {
	return s.settle(ctx, a, s.holdSubmitted, WithdrawQuestion, id, question, "")
}

func (s *Service) settle(ctx context.Context, a orgs.Actor, hold func(*models.Tx, orgs.Actor, uuid.UUID) (opened, error),
	action Action, id, question uuid.UUID, reason string,
) (PlausibilityQuestion, error) {
	var settled PlausibilityQuestion
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := hold(tx, a, id)
		if err != nil {
			return err
		}
		rows, err := questionsOf(tx, id)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(rows, func(q models.PlausibilityQuestion) bool { return q.ID == question })
		if i < 0 {
			return fault.Missing()
		}
		if err := mayAct(a, o.situation(), action, reason); err != nil {
			return err
		}
		if rows[i].State != string(QuestionOpen) {
			return fault.New(fault.Conflict, "question-settled")
		}
		before := rows[i]
		rows[i].State, rows[i].Reply = string(QuestionStoodBy), strings.TrimSpace(reason)
		if action == WithdrawQuestion {
			rows[i].State = string(QuestionWithdrawn)
		}
		rows[i].SettledBy, rows[i].SettledAt = byWhom(a), moment(tx.Now)
		if err := s.settled(tx, a, "question."+string(action), before, &rows[i]); err != nil {
			return err
		}
		if err := s.afterSettling(tx, a, o, action, rows); err != nil {
			return err
		}
		settled, err = s.questionShown(tx, o, rows[i])
		return err
	})
	return settled, err
}

// afterSettling takes the response on, where no question of it is open any more.
func (s *Service) afterSettling(tx *models.Tx, a orgs.Actor, o opened, action Action, rows []models.PlausibilityQuestion) error {
	before := o.response
	last := !slices.ContainsFunc(rows, func(q models.PlausibilityQuestion) bool { return q.State == string(QuestionOpen) })
	if last {
		o.response.State = string(action.leadsTo(ResponseState(before.State)))
	}
	if err := s.store(tx, a, before, &o.response, "response."+string(action)); err != nil {
		return err
	}
	if last && action == StandBy && o.response.State == string(Submitted) {
		return s.tellAskers(tx, o, rows)
	}
	return nil
}

// settled writes a question that is settled, with its audit row.
func (s *Service) settled(tx *models.Tx, a orgs.Actor, action string, before models.PlausibilityQuestion, after *models.PlausibilityQuestion) error {
	if err := updateQuestion(tx, after); err != nil {
		return err
	}
	return auditQuestion(tx, a, action, &before, after)
}

// byWhom gives the person who acts; nil where the service itself does.
func byWhom(a orgs.Actor) *uuid.UUID {
	if !a.SignedIn() {
		return nil
	}
	return &a.Person
}

// questionRecord is what the audit keeps of a question.
type questionRecord struct {
	Response  uuid.UUID  `json:"responseId"`
	Indicator *uuid.UUID `json:"indicatorId"`
	Question  string     `json:"question,omitempty"`
	Revision  int        `json:"revision"`
	State     string     `json:"state"`
	Reason    string     `json:"reason"`
	Reply     string     `json:"reply,omitempty"`
	Settled   *time.Time `json:"settledAt,omitempty"`
	Corrected int        `json:"settledRevision,omitempty"`
}

func auditQuestion(tx *models.Tx, a orgs.Actor, action string, before, after *models.PlausibilityQuestion) error {
	record := func(q *models.PlausibilityQuestion) any {
		if q == nil {
			return nil
		}
		return questionRecord{q.ResponseID, q.IndicatorID, q.Question, q.Revision, q.State, q.Reason, q.Reply, q.SettledAt, q.SettledRevision}
	}
	return orgs.Audit(tx, a, orgs.Change{Action: action, Kind: "question", ID: after.ID.String(), Before: record(before), After: record(after)})
}
