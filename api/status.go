package api

import (
	"cmp"
	"context"
	"slices"

	"loftet/api/contract"
	"loftet/indicators"
	"loftet/needs"
)

// GetRegionStatus gives scores per municipality and goal.
func (s *Server) GetRegionStatus(ctx context.Context, r contract.GetRegionStatusRequestObject) (contract.GetRegionStatusResponseObject, error) {
	l, err := s.look(ctx, lookInput{region: &r.RegionID, round: r.Params.Round, year: r.Params.Year, cohort: r.Params.Cohort})
	if err != nil {
		return nil, err
	}
	status := contract.RegionStatus{
		Region: l.toRegion(), Round: l.toRound(), Year: l.toYear(), Rounds: convertAll(l.rounds, toRound), Years: l.toYears(),
		Cohort: textOrNil(l.Cohort), Cohorts: append([]string{}, l.Cohorts...), Municipalities: len(l.Members), Withheld: l.Withheld, Goals: []contract.GoalMean{}, Rows: []contract.StatusRow{},
	}
	goals := goalsAsked(l.View)
	for _, goal := range goals {
		status.Goals = append(status.Goals, toGoalMean(l.View, goal))
	}
	for _, m := range l.Members {
		if m.Submitted() {
			status.Submitted++
		}
		row := contract.StatusRow{Municipality: toMunicipality(m.Member), Answer: contract.RowAnswer(m.Answer), Goals: []contract.GoalCell{}}
		for _, goal := range goals {
			row.Goals = append(row.Goals, toGoalCell(l.Goals[indicators.GoalKey{Organisation: m.ID, Goal: goal}]))
		}
		status.Rows = append(status.Rows, row)
	}
	status.Complete = needs.Rules().Enough(len(l.Members), status.Submitted)
	status.MadeUp = l.Round != nil && l.Round.MadeUp
	return contract.GetRegionStatus200JSONResponse(status), nil
}

// worstOf is how many of a goal's indicators are named as its worst.
const worstOf = 2

func toGoalMean(v indicators.View, goal int) contract.GoalMean {
	sum := v.Goal(goal)
	mean := contract.GoalMean{Goal: goal, Mean: shownScore(sum.Mean), Municipalities: sum.Units, Worst: []string{}}
	type scored struct {
		code string
		mean float64
	}
	var list []scored
	for _, in := range v.Indicators {
		if scores := v.Scores(in.ID); in.Goal == goal && scores.Mean != nil {
			list = append(list, scored{in.Code, *scores.Mean})
		}
	}
	slices.SortStableFunc(list, func(x, y scored) int { return cmp.Compare(x.mean, y.mean) })
	for _, one := range list[:min(len(list), worstOf)] {
		mean.Worst = append(mean.Worst, one.code)
	}
	return mean
}

// GetIndicatorStatus gives one indicator over the municipalities of a region.
func (s *Server) GetIndicatorStatus(ctx context.Context, r contract.GetIndicatorStatusRequestObject) (contract.GetIndicatorStatusResponseObject, error) {
	l, err := s.look(ctx, lookInput{region: &r.RegionID, round: r.Params.Round, year: r.Params.Year, cohort: r.Params.Cohort, code: &r.Code, trend: true})
	if err != nil {
		return nil, err
	}
	in, lang := *l.one, who(ctx).Language
	bounds, sum := l.Bounds(in.ID), l.Values(in.ID)
	status := contract.IndicatorStatus{
		Region: l.toRegion(), Round: l.toRound(), Year: l.toYear(), Rounds: convertAll(l.rounds, toRound), Years: l.toYears(),
		Cohort: textOrNil(l.Cohort), Cohorts: append([]string{}, l.Cohorts...), Indicator: toScoredIndicator(in, bounds.Scored(), lang), Bounds: toBounds(bounds, lang),
		Units: sum.Units, Mean: shown(sum.Mean, in.Decimals), Median: shown(sum.Median, in.Decimals), Rows: []contract.IndicatorRow{},
		Trend: convertAll(l.trend, func(p indicators.TrendPoint) contract.TrendPoint {
			return contract.TrendPoint{Year: p.Year, Median: shown(p.Values.Median, in.Decimals), Units: p.Values.Units}
		}),
	}
	for _, m := range l.Members {
		row := contract.IndicatorRow{Municipality: toMunicipality(m.Member), Unchecked: m.Answer == indicators.AnswerSubmitted, Cell: toCell(l.Cell(m.ID, in.ID))}
		if m.Submitted() {
			row.ResponseID = m.ResponseID
		}
		status.Rows = append(status.Rows, row)
	}
	return contract.GetIndicatorStatus200JSONResponse(status), nil
}
