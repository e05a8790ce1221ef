package surveys

import (
	"slices"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// Beside is what belongs to a submitted revision and does not stand in its document,
// since it came later: the decisions on it, the questions about it that were asked or
// settled, and how it came to be.
type Beside struct {
	Decisions []Anchoring
	Asked     []PlausibilityQuestion
	History   []Event
	// Kept tells what the reader may not see: the questions are for the municipality and
	// those who check, the history for the municipality alone.
	Kept []string
}

// What may be kept from a reader.
const (
	KeptQuestions = "questions"
	KeptHistory   = "history"
)

func (t Taken) beside(tx *models.Tx, a orgs.Actor, id uuid.UUID, withHistory bool) (b Beside, err error) {
	o, err := withRound(tx, id, false)
	if err != nil {
		return b, err
	}
	if b.Decisions, err = anchoringsShown(tx, o.response); err != nil {
		return b, err
	}
	b.Decisions = slices.DeleteFunc(b.Decisions, func(x Anchoring) bool { return x.Revision != t.Document.Revision })
	if mine(a, o.response) || a.Has(orgs.Coordinator) || a.Has(orgs.Verifier) {
		b.Asked, err = t.asked(tx, id)
	} else {
		b.Kept = append(b.Kept, KeptQuestions)
	}
	switch {
	case err != nil || !withHistory:
		return b, err
	case !mine(a, o.response):
		b.Kept = append(b.Kept, KeptHistory)
		return b, nil
	}
	b.History, err = chronicle(tx, o.response)
	return b, err
}

// asked gives the questions that were asked about the revision, and those that it
// settled.
func (t Taken) asked(tx *models.Tx, id uuid.UUID) ([]PlausibilityQuestion, error) {
	rows, err := questionsOf(tx, id)
	if err != nil {
		return nil, err
	}
	rows = slices.DeleteFunc(rows, func(q models.PlausibilityQuestion) bool {
		return q.Revision != t.Document.Revision && q.SettledRevision != t.Document.Revision
	})
	list, err := withPeople(tx, rows)
	about := answersIn(t.Document)
	for i, row := range rows {
		if row.IndicatorID != nil {
			if indicator, there := t.Questions[about[*row.IndicatorID].VersionID]; there {
				list[i].Indicator, list[i].Goal = &indicator, indicator.Goal
			}
		} else if t.Own != nil {
			if item, goal, _, known := t.Own.Item(row.Question); known {
				list[i].Asked, list[i].Goal = models.Text(item.Label), goal
			}
		}
	}
	return list, err
}
