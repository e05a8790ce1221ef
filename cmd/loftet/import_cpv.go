package main

import (
	"context"
	"fmt"
	"os"

	"loftet/internal/csvtable"
	"loftet/matching"
	"loftet/needs/cpv"
	"loftet/orgs"
)

// ImportCPVCmd brings the official list of procurement codes into the database.
type ImportCPVCmd struct {
	File string `arg:"" help:"CSV with the columns code and check, and one column of labels per language."`
}

// Help stands below the flags in loftet import cpv --help.
func (c *ImportCPVCmd) Help() string {
	return `A column of labels is named by the two letters of its language, such as nb, en or sv. Other columns are
passed over. A code has eight digits, its check digit stands in check.
From then on the codes of needs and solutions must be in the list, and a check digit must be the official one.
Faulty rows are all listed with file, line and reason, and nothing is written. Importing a file again puts
its labels in place of the earlier ones.`
}

// Run reads the file and stores it in one transaction.
func (c *ImportCPVCmd) Run(ctx context.Context, std *Streams, env Environ) error {
	file, err := os.Open(c.File)
	if err != nil {
		return err
	}
	codes, found := cpv.Read(csvtable.Source{Name: c.File, Reader: file})
	if err := file.Close(); err != nil {
		return err
	}
	if err := report(std.Stderr, found); err != nil {
		return err
	}
	db, err := openDatabase(ctx, env)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	if err := matching.New(db, nil).ImportCPV(ctx, orgs.SystemActor("import cpv"), codes); err != nil {
		return explain(err)
	}
	_, err = fmt.Fprintf(std.Stdout, "codes: %d\n", len(codes))
	return err
}
