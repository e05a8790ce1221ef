package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"loftet/api"
	"loftet/orgs"
	"loftet/surveys/xlsform"
	"loftet/surveys/xlsform/table"
)

// ImportXLSFormCmd reads a questionnaire from a spreadsheet.
type ImportXLSFormCmd struct {
	File   string `arg:"" help:"The form, .xlsx or .csv."`
	Check  bool   `help:"Only read the form and tell what is in it."`
	Region string `help:"The region of a regional council to make a questionnaire for." placeholder:"NAME"`
}

// Help stands below the flags in loftet import xlsform --help.
func (c *ImportXLSFormCmd) Help() string {
	return `A form that can be taken is told in one JSON object on stdout: form_id, version, languages, and how many
questions, groups, repeats, relevant, constraint, calculate, required, select_one, select_multiple and choices.
With --region it becomes a questionnaire of that region too, to be looked at and published there.
What it was taken without stands on stderr, a JSON object with level "warning" for each.
All faults of a form stand on stderr, a JSON object for each with sheet, row, column, code and message; the exit
code is 1 then.`
}

// Run reads the form.
func (c *ImportXLSFormCmd) Run(ctx context.Context, std *Streams, env Environ) error {
	if c.Check == (c.Region != "") {
		return usageError{"say --check, or --region NAME to make a questionnaire"}
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
	if c.Region != "" {
		if err := c.keep(ctx, env, content); err != nil {
			return err
		}
	}
	return errors.Join(jsonLines(std.Stderr, lines), jsonLines(std.Stdout, []xlsform.Summary{summary}))
}

// keep makes a questionnaire of the form.
func (c *ImportXLSFormCmd) keep(ctx context.Context, env Environ, content []byte) error {
	db, err := openDatabase(ctx, env)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	rooms := api.NewRooms(db, nil, nil, "")
	if err := rooms.Prepare(ctx); err != nil {
		return err
	}
	regions, err := rooms.Orgs.Regions(ctx, "council")
	if err != nil {
		return err
	}
	for _, region := range regions {
		if region.Name == c.Region {
			_, _, err := rooms.Surveys.ImportQuestionnaire(ctx, orgs.SystemActor("import xlsform"), region.ID, c.File, content)
			return explain(err)
		}
	}
	return fmt.Errorf("there is no region of a regional council called %s", c.Region)
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
