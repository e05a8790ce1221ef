package main

import (
	"context"
	"errors"
	"fmt"

	"loftet/indicators"
	"loftet/surveys"
)

// EditionsCmd is "loftet editions".
type EditionsCmd struct{}

// Help stands below the flags in loftet editions --help.
func (c *EditionsCmd) Help() string {
	return `Each edition is made again from the stored submissions, catalogues and statistics, by the method and
the bounds of its round, and held against the stored bytes. It is the same byte for byte, or the line says
how many figures differ: a statistic that its owner has corrected since is as it is now. What was stored
stays as it is. The command fails where bytes do not have their checksum.`
}

// Run makes the editions again.
func (c *EditionsCmd) Run(ctx context.Context, std *Streams, env Environ) error {
	db, err := openDatabase(ctx, env)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }()
	broken := false
	var writing error
	tell := func(round string, c surveys.EditionCheck) {
		said := "the same byte for byte"
		switch {
		case !c.Intact:
			said, broken = "BROKEN: the stored bytes do not have the stored checksum", true
		case !c.Same:
			said = fmt.Sprintf("differs now in %d figures, goals and means", len(c.Changes))
		}
		_, err := fmt.Fprintf(std.Stdout, "%s, edition %d, %s: %s  %s\n", round, c.Edition, c.Audience, said, c.Stored)
		writing = errors.Join(writing, err)
	}
	if err := surveys.New(db, indicators.New(db)).CheckAllEditions(ctx, tell); err != nil {
		return err
	}
	if broken {
		return errors.Join(writing, errors.New("an edition was changed in the database"))
	}
	return writing
}
