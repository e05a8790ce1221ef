package workbook

import (
	"fmt"
	"slices"

	"loftet/surveys"
	"loftet/surveys/form"
	"loftet/surveys/paper"
)

// OwnSheet is the sheet with the questionnaire's own questions; each repeat has one
// more. choiceName is the hidden one with the choices of their lists.
const (
	OwnSheet   = "Egne spørsmål"
	choiceName = "Valg"
)

// moreRows is how many rows stand ready in a repeat that people add rows to.
const moreRows = 10

func rowsSheet(n int) string { return fmt.Sprint("Rader ", n+1) }

// slot is what a cell is for: an own question, or one figure of it.
type slot struct {
	item *form.Item
	part *form.Part
	goal int
}

func (s slot) key() string {
	if s.part == nil {
		return s.item.Name
	}
	return s.item.Name + "#" + s.part.Name
}

// path is where a fault of this slot stands in an answer.
func (s slot) path() string {
	if s.part == nil {
		return "value"
	}
	return "value." + s.part.Name
}

// owned are a questionnaire's own questions as a book has them.
type owned struct {
	*surveys.OwnQuestions
	form form.Form
	lang string
}

func ownedBy(own *surveys.OwnQuestions, lang string) *owned {
	if own == nil {
		return nil
	}
	return &owned{own, own.Asked.Form(), lang}
}

// slots gives what is asked in the rows of a repeat, or with "" outside of all: what
// people answer in a cell. Figures of an answer in parts come after the question.
func (o *owned) slots(repeat string) []slot {
	var list []slot
	for _, item := range o.Asked.Items() {
		_, goal, row, _ := o.Asked.Item(item.Name)
		if !item.Kind.Answered() || item.Kind == form.Attachment || item.ReadOnly || (row == nil) != (repeat == "") || row != nil && row.Name != repeat {
			continue
		}
		list = append(list, slot{item, nil, goal})
		for i := range item.Parts {
			list = append(list, slot{item, &item.Parts[i], goal})
		}
	}
	return list
}

// columns are the slots that have a column in the sheet of a repeat.
func (o *owned) columns(repeat string) []slot {
	return slices.DeleteFunc(o.slots(repeat), func(s slot) bool { return s.part == nil && s.item.Kind == form.Parts })
}

// value gives what stands in a slot now, nil for nothing, and its version.
func (o *owned) value(s slot, row int) (value any, version int) {
	for _, e := range o.Entries {
		if e.Name == s.item.Name && e.Row == row {
			value, version = e.Value, e.Version
		}
	}
	for _, state := range o.States {
		if version == 0 && state.Item.Name == s.item.Name && state.Row == row {
			value = state.Value // what stands there before anybody answers
		}
	}
	if s.part == nil {
		return value, version
	}
	switch parts := value.(type) {
	case map[string]any:
		return parts[s.part.Name], version
	case map[string]float64:
		if figure, given := parts[s.part.Name]; given {
			return figure, version
		}
	}
	return nil, version
}

// rows gives the numbers of a repeat's rows, and the first one that none ever had.
func (o *owned) rows(repeat string) (numbers []int, next int) {
	inside := map[string]bool{}
	for _, s := range o.slots(repeat) {
		inside[s.item.Name] = true
	}
	for _, state := range o.States {
		if state.Row > 0 && inside[state.Item.Name] && !slices.Contains(numbers, state.Row) {
			numbers = append(numbers, state.Row)
		}
	}
	next = slices.Max(append(slices.Clone(numbers), 0)) + 1
	for _, e := range o.Entries {
		_, _, row, known := o.Asked.Item(e.Name)
		if known && row != nil && row.Name == repeat {
			next = max(next, e.Row+1)
		}
	}
	return numbers, next
}

func (o *owned) say(t form.Text) string { return t.In(append([]string{o.lang}, o.form.Languages...)) }

// asked gives a question in words as a paper has it, with its unit and its groups.
func (o *owned) asked(s slot) paper.OwnAnswer {
	d := surveys.Document{Entries: []surveys.DocumentEntry{{Goal: s.goal, Name: s.item.Name}}}
	return paper.OwnAnswers(d, o.Asked, o.lang)[0]
}
