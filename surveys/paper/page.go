package paper

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"slices"
	"strconv"
	"strings"
	"time"

	"loftet/surveys"
)

//go:embed page.html
var pageText string

var pageTemplate = template.Must(template.New("page").Parse(pageText))

// fact is a name with what it says.
type fact struct{ Name, Value string }

// entry is one question on the page.
type entry struct {
	Code, Name, Question, Answer string
	Facts                        []fact
}

// chapter is one goal on the page.
type chapter struct {
	Title   string
	Entries []entry
}

// HTML writes the page that is printed: one file that needs no other, without any
// script. The language of the page and its parts is lang.
func HTML(t surveys.Taken, lang string) ([]byte, error) {
	page := struct {
		Lang, Title, Municipality string
		Notes                     []string
		Facts                     []fact
		Chapters                  []chapter
		JudgementsTitle           string
		Judgements                []entry
	}{
		Lang: lang, Title: label("title", lang), Municipality: t.Document.Municipality.Name, Notes: notes(t, lang), Facts: about(t, lang),
		JudgementsTitle: label("judgements", lang), Judgements: judgementEntries(t.Judgements, lang),
	}
	for _, a := range t.Document.Answers {
		title := strconv.Itoa(a.Goal) + " " + goalName(a.Goal, lang)
		if n := len(page.Chapters); n == 0 || page.Chapters[n-1].Title != title {
			page.Chapters = append(page.Chapters, chapter{Title: title})
		}
		last := &page.Chapters[len(page.Chapters)-1]
		last.Entries = append(last.Entries, entryOf(t, a, lang))
	}
	var out bytes.Buffer
	if err := pageTemplate.Execute(&out, page); err != nil {
		return nil, fmt.Errorf("write page: %w", err)
	}
	return out.Bytes(), nil
}

// notes say what a reader must know before all else.
func notes(t surveys.Taken, lang string) []string {
	var list []string
	if t.Draft() {
		list = append(list, label("draft", lang))
	}
	if t.Document.Round.MadeUp {
		list = append(list, label("madeUp", lang))
	}
	if t.Withheld {
		list = append(list, label("whyWithheld", lang))
	}
	return list
}

// about tells what was submitted, when and by whom.
func about(t surveys.Taken, lang string) []fact {
	d, s := t.Document, t.Submission
	facts := []fact{
		{label("round", lang), d.Round.Name}, {label("region", lang), d.Round.Region}, {label("number", lang), d.Municipality.Number},
		{label("receipt", lang), s.Receipt},
	}
	if !t.Draft() {
		facts = append(facts, fact{label("revision", lang), strconv.Itoa(d.Revision)}, fact{label("submittedAt", lang), moment(d.SubmittedAt)},
			fact{label("submittedBy", lang), s.SubmittedBy}, fact{label("checksum", lang), s.Checksum})
	}
	approved := s.ApprovedBy
	if approved != "" && d.ApprovedAt != nil {
		approved += ", " + moment(*d.ApprovedAt)
	}
	facts = append(facts, fact{label("approvedBy", lang), approved}, fact{label("answers", lang), strconv.Itoa(s.Answers)}, fact{label("leftOut", lang), goals(d.LeftOut)})
	return slices.DeleteFunc(facts, func(f fact) bool { return f.Value == "" })
}

func moment(at time.Time) string { return at.UTC().Format("2006-01-02 15:04 UTC") }

func goals(list []int) string {
	words := make([]string, len(list))
	for i, goal := range list {
		words[i] = strconv.Itoa(goal)
	}
	return strings.Join(words, ", ")
}

func entryOf(t surveys.Taken, a surveys.DocumentAnswer, lang string) entry {
	fields := fieldsOf(t, a, lang)
	e := entry{Code: a.Code, Name: fields["name"].Text, Question: fields["question"].Text, Answer: shortAnswer(t, a, lang)}
	for _, key := range []string{"parts", "reason", "statistic", "override", "priority", "quality", "source", "comment", "caseNumber", "internal", "withheld", "evidence", "answeredBy"} {
		c := fields[key]
		if c.Number != nil {
			c.Text = number(*c.Number, lang)
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
