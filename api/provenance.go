package api

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"github.com/google/uuid"

	"loftet/api/contract"
	"loftet/indicators"
	"loftet/indicators/scoring"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/surveys"
)

// GetProvenance tells what one number was made of.
func (s *Server) GetProvenance(ctx context.Context, r contract.GetProvenanceRequestObject) (contract.GetProvenanceResponseObject, error) {
	in, err := numberInput(contract.RecomputeNumberParams(r.Params))
	if err != nil {
		return nil, err
	}
	var p proven
	if err := s.prove(ctx, in, &p); err != nil {
		return nil, err
	}
	return contract.GetProvenance200JSONResponse(p.toProvenance(who(ctx).Language)), nil
}

// RecomputeNumber makes a number again and holds it against what is shown and what
// was stored.
func (s *Server) RecomputeNumber(ctx context.Context, r contract.RecomputeNumberRequestObject) (contract.RecomputeNumberResponseObject, error) {
	in, err := numberInput(r.Params)
	if err != nil {
		return nil, err
	}
	var p proven
	if err := s.prove(ctx, in, &p); err != nil {
		return nil, err
	}
	again, err := s.Indicators.Recompute(ctx, who(ctx), in)
	if err != nil {
		return nil, err
	}
	differs := p.differs(again)
	return contract.RecomputeNumber200JSONResponse{Shown: toNumber(p.Number), Recomputed: toNumber(again), Differs: differs,
		Same: p.Same(again) && len(differs) == 0}, nil
}

// numberInput reads which number is asked for: that of an indicator, or of a goal.
func numberInput(p contract.RecomputeNumberParams) (indicators.NumberInput, error) {
	in := indicators.NumberInput{ViewInput: indicators.ViewInput{RegionID: p.Region, RoundID: p.Round, Year: valueOf(p.Year), Cohort: valueOf(p.Cohort)},
		Organisation: p.Municipality, Code: valueOf(p.Indicator), Goal: valueOf(p.Goal)}
	if (p.Indicator == nil) == (p.Goal == nil) {
		return in, fault.InvalidFields(fault.OnField("indicator", "indicator_or_goal"))
	}
	return in, nil
}

// proven is a number with the rows and revisions behind its figures, all of one
// reading.
type proven struct {
	indicators.Number

	look    look // the view's region and round as they are shown
	stored  map[uuid.UUID]indicators.Stored
	origins map[uuid.UUID]surveys.Origin
}

func (s *Server) prove(ctx context.Context, in indicators.NumberInput, p *proven) error {
	a := who(ctx)
	return s.DB.Read(ctx, func(tx *models.Tx) error {
		var err error
		if p.Number, err = s.Indicators.Number(tx, a, in); err != nil {
			return err
		}
		p.look.View = p.View
		if p.look.rounds, err = s.Surveys.Describe(tx, a, p.View.Rounds); err != nil {
			return err
		}
		p.look.findRound()
		if p.stored, err = indicators.StoredFigures(tx, p.Figures); err != nil {
			return err
		}
		p.origins, err = originsOf(tx, p.Number)
		return err
	})
}

// originsOf reads the revisions behind the figures; the answers too where the
// number is of one municipality whose answers the reader may see.
func originsOf(tx *models.Tx, n indicators.Number) (map[uuid.UUID]surveys.Origin, error) {
	submissions, detail := map[uuid.UUID]bool{}, map[uuid.UUID]uuid.UUID{}
	for _, f := range n.Figures {
		if f.Cell.SubmissionID == nil {
			continue
		}
		submissions[*f.Cell.SubmissionID] = true
		if n.Member != nil && n.Indicator != nil && f.Member.ResponseID != nil {
			detail[*f.Cell.SubmissionID] = f.Indicator.ID
		}
	}
	return surveys.Origins(tx, slices.Collect(maps.Keys(submissions)), detail)
}

// differs gives the indicators whose score, made again, is not the one that was
// stored with the submission.
func (p proven) differs(again indicators.Number) []string {
	codes := []string{}
	for _, f := range again.Figures {
		row, known := p.stored[f.Cell.ObservationID]
		if !known || row.Score == nil || row.Score.Method != again.View.Method {
			continue
		}
		if (row.Score.Score == nil) != (f.Cell.Score == nil) || row.Score.Score != nil && *row.Score.Score != *f.Cell.Score {
			if !slices.Contains(codes, f.Indicator.Code) {
				codes = append(codes, f.Indicator.Code)
			}
		}
	}
	return codes
}

// methodVersion is empty for a method that is no longer known.
func methodVersion(id string) string {
	m, known := scoring.ByID(scoring.MethodID(id))
	if !known {
		return ""
	}
	return m.Version()
}

func toNumber(n indicators.Number) contract.Number {
	out := contract.Number{Kind: kindOf(n), Colour: contract.Colour(n.Colour), Band: toBand(n.Band), Units: n.Sum.Units}
	if n.Colour == "" {
		out.Colour = contract.Grey
	}
	decimals := scoreDecimals
	if n.Indicator != nil {
		decimals = n.Indicator.Decimals
	}
	out.Mean, out.Median = shown(n.Sum.Mean, decimals), shown(n.Sum.Median, decimals)
	out.Score = shownScore(n.Score)
	if n.Member != nil {
		out.Value, out.ExactScore = n.Value, n.Score
	}
	return out
}

func kindOf(n indicators.Number) contract.NumberKind {
	switch {
	case n.Member != nil && n.Indicator != nil:
		return contract.NumberKindFigure
	case n.Member != nil:
		return contract.NumberKindGoalScore
	case n.Indicator != nil:
		return contract.NumberKindRegionIndicator
	}
	return contract.NumberKindRegionGoal
}

func (p proven) toProvenance(lang string) contract.Provenance {
	out := contract.Provenance{Number: toNumber(p.Number), Region: p.look.toRegion(), Round: p.look.toRound(), Year: p.look.toYear(),
		Method: contract.MethodVersion{ID: contract.Method(p.View.Method), Version: methodVersion(p.View.Method)},
		AsOf:   p.View.AsOf, Goal: &p.Goal, Hidden: p.Hidden, Figures: []contract.ProvenFigure{}, Goals: []contract.ProvenGoal{}}
	if p.Member != nil {
		m := toMunicipality(p.Member.Member)
		out.Municipality = &m
	}
	if p.Indicator != nil {
		in := toScoredIndicator(*p.Indicator, p.View.Bounds(p.Indicator.ID).Scored(), lang)
		out.Indicator = &in
	}
	for _, f := range p.Figures {
		out.Figures = append(out.Figures, p.toFigure(f, lang))
	}
	for _, g := range p.Goals {
		out.Goals = append(out.Goals, contract.ProvenGoal{Municipality: toMunicipality(g.Member.Member), Cell: toGoalCell(g.Cell)})
	}
	return out
}

func (p proven) toFigure(f indicators.NumberFigure, lang string) contract.ProvenFigure {
	out := contract.ProvenFigure{Municipality: toMunicipality(f.Member.Member), Indicator: toScoredIndicator(f.Indicator, f.Bounds.Scored(), lang),
		Cell: toCell(f.Cell), Bounds: toBounds(f.Bounds, lang), BoundsVersion: f.Indicator.CatalogueVersion}
	if f.Bounds.TargetID != nil {
		out.BoundsVersion = fmt.Sprint(f.Bounds.TargetVersion)
	}
	if row, known := p.stored[f.Cell.ObservationID]; known {
		o := row.Observation
		found := contract.ProvenObservation{ID: o.ID, Origin: contract.ProvenObservationOrigin(o.Origin), Revision: o.Revision, StoredAt: o.CreatedAt}
		if row.Score != nil {
			method := contract.Method(row.Score.Method)
			found.Score, found.Method = row.Score.Score, &method
		}
		out.Observation = &found
	}
	if f.Cell.SubmissionID != nil {
		if from, known := p.origins[*f.Cell.SubmissionID]; known {
			out.Submission = toProvenSubmission(from, f.Member.ResponseID)
		}
	}
	return out
}

func toProvenSubmission(from surveys.Origin, response *uuid.UUID) *contract.ProvenSubmission {
	out := contract.ProvenSubmission{Receipt: from.Receipt, Revision: from.Revision, SubmittedAt: from.SubmittedAt, ApprovedAt: from.ApprovedAt, ResponseID: response}
	if from.Answer == nil || response == nil {
		return &out
	}
	a := from.Answer
	out.ApprovedBy = textOrNil(from.ApprovedBy)
	out.OverrideReason = textOrNil(a.OverrideReason)
	if a.StatisticValue != nil {
		out.Statistic = &contract.ProvenStatistic{Value: *a.StatisticValue, Source: a.StatisticSource}
		if a.StatisticYear > 0 {
			out.Statistic.Year = &a.StatisticYear
		}
		out.Overridden = a.Value == nil || *a.Value != *a.StatisticValue
	}
	if len(a.Parts) > 0 {
		parts := []contract.ProvenPart{}
		for _, key := range slices.Sorted(maps.Keys(a.Parts)) {
			parts = append(parts, contract.ProvenPart{Key: key, Value: a.Parts[key]})
		}
		out.Parts = &parts
	}
	return &out
}
