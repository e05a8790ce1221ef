package paper

import (
	"fmt"
	"slices"
	"strings"

	"loftet/surveys"
)

// goalRow is how much of one goal was answered.
type goalRow struct{ Title, Answered, Own, Remark string }

// Receipt writes the page that shows what was submitted, when and by whom, and how
// much of each goal, without the answers themselves; lang is nb, nn or en.
func Receipt(t surveys.Taken, lang string) ([]byte, error) {
	page := struct {
		head
		Number string
		HasOwn bool
		Goals  []goalRow
	}{head: headOf(t, "receiptTitle", lang), Number: t.Submission.Receipt, HasOwn: len(t.Document.Entries) > 0}
	page.Facts = page.Facts[1:] // the number stands above
	goals := append(goalsOf(t.Document), t.Document.LeftOut...)
	slices.Sort(goals)
	for _, goal := range slices.Compact(goals) {
		page.Goals = append(page.Goals, rowOf(t.Document, goal, lang))
	}
	return write("receipt.html", lang, page)
}

func rowOf(d surveys.Document, goal int, lang string) goalRow {
	row := goalRow{Title: goalTitle(goal, lang)}
	if slices.Contains(d.LeftOut, goal) {
		row.Remark = label("isLeftOut", lang)
		if reason := d.LeftOutReasons[goal]; reason != "" {
			row.Remark += ": " + reason
		}
		return row
	}
	answered, answers, ownAnswered, own := 0, 0, 0, 0
	for _, a := range d.Answers {
		if a.Goal != goal {
			continue
		}
		if answers++; a.State != surveys.NotAnswered {
			answered++
		}
	}
	for _, e := range d.Entries {
		if e.Goal != goal {
			continue
		}
		if own++; e.Value != nil {
			ownAnswered++
		}
	}
	row.Answered, row.Own = ofAll(answered, answers, lang), ofAll(ownAnswered, own, lang)
	for _, out := range d.NotChosen {
		if out.Goal == goal {
			row.Remark = strings.TrimPrefix(row.Remark+"; ", "; ") + label("notChosen", lang) + " " + out.Code
		}
	}
	return row
}

// ofAll counts; nothing stands where nothing was asked.
func ofAll(n, all int, lang string) string {
	if all == 0 {
		return ""
	}
	return fmt.Sprintf(label("ofAll", lang), n, all)
}

// ReceiptWord is what a receipt is called, for names of files.
func ReceiptWord(lang string) string { return label("receipt", lang) }
