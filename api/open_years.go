package api

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/models"
)

// openYears is a region over the years as the public sees it: each round that is
// published, and statistics.
type openYears struct {
	newest  indicators.View         // of the newest period
	rounds  []indicators.View       // newest first
	byYear  map[int]indicators.View // statistics up to a year
	years   []int                   // that were asked for, or all there are, earliest first
	changes *indicators.Changes     // nil: all figures are wanted
	updated time.Time
}

// openFigure is one figure with the view that shows it.
type openFigure struct {
	indicators.Cell
	view indicators.View
}

// readYears reads some years of a region; all that there are where none are named.
// With since only what may have changed from that day on is wanted.
func (s *Server) readYears(ctx context.Context, region uuid.UUID, years []int, since *time.Time) (openYears, error) {
	y := openYears{byYear: map[int]indicators.View{}, years: slices.Clone(years)}
	return y, s.DB.Read(ctx, func(tx *models.Tx) error {
		var err error
		if y.newest, err = s.openView(tx, region, latest); err != nil {
			return err
		}
		for _, round := range y.newest.Rounds {
			v, err := s.Indicators.RegionView(tx, nobody, indicators.ViewInput{RegionID: region, RoundID: &round.ID})
			if err != nil {
				return err
			}
			y.rounds = append(y.rounds, v)
		}
		if years == nil {
			y.years = slices.Clone(y.newest.Years)
			for _, v := range y.rounds {
				y.years = append(y.years, v.Year)
			}
		}
		slices.Sort(y.years)
		y.years = slices.Compact(y.years)
		for _, year := range y.years {
			if y.byYear[year], err = s.Indicators.RegionView(tx, nobody, indicators.ViewInput{RegionID: region, Year: year}); err != nil {
				return err
			}
		}
		if since != nil {
			if y.changes, err = s.Indicators.ChangesSince(tx, *since); err != nil {
				return err
			}
		}
		y.updated, err = s.Indicators.LastImport(tx)
		return err
	})
}

// indicators gives those of the newest period, then those of older rounds.
func (y openYears) indicators() []indicators.Indicator {
	list := allIndicators(y.newest)
	seen := map[uuid.UUID]bool{}
	for _, in := range list {
		seen[in.ID] = true
	}
	for _, v := range y.rounds {
		for _, in := range allIndicators(v) {
			if !seen[in.ID] {
				seen[in.ID] = true
				list = append(list, in)
			}
		}
	}
	return list
}

// figure gives the figure of a municipality that is of just that year: what it
// answered in the newest round, else from statistics, else why a round of that year
// has none. False where nobody has asked for it.
func (y openYears) figure(member, indicator uuid.UUID, year int) (openFigure, bool) {
	for _, v := range y.rounds {
		if c := v.Cell(member, indicator); c.Origin == indicators.OriginResponse && c.Year == year {
			return openFigure{c, v}, true
		}
	}
	if v := y.byYear[year]; true {
		if c := v.Cell(member, indicator); c.Year == year {
			return openFigure{c, v}, true
		}
	}
	for _, v := range y.rounds {
		if c := v.Cell(member, indicator); v.Year == year && c.Value == nil && c.State != indicators.StateNoData {
			return openFigure{c, v}, true
		}
	}
	return openFigure{}, false
}

// wanted tells whether a figure may have changed since the day that was asked for.
func (y openYears) wanted(m indicators.Member, f openFigure) bool {
	return y.changes == nil || y.changes.Touch(f.view, m, f.Cell)
}

// mean is what the page of a year shows for the whole region: that of its newest
// round for all members, else of statistics.
func (y openYears) mean(in indicators.Indicator, year int) *float64 {
	v := y.byYear[year]
	for _, round := range y.rounds {
		if _, asked := round.Indicator(in.Code); asked && round.Year == year && round.Cohort == "" {
			v = round
			break
		}
	}
	return shown(v.Values(in.ID).Mean, in.Decimals)
}
