package surveys

import (
	"encoding/json"
	"slices"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/surveys/form"
)

// filledRows are rows of repeats by the repeat's name and their number.
type filledRows map[string]map[int]bool

func (f filledRows) has(repeat *form.Item, row FilledEntry) bool {
	return row.Added && repeat != nil && f[repeat.Name][row.Row]
}

// met finds the rows which were begun elsewhere and whose number somebody has used
// since for another one, which says something that they don't: half of each would make
// a row that nobody wrote.
func (o opened) met(stored []models.Entry, filled []FilledEntry) (filledRows, error) {
	type cell struct {
		name string
		row  int
	}
	said, met := map[cell]string{}, filledRows{}
	for _, f := range filled {
		_, repeat, asked := o.entryPlace(f.Name, f.Row)
		if !f.Added || !asked || repeat == nil {
			continue
		}
		_, kept, err := o.accept(withRow(stored, repeat, f.Row), f.Name, f.Row, f.Value)
		if _, refused := fault.As(err); err != nil && !refused {
			return nil, err
		}
		said[cell{f.Name, f.Row}] = kept
		if met[repeat.Name] == nil {
			met[repeat.Name] = map[int]bool{}
		}
		met[repeat.Name][f.Row] = false
	}
	for _, e := range stored {
		_, repeat, asked := o.entryPlace(e.Name, e.Row)
		if !asked || repeat == nil || e.Value == "" {
			continue
		}
		if _, begun := met[repeat.Name][e.Row]; begun && said[cell{e.Name, e.Row}] != e.Value {
			met[repeat.Name][e.Row] = true
		}
	}
	return met, nil
}

// rowsIn gives the numbers of the rows that were added to a repeat.
func rowsIn(entries []models.Entry, repeat string) []int {
	if e := entryAt(entries, repeat, 0); e != nil {
		value, _ := entryValue(*e)
		return rowNumbers(value)
	}
	return nil
}

// withRow gives entries with a row more in a repeat where people add rows and it is not
// there yet.
func withRow(entries []models.Entry, repeat *form.Item, row int) []models.Entry {
	if repeat == nil || repeat.Count != "" || slices.Contains(rowsIn(entries, repeat.Name), row) {
		return entries
	}
	rows := models.Entry{Name: repeat.Name}
	if standing := entryAt(entries, repeat.Name, 0); standing != nil {
		rows = *standing
	}
	text, err := json.Marshal(append(rowsIn(entries, repeat.Name), row))
	if err != nil {
		return entries // numbers are always written
	}
	rows.Value = string(text)
	return withEntry(entries, rows)
}
