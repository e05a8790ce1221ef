package main

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"loftet/indicators/scorefile"
	"loftet/indicators/scoring"
	"loftet/internal/csvtable"
)

// ScoreCmd computes scores, goal scores and an index, or ranks, or progress, from
// CSV files, without a database, so that a published index can be checked.
type ScoreCmd struct {
	Method  scoring.MethodID `help:"The method: ${enum}." enum:"sdsn,us-cities,u4ssc,rank,progress" required:""`
	Specs   string           `help:"The indicators: code,goal,lower,optimum,green,red and more, see below." placeholder:"FILE" required:""`
	Values  string           `help:"The values: entity,code,year,value; a blank value is missing." placeholder:"FILE" required:""`
	Out     string           `help:"The folder that the results are written to." placeholder:"DIR" required:""`
	Year    scorefile.Years  `help:"Each indicator's latest value (latest), every year by itself (each), or one year (YYYY)." default:"latest"`
	Groups  string           `help:"Who belongs to which group: entity,group. Ranks are within a group; an indicator with a group counts for its members alone." placeholder:"FILE"`
	Check   string           `help:"Published scores to hold against the bounds: entity,code,score and optionally year, or a column n_CODE for each indicator; and goal_N, index and rank." placeholder:"FILE"`
	Regions string           `help:"The regions, for --fill regional: entity,region." placeholder:"FILE"`

	Fill           scoring.Fill `help:"What stands for a goal without any value: ${enum}." enum:"none,regional" default:"none"`
	FillIndicators []int        `help:"Goals whose missing indicators take their region's mean score; SDSN's edition 2021 did so for goal 4." placeholder:"GOAL"`
	Round          *int         `help:"Round indicator scores to so many decimals before goals are averaged; SDSN rounds to 3." placeholder:"N"`
	Tolerance      *float64     `help:"How far a published score may be off, for --check. By default half of its last decimal, and at least 0.0005." placeholder:"X"`
	From           int          `help:"The year that trends start in, give or take one. By default 2015, or the first year with a value if that is later." placeholder:"YYYY"`
	To             int          `help:"The year that trends end in, give or take one. By default the latest value." placeholder:"YYYY"`
	BaseYear       int          `help:"Progress counts from the first value in or after this year." default:"2015"`
	TargetYear     int          `help:"The year that targets are due, for progress." default:"2030"`
}

// Help stands below the flags in loftet score --help.
func (c *ScoreCmd) Help() string {
	return `The direction of an indicator follows from lower and optimum. A blank threshold gives no colour.
Further columns of the indicators: yellow, basket (score, colour or both), group, target, factor, first, last;
of the values: missing (the reason) and score (where the value is withheld). docs/scoring.md explains them.
Scores are unrounded, 0 to 100. Equal indices share a rank (1, 2, 2, 4).
Faulty rows are all listed with file, line and reason, and nothing is written. With --check, scores that the
bounds can't give are listed, everything is written, and the exit code is 1.`
}

// Run reads, computes and writes. Every fault is a line on stderr.
func (c *ScoreCmd) Run(std *Streams) error {
	method, scores := scoring.ByID(c.Method)
	if wrong := c.misuse(method, scores); wrong != "" {
		return usageError{wrong}
	}
	data, found, err := c.read()
	if err != nil {
		return err
	}
	if c.Method == scoring.RankID && found.OK() {
		found.Add(data.OneGroupEach())
	}
	var published scorefile.Published
	if c.Check != "" && found.OK() {
		more, err := c.readCheck(data, &published)
		if err != nil {
			return err
		}
		found.Add(more)
	}
	if err := report(std.Stderr, found); err != nil {
		return err
	}
	tables, scored, err := c.compute(data, method)
	if err != nil {
		return fmt.Errorf("%s: %w", c.Values, err)
	}
	if c.Check == "" {
		return c.write(std.Stdout, tables)
	}
	checks := data.Check(published, c.until(), c.Tolerance)
	checks.CheckSums(published, scored, c.Tolerance)
	if err := c.write(std.Stdout, append(tables, checks.Table())); err != nil {
		return err
	}
	if _, err := fmt.Fprintf(std.Stdout, "%s: %s\n", c.Check, checks.Summary()); err != nil {
		return err
	}
	return report(std.Stderr, checks.Findings())
}

// misuse says which flags don't go together, or nothing.
func (c *ScoreCmd) misuse(method scoring.Method, scores bool) string {
	fills := c.Fill == scoring.FillRegion || len(c.FillIndicators) > 0
	switch {
	case !c.Year.Valid():
		return fmt.Sprintf("--year is %q; it must be latest, each or a year of four digits", c.Year)
	case fills && c.Regions == "":
		return "--fill regional and --fill-indicators need --regions FILE"
	case (fills || c.Round != nil) && (!scores || !method.Fills()):
		return fmt.Sprintf("the method %s neither fills nor rounds; it can't be used with --fill regional, --fill-indicators or --round", c.Method)
	case c.Round != nil && (*c.Round < 0 || *c.Round > 12):
		return "--round must be 0 to 12 decimals"
	case c.Tolerance != nil && !(*c.Tolerance >= 0 && *c.Tolerance <= 100):
		return "--tolerance must be 0 to 100"
	case c.Check != "" && (!scores || c.Method == scoring.U4SSC):
		return fmt.Sprintf("the method %s doesn't score by bounds; --check goes with sdsn and us-cities", c.Method)
	case c.To != 0 && c.From != 0 && c.To <= c.From:
		return "--to must be later than --from"
	case c.TargetYear <= c.BaseYear:
		return "--target-year must be later than --base-year"
	}
	for _, goal := range c.FillIndicators {
		if goal < 1 || goal > 17 {
			return fmt.Sprintf("--fill-indicators has %d; goals are 1 to 17", goal)
		}
	}
	return ""
}

// compute gives what is to be written, and the years that were scored.
func (c *ScoreCmd) compute(data scorefile.Data, method scoring.Method) ([]scorefile.Table, []scorefile.Scored, error) {
	switch c.Method {
	case scoring.RankID:
		table, err := data.RankTable(c.Year)
		return []scorefile.Table{table}, nil, err
	case scoring.ProgressID:
		if _, err := data.Snapshots(c.Year); err != nil {
			return nil, nil, err
		}
		return []scorefile.Table{data.ProgressTable(scoring.Years{Base: c.BaseYear, Target: c.TargetYear}, c.until())}, nil, nil
	}
	scored, err := data.Evaluate(method, c.Year, scoring.Options{Fill: c.Fill, Decimals: c.Round, FillIndicators: c.FillIndicators})
	if err != nil {
		return nil, nil, err
	}
	tables := scorefile.ScoreTables(scored)
	if data.SeveralYears() {
		span := scoring.Span{First: c.From, Last: c.To}
		if span.First == 0 {
			span.First = max(2015, data.FirstYear())
		}
		tables = append(tables, data.TrendTables(span, c.until())...)
	}
	return tables, scored, nil
}

// until is the year that is asked for, or 0.
func (c *ScoreCmd) until() int {
	year, err := strconv.Atoi(string(c.Year))
	if err != nil {
		return 0
	}
	return year
}

// write puts the files into the folder and says so, with the method's version.
func (c *ScoreCmd) write(out io.Writer, tables []scorefile.Table) error {
	if err := scorefile.Write(c.Out, tables); err != nil {
		return err
	}
	var names []string
	for _, table := range tables {
		names = append(names, table.Name)
	}
	version := ""
	for _, stamp := range scoring.Stamps() {
		if stamp.Method == c.Method {
			version = stamp.MethodVersion
		}
	}
	if _, err := fmt.Fprintf(out, "%s %s: %s in %s\n", c.Method, version, strings.Join(names, ", "), c.Out); err != nil {
		return err
	}
	removed, err := scorefile.RemoveOld(c.Out, tables)
	if err == nil && len(removed) > 0 {
		_, err = fmt.Fprintf(out, "removed from an earlier run: %s\n", strings.Join(removed, ", "))
	}
	return err
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
