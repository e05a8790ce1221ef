package surveys

import (
	"encoding/json"
	"maps"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// openQuestion is a question that waits when a response is submitted again, with
// the document it was asked about.
type openQuestion struct {
	row      models.PlausibilityQuestion
	document string
}

// correct settles the open questions whose answers are others in the new revision,
// and tells whether one is left. Those who asked get a letter when none is.
func (s *Service) correct(tx *models.Tx, a orgs.Actor, o opened, waiting []openQuestion, now Document) (left bool, err error) {
	var settled []models.PlausibilityQuestion
	for _, w := range waiting {
		asked, err := parseDocument(w.document)
		if err != nil {
			return false, err
		}
		same, err := w.sameIn(asked, now)
		if err != nil {
			return false, err
		}
		if same {
			left = true
			continue
		}
		after := w.row
		after.State, after.SettledBy, after.SettledAt, after.SettledRevision = string(QuestionCorrected), byWhom(a), moment(tx.Now), now.Revision
		if err := s.settled(tx, a, "question.correct", w.row, &after); err != nil {
			return false, err
		}
		settled = append(settled, after)
	}
	if !left && len(settled) > 0 {
		return false, s.tellAskers(tx, o, settled)
	}
	return left, nil
}

// sameIn tells whether two revisions say the same where the question is about.
func (w openQuestion) sameIn(before, after Document) (bool, error) {
	if id := w.row.IndicatorID; id != nil {
		return sameFigure(answersIn(before)[*id], answersIn(after)[*id]), nil
	}
	was, err := entriesIn(before, w.row.Question)
	if err != nil {
		return false, err
	}
	is, err := entriesIn(after, w.row.Question)
	return was == is, err
}

// entriesIn writes what a revision answers to an own question, in all rows of a repeat.
func entriesIn(d Document, name string) (string, error) {
	said := map[int]any{}
	for _, e := range d.Entries {
		if e.Name == name {
			said[e.Row] = e.Value
		}
	}
	text, err := json.Marshal(said)
	return string(text), err
}

func answersIn(d Document) map[uuid.UUID]DocumentAnswer {
	found := make(map[uuid.UUID]DocumentAnswer, len(d.Answers))
	for _, answer := range d.Answers {
		found[answer.IndicatorID] = answer
	}
	return found
}

// sameFigure tells whether two answers say the same, whatever is written beside
// them. An answer that is not there is one that was left out since.
func sameFigure(x, y DocumentAnswer) bool {
	return x.State == y.State && equal(x.Value, y.Value) && x.Choice == y.Choice && maps.Equal(x.Parts, y.Parts)
}
