package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"loftet/indicators"
	"loftet/indicators/cataloguefile"
	"loftet/orgs"
)

// CatalogueFlag says which catalogue a command is about.
type CatalogueFlag struct {
	Catalogue string `help:"The catalogue by name or id; the common core where left out." placeholder:"NAME"`
}

// find gives the catalogue; one name of several catalogues is an error.
func (f CatalogueFlag) find(ctx context.Context, service *indicators.Service) (indicators.Catalogue, error) {
	if f.Catalogue == "" {
		return service.Catalogue(ctx, nil)
	}
	all, err := service.Catalogues(ctx)
	if err != nil {
		return indicators.Catalogue{}, err
	}
	var found []indicators.Catalogue
	names := make([]string, len(all))
	for i, c := range all {
		names[i] = fmt.Sprintf("%q", c.Name)
		if c.Name == f.Catalogue || c.ID.String() == f.Catalogue {
			found = append(found, c)
		}
	}
	switch len(found) {
	case 0:
		return indicators.Catalogue{}, fmt.Errorf("there is no catalogue %q; there are %s", f.Catalogue, strings.Join(names, ", "))
	case 1:
		return found[0], nil
	}
	ids := make([]string, len(found))
	for i, c := range found {
		ids[i] = c.ID.String()
	}
	return indicators.Catalogue{}, fmt.Errorf("several catalogues are called %q; name one by its id: %s", f.Catalogue, strings.Join(ids, ", "))
}

// openIndicators opens the database with the catalogues that come with the program.
func openIndicators(ctx context.Context, env Environ, command string) (*indicators.Service, orgs.Actor, func(), error) {
	db, err := openDatabase(ctx, env)
	if err != nil {
		return nil, orgs.Actor{}, nil, err
	}
	service, actor := indicators.New(db), orgs.SystemActor(command)
	if err := service.SyncCore(ctx, actor); err != nil {
		return nil, actor, nil, errors.Join(err, db.Close())
	}
	return service, actor, func() { _ = db.Close() }, nil
}

// ExportCatalogueCmd writes a catalogue as a file.
type ExportCatalogueCmd struct {
	CatalogueFlag

	Out string `help:"The file to write; standard output where left out. One that is there stays as it is." placeholder:"FILE"`
}

// Help stands below the flags in loftet export catalogue --help.
func (c *ExportCatalogueCmd) Help() string {
	return `One line for each indicator of the newest version, in the order in which they are asked, as loftet
import catalogue takes it. The file is UTF-8 with a byte order mark, separated by commas. Text that a
spreadsheet would take for a formula has an apostrophe before it, which the import takes away.`
}

// Run writes the file.
func (c *ExportCatalogueCmd) Run(ctx context.Context, std *Streams, env Environ) error {
	service, _, done, err := openIndicators(ctx, env, "export catalogue")
	if err != nil {
		return err
	}
	defer done()
	found, err := c.find(ctx, service)
	if err != nil {
		return err
	}
	if c.Out == "" {
		return cataloguefile.Write(std.Stdout, found.Definitions())
	}
	file, err := os.OpenFile(c.Out, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644) //nolint:gosec // public
	if err != nil {
		return err
	}
	return errors.Join(cataloguefile.Write(file, found.Definitions()), file.Close())
}

// ImportCatalogueCmd brings a catalogue back as a new version.
type ImportCatalogueCmd struct {
	CatalogueFlag

	File  string `arg:"" help:"CSV as loftet export catalogue writes it; - for standard input."`
	As    string `help:"What the new version is called; the day of the import where left out." placeholder:"NAME"`
	Check bool   `help:"Tell what is wrong or would change, and write nothing."`
}

// Help stands below the flags in loftet import catalogue --help.
func (c *ImportCatalogueCmd) Help() string {
	return `The file has all indicators of the catalogue, one a line, in the order in which they are asked. Only the
columns code, goal, type and direction, and a name in one language, must be there. Columns may stand in
any order, separated by commas, semicolons or tabs; numbers have a decimal point.
A formula is an expression over the keys of the parts (100.0 * some / all), or over other indicators of
the file, each called by i and its code with _ for signs (i5_5_council * 2.0).
Codes of U4SSC are understood in any spelling.
All faults are listed with line and column, and nothing is written. Where anything differs a new version
is made. Rounds that have begun keep the version that they ask for, and scores that by which they were
made. Importing the same file again changes nothing.`
}

// Run reads the file and makes the version.
func (c *ImportCatalogueCmd) Run(ctx context.Context, std *Streams, env Environ) error {
	definitions, err := c.read(std)
	if err != nil {
		return err
	}
	service, actor, done, err := openIndicators(ctx, env, "import catalogue")
	if err != nil {
		return err
	}
	defer done()
	into, err := c.find(ctx, service)
	if err != nil {
		return err
	}
	did, err := service.ImportCatalogue(ctx, actor, indicators.CatalogueImport{
		CatalogueID: &into.ID, Version: c.As, Definitions: definitions, CheckOnly: c.Check,
	})
	if err != nil {
		return err
	}
	what := "version " + did.Version
	switch {
	case did.Version == "":
		what = "nothing has changed, the version stays " + into.Version
	case c.Check:
		what = "nothing is written; it would become version " + did.Version
	}
	_, err = fmt.Fprintf(std.Stdout, "%s: indicators: %d new, %d changed, %d as before, %d left out\n", what, did.Added, did.Changed, did.Same, did.Gone)
	return err
}

func (c *ImportCatalogueCmd) read(std *Streams) ([]indicators.Definition, error) {
	name, from := c.File, io.NopCloser(std.Stdin)
	if c.File == "-" {
		name = "standard input"
	} else {
		file, err := os.Open(c.File)
		if err != nil {
			return nil, err
		}
		from = file
	}
	definitions, found := cataloguefile.Read(name, from)
	if err := from.Close(); err != nil {
		return nil, err
	}
	return definitions, report(std.Stderr, found)
}
