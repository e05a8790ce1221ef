package paper

import (
	"fmt"

	"loftet/surveys"
)

// entry is one question on the page.
type entry struct {
	Code, Name, Question, Answer string
	Facts                        []fact
}

// chapter is one goal on the page, or what is asked for all goals together.
type chapter struct {
	Title   string
	Entries []entry
	Own     []headed
	Beside  []string // what is not answered, and why
}

// HTML writes the page that is printed: one file that needs no other, without any
// script. The language of the page and its parts is lang: nb, nn or en.
func HTML(t surveys.Taken, lang string) ([]byte, error) {
	page := struct {
		head
		Chapters   []chapter
		Asked      []headed
		Judgements []entry
	}{head: headOf(t, "title", lang), Asked: asked(t, lang), Judgements: judgementEntries(t.Judgements, lang)}
	for _, goal := range goalsOf(t.Document) {
		one := chapter{Title: goalTitle(goal, lang), Own: ownParts(t, goal, lang)}
		for _, a := range t.Document.Answers {
			if a.Goal == goal {
				one.Entries = append(one.Entries, entryOf(t, a, lang))
			}
		}
		for _, out := range t.Document.NotChosen {
			if out.Goal == goal {
				one.Beside = append(one.Beside, fmt.Sprintf("%s %s: %s", label("notChosen", lang), out.Code, out.Reason))
			}
		}
		page.Chapters = append(page.Chapters, one)
	}
	return write("page.html", lang, page)
}

func entryOf(t surveys.Taken, a surveys.DocumentAnswer, lang string) entry {
	fields := fieldsOf(t, a, lang)
	e := entry{Code: a.Code, Name: fields["name"].Text, Question: fields["question"].Text, Answer: shortAnswer(t, a, lang)}
	for _, key := range []string{"parts", "reason", "statistic", "override", "priority", "quality", "source", "comment", "caseNumber", "internal", "withheld", "evidence", "answeredBy"} {
		c := fields[key]
		if c.Number != nil {
			c.Text = NumberWord(*c.Number, lang)
			if a.StatisticSource != "" {
				c.Text += fmt.Sprintf(" (%s, %d)", a.StatisticSource, a.StatisticYear)
			}
		}
		if c.Text != "" {
			e.Facts = append(e.Facts, fact{label(key, lang), c.Text})
		}
	}
	return e
}
