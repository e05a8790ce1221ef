package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"loftet/api"
	"loftet/indicators/resultset"
	"loftet/indicators/scoring"
	"loftet/internal/csvtable"
	"loftet/internal/fault"
	"loftet/orgs"
	"loftet/surveys"
)

// ImportResultsCmd brings a published set of results into a region of its own.
type ImportResultsCmd struct {
	Codebook string           `help:"The indicators with bounds and thresholds, CSV." placeholder:"FILE" required:""`
	Values   string           `help:"A row for each unit with its values and, where published, scores, CSV." placeholder:"FILE" required:""`
	Region   string           `help:"The name of the region that is made for the units." placeholder:"NAME" required:""`
	Country  string           `help:"The country of the units, by two letters." default:"US"`
	Method   scoring.MethodID `help:"The method of scoring: ${enum}." enum:"sdsn,us-cities,u4ssc" default:"us-cities"`
	Year     int              `help:"The year of the round; else the newest year of the values." placeholder:"YYYY"`
	Source   string           `help:"How the data set is cited; else the name of the region and the year." placeholder:"TEXT"`
}

// Help stands below the flags in loftet import results --help.
func (c *ImportResultsCmd) Help() string {
	return `The region gets a council, one municipality for each row, a catalogue, and one published round.
A value that the set lacks is "no data". Codes that fit only loosely, columns without a partner, and published
scores that the codebook's bounds do not give are all reported.
Faulty rows are all listed with file, line and reason, and nothing is written. A region of the name that
stands already is not added to.`
}

// Run reads both files, checks the published scores, and loads the set.
func (c *ImportResultsCmd) Run(ctx context.Context, std *Streams, env Environ) error {
	method, ok := scoring.ByID(c.Method)
	switch {
	case !ok:
		return usageError{fmt.Sprintf("there is no method %q", c.Method)}
	case len(c.Country) != 2:
		return usageError{fmt.Sprintf("--country is %q; it must be two letters", c.Country)}
	}
	set, err := c.read(std)
	if err != nil {
		return err
	}
	in := surveys.FromSet(set, c.Region, strings.ToUpper(c.Country), c.Source, string(c.Method), c.Year)
	verification, err := resultset.Verify(set, method)
	if err != nil {
		return err
	}
	if err := report(std.Stderr, csvtable.Findings{Warnings: verification.Warnings(set, c.Codebook, c.Values)}); err != nil {
		return err
	}
	db, err := openDatabase(ctx, env)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	rooms := api.NewRooms(db, nil, nil, "")
	if err := rooms.Prepare(ctx); err != nil {
		return err
	}
	round, err := rooms.Surveys.LoadPublished(ctx, orgs.SystemActor("import results"), in)
	if f, known := fault.As(err); known && f.Code == "region-exists" {
		return fmt.Errorf("there is a region called %s already, and it is not added to; choose another name with --region", c.Region)
	}
	if err != nil {
		return err
	}
	return c.tell(std.Stdout, in, round.Name, verification)
}

// read opens the files, reads them and prints what was found.
func (c *ImportResultsCmd) read(std *Streams) (resultset.Set, error) {
	codebook, err := os.Open(c.Codebook)
	if err != nil {
		return resultset.Set{}, err
	}
	defer func() { _ = codebook.Close() }() // it is only read
	values, err := os.Open(c.Values)
	if err != nil {
		return resultset.Set{}, err
	}
	defer func() { _ = values.Close() }() // it is only read
	set, found := resultset.Read(csvtable.Source{Name: c.Codebook, Reader: codebook}, csvtable.Source{Name: c.Values, Reader: values})
	for _, note := range found.Notes {
		if _, err := fmt.Fprintln(std.Stderr, "matched:", note); err != nil {
			return set, err
		}
	}
	return set, report(std.Stderr, found.Findings)
}

// tell says what was loaded and how well the published numbers come out again.
func (c *ImportResultsCmd) tell(out io.Writer, in surveys.Published, round string, v resultset.Verification) error {
	lines := []string{fmt.Sprintf("%s: %d units, %d indicators, round %q published", c.Region, len(in.Units), len(in.Definitions), round)}
	for _, part := range []struct {
		name string
		resultset.Agreement
	}{{"scores", v.Scores}, {"goal scores", v.Goals}, {"index values", v.Indices}, {"ranks", v.Ranks}} {
		if part.Compared > 0 {
			lines = append(lines, fmt.Sprintf("published %s that come out again: %d of %d", part.name, part.Compared-part.Off, part.Compared))
		}
	}
	for _, line := range lines {
		if _, err := fmt.Fprintln(out, line); err != nil {
			return err
		}
	}
	return nil
}
