package sources

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"loftet/indicators"
	"loftet/internal/csvtable"
	"loftet/internal/statbank"
)

// Years are those wanted, both included.
type Years struct{ From, To int }

func (y Years) has(year int) bool { return year >= y.From && year <= y.To }

// Fetch asks the banks of a mapping for the figures of some years, and gives them
// as rows with the source as it is cited. A table that is not what the mapping
// says is a fault; the others are asked all the same. Numbers tells which areas
// are asked for: official numbers of municipalities, old ones too.
func Fetch(ctx context.Context, m Mapping, years Years, numbers []string) ([]indicators.StatisticRow, csvtable.Findings) {
	var rows []indicators.StatisticRow
	var found csvtable.Findings
	f := fetcher{years: years, numbers: numbers, banks: map[string]bank{}}
	for _, s := range m.Series {
		place := s.Bank + ":" + s.Table
		more, err := f.series(ctx, m.Banks[s.Bank], s)
		switch {
		case ctx.Err() != nil:
			found.Fault(place, 0, "%s: stopped", s.Code)
			return rows, found
		case err != nil:
			found.Fault(place, 0, "%s: %v", s.Code, err)
		case len(more) == 0:
			found.Warn(place, 0, "%s: the bank has no figure for these municipalities and years", s.Code)
		}
		for i := range more {
			more[i].File, more[i].Line, more[i].Code = place, 0, s.Code
		}
		rows = append(rows, more...)
	}
	return rows, found
}

// fetcher keeps what has been asked once.
type fetcher struct {
	years   Years
	numbers []string
	banks   map[string]bank
}

// bank is whichever client the kind needs.
type bank struct {
	px     *statbank.PxWeb
	kolada *statbank.Kolada
	files  *statbank.Client
	err    error
}

// series gives a series' figures; File, Line and Code of the rows are left open.
func (f *fetcher) series(ctx context.Context, of Bank, s Series) ([]indicators.StatisticRow, error) {
	b, opened := f.banks[s.Bank]
	if !opened {
		b = open(ctx, of)
		f.banks[s.Bank] = b
	}
	switch {
	case b.err != nil:
		return nil, b.err
	case b.px != nil:
		return f.table(ctx, b.px, of, s)
	case b.kolada != nil:
		return f.koladaFigures(ctx, b.kolada, of, s)
	}
	return f.file(ctx, b.files, of, s)
}

func open(ctx context.Context, of Bank) (b bank) {
	client, err := statbank.New(of.Address)
	if err != nil {
		return bank{err: err}
	}
	switch of.Kind {
	case PxWeb2:
		b.px, b.err = statbank.OpenPxWeb(ctx, client, of.Language)
	case Kolada:
		b.kolada = statbank.OpenKolada(client)
	default:
		b.files = client
	}
	return b
}

// koladaFigures gives the figures of Kolada, for both sexes together.
func (f *fetcher) koladaFigures(ctx context.Context, k *statbank.Kolada, of Bank, s Series) ([]indicators.StatisticRow, error) {
	title, err := k.Title(ctx, s.Table)
	if err != nil {
		return nil, err
	}
	if err := s.isTitled(title); err != nil {
		return nil, err
	}
	figures, err := k.Figures(ctx, s.Table, f.years.list())
	if err != nil {
		return nil, err
	}
	wanted := set(f.numbers)
	var rows []indicators.StatisticRow
	for _, v := range figures {
		if !wanted[v.Municipality] || !f.years.has(v.Year) {
			continue
		}
		row := indicators.StatisticRow{Entity: v.Municipality, Year: v.Year, Source: fmt.Sprintf("%s %s", of.Owner, s.Table)}
		row.State, row.Value = stated(scaled(v.Value, s.Scale), koladaSign(v.Status))
		rows = append(rows, row)
	}
	return rows, nil
}

// koladaSign gives the sign that Kolada's status stands for.
func koladaSign(status string) string {
	switch status {
	case "Private", "Confidential":
		return ":"
	}
	return ".."
}

// file reads a CSV file whose columns the mapping names.
func (f *fetcher) file(ctx context.Context, c *statbank.Client, of Bank, s Series) ([]indicators.StatisticRow, error) {
	text, err := c.File(ctx, s.Table)
	if err != nil {
		return nil, err
	}
	rows, found := indicators.ParseStatisticsAs(s.Table, text, fmt.Sprintf("%s, %s", of.Owner, s.Table), s.Columns, s.Code)
	if !found.OK() {
		return nil, fmt.Errorf("%d lines are faulty, the first: %s", len(found.Faults), found.Faults[0])
	}
	wanted := set(f.numbers)
	rows = slices.DeleteFunc(rows, func(r indicators.StatisticRow) bool { return !wanted[r.Entity] || !f.years.has(r.Year) })
	for i := range rows {
		rows[i].Value = scaled(rows[i].Value, s.Scale)
	}
	return rows, nil
}

func (y Years) list() (years []int) {
	for year := y.From; year <= y.To; year++ {
		years = append(years, year)
	}
	return years
}

func set(list []string) map[string]bool {
	all := make(map[string]bool, len(list))
	for _, s := range list {
		all[s] = true
	}
	return all
}

func sorted[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
