package api

import (
	"loftet/api/contract"
	"loftet/charts"
	"loftet/indicators"
	"loftet/orgs"
)

// Scores are shown with one decimal everywhere: in pictures, tables, files and
// answers of the API.
const scoreDecimals = 1

// shownScore rounds a score, or a mean of scores, as it is shown.
func shownScore(score *float64) *float64 { return shown(score, scoreDecimals) }

// shown rounds a figure to the decimals it is shown with.
func shown(value *float64, decimals int) *float64 {
	if value == nil {
		return nil
	}
	rounded := charts.Round(*value, decimals)
	return &rounded
}

// toCell shows a figure. The value is as its source gave it.
func toCell(c indicators.Cell) contract.Cell {
	out := contract.Cell{
		State: contract.FigureState(c.State), Confirmed: c.Confirmed, Uncertain: c.Uncertain, Imputed: c.Imputed,
		Value: c.Value, Source: textOrNil(c.Source), Score: shownScore(c.Score),
		Colour: contract.Colour(c.Colour), Band: toBand(c.Band),
	}
	if c.Colour == "" {
		out.Colour = contract.Grey
	}
	if c.Year > 0 {
		out.Year = &c.Year
	}
	if c.Quality != "" {
		quality := contract.Quality(c.Quality)
		out.Quality = &quality
	}
	return out
}

func toBand(band string) contract.Band {
	if band == "" {
		return contract.BandNone
	}
	return contract.Band(band)
}

func toGoalCell(g indicators.GoalCell) contract.GoalCell {
	return contract.GoalCell{
		Goal: g.Goal, Score: shownScore(g.Score), Colour: contract.Colour(g.Colour), Band: toBand(g.Band),
		Available: g.Available, Total: g.Total, Confirmed: g.Confirmed, Covered: g.Covered, LeftOut: g.LeftOut,
	}
}

// goalsAsked gives the goals that the view's basket has indicators for.
func goalsAsked(v indicators.View) []int {
	asked := map[int]bool{}
	for _, in := range v.Indicators {
		asked[in.Goal] = true
	}
	var goals []int
	for goal := 1; goal <= 17; goal++ {
		if asked[goal] {
			goals = append(goals, goal)
		}
	}
	return goals
}

func (l look) toRegion() contract.Region {
	return toRegion(orgs.RegionSummary{ID: l.Region.ID, Kind: l.Region.Kind, Name: l.Region.Name, Country: l.Region.Country,
		Code: l.Region.Code, OwnerID: l.Region.OwnerID, Members: len(l.Members)})
}

func (l look) toRound() *contract.Round {
	if l.round == nil {
		return nil
	}
	round := toRound(*l.round)
	return &round
}

func (l look) toYear() *int {
	if l.Year == 0 {
		return nil
	}
	return &l.Year
}

func (l look) toYears() []int { return append([]int{}, l.Years...) }
