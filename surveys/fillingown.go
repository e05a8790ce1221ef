package surveys

import (
	"slices"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/form"
)

// FilledEntry is an answer to an own question that was filled in elsewhere, in a row
// of a repeat or in row 0. Version is that of the entry which stood there when it was
// taken along, 0 for none; Added tells a row that was begun elsewhere.
type FilledEntry struct {
	Name    string
	Row     int
	Added   bool
	Version int
	Value   any
}

// FilledOwn is an answer to an own question with what stands there, and who wrote that.
type FilledOwn struct {
	Before, After DocumentEntry
	By            string
}

// entryChange is an entry that takes another one's place.
type entryChange struct {
	before *models.Entry
	next   models.Entry
	repeat *form.Item // whose row it is in, nil for none
}

// fillEntries takes answers to own questions by the rules of [Service.SaveEntry]. What
// the other answers hide, those that come along among them, is not taken.
func (s *Service) fillEntries(tx *models.Tx, a orgs.Actor, o *opened, rows []FilledEntry, how Filled, filling *Filling) error {
	if len(rows) == 0 {
		return nil
	}
	stored, err := entriesOf(tx, *o)
	if err != nil {
		return err
	}
	met, err := o.met(stored, rows)
	if err != nil {
		return err
	}
	then, sound := stored, []entryChange(nil)
	for _, row := range rows {
		change, faults, err := o.changeOf(a, then, row)
		if err != nil {
			return err
		}
		change.next.UpdatedAt = tx.Now
		if a.SignedIn() {
			change.next.UpdatedBy = &a.Person
		}
		switch {
		case len(faults) > 0:
			filling.Faults = append(filling.Faults, FilledFault{row.Name, row.Row, faults})
		case change.before == nil && change.next.Value == "" || change.before != nil && change.before.Value == change.next.Value:
			// it says what stands there
		case !how.Overtake && (entryVersion(change.before) != row.Version || met.has(change.repeat, row)):
			if filling.EntriesOvertaken, err = o.listed(tx, filling.EntriesOvertaken, change); err != nil {
				return err
			}
		default:
			then, sound = withEntry(withRow(then, change.repeat, row.Row), change.next), append(sound, change)
		}
	}
	states, err := o.asked.standing(then, tx.Now)
	if err != nil {
		return err
	}
	for _, change := range sound {
		if !visible(states, change.next) {
			filling.Faults = append(filling.Faults, FilledFault{change.next.Name, change.next.Row, []fault.Field{fault.OnField("value", "workbook_hidden")}})
			continue
		}
		if filling.Entries, err = o.listed(tx, filling.Entries, change); err != nil {
			return err
		}
		if !how.Save {
			continue
		}
		if stored, err = s.takeEntry(tx, a, o, stored, change); err != nil {
			return err
		}
	}
	if !how.Save || len(filling.Entries) == 0 {
		return nil
	}
	return s.settleGiven(tx, a, o)
}

// changeOf makes of an answer that was filled in what would be stored, or says what
// must be mended.
func (o opened) changeOf(a orgs.Actor, entries []models.Entry, row FilledEntry) (entryChange, []fault.Field, error) {
	none := func(path, code string, params ...any) (entryChange, []fault.Field, error) {
		return entryChange{}, []fault.Field{fault.OnField(path, code, params...)}, nil
	}
	goal, repeat, asked := o.entryPlace(row.Name, row.Row)
	if !asked {
		return none("code", "workbook_question")
	}
	change := entryChange{repeat: repeat, before: entryAt(entries, row.Name, row.Row),
		next: models.Entry{ResponseID: o.response.ID, Name: row.Name, Row: row.Row}}
	if row.Added {
		entries = withRow(entries, repeat, row.Row)
	}
	if repeat != nil && len(rowsIn(entries, repeat.Name)) > form.MaxRows {
		return none("code", "form_too_many", "max", form.MaxRows)
	}
	if o.mayEdit(a, goal) != nil {
		return none("code", "workbook_locked")
	}
	_, kept, err := o.accept(entries, row.Name, row.Row, row.Value)
	refused, _ := fault.As(err)
	switch {
	case err == nil:
		change.next.Value = kept
		return change, nil, nil
	case refused != nil && refused.Kind == fault.Invalid:
		return entryChange{}, refused.Fields, nil
	case refused != nil && refused.Kind == fault.NotFound:
		return none("code", "workbook_row")
	}
	return entryChange{}, nil, err
}

// takeEntry stores an entry, and the row that it stands in where that is new, and
// gives all entries as they are then.
func (s *Service) takeEntry(tx *models.Tx, a orgs.Actor, o *opened, stored []models.Entry, change entryChange) ([]models.Entry, error) {
	if repeat := change.repeat; repeat != nil && repeat.Count == "" && !slices.Contains(rowsIn(stored, repeat.Name), change.next.Row) {
		rows := *entryAt(withRow(stored, repeat, change.next.Row), repeat.Name, 0)
		rows.ResponseID, rows.UpdatedAt, rows.UpdatedBy = o.response.ID, change.next.UpdatedAt, change.next.UpdatedBy
		if err := s.writeEntry(tx, a, o, entryAt(stored, rows.Name, 0), &rows); err != nil {
			return nil, err
		}
		stored = withEntry(stored, rows)
	}
	next := change.next
	err := s.writeEntry(tx, a, o, change.before, &next)
	return withEntry(stored, next), err
}

// listed adds a change fit for showing to a list.
func (o opened) listed(tx *models.Tx, list []FilledOwn, change entryChange) ([]FilledOwn, error) {
	one := FilledOwn{After: DocumentEntry{Name: change.next.Name, Row: change.next.Row}}
	one.Before = one.After
	var err error
	if one.After.Value, err = entryValue(change.next); err != nil || change.before == nil {
		return append(list, one), err
	}
	before, err := entryShown(tx, *change.before)
	one.Before.Value = before.Value
	if before.By != nil {
		one.By = before.By.Name
	}
	return append(list, one), err
}

// visible tells whether the question of an entry is asked as things stand.
func visible(states []form.State, e models.Entry) bool {
	return slices.ContainsFunc(states, func(s form.State) bool { return s.Visible && s.Row == e.Row && s.Item.Name == e.Name })
}
