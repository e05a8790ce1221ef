package api

import (
	"context"

	"loftet/api/contract"
	"loftet/indicators"
)

// GetMunicipalityStatus gives one municipality beside its region.
func (s *Server) GetMunicipalityStatus(ctx context.Context, r contract.GetMunicipalityStatusRequestObject) (contract.GetMunicipalityStatusResponseObject, error) {
	l, err := s.look(ctx, lookInput{region: r.Params.Region, municipality: &r.OrganisationID, round: r.Params.Round, year: r.Params.Year, cohort: r.Params.Cohort,
		before: true})
	if err != nil {
		return nil, err
	}
	m, _ := l.member(r.OrganisationID)
	lang := who(ctx).Language
	status := contract.MunicipalityStatus{
		Region: l.toRegion(), Round: l.toRound(), Year: l.toYear(), Rounds: convertAll(l.rounds, toRound), Years: l.toYears(),
		Cohort: textOrNil(l.Cohort), Municipality: toMunicipality(m.Member), Answer: contract.RowAnswer(m.Answer), Goals: []contract.ComparedGoal{},
		Indicators: convertAll(l.Indicators, l.comparedIn(m, lang)), Additions: convertAll(l.Additions, l.comparedIn(m, lang)),
	}
	for _, goal := range goalsAsked(l.View) {
		status.Goals = append(status.Goals, contract.ComparedGoal{
			Cell: toGoalCell(l.Goals[indicators.GoalKey{Organisation: m.ID, Goal: goal}]), RegionMean: shownScore(l.meanBeside(goal)),
		})
	}
	return contract.GetMunicipalityStatus200JSONResponse(status), nil
}

// meanBeside is the region's mean of a goal beside one municipality; a mean over
// a single one is no region.
func (l look) meanBeside(goal int) *float64 {
	if sum := l.Goal(goal); sum.Units > 1 {
		return sum.Mean
	}
	return nil
}

// comparedIn shows indicators of one municipality beside the region's.
func (l look) comparedIn(m indicators.Member, lang string) func(indicators.Indicator) contract.ComparedIndicator {
	return func(in indicators.Indicator) contract.ComparedIndicator {
		cell, bounds, sum := l.Cell(m.ID, in.ID), l.Bounds(in.ID), l.Values(in.ID)
		out := contract.ComparedIndicator{
			Indicator: toScoredIndicator(in, bounds.Scored(), lang), Cell: toCell(cell), Bounds: toBounds(bounds, lang),
			RegionMedian: shown(sum.Median, in.Decimals), Units: sum.Units,
		}
		if cell.Value != nil {
			better := l.Better(in, *cell.Value)
			out.Better = &better
		}
		if l.before != nil {
			if _, member := memberOf(*l.before, m); member {
				before := toCell(l.before.Cell(m.ID, in.ID))
				out.Before = &before
			}
		}
		return out
	}
}

// memberOf tells whether a municipality was in an earlier view as well.
func memberOf(v indicators.View, m indicators.Member) (indicators.Member, bool) {
	return look{View: v}.member(m.ID)
}
