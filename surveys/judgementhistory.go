package surveys

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// JudgementChange is how a strength or weakness was worded from a moment on.
type JudgementChange struct {
	At time.Time
	Judgement
}

// JudgementHistory gives all wordings of one of the actor's municipality, oldest first.
func (s *Service) JudgementHistory(ctx context.Context, a orgs.Actor, id uuid.UUID) ([]JudgementChange, error) {
	var changes []JudgementChange
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		if _, err := ownJudgement(tx, a, id, false); err != nil {
			return err
		}
		events, err := orgs.AuditOf(tx, judgementKind, id.String())
		if err != nil {
			return err
		}
		wordings := make([]Judgement, len(events))
		for i, event := range events {
			if wordings[i], err = wordingOf(event); err != nil {
				return err
			}
		}
		if wordings, err = shownJudgements(tx, wordings); err != nil {
			return err
		}
		for i, w := range wordings {
			w.Version = i + 1
			changes = append(changes, JudgementChange{events[i].At, w})
		}
		return nil
	})
	return changes, err
}

// judgementsAt gives the list of a municipality as it stood at a moment, which the
// audit tells; nil is now.
func judgementsAt(tx *models.Tx, organisation uuid.UUID, at *time.Time) ([]Judgement, error) {
	rows, err := judgementsOf(tx, organisation)
	if err != nil {
		return nil, err
	}
	list := make([]Judgement, len(rows))
	for i, row := range rows {
		list[i] = judgementOf(row)
	}
	if at != nil {
		if list, err = asStood(tx, list, *at); err != nil {
			return nil, err
		}
	}
	return shownJudgements(tx, list)
}

// asStood gives each with the wording that it had, and leaves out what nobody had
// said yet.
func asStood(tx *models.Tx, list []Judgement, at time.Time) ([]Judgement, error) {
	ids := make([]string, len(list))
	for i, j := range list {
		ids[i] = j.ID.String()
	}
	events, err := orgs.AuditUntil(tx, judgementKind, ids, at)
	if err != nil {
		return nil, err
	}
	stood := map[uuid.UUID]Judgement{}
	for _, event := range events {
		wording, err := wordingOf(event)
		if err != nil {
			return nil, err
		}
		wording.Version = stood[wording.ID].Version + 1
		stood[wording.ID] = wording
	}
	var then []Judgement
	for _, j := range list {
		if wording, said := stood[j.ID]; said {
			then = append(then, wording)
		}
	}
	return then, nil
}

func wordingOf(event models.AuditEvent) (Judgement, error) {
	var difference struct{ After JudgementText }
	id, err := uuid.Parse(event.ObjectID)
	if err == nil {
		err = json.Unmarshal([]byte(event.Difference), &difference)
	}
	if err != nil {
		return Judgement{}, fmt.Errorf("read wording of judgement %s: %w", event.ObjectID, err)
	}
	return Judgement{ID: id, JudgementText: difference.After, by: event.PersonID}, nil
}

func judgementOf(row models.Judgement) Judgement {
	return Judgement{ID: row.ID, Version: row.Version, JudgementText: judgementTextOf(row), by: row.RecordedBy}
}

// shownJudgements puts in by whom each was said.
func shownJudgements(tx *models.Tx, list []Judgement) ([]Judgement, error) {
	var people []uuid.UUID
	for _, j := range list {
		people = appendPerson(people, j.by)
	}
	names, err := orgs.PersonNames(tx, unique(people))
	for i := range list {
		list[i].By = whoOf(names, list[i].by)
	}
	return list, err
}
