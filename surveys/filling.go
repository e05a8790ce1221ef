package surveys

import (
	"context"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// FilledRow is an answer that was filled in elsewhere. Version is that of the answer
// which stood there when it was taken along, 0 for none.
type FilledRow struct {
	Code    string
	Version int
	Input   AnswerInput
}

// Filling is what becomes of answers that were filled in elsewhere. Saved tells
// whether the sound ones are saved now, or would be.
type Filling struct {
	Saved     bool
	Sound     []FilledAnswer
	Overtaken []FilledAnswer // somebody answered since: they are left alone
	Faults    []FilledFault

	Entries, EntriesOvertaken []FilledOwn // the same of own questions
}

// FilledAnswer is an answer with what stands there, and who wrote that.
type FilledAnswer struct {
	Question indicators.Indicator
	Before   *AnswerRecord
	After    *AnswerRecord
	By       string
}

// FilledFault is an answer that can't be saved as it is. That of an own question has
// its name as Code, and the row of a repeat that it is in.
type FilledFault struct {
	Code   string
	Row    int
	Fields []fault.Field
}

// Filled are the ways to take answers that were filled in elsewhere: Save them or only
// look at what would become of them, and Overtake what was answered since.
type Filled struct {
	Save, Overtake bool
}

// FillIn takes answers that were filled in elsewhere, to indicators and to own
// questions. The sound ones are saved in one
// transaction; those that somebody changed since are left alone unless the actor says
// otherwise.
func (s *Service) FillIn(ctx context.Context, a orgs.Actor, id uuid.UUID, rows []FilledRow, entries []FilledEntry, how Filled) (Filling, error) {
	var filling Filling
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		filling = Filling{Saved: how.Save}
		o, err := s.hold(tx, a, id)
		if err != nil {
			return err
		}
		if err := mayAct(a, o.situation(), Edit, ""); err != nil {
			return err
		}
		questions, err := s.questions(tx, o, 0)
		if err != nil {
			return err
		}
		given, err := answersOf(tx, id)
		if err != nil {
			return err
		}
		byCode := make(map[string]AnsweredQuestion, len(questions))
		for _, q := range questions {
			byCode[q.Question.Code] = q
		}
		for _, row := range rows {
			if err := s.fill(tx, a, &o, byCode, given, row, how, &filling); err != nil {
				return err
			}
		}
		return s.fillEntries(tx, a, &o, entries, how, &filling)
	})
	return filling, err
}

func (s *Service) fill(
	tx *models.Tx, a orgs.Actor, o *opened, questions map[string]AnsweredQuestion, given map[uuid.UUID]models.Answer, row FilledRow, how Filled, filling *Filling,
) error {
	q, asked := questions[row.Code]
	if !asked {
		filling.Faults = append(filling.Faults, FilledFault{row.Code, 0, []fault.Field{fault.OnField("code", "workbook_question")}})
		return nil
	}
	if o.mayEdit(a, q.Question.Goal) != nil {
		filling.Faults = append(filling.Faults, FilledFault{row.Code, 0, []fault.Field{fault.OnField("code", "workbook_locked")}})
		return nil
	}
	var before *models.Answer
	if standing, there := given[q.Question.ID]; there {
		before = &standing
	}
	next, faults := settled(before, q, row.Input)
	next.ResponseID, next.IndicatorID = o.response.ID, q.Question.ID
	found := FilledAnswer{Question: q.Question, Before: recordOf(before), After: recordOf(&next)}
	if q.Answer != nil && q.Answer.By != nil {
		found.By = q.Answer.By.Name
	}
	switch {
	case len(faults) > 0:
		filling.Faults = append(filling.Faults, FilledFault{row.Code, 0, faults})
		return nil
	case before != nil && same(*before, next):
		return nil // it says what stands there
	case o.keepsGiven(before, &next) != nil:
		filling.Faults = append(filling.Faults, FilledFault{row.Code, 0, []fault.Field{fault.OnField("value", "given_by_own", "question", labelOf(q.GivenBy, o.whole.Form))}})
		return nil
	case versionOf(before) != row.Version && !how.Overtake:
		filling.Overtaken = append(filling.Overtaken, found)
		return nil
	}
	filling.Sound = append(filling.Sound, found)
	if !how.Save {
		return nil
	}
	return s.write(tx, a, o, before, &next)
}

// settled makes the answer that would stand in place of the one before, or says what
// must be mended.
func settled(before *models.Answer, q AnsweredQuestion, in AnswerInput) (models.Answer, []fault.Field) {
	statistic := q.Statistic
	if stillConfirmed(before, in) {
		statistic = nil // whatever statistics say by now, this figure was confirmed
	}
	kept, faults := judged(q.Question.Definition, statistic, in)
	if len(faults) > 0 {
		return models.Answer{}, faults
	}
	return answered(before, q, kept), nil
}
