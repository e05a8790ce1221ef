package surveys

import (
	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/models"
)

// earlierSubmission is what counts of a municipality in an earlier round.
type earlierSubmission struct {
	id    uuid.UUID
	round string // its name
}

// earlierAnswers are the answers of earlier rounds, the newest round first.
type earlierAnswers []earlierRound

type earlierRound struct {
	name    string
	answers map[uuid.UUID]DocumentAnswer // by indicator
}

// earlierAnswer is what was submitted last on one indicator.
type earlierAnswer struct {
	DocumentAnswer
	round string
}

// to finds the last answer to an indicator; one of the same code in another
// catalogue is the same question.
func (e earlierAnswers) to(i indicators.Indicator) (earlierAnswer, bool) {
	for _, round := range e {
		if answer, there := round.answers[i.ID]; there {
			return earlierAnswer{answer, round.name}, true
		}
		for _, answer := range round.answers {
			if answer.Code == i.Code {
				return earlierAnswer{answer, round.name}, true
			}
		}
	}
	return earlierAnswer{}, false
}

// figure is the answer as it stands beside the question.
func (e earlierAnswer) figure() *Figure {
	f := &Figure{State: string(e.State), Value: e.Value, Year: e.Year, Source: e.Source, Comment: e.Comment, Round: e.round}
	if f.Source == "" {
		f.Source = e.round
	}
	return f
}

// earlierKept is how much of submitted documents is kept in memory, in bytes of
// their text. They never change, and every answer that is saved is compared with one.
const earlierKept = 4 << 20

// earlierAnswers reads submissions, the newest first. What has been read before is
// not asked for again.
func (s *Service) earlierAnswers(tx *models.Tx, list []earlierSubmission) (earlierAnswers, error) {
	var all earlierAnswers
	for _, sub := range list {
		answers, known := s.earlier.Get(sub.id)
		if !known {
			text, err := documentOf(tx, sub.id)
			if err != nil {
				return nil, err
			}
			document, err := parseDocument(text)
			if err != nil {
				return nil, err
			}
			answers = make(map[uuid.UUID]DocumentAnswer, len(document.Answers))
			for _, answer := range document.Answers {
				answers[answer.IndicatorID] = answer
			}
			s.earlier.Put(sub.id, answers, len(text))
		}
		all = append(all, earlierRound{sub.round, answers})
	}
	return all, nil
}

// repeats gives the earlier answer as it can be given again; false where there is
// none, or where it does not fit the question or what statistics say by now.
func (q AnsweredQuestion) repeats() (AnswerInput, bool) {
	if q.last == nil || q.last.State == NotAnswered {
		return AnswerInput{}, false
	}
	in := AnswerInput{
		State: q.last.State, Value: q.last.Value, Choice: q.last.Choice, Parts: q.last.Parts, Reason: q.last.Reason,
		Quality: q.last.Quality, Source: q.last.Source, Comment: q.last.Comment, PriorityReason: q.last.PriorityReason,
	}
	kept, faults := judged(q.Question.Definition, q.Statistic, in)
	return kept, len(faults) == 0
}

// Repeatable tells whether "unchanged" can answer the question.
func (q AnsweredQuestion) Repeatable() bool {
	_, fits := q.repeats()
	return fits && (q.Answer == nil || q.Answer.Origin == OriginTakenOver)
}
