package indicators

import (
	"cmp"
	"slices"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// TrendPoint is one indicator in one year over the municipalities of a region.
// Cell is that of the municipality that was asked for.
type TrendPoint struct {
	Year    int
	Values  Summary
	Cell    Cell
	InRound bool // from a round; else from statistics of that very year
	// Confirmed tells that every figure behind Values is one that a municipality
	// stands by.
	Confirmed bool
}

// Trend gives an indicator of a view over the years, the earliest first: from
// each round that the reader may see, and from statistics for the years without
// one. Rounds of another cohort are left out, and beside the whole region those of any.
// organisation may be nil.
func (s *Service) Trend(tx *models.Tx, a orgs.Actor, v View, in Indicator, organisation *uuid.UUID) ([]TrendPoint, error) {
	points := map[int]TrendPoint{}
	for _, round := range v.Rounds {
		if _, newer := points[round.Year]; newer || !slices.Contains(begunRounds, round.State) || (round.Cohort != "" && round.Cohort != v.Cohort) {
			continue
		}
		at := v
		if v.Round == nil || v.Round.ID != round.ID {
			var err error
			if at, err = s.RegionView(tx, a, ViewInput{RegionID: v.Region.ID, RoundID: &round.ID, Cohort: v.Cohort}); err != nil {
				return nil, err
			}
		}
		if _, asked := at.bounds[in.ID]; !asked {
			continue
		}
		points[round.Year] = at.trendPoint(in, organisation)
	}
	known, err := s.Statistics(tx)
	if err != nil {
		return nil, err
	}
	byYear := map[int][]float64{}
	cells := map[int]Cell{}
	for _, m := range v.Members {
		for _, f := range known.figures[in.ID][m.ID] {
			if f.Value != nil {
				byYear[f.Year] = append(byYear[f.Year], *f.Value)
			}
			if organisation != nil && m.ID == *organisation {
				cells[f.Year] = f.cell()
			}
		}
	}
	for year, values := range byYear {
		if _, inRound := points[year]; inRound {
			continue
		}
		cell, ok := cells[year]
		if !ok {
			cell = Cell{State: StateNoData}
		}
		points[year] = TrendPoint{Year: year, Values: summarise(values), Cell: cell}
	}
	list := make([]TrendPoint, 0, len(points))
	for _, p := range points {
		list = append(list, p)
	}
	slices.SortFunc(list, func(x, y TrendPoint) int { return cmp.Compare(x.Year, y.Year) })
	return list, nil
}

// trendPoint is the point of a view's round. A municipality's older figure from
// statistics has a point at its own year, and is no answer of this one.
func (v View) trendPoint(in Indicator, organisation *uuid.UUID) TrendPoint {
	p := TrendPoint{Year: v.Year, Values: v.Values(in.ID), InRound: true, Confirmed: true, Cell: Cell{State: StateNoData}}
	for _, m := range v.Members {
		c := v.Cell(m.ID, in.ID)
		p.Confirmed = p.Confirmed && (c.Confirmed || c.Value == nil)
	}
	if organisation != nil {
		if p.Cell = v.Cell(*organisation, in.ID); p.Cell.Origin == OriginStatistics && p.Cell.Year != v.Year {
			asked := v.columns[in.ID] < len(v.Indicators)
			p.Cell = Cell{State: silence(asked && v.Goals[GoalKey{*organisation, in.Goal}].LeftOut)}
		}
	}
	return p
}

// cell shows a statistics figure by itself, without a score.
func (f Figure) cell() Cell {
	return Cell{State: f.State, Value: f.Value, Year: f.Year, Source: f.Source, Quality: f.Quality,
		Origin: OriginStatistics, Uncertain: Uncertain(f.Quality), ObservationID: f.ID}
}
