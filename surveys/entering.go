package surveys

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/form"
)

// SaveEntry saves the answer to one own question, in a row of a repeat or in row 0;
// nil takes it away. ifVersion is the entry's version, 0 where there is none; a stale
// one is a fault with the [Entry] as it is now. What stands there already, word for
// word, is given back whatever the version. What other answers make of it is not
// looked at: half a questionnaire may not hold yet.
func (s *Service) SaveEntry(ctx context.Context, a orgs.Actor, id uuid.UUID, name string, row, ifVersion int, value any) (saved Entry, err error) {
	err = s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := s.hold(tx, a, id)
		if err != nil {
			return err
		}
		entries, err := entriesOf(tx, o)
		if err != nil {
			return err
		}
		goal, kept, err := o.accept(entries, name, row, value)
		if err != nil {
			return err
		}
		if err := o.mayEdit(a, goal); err != nil {
			return err
		}
		before := entryAt(entries, name, row)
		next := models.Entry{ResponseID: id, Name: name, Row: row, Value: kept, UpdatedAt: tx.Now}
		if a.SignedIn() {
			next.UpdatedBy = &a.Person
		}
		switch {
		case before == nil && kept == "":
			return nil // there was none, and there is none
		case before != nil && before.Value == kept:
			saved, err = entryShown(tx, *before)
			return err
		case entryVersion(before) != ifVersion:
			return staleEntry(tx, before)
		}
		if err := o.handedIn(tx, name, kept); err != nil {
			return err
		}
		if err := s.writeEntry(tx, a, &o, before, &next); err != nil {
			return err
		}
		if err := o.clearFiles(tx, a, name, withEntry(entries, next), before); err != nil {
			return err
		}
		if err := s.settleGiven(tx, a, &o); err != nil {
			return err
		}
		saved, err = entryShown(tx, next)
		return err
	})
	if saved.Name == "" {
		saved.Name, saved.Row = name, row
	}
	return saved, err
}

// accept gives the goal of an own question, and its answer as it is stored. A question
// that is not asked, or not in this row, is not there.
func (o opened) accept(entries []models.Entry, name string, row int, value any) (goal int, kept string, err error) {
	goal, repeat, known := o.entryPlace(name, row)
	if !known {
		return 0, "", fault.Missing()
	}
	item, _, _, _ := o.asked.own.Item(name)
	if item.Kind == form.Repeat && item.Count != "" {
		return 0, "", fault.Missing()
	}
	if repeat != nil && !slices.Contains(rowsOf(entries, repeat), row) {
		return 0, "", fault.Missing()
	}
	accepted, faults := any(nil), []fault.Field(nil)
	if item.Kind == form.Repeat {
		accepted, faults = acceptRows(value)
	} else {
		accepted, faults = o.asked.own.Accept(name, value)
	}
	if len(faults) > 0 {
		for i, f := range faults {
			faults[i].Path = "value"
			if f.Path != "" {
				faults[i].Path += "." + f.Path
			}
		}
		return 0, "", fault.InvalidFields(faults...)
	}
	if accepted == nil {
		return goal, "", nil
	}
	text, err := json.Marshal(accepted)
	return goal, string(text), err
}

// entryPlace gives the goal of an own question and the repeat that it stands in; false
// where it is not asked, or not in such a row.
func (o opened) entryPlace(name string, row int) (goal int, repeat *form.Item, asked bool) {
	_, goal, asked = o.asksOwn(name)
	if !asked {
		return 0, nil, false
	}
	_, _, repeat, _ = o.asked.own.Item(name)
	return goal, repeat, (repeat == nil) == (row == 0)
}

// writeEntry stores an entry in place of the one before, with its audit row, and
// starts the response with its first answer.
func (s *Service) writeEntry(tx *models.Tx, a orgs.Actor, o *opened, before, next *models.Entry) error {
	action := "entry.save"
	if next.Value == "" {
		action = "entry.clear"
	}
	if before == nil {
		next.ID, next.Version = models.NewID(), 1
		if err := insertEntry(tx, next); err != nil {
			return err
		}
	} else {
		next.ID, next.Version = before.ID, before.Version
		saved, err := updateEntry(tx, next)
		if err != nil {
			return err
		}
		if !saved {
			return fault.New(fault.Stale, "stale")
		}
	}
	err := orgs.Audit(tx, a, orgs.Change{
		Action: action, Kind: "entry", ID: next.ID.String(), Before: entryRecord(before), After: entryRecord(next),
	})
	if err == nil {
		_, goal, _ := o.asksOwn(next.Name)
		err = o.begun(tx, a, goal)
	}
	if err != nil || o.response.State != string(NotStarted) {
		return err
	}
	unstarted := o.response
	o.response.State = string(InProgress)
	return s.store(tx, a, unstarted, &o.response, "response.start")
}

// entryRecord is an entry as the audit keeps it.
func entryRecord(e *models.Entry) any {
	if e == nil || e.Value == "" {
		return nil
	}
	return map[string]any{"name": e.Name, "row": e.Row, "value": json.RawMessage(e.Value)}
}

// ownQuestions gives the own questions of a response, as far as the reader may see
// them, with what was answered.
func (s *Service) ownQuestions(tx *models.Tx, o opened) (*OwnQuestions, error) {
	rows, err := entriesOf(tx, o)
	if err != nil {
		return nil, err
	}
	rows = slices.DeleteFunc(rows, func(e models.Entry) bool {
		_, goal, _, known := o.asked.own.Item(e.Name)
		_, here := o.asked.section(goal)
		return !known || !here
	})
	for i, row := range rows {
		rows[i] = o.asked.fitting(row)
	}
	entries, err := entriesShown(tx, rows)
	if err != nil {
		return nil, err
	}
	files, err := filesNamed(tx, o.response.ID, rows)
	return &OwnQuestions{Form: *o.asked.Form, Entries: entries, Files: files, Asked: o.asked.own}, err
}

// withEntry gives entries with one in place of what stood there.
func withEntry(entries []models.Entry, next models.Entry) []models.Entry {
	others := slices.DeleteFunc(slices.Clone(entries), func(e models.Entry) bool { return e.Name == next.Name && e.Row == next.Row })
	return append(others, next)
}

func entryAt(entries []models.Entry, name string, row int) *models.Entry {
	for i, e := range entries {
		if e.Name == name && e.Row == row {
			return &entries[i]
		}
	}
	return nil
}

// entryVersion counts an entry that was taken away on: whoever takes it away must
// have seen it.
func entryVersion(e *models.Entry) int {
	if e == nil {
		return 0
	}
	return e.Version
}

func staleEntry(tx *models.Tx, row *models.Entry) error {
	stale := fault.New(fault.Stale, "stale")
	if row != nil {
		now, err := entryShown(tx, *row)
		if err != nil {
			return err
		}
		stale.Current = now
	}
	return stale
}

func entryShown(tx *models.Tx, row models.Entry) (Entry, error) {
	list, err := entriesShown(tx, []models.Entry{row})
	if err != nil {
		return Entry{}, err
	}
	return list[0], nil
}

// entriesShown gives entries fit for showing.
func entriesShown(tx *models.Tx, rows []models.Entry) ([]Entry, error) {
	var people []uuid.UUID
	for _, row := range rows {
		if row.UpdatedBy != nil && !slices.Contains(people, *row.UpdatedBy) {
			people = append(people, *row.UpdatedBy)
		}
	}
	names, err := orgs.PersonNames(tx, people)
	if err != nil {
		return nil, err
	}
	list := make([]Entry, len(rows))
	for i, row := range rows {
		value, err := entryValue(row)
		if err != nil {
			return nil, err
		}
		list[i] = Entry{Name: row.Name, Row: row.Row, Value: value, Version: row.Version, UpdatedAt: row.UpdatedAt}
		if row.UpdatedBy != nil && names[*row.UpdatedBy] != "" {
			list[i].By = &Who{ID: *row.UpdatedBy, Name: names[*row.UpdatedBy]}
		}
	}
	return list, nil
}
