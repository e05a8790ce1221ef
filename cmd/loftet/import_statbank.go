package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"

	"loftet/indicators"
	"loftet/indicators/sources"
	"loftet/internal/clock"
	"loftet/models"
	"loftet/orgs"
)

// ImportStatbankCmd fetches figures from statistics bureaus.
type ImportStatbankCmd struct {
	Codes   []string `arg:"" optional:"" name:"code" help:"Indicators to fetch; all that the mapping has when left out."`
	Mapping string   `help:"A mapping of your own instead of that of the common core." placeholder:"FILE" type:"existingfile"`
	From    int      `help:"The first year; six years ago when left out." placeholder:"YEAR"`
	To      int      `help:"The last year; this year when left out." placeholder:"YEAR"`
	Check   bool     `help:"Ask the banks and tell what would be imported, and write nothing."`
}

// Help stands below the flags in loftet import statbank --help.
func (c *ImportStatbankCmd) Help() string {
	return `Asks statistics bureaus for the figures of the municipalities that are in the database, under all the
numbers that they have had. The mapping says which table and codes an indicator's figures come from; the one
that comes along has the indicators of the common core whose way is verified (docs/statistics.md).
A table that is no longer what the mapping says is told and left out, the others are imported.
Importing again changes only the figures that differ; each such figure gets a higher revision.`
}

// Run asks the banks, and imports what they answer in one transaction.
func (c *ImportStatbankCmd) Run(ctx context.Context, std *Streams, env Environ) error {
	mapping, err := c.mapping()
	if err != nil {
		return err
	}
	years := sources.Years{From: c.From, To: c.To}
	if years.To == 0 {
		years.To = clock.System().Now().Year()
	}
	if years.From == 0 {
		years.From = years.To - 6
	}
	if years.From > years.To || years.From < 1900 || years.To > 2100 {
		return fmt.Errorf("the years %d to %d are none", years.From, years.To)
	}
	db, err := openDatabase(ctx, env)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	service, actor := indicators.New(db), orgs.SystemActor("import statbank")
	if err := service.SyncCore(ctx, actor); err != nil {
		return err
	}
	faulty := false
	for _, country := range mapping.Countries() {
		numbers, err := numbersOf(ctx, db, country)
		if err != nil {
			return err
		}
		if len(numbers) == 0 {
			_, _ = fmt.Fprintf(std.Stderr, "there are no municipalities of %s in the database; import regions first\n", country)
			faulty = true
			continue
		}
		rows, found := sources.Fetch(ctx, mapping.In(country), years, numbers)
		done, findings, err := service.ImportStatistics(ctx, actor,
			indicators.StatisticsInput{Country: country, Rows: rows, FromBank: true, CheckOnly: c.Check})
		if err != nil {
			return err
		}
		if findings.OK() {
			what := fmt.Sprintf("%d new, %d changed, %d with another source, %d as before", done.Added, done.Revised, done.Resourced, done.Unchanged)
			if c.Check {
				what = "not written"
			}
			if _, err := fmt.Fprintf(std.Stdout, "%s: %d figures fetched; %s\n", country, len(rows), what); err != nil {
				return err
			}
		}
		found.Add(findings)
		found.Sort()
		faulty = report(std.Stderr, found) != nil || faulty
	}
	if faulty {
		return errReported
	}
	return nil
}

func (c *ImportStatbankCmd) mapping() (sources.Mapping, error) {
	mapping := sources.Core()
	if c.Mapping != "" {
		file, err := os.Open(c.Mapping)
		if err != nil {
			return mapping, err
		}
		defer func() { _ = file.Close() }()
		if mapping, err = sources.Parse(file); err != nil {
			return mapping, err
		}
	}
	if len(c.Codes) == 0 {
		return mapping, nil
	}
	some, missing := mapping.Only(c.Codes)
	if len(missing) > 0 {
		return some, fmt.Errorf("the mapping has no way to %s; docs/statistics.md says how to write one", strings.Join(missing, ", "))
	}
	return some, nil
}

// numbersOf gives all numbers that a country's municipalities have had.
func numbersOf(ctx context.Context, db *models.DB, country string) (all []string, err error) {
	err = db.Read(ctx, func(tx *models.Tx) error {
		numbers, err := orgs.ByNumber(tx, country)
		all = slices.Clone(numbers.All())
		return err
	})
	return all, err
}
