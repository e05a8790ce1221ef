package api

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/google/uuid"

	"loftet/api/contract"
	"loftet/charts"
	"loftet/indicators"
	"loftet/indicators/catalogue"
)

// chartBuilder turns what was read into the series of a chart.
type chartBuilder struct {
	look
	lang         string
	words        *chartWords
	municipality *indicators.Member
}

// chartKind is how a chart of the contract is built and what it needs to know.
type chartKind struct {
	build                       func(*chartBuilder) (charts.Chart, charts.Text)
	ofIndicator, ofMunicipality bool
	ofGoals                     bool // shows goal scores
	most                        int  // municipalities that can still be told apart; 0 for any number
}

var chartKinds = map[contract.ChartName]chartKind{
	contract.ChartNameGoals:        {build: (*chartBuilder).goals, ofGoals: true},
	contract.ChartNameHeat:         {build: (*chartBuilder).heat, ofGoals: true},
	contract.ChartNameDistribution: {build: (*chartBuilder).distribution, ofIndicator: true},
	contract.ChartNameComparison:   {build: (*chartBuilder).comparison, ofMunicipality: true, ofGoals: true},
	contract.ChartNameTrend:        {build: (*chartBuilder).trendLine, ofIndicator: true},
	contract.ChartNameCoverage:     {build: (*chartBuilder).coverage},
	contract.ChartNameStrips:       {build: (*chartBuilder).strips, ofGoals: true},
	contract.ChartNameMultiples:    {build: (*chartBuilder).multiples, ofGoals: true, most: charts.MaxPoints},
	contract.ChartNameRadar:        {build: (*chartBuilder).radar, ofMunicipality: true, ofGoals: true},
	contract.ChartNameBars:         {build: (*chartBuilder).bars, ofIndicator: true},
}

// text is what is written around every chart.
func (b *chartBuilder) text(title, subtitle, unit string, n int, only *indicators.Indicator) charts.Text {
	period, note := fmt.Sprintf(b.words.upTo, b.Year), ""
	if b.Round != nil {
		period = b.Round.Name
		if year := fmt.Sprint(b.Round.Year); !strings.Contains(period, year) {
			period += " (" + year + ")"
		}
		if b.Round.MadeUp {
			note = b.words.madeUp
			subtitle += ". " + note
		}
	}
	var choices []charts.Choice
	if only != nil {
		choices = chartChoices(*only, b.lang)
	}
	return charts.Text{Choices: choices, Title: title, Subtitle: subtitle, Unit: unit, Period: period, N: n, Source: b.sources(only),
		Licence: b.words.licence, Method: b.method(only), Note: note, AsOf: b.AsOf, Lang: charts.Lang(b.lang)}
}

// method names what made the scores, and with them the bands; figures of an
// indicator are shown as they are.
func (b *chartBuilder) method(only *indicators.Indicator) string {
	if only != nil {
		return ""
	}
	return b.Method
}

// place is whom a chart is about: the municipality, else the region.
func (b *chartBuilder) place() string {
	if b.municipality != nil {
		return b.municipality.Name
	}
	return b.region()
}

// region is the region by name, and the cohort where the figures are of one alone.
func (b *chartBuilder) region() string {
	if b.Cohort == "" {
		return b.Region.Name
	}
	return b.Region.Name + ", " + b.Cohort
}

func (b *chartBuilder) goalName(goal int) string {
	return catalogue.GoalName(goal, b.lang)
}

func (b *chartBuilder) goals() (charts.Chart, charts.Text) {
	c := charts.Bars{Rows: b.words.goal, Max: 100, Decimals: scoreDecimals}
	n := 1
	if b.municipality == nil {
		n = b.scored()
	}
	c.Text = b.text(fmt.Sprintf(b.words.goalsTitle, b.place()), b.words.scoreSubtitle, b.words.points, n, nil)
	for _, goal := range goalsAsked(b.View) {
		bar := charts.Bar{Label: b.goalName(goal), Goal: goal}
		if b.municipality != nil {
			bar.Value = chartGoal(b.goalOf(b.municipality.ID, goal))
		} else {
			bar.Value = b.chartMean(goal, b.Goal(goal).Mean)
		}
		c.Bars = append(c.Bars, bar)
	}
	return c, c.Text
}

// scored counts the municipalities with at least one goal to compare.
func (b *chartBuilder) scored() int {
	n := 0
	for _, m := range b.Members {
		for _, goal := range goalsAsked(b.View) {
			if g := b.goalOf(m.ID, goal); g.Covered && g.Score != nil {
				n++
				break
			}
		}
	}
	return n
}

func (b *chartBuilder) heat() (charts.Chart, charts.Text) {
	c := charts.HeatTable{RowsAre: b.words.municipality, Decimals: scoreDecimals}
	c.Text = b.text(fmt.Sprintf(b.words.heatTitle, b.region()), b.words.scoreSubtitle, b.words.points, b.scored(), nil)
	goals := goalsAsked(b.View)
	for _, goal := range goals {
		c.Columns = append(c.Columns, charts.HeatColumn{Label: b.goalName(goal), Goal: goal})
	}
	for _, m := range b.Members {
		row := charts.HeatRow{Label: m.Name}
		for _, goal := range goals {
			row.Values = append(row.Values, chartGoal(b.goalOf(m.ID, goal)))
		}
		c.Rows = append(c.Rows, row)
	}
	return c, c.Text
}

func (b *chartBuilder) goalOf(municipality uuid.UUID, goal int) indicators.GoalCell {
	return b.Goals[indicators.GoalKey{Organisation: municipality, Goal: goal}]
}

func (b *chartBuilder) comparison() (charts.Chart, charts.Text) {
	c := b.pairs()
	return c, c.Text
}

// pairs are the scores of the municipality beside the means of the region.
func (b *chartBuilder) pairs() charts.Dumbbell {
	m := b.municipality
	c := charts.Dumbbell{Rows: b.words.goal, OneName: m.Name, OtherName: fmt.Sprintf(b.words.mean, b.region()), Max: 100, Decimals: scoreDecimals}
	c.Text = b.text(fmt.Sprintf(b.words.comparisonTitle, m.Name, b.region()), b.words.scoreSubtitle, b.words.points, b.scored(), nil)
	for _, goal := range goalsAsked(b.View) {
		c.Pairs = append(c.Pairs, charts.Pair{Label: b.goalName(goal), Goal: goal,
			One: chartGoal(b.goalOf(m.ID, goal)), Other: b.chartMean(goal, b.meanBeside(goal))})
	}
	return c
}

func (b *chartBuilder) distribution() (charts.Chart, charts.Text) {
	in := *b.one
	c := charts.Distribution{UnitsAre: b.words.municipality, Decimals: in.Decimals}
	var values []float64
	for _, m := range b.Members {
		cell := b.Cell(m.ID, in.ID)
		if cell.Value != nil {
			values = append(values, *cell.Value)
		}
		c.Units = append(c.Units, charts.Unit{Label: m.Name, Value: chartValue(cell), Own: b.municipality != nil && m.ID == b.municipality.ID})
	}
	c.Thresholds, c.Sharper = b.thresholds(in, values)
	c.Text = b.text(fmt.Sprintf(b.words.distributionTitle, say(in.Name, b.lang), b.region()), b.words.distributionSubtitle,
		say(in.Unit, b.lang), len(values), &in)
	return c, c.Text
}

// thresholds are where the bands begin, as far as they lie around the values, and
// the decimals that they need. Bounds of a middle are distances, no places on the
// axis, and between words there is nothing to cut.
func (b *chartBuilder) thresholds(in indicators.Indicator, values []float64) ([]charts.Reference, int) {
	bands := in.BandsIn(b.Bounds(in.ID))
	if in.Middle != nil || len(chartChoices(in, b.lang)) > 0 || len(bands) == 0 {
		return nil, 0
	}
	return around(b.bandLimits(bands), values), bands[0].Decimals
}

// around keeps the references among the values and the nearest on each side, so
// that one far away does not press the values together.
func around(list []charts.Reference, values []float64) []charts.Reference {
	if len(values) == 0 {
		return nil
	}
	from, to := math.Inf(-1), math.Inf(1)
	for _, r := range list {
		if r.Value <= slices.Min(values) {
			from = max(from, r.Value)
		}
		if r.Value >= slices.Max(values) {
			to = min(to, r.Value)
		}
	}
	return slices.DeleteFunc(list, func(r charts.Reference) bool { return r.Value < from || r.Value > to })
}

// bandLimits are the values where the bands begin, which is what all else is coloured by.
func (b *chartBuilder) bandLimits(bands []indicators.BandValues) []charts.Reference {
	var list []charts.Reference
	for _, r := range bands {
		if r.From > 0 { // the lowest has no limit below it
			list = append(list, charts.Reference{Label: b.words.limits[r.Band], Value: r.Worst})
		}
	}
	return list
}

func (b *chartBuilder) trendLine() (charts.Chart, charts.Text) {
	in := *b.one
	c := charts.Line{Decimals: in.Decimals}
	region := charts.Series{Name: fmt.Sprintf(b.words.median, b.region())}
	if len(chartChoices(in, b.lang)) > 0 {
		region.Name = fmt.Sprintf(b.words.middle, b.region())
	}
	var own charts.Series
	n := 0
	for _, p := range b.trend {
		c.Years = append(c.Years, p.Year)
		value := charts.Value{State: charts.NoData}
		if p.Values.Median != nil {
			value = charts.Value{Number: *p.Values.Median, State: confirmedBy(p.Confirmed)}
		}
		region.Values = append(region.Values, value)
		own.Values = append(own.Values, chartValue(p.Cell))
		n = max(n, p.Values.Units)
	}
	c.Series = []charts.Series{region}
	if b.municipality != nil {
		own.Name = b.municipality.Name
		c.Series = []charts.Series{own, region}
	}
	c.Text = b.text(fmt.Sprintf(b.words.trendTitle, say(in.Name, b.lang), b.place()), b.words.trendSubtitle, say(in.Unit, b.lang), n, &in)
	if len(c.Years) > 0 {
		c.Period = years(c.Years[0], c.Years[len(c.Years)-1])
	}
	return c, c.Text
}

func (b *chartBuilder) coverage() (charts.Chart, charts.Text) {
	parts := b.words.coverageParts[:]
	if !b.Withheld {
		parts = parts[:3]
	}
	c := charts.Stacked{RowsAre: b.words.municipality, Parts: parts}
	for _, m := range b.Members {
		counts := make([]int, len(c.Parts))
		for _, in := range b.Indicators {
			counts[coveragePart(b.Cell(m.ID, in.ID))]++
		}
		c.Rows = append(c.Rows, charts.StackedRow{Label: m.Name, Counts: counts})
	}
	c.Text = b.text(fmt.Sprintf(b.words.coverageTitle, b.region()), b.words.coverageSubtitle, b.words.figures, len(b.Members), nil)
	return c, c.Text
}

// coveragePart places a figure: confirmed, from statistics, missing, withheld. An
// answer that says why there is no figure is missing too, as in the counts of a
// goal.
func coveragePart(c indicators.Cell) int {
	switch {
	case c.State == indicators.StateWithheld:
		return 3
	case c.Value == nil:
		return 2
	case c.Confirmed:
		return 0
	}
	return 1
}

// notes explain what a reader of the chart must know to read it rightly.
func (b *chartBuilder) notes(kind chartKind) []string {
	notes := []string{}
	if kind.ofGoals {
		notes = append(notes, b.words.covered)
	}
	if b.Withheld {
		notes = append(notes, b.words.withheld)
	}
	if b.Round != nil && b.Round.MadeUp {
		notes = append(notes, b.words.madeUp)
	}
	if b.one != nil {
		bounds := b.Bounds(b.one.ID)
		if !bounds.Scored() {
			notes = append(notes, b.words.noBounds)
		} else if note := say(bounds.Note, b.lang); note != "" {
			notes = append(notes, note)
		}
	}
	return notes
}
