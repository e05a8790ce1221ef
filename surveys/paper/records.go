package paper

import (
	"encoding/json"
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/surveys"
)

// record is a file of the bundle in JSON.
type record struct {
	path    string
	content any
}

// decided is a decision as an archive gets it.
type decided struct {
	Level      string      `json:"level"` // administrative or political
	Revision   int         `json:"revision"`
	Body       string      `json:"body"`
	CaseNumber string      `json:"caseNumber"`
	DecidedOn  models.Date `json:"decidedOn"`
	Text       string      `json:"text"`
	Link       string      `json:"link"`
	RecordedBy string      `json:"recordedBy"`
	RecordedAt time.Time   `json:"recordedAt"`
}

// question is a question about an answer, with what became of it.
type question struct {
	Code            string     `json:"code"`
	Revision        int        `json:"revision"`
	Reason          string     `json:"reason"`
	AskedBy         string     `json:"askedBy"`
	AskedAt         time.Time  `json:"askedAt"`
	State           string     `json:"state"` // open, corrected, stood_by, withdrawn
	Reply           string     `json:"reply"`
	SettledBy       string     `json:"settledBy"`
	SettledAt       *time.Time `json:"settledAt"`
	SettledRevision int        `json:"settledRevision,omitempty"`
}

// happened is one line of the history.
type happened struct {
	At       time.Time       `json:"at"`
	Action   string          `json:"action"`
	By       string          `json:"by"`
	PersonID *uuid.UUID      `json:"personId"`
	Code     string          `json:"code,omitempty"`
	Row      int             `json:"row,omitempty"`
	Before   json.RawMessage `json:"before"`
	After    json.RawMessage `json:"after"`
}

// records are the files of a bundle that are made of what stands beside the document.
// One that the reader may not see is left out; one that says nothing is an empty list.
func records(t surveys.Taken) []record {
	var list []record
	if t.Own != nil {
		list = append(list, record{"own-questions.json", t.Own.Form()})
	}
	decisions := []decided{}
	for _, x := range t.Decisions {
		decisions = append(decisions, decided{x.Level, x.Revision, x.Body, x.CaseNumber, x.DecidedOn, x.Text, x.Link, nameOf(x.RecordedBy), x.UpdatedAt.UTC()})
	}
	list = append(list, record{"decisions.json", decisions})
	if !slices.Contains(t.Kept, surveys.KeptQuestions) {
		questions := []question{}
		for _, q := range t.Asked {
			code, _ := q.About()
			questions = append(questions, question{code, q.Revision, q.Reason, nameOf(q.AskedBy), q.AskedAt.UTC(), q.State, q.Reply, nameOf(q.SettledBy), q.SettledAt, q.SettledRevision})
		}
		list = append(list, record{"questions.json", questions})
	}
	if !slices.Contains(t.Kept, surveys.KeptHistory) {
		history := []happened{}
		for _, e := range t.History {
			one := happened{At: e.At.UTC(), Action: e.Action, By: nameOf(e.By), Code: e.Code, Row: e.Row, Before: e.Before, After: e.After}
			if e.By != nil {
				one.PersonID = &e.By.ID
			}
			history = append(history, one)
		}
		list = append(list, record{"history.json", history})
	}
	return list
}
