package surveys

import (
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/internal/clock"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/surveys/form"
)

// clockForm is how expressions are told the time.
const clockForm = "2006-01-02T15:04:05"

// Entry is an answer to one of a questionnaire's own questions, in a row of a repeat
// or in row 0. Value is as [form.Compiled.Accept] gives it; nil where the answer was
// taken away. The value of a repeat is the list of its rows, in their order: numbers
// from 1 that stay with a row for as long as it is there.
type Entry struct {
	Name      string
	Row       int
	Value     any
	Version   int
	By        *Who
	UpdatedAt time.Time
}

// OwnQuestions are a questionnaire's own questions with what was answered: the whole
// form, as conditions reach across goals.
type OwnQuestions struct {
	Form    form.Form
	Entries []Entry
	Files   []Attachment // that entries name

	Asked  *form.Compiled // Form, ready to be asked
	States []form.State   // how it stands, where a whole response is checked
}

// standing tells how it stands with a response's own questions; nothing where the
// questionnaire has none.
func (q Questionnaire) standing(entries []models.Entry, now time.Time) ([]form.State, error) {
	if q.own == nil {
		return nil, nil
	}
	answers, rows, err := q.answers(entries)
	if err != nil {
		return nil, err
	}
	states := q.own.Evaluate(answers, clock.InNorway(now).Format(clockForm))
	for i, s := range states {
		_, _, repeat, _ := q.own.Item(s.Item.Name)
		if repeat != nil && s.Row <= len(rows[repeat.Name]) {
			states[i].Row = rows[repeat.Name][s.Row-1]
		}
	}
	return states, nil
}

// standings tells it of several responses, by their ids.
func standings(list []opened, entries []models.Entry, now time.Time) (map[uuid.UUID][]form.State, error) {
	byResponse, found := entriesBy(entries), map[uuid.UUID][]form.State{}
	for _, o := range list {
		states, err := o.asked.standing(byResponse[o.response.ID], now)
		if err != nil {
			return nil, err
		}
		found[o.response.ID] = states
	}
	return found, nil
}

// answers makes of the stored rows what a form is evaluated with, and gives the
// numbers of each repeat's rows. What the form does not ask is passed over.
func (q Questionnaire) answers(entries []models.Entry) (form.Answers, map[string][]int, error) {
	answers, rows := form.Answers{}, map[string][]int{}
	inner := map[string]map[int]form.Answers{}
	for _, e := range entries {
		item, _, repeat, known := q.own.Item(e.Name)
		if !known || (repeat == nil) != (e.Row == 0) {
			continue
		}
		value, err := entryValue(q.fitting(e))
		if err != nil {
			return nil, nil, err
		}
		switch {
		case item.Kind == form.Repeat:
			rows[e.Name] = rowNumbers(value)
		case repeat == nil:
			answers[e.Name] = value
		default:
			if inner[repeat.Name] == nil {
				inner[repeat.Name] = map[int]form.Answers{}
			}
			if inner[repeat.Name][e.Row] == nil {
				inner[repeat.Name][e.Row] = form.Answers{}
			}
			inner[repeat.Name][e.Row][e.Name] = value
		}
	}
	for _, name := range q.own.Repeats() {
		numbers := rows[name]
		if item, _, _, _ := q.own.Item(name); item.Count != "" {
			numbers = allRows()
		}
		list := make([]form.Answers, len(numbers))
		for i, number := range numbers {
			list[i] = inner[name][number]
		}
		answers[name], rows[name] = list, numbers
	}
	return answers, rows, nil
}

// rowsOf gives the numbers of a repeat's rows: those that were added, or all that there
// can be where the form says how many there are.
func rowsOf(entries []models.Entry, repeat *form.Item) []int {
	if repeat.Count != "" {
		return allRows()
	}
	return rowsIn(entries, repeat.Name)
}

// allRows are the numbers of rows where the form says how many there are.
func allRows() []int {
	all := make([]int, form.MaxRows)
	for i := range all {
		all[i] = i + 1
	}
	return all
}

// fitting gives an entry as it is asked for: an answer to another edition that does
// not fit is none here, and stays where it is for a move back.
func (q Questionnaire) fitting(e models.Entry) models.Entry {
	item, _, _, known := q.own.Item(e.Name)
	if value, err := entryValue(e); known && err == nil && item.Kind != form.Repeat {
		if _, faults := q.own.Accept(e.Name, value); len(faults) > 0 {
			e.Value = ""
		}
	}
	return e
}

func entryValue(e models.Entry) (value any, err error) {
	if e.Value == "" {
		return nil, nil
	}
	if err := json.Unmarshal([]byte(e.Value), &value); err != nil {
		return nil, fmt.Errorf("read entry %s: %w", e.ID, err)
	}
	return value, nil
}

// rowNumbers reads the value of a repeat; what is no list of different numbers from 1
// is none.
func rowNumbers(value any) []int {
	list, _ := value.([]any)
	numbers := []int{}
	for _, one := range list {
		number, ok := one.(float64)
		if !ok || number != float64(int(number)) || number < 1 || number > 1e6 || slices.Contains(numbers, int(number)) {
			return nil
		}
		numbers = append(numbers, int(number))
	}
	return numbers
}

// acceptRows checks the rows of a repeat.
func acceptRows(value any) (any, []fault.Field) {
	if value == nil {
		return nil, nil
	}
	numbers := rowNumbers(value)
	switch {
	case numbers == nil:
		return nil, []fault.Field{fault.OnField("", "list_required")}
	case len(numbers) > form.MaxRows:
		return nil, []fault.Field{fault.OnField("", "form_too_many", "max", form.MaxRows)}
	}
	return numbers, nil
}

// ownCount is what of a goal's own questions counts in the task list: what must be
// there and what must be mended. Optional tells that others may be answered too, begun
// that any is.
type ownCount struct {
	answered, questions int
	optional, begun     bool
}

func counting(states []form.State, goal int) (c ownCount) {
	for _, s := range states {
		if s.Goal != goal || !s.Visible {
			continue
		}
		asks := (s.Item.Kind.Answered() || s.Item.Kind == form.Repeat) && !s.Item.ReadOnly
		c.begun = c.begun || asks && s.Answered
		if !s.Required && len(s.Faults) == 0 {
			c.optional = c.optional || asks
			continue
		}
		c.questions++
		if len(s.Faults) == 0 {
			c.answered++
		}
	}
	return c
}

// entriesBy groups entries by response.
func entriesBy(rows []models.Entry) map[uuid.UUID][]models.Entry {
	found := map[uuid.UUID][]models.Entry{}
	for _, row := range rows {
		found[row.ResponseID] = append(found[row.ResponseID], row)
	}
	return found
}

// documentEntries lists what is submitted of the own questions: those that were asked,
// with nil where nothing was answered, and what was worked out. Of a repeat its rows,
// and the repeat itself where it has none.
func (o opened) documentEntries(k known, now time.Time) ([]DocumentEntry, error) {
	states, err := o.asked.standing(k.entries, now)
	if err != nil {
		return nil, err
	}
	var list []DocumentEntry
	for _, s := range states {
		switch kind := s.Item.Kind; {
		case !s.Visible, o.leftOut(s.Goal), kind == form.Note, kind == form.Group:
		case kind == form.Calculated && s.Value == nil, kind == form.Repeat && s.Rows > 0:
		default:
			list = append(list, DocumentEntry{Goal: s.Goal, Name: s.Item.Name, Row: s.Row, Value: s.Value, File: evidenceIn(k.evidence, s.Item, s.Value)})
		}
	}
	return list, nil
}
