package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"loftet/charts"
	"loftet/internal/clock"
)

// drawings is how often each picture is drawn at least.
const drawings = 10

// drawn measures drawing alone, in this process.
func drawn(ctx context.Context, b *bench, _ database) error {
	for _, kind := range chartKinds {
		chart := example(kind, wholeCountry.Municipalities)
		for _, form := range []charts.Form{charts.SVG, charts.PNG} {
			if err := b.draw(ctx, kind+", "+string(form), chart, form); err != nil {
				return err
			}
		}
	}
	return nil
}

// draw draws one picture again and again.
func (b *bench) draw(ctx context.Context, what string, chart charts.Chart, form charts.Form) error {
	before, err := self().cpu()
	if err != nil {
		return err
	}
	clk, s := clock.System(), sample{}
	for start := clk.Now(); s.took < b.within/6 || len(s.times) < drawings; s.took = clk.Now().Sub(start) {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		began := clk.Now()
		if err := charts.Write(io.Discard, chart, form, charts.Options{}); err != nil {
			return fmt.Errorf("draw %s: %w", what, err)
		}
		s.times = append(s.times, clk.Now().Sub(began))
	}
	after, err := self().cpu()
	r := s.row(whatDrawn+what, "", 1)
	r.CPU = (after - before) / time.Duration(len(s.times))
	b.add(r)
	return err
}

// example is a chart of a kind over so many municipalities.
func example(kind string, municipalities int) charts.Chart {
	text := charts.Text{Title: "Hvor langt har kommunene kommet?", Subtitle: "Poeng per mål", Unit: "poeng (0-100)", Period: "2025",
		N: municipalities, Source: "Kommunenes egne svar", Licence: "NLOD 2.0"}
	switch kind {
	case "goals":
		c := charts.Bars{Text: text, Rows: "Mål", Max: 100}
		for goal := 1; goal <= 17; goal++ {
			c.Bars = append(c.Bars, charts.Bar{Label: fmt.Sprintf("Mål nummer %d", goal), Goal: goal, Value: number(goal)})
		}
		return c
	case "heat":
		c := charts.HeatTable{Text: text, RowsAre: "Kommune"}
		for goal := 1; goal <= 17; goal++ {
			c.Columns = append(c.Columns, charts.HeatColumn{Label: fmt.Sprintf("Mål %d", goal), Goal: goal})
		}
		for m := range municipalities {
			row := charts.HeatRow{Label: name(m)}
			for goal := range 17 {
				row.Values = append(row.Values, number(m*17+goal))
			}
			c.Rows = append(c.Rows, row)
		}
		return c
	case "coverage":
		c := charts.Stacked{Text: text, RowsAre: "Kommune", Parts: []string{"Bekreftet", "Fra statistikk", "Mangler", "Ikke vist"}}
		for m := range municipalities {
			c.Rows = append(c.Rows, charts.StackedRow{Label: name(m), Counts: []int{20 + m%10, 10 - m%10, 8, 2}})
		}
		return c
	case "distribution":
		c := charts.Distribution{Text: text, UnitsAre: "Kommune", Decimals: 1}
		for m := range municipalities {
			c.Units = append(c.Units, charts.Unit{Label: name(m), Value: number(m), Own: m == 0})
		}
		return c
	case "trend":
		c := charts.Line{Text: text, Series: []charts.Series{{Name: "Midten av kommunene"}}}
		for year := 2020; year < 2025; year++ {
			c.Years, c.Series[0].Values = append(c.Years, year), append(c.Series[0].Values, number(year))
		}
		return c
	default:
		c := charts.Dumbbell{Text: text, Rows: "Mål", OneName: "Kommunen", OtherName: "regionen", Max: 100}
		for goal := 1; goal <= 17; goal++ {
			c.Pairs = append(c.Pairs, charts.Pair{Label: fmt.Sprintf("Mål %d", goal), Goal: goal, One: number(goal), Other: number(goal + 5)})
		}
		return c
	}
}

func name(municipality int) string { return fmt.Sprintf("Kommune %03d", municipality) }

// number is some figure with the band it belongs to.
func number(i int) charts.Value {
	n := float64(i * 7919 % 101)
	band := charts.Far
	switch {
	case n >= 95:
		band = charts.Achieved
	case n >= 66:
		band = charts.Near
	case n >= 33:
		band = charts.Behind
	}
	return charts.Value{Number: n, State: charts.Confirmed, Band: band}
}
