package main

import (
	"encoding/json"
	"errors"
	"io"
	"os"

	"loftet/surveys/xlsform"
	"loftet/surveys/xlsform/table"
)

// ImportXLSFormCmd reads a questionnaire from a spreadsheet.
type ImportXLSFormCmd struct {
	File  string `arg:"" help:"The form, .xlsx or .csv."`
	Check bool   `help:"Only read the form and tell what is in it."`
}

// Help stands below the flags in loftet import xlsform --help.
func (c *ImportXLSFormCmd) Help() string {
	return `A form that can be taken is told in one JSON object on stdout: form_id, version, languages, and how many
questions, groups, repeats, relevant, constraint, calculate, required, select_one, select_multiple and choices.
What it was taken without stands on stderr, a JSON object with level "warning" for each.
All faults of a form stand on stderr, a JSON object for each with sheet, row, column, code and message; the exit
code is 1 then.`
}

// Run reads the form.
func (c *ImportXLSFormCmd) Run(std *Streams) error {
	if !c.Check {
		return usageError{"say --check; questionnaires are brought into the service on its page of questionnaires"}
	}
	content, err := readSmall(c.File, table.MaxFile)
	if err != nil {
		return err
	}
	_, summary, warnings, err := xlsform.Read(c.File, content)
	var faults xlsform.Faults
	if errors.As(err, &faults) {
		return errors.Join(jsonLines(std.Stderr, faults), errReported)
	}
	if err != nil {
		return err
	}
	type warning struct {
		Level string `json:"level"`
		xlsform.Warning
	}
	lines := make([]warning, 0, len(warnings))
	for _, w := range warnings {
		lines = append(lines, warning{"warning", w})
	}
	return errors.Join(jsonLines(std.Stderr, lines), jsonLines(std.Stdout, []xlsform.Summary{summary}))
}

// jsonLines writes a line for each value.
func jsonLines[T any](to io.Writer, values []T) error {
	out := json.NewEncoder(to)
	out.SetEscapeHTML(false)
	for _, v := range values {
		if err := out.Encode(v); err != nil {
			return err
		}
	}
	return nil
}

// readSmall reads a file, and of one that is larger than it may be one byte too
// many.
func readSmall(name string, most int64) ([]byte, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer func() { _ = file.Close() }() // it is only read
	return io.ReadAll(io.LimitReader(file, most+1))
}
