package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"loftet/indicators"
	"loftet/internal/csvtable"
	"loftet/orgs"
)

// ImportStatisticsCmd brings figures of open statistics into the database.
type ImportStatisticsCmd struct {
	Files   []string `arg:"" name:"file" help:"CSV with the columns entity,code,year,value and optionally source."`
	Source  string   `help:"The source of rows that name none; else the name of the file stands in." placeholder:"TEXT"`
	Country string   `help:"The country whose municipality numbers the entities are, by two letters." default:"NO"`
}

// Help stands below the flags in loftet import statistics --help.
func (c *ImportStatisticsCmd) Help() string {
	return `An entity is a municipality's official number in the year of the figure, or one that it has had in
another year. Rows of counties, groups and the country are left out with a warning.
A code is that of an indicator of the common core; "pop" is the number of residents on 1 January.
Rows with other codes are left out, with one warning per code.
In place of a value may stand: ":" withheld by its owner, ".." or nothing not published, "." not applicable.
Faulty rows are all listed with file, line and reason, and nothing is written; a value that the
indicator can't have, such as 104 percent, is faulty. A figure that is more than half away from the one
before it is imported with a warning. Importing a file again changes only the figures that differ; each
such figure gets a higher revision.`
}

// Run reads all files and imports them in one transaction.
func (c *ImportStatisticsCmd) Run(ctx context.Context, std *Streams, env Environ) error {
	var rows []indicators.StatisticRow
	var found csvtable.Findings
	for _, name := range c.Files {
		file, err := os.Open(name)
		if err != nil {
			return err
		}
		more, findings := indicators.ParseStatistics(name, file, c.Source)
		if err := file.Close(); err != nil {
			return err
		}
		rows = append(rows, more...)
		found.Add(findings)
	}
	db, err := openDatabase(ctx, env)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	service, actor := indicators.New(db), orgs.SystemActor("import statistics")
	if err := service.SyncCore(ctx, actor); err != nil {
		return err
	}
	in := indicators.StatisticsInput{Country: strings.ToUpper(c.Country), Rows: rows, CheckOnly: !found.OK()}
	done, findings, err := service.ImportStatistics(ctx, actor, in)
	if err != nil {
		return err
	}
	found.Add(findings)
	found.Sort()
	if !found.OK() {
		return report(std.Stderr, found)
	}
	_, err = fmt.Fprintf(std.Stdout, "figures: %d new, %d changed, %d with another source, %d as before; residents: %d new or changed\n",
		done.Added, done.Revised, done.Resourced, done.Unchanged, done.Residents)
	if err != nil {
		return err
	}
	return report(std.Stderr, found) // what to look at stands last
}
