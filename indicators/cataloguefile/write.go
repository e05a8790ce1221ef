package cataloguefile

import (
	"encoding/csv"
	"fmt"
	"io"
	"slices"

	"loftet/indicators"
	"loftet/internal/csvtable"
	"loftet/models"
)

// Write writes definitions as CSV, in UTF-8 with a byte order mark, so that a spreadsheet
// reads its letters right. Text that a spreadsheet would take for a formula gets an
// apostrophe before it. A text in a language that the file has no column for is an error:
// it would be lost.
func Write(w io.Writer, definitions []indicators.Definition) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	line := make([]string, len(columns))
	for i, c := range columns {
		line[i] = c.name
	}
	if err := out.Write(line); err != nil {
		return err
	}
	for _, d := range definitions {
		if language := unwritten(d); language != "" {
			return fmt.Errorf("%s: the file has no columns for the language %s", d.Code, language)
		}
		for i, c := range columns {
			field := c.get(&d)
			if _, reason := csvtable.Number(field); reason != "" {
				field = csvtable.Neutral(field)
			}
			line[i] = field
		}
		if err := out.Write(line); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// unwritten gives a language that something is said in and no column is for; "" for
// none.
func unwritten(d indicators.Definition) string {
	texts := []models.Text{d.Name, d.Unit, d.Question, d.Help, d.Numerator, d.Denominator, d.BoundsNote, d.ReferenceSet, d.SourceNote}
	for _, p := range d.Parts {
		texts = append(texts, p.Label)
	}
	for _, t := range texts {
		for language, said := range t {
			if said != "" && !slices.Contains(languages, language) {
				return language
			}
		}
	}
	return ""
}
