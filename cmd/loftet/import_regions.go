package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"loftet/internal/csvtable"
	"loftet/orgs"
)

// ImportRegionsCmd brings municipalities with their regions into the database.
type ImportRegionsCmd struct {
	File    string `arg:"" help:"CSV with the columns number and name, and others as below."`
	Region  string `help:"The region of a regional council, for rows that name none." placeholder:"NAME"`
	Owner   string `help:"The regional council that runs --region; else it has the region's name." placeholder:"NAME"`
	Country string `help:"The country, by two letters, for rows that name none." default:"NO"`
}

// Help stands below the flags in loftet import regions --help.
func (c *ImportRegionsCmd) Help() string {
	return `Columns: number and name; optionally region (of a regional council, which is made), county_number,
county_name, country, org_number, language (nb, nn or neutral), comparison_group or kostra_group,
valid_from, valid_to, predecessors (numbers separated by space or |), residents, residents_year.
Other columns are noted and left out. Blank fields change nothing.
A municipality is known by its number. One with a new number stays the same when predecessors names its
old number alone, and valid_from the day of the change; one merged from several is new.
Faulty rows are all listed with file, line and reason, and nothing is written. Importing a file again
changes nothing.`
}

// Run reads the file and imports it in one transaction.
func (c *ImportRegionsCmd) Run(ctx context.Context, std *Streams, env Environ) error {
	if c.Owner != "" && c.Region == "" {
		return usageError{"--owner goes with --region NAME"}
	}
	file, err := os.Open(c.File)
	if err != nil {
		return err
	}
	rows, found := orgs.ParseRegions(csvtable.Source{Name: c.File, Reader: file}, c.Country, c.Region)
	if err := file.Close(); err != nil {
		return err
	}
	if !found.OK() {
		return report(std.Stderr, found)
	}
	people, done, err := openPeople(ctx, env)
	if err != nil {
		return err
	}
	defer done()
	imported, more, err := people.ImportRegions(ctx, orgs.SystemActor("import regions"), orgs.RegionImport{
		File: c.File, Rows: rows, Region: c.Region, Owner: c.Owner, Source: filepath.Base(c.File),
	})
	if err != nil {
		return explain(err)
	}
	found.Add(more)
	found.Sort()
	if err := report(std.Stderr, found); err != nil {
		return err
	}
	// A municipality is a member of all that it lies in: a council's region, a county, a country.
	_, err = fmt.Fprintf(std.Stdout, "municipalities: %d new, %d changed; regions, counties and countries: %d new; "+
		"memberships in these: %d new, %d ended; residents: %d new or changed\n",
		imported.Municipalities, imported.Changed, imported.Regions, imported.Members, imported.Ended, imported.Residents)
	return err
}
