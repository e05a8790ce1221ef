package paper

import (
	"fmt"
	"slices"
	"strings"

	"loftet/surveys"
	"loftet/surveys/form"
)

// OwnAnswer is the answer to one of the questionnaire's own questions, in words.
type OwnAnswer struct {
	Name   string // the question's in the questionnaire
	Goal   int
	Around string // the groups and the row that it stands in
	Label  string
	Hint   string
	Unit   string
	State  surveys.AnswerState
	Number *float64 // of a question that asks for one
	Text   string   // of any other; empty where there is no answer
}

// InWords gives the answer with its unit, or that there is none.
func (o OwnAnswer) InWords(lang string) string {
	switch {
	case o.Number != nil:
		return strings.TrimSpace(NumberWord(*o.Number, lang) + " " + o.Unit)
	case o.Text != "":
		return o.Text
	}
	return StateWord(o.State, lang)
}

// OwnAnswers gives the own questions of a document as they were asked by own, with
// what was answered, in their order; lang is nb, nn or en, and what the questionnaire
// does not have in it stands in its own first language.
func OwnAnswers(d surveys.Document, own *form.Compiled, lang string) []OwnAnswer {
	list := make([]OwnAnswer, len(d.Entries))
	rows := rowsCounted{}
	for i, e := range d.Entries {
		list[i] = ownOf(own, e, rows, lang)
	}
	return list
}

// OneOwn gives a single answer as OwnAnswers does, but that a row has the number which
// stays with it: nothing tells where among others it stands.
func OneOwn(e surveys.DocumentEntry, own *form.Compiled, lang string) OwnAnswer {
	return ownOf(own, e, nil, lang)
}

// rowsCounted counts the rows of each repeat in the order in which they stand, as the
// page does: the number that stays with a row says nothing to who reads once another
// was taken away.
type rowsCounted map[string][]int

func (r rowsCounted) place(repeat string, row int) int {
	if r == nil {
		return row
	}
	at := slices.Index(r[repeat], row)
	if at < 0 {
		at, r[repeat] = len(r[repeat]), append(r[repeat], row)
	}
	return at + 1
}

// ownParts gives the own questions of a goal with their answers, by the groups and
// rows that they stand in.
func ownParts(t surveys.Taken, goal int, lang string) []headed {
	var parts []headed
	for _, o := range OwnAnswers(t.Document, t.Own, lang) {
		if o.Goal != goal {
			continue
		}
		if n := len(parts); n == 0 || parts[n-1].Title != o.Around {
			parts = append(parts, headed{Title: o.Around})
		}
		last := &parts[len(parts)-1]
		last.Facts = append(last.Facts, fact{o.Label, o.InWords(lang)})
	}
	return parts
}

// ownOf puts an entry into words. One that the form does not know has its name and
// what was stored.
func ownOf(own *form.Compiled, e surveys.DocumentEntry, rows rowsCounted, lang string) OwnAnswer {
	o := OwnAnswer{Name: e.Name, Goal: e.Goal, Label: e.Name, State: surveys.NotAnswered}
	if e.Value != nil {
		o.State, o.Text = surveys.Value, fmt.Sprint(e.Value)
	}
	if e.File != nil {
		o.Text = evidenceWord(*e.File)
	}
	if own == nil {
		return o
	}
	item, _, _, known := own.Item(e.Name)
	if !known {
		return o
	}
	w := ownWords{own, own.Form(), lang}
	o.Label, o.Hint, o.Unit, o.Around = w.labelOf(item), w.text(item.Hint), w.unitOf(item), w.around(e, rows)
	if value, is := e.Value.(float64); is && item.Kind != form.Year {
		o.Number, o.Text = &value, ""
	} else if e.Value != nil && e.File == nil {
		o.Text = w.value(item, e.Value)
	}
	return o
}

// ownWords puts what stands in a form into a language.
type ownWords struct {
	of   *form.Compiled
	form form.Form
	lang string
}

func (w ownWords) text(t form.Text) string {
	return t.In(append([]string{w.lang}, w.form.Languages...))
}

func (w ownWords) labelOf(item *form.Item) string {
	if said := w.text(item.Label); said != "" {
		return said
	}
	if asked, _, _, known := w.of.Item(strings.TrimSuffix(item.Name, form.OtherName(""))); known && asked.Other {
		return w.labelOf(asked) + " – " + label("other", w.lang)
	}
	return item.Name
}

func (w ownWords) unitOf(item *form.Item) string {
	switch item.Kind {
	case form.Percent:
		return "%"
	case form.Money:
		return item.Currency
	}
	return w.text(item.Unit)
}

// around names the groups that an entry stands in, and the row.
func (w ownWords) around(e surveys.DocumentEntry, rows rowsCounted) string {
	var names []string
	for _, item := range w.of.Around(e.Name) {
		name := w.text(item.Label)
		if item.Kind == form.Repeat {
			name = strings.TrimSpace(fmt.Sprintf("%s, %s %d", name, strings.ToLower(label("row", w.lang)), rows.place(item.Name, e.Row)))
		}
		if name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, " – ")
}

// value puts an answer into words that is no number.
func (w ownWords) value(item *form.Item, value any) string {
	switch v := value.(type) {
	case bool:
		return ChoiceWord(map[bool]string{true: "yes", false: "no"}[v], w.lang)
	case float64:
		return NumberWord(v, "en") // a year has no separators
	case string:
		return w.said(item, v)
	case []any:
		names := make([]string, len(v))
		for i, one := range v {
			names[i] = w.choice(item, fmt.Sprint(one))
			if item.Kind == form.Ranking {
				names[i] = fmt.Sprintf("%d. %s", i+1, names[i])
			}
		}
		return strings.Join(names, "; ")
	case map[string]any:
		var parts []string
		for _, part := range item.Parts {
			if figure, given := v[part.Name].(float64); given {
				parts = append(parts, strings.TrimSpace(w.text(part.Label)+": "+NumberWord(figure, w.lang)+" "+w.text(part.Unit)))
			}
		}
		return strings.Join(parts, "; ")
	}
	return fmt.Sprint(value)
}

func (w ownWords) said(item *form.Item, text string) string {
	switch item.Kind {
	case form.ChoiceOf:
		return w.choice(item, text)
	case form.Date:
		return onDay(text, w.lang)
	}
	return text
}

func (w ownWords) choice(item *form.Item, name string) string {
	if name == form.OtherChoice && item.Other {
		return label("otherChoice", w.lang)
	}
	choices := w.form.Lists[item.List]
	if i := slices.IndexFunc(choices, func(c form.Choice) bool { return c.Name == name }); i >= 0 {
		if said := w.text(choices[i].Label); said != "" {
			return said
		}
	}
	return name
}
