package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"loftet/indicators/scorefile"
	"loftet/indicators/scoring"
	"loftet/internal/csvtable"
)

// ScoreCmd computes scores, goal scores and an index from CSV files, without a
// database, so that a published index can be checked.
type ScoreCmd struct {
	Method  scoring.MethodID `help:"The method: ${enum}." enum:"sdsn,us-cities,u4ssc" required:""`
	Specs   string           `help:"The indicators: code,goal,lower,optimum,green,red and optionally yellow." placeholder:"FILE" required:""`
	Values  string           `help:"The values: entity,code,year,value; a blank value is missing." placeholder:"FILE" required:""`
	Out     string           `help:"The folder that scores.csv, goals.csv and index.csv are written to." placeholder:"DIR" required:""`
	Year    scorefile.Years  `help:"Each indicator's latest value (latest), every year by itself (each), or one year (YYYY)." default:"latest"`
	Fill    scoring.Fill     `help:"What stands for a goal without any value: ${enum}." enum:"none,regional" default:"none"`
	Regions string           `help:"The regions, for --fill regional: entity,region." placeholder:"FILE"`
}

// Help stands below the flags in loftet score --help.
func (c *ScoreCmd) Help() string {
	return `The direction of an indicator follows from lower and optimum. A blank threshold gives no colour.
Scores are unrounded, 0 to 100. Equal indices share a rank (1, 2, 2, 4).
Faulty rows are all listed with file, line and reason, and nothing is written.`
}

// Run reads, computes and writes. Every fault is a line on stderr.
func (c *ScoreCmd) Run(std *Streams) error {
	method, ok := scoring.ByID(c.Method)
	switch {
	case !ok:
		return usageError{fmt.Sprintf("there is no method %q", c.Method)}
	case !c.Year.Valid():
		return usageError{fmt.Sprintf("--year is %q; it must be latest, each or a year of four digits", c.Year)}
	case c.Fill == scoring.FillRegion && c.Regions == "":
		return usageError{"--fill regional needs --regions FILE"}
	case c.Fill == scoring.FillRegion && !method.Fills():
		return usageError{fmt.Sprintf("the method %s leaves missing goals out; it can't be used with --fill regional", c.Method)}
	}
	data, found, err := c.read()
	if err != nil {
		return err
	}
	if err := report(std.Stderr, found); err != nil {
		return err
	}
	scored, err := data.Evaluate(method, c.Year, c.Fill)
	if err != nil {
		return fmt.Errorf("%s: %w", c.Values, err)
	}
	if err := scorefile.Write(c.Out, scored); err != nil {
		return err
	}
	_, err = fmt.Fprintf(std.Stdout, "%s: %s in %s\n", c.Method, strings.Join(scorefile.Files, ", "), c.Out)
	return err
}

// read opens the files. Regions are read where they are used.
func (c *ScoreCmd) read() (scorefile.Data, csvtable.Findings, error) {
	var open []io.Closer
	defer func() {
		for _, file := range open {
			_ = file.Close() // they were only read
		}
	}()
	var failed error
	source := func(name string) csvtable.Source {
		file, err := os.Open(name)
		if err != nil {
			failed = errors.Join(failed, err)
			return csvtable.Source{Name: name, Reader: strings.NewReader("")}
		}
		open = append(open, file)
		return csvtable.Source{Name: name, Reader: file}
	}
	specs, values := source(c.Specs), source(c.Values)
	var regions *csvtable.Source
	if c.Fill == scoring.FillRegion {
		file := source(c.Regions)
		regions = &file
	}
	if failed != nil {
		return scorefile.Data{}, csvtable.Findings{}, failed
	}
	data, found := scorefile.Read(specs, values, regions)
	if regions == nil && c.Regions != "" {
		found.Warn(c.Regions, 0, "is not read without --fill regional")
	}
	return data, found, nil
}

// report prints findings, one a line, and fails where there are faults.
func report(w io.Writer, found csvtable.Findings) error {
	for _, doubt := range found.Warnings {
		if _, err := fmt.Fprintln(w, "warning:", doubt); err != nil {
			return err
		}
	}
	for _, fault := range found.Faults {
		if _, err := fmt.Fprintln(w, fault); err != nil {
			return err
		}
	}
	if !found.OK() {
		return errReported
	}
	return nil
}
