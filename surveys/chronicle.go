package surveys

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// Event is one thing that happened to a response: to itself, to an answer or to an
// entry. Before and After are what was recorded of it, null for nothing. By is nil
// where the service itself acted.
type Event struct {
	At            time.Time
	Action        string // such as answer.save
	By            *Who
	Code          string // of the indicator or the own question; empty for the response itself
	Row           int    // of a repeat
	Before, After json.RawMessage
}

// chronicle gives all that happened to a response, oldest first.
func chronicle(tx *models.Tx, response models.Response) ([]Event, error) {
	about := map[string]Event{response.ID.String(): {}}
	codes, entries := map[uuid.UUID]string{}, []models.Entry{}
	if err := tx.Ask(askAnswerCodes(response.ID, codes), askEntries([]uuid.UUID{response.ID}, &entries)); err != nil {
		return nil, err
	}
	for answer, code := range codes {
		about[answer.String()] = Event{Code: code}
	}
	for _, row := range entries {
		about[row.ID.String()] = Event{Code: row.Name, Row: row.Row}
	}
	ids := make([]string, 0, len(about))
	for id := range about {
		ids = append(ids, id)
	}
	rows, err := orgs.AuditOfAll(tx, []string{"response", "answer", "entry"}, ids)
	if err != nil {
		return nil, err
	}
	var people []uuid.UUID
	for _, row := range rows {
		people = appendPerson(people, row.PersonID)
	}
	names, err := orgs.PersonNames(tx, unique(people))
	if err != nil {
		return nil, err
	}
	list := make([]Event, len(rows))
	for i, row := range rows {
		var difference struct{ Before, After json.RawMessage }
		if err := json.Unmarshal([]byte(row.Difference), &difference); err != nil {
			return nil, fmt.Errorf("read what happened to %s %s: %w", row.ObjectKind, row.ObjectID, err)
		}
		list[i] = about[row.ObjectID]
		list[i].At, list[i].Action, list[i].By = row.At, row.Action, whoOf(names, row.PersonID)
		list[i].Before, list[i].After = difference.Before, difference.After
	}
	return list, nil
}
