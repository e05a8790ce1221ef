package api

import (
	"context"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"loftet/api/contract"
	"loftet/charts"
	"loftet/models"
	"loftet/needs"
)

// ListWorkbenchNeeds gives the candidates and needs of the reader's region.
func (s *Server) ListWorkbenchNeeds(ctx context.Context, r contract.ListWorkbenchNeedsRequestObject) (contract.ListWorkbenchNeedsResponseObject, error) {
	a := who(ctx)
	bench, err := s.Needs.Workbench(ctx, a, r.Params.Round)
	if err != nil {
		return nil, err
	}
	rules := needs.Rules()
	if r.Params.Weights != nil {
		other, err := rules.WithWeights(pointsOf(*r.Params.Weights))
		if err != nil {
			return nil, err
		}
		bench.Reweigh(other)
	}
	out := contract.WorkbenchNeeds{
		Provisional: bench.Provisional, Notes: bench.Notes, RuleVersion: rules.Version,
		Weights: convertAll(rules.Weights, func(w needs.Weight) contract.Part {
			return contract.Part{Key: w.Key, Label: partLabel(w.Key, a.Language), Value: w.Points}
		}),
		Items: convertAll(bench.Items, func(i needs.Item) contract.WorkbenchNeedSummary { return toWorkbenchSummary(i, a.Language) }),
	}
	if bench.Round != nil {
		round := toRound(*bench.Round)
		out.Round = &round
	}
	return contract.ListWorkbenchNeeds200JSONResponse(out), nil
}

// pointsOf reads weights as the contract writes them: whole points with hyphens
// between them. What is no number is left out; the contract lets none through.
func pointsOf(weights string) []float64 {
	var points []float64
	for _, text := range strings.Split(weights, "-") {
		if n, err := strconv.Atoi(text); err == nil {
			points = append(points, float64(n))
		}
	}
	return points
}

// GetWorkbenchNeed gives a need with the figures behind it.
func (s *Server) GetWorkbenchNeed(ctx context.Context, r contract.GetWorkbenchNeedRequestObject) (contract.GetWorkbenchNeedResponseObject, error) {
	a := who(ctx)
	d, err := s.Needs.Get(ctx, a, r.NeedID)
	if err != nil {
		return nil, err
	}
	return contract.GetWorkbenchNeed200JSONResponse{
		Body: toWorkbenchNeed(a.Language)(d), Headers: contract.GetWorkbenchNeed200ResponseHeaders{ETag: etag(d.Version)},
	}, nil
}

// UpdateNeed changes a need's texts and facts.
func (s *Server) UpdateNeed(ctx context.Context, r contract.UpdateNeedRequestObject) (contract.UpdateNeedResponseObject, error) {
	a := who(ctx)
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	d, err := s.Needs.Update(ctx, a, r.NeedID, version, needs.Edit{
		Title: models.Text(r.Body.Title), Fact: models.Text(r.Body.Fact), RootCauses: models.Text(r.Body.RootCauses),
		WantedEffect: models.Text(r.Body.WantedEffect), Volume: models.Text(r.Body.Volume), Timeline: models.Text(r.Body.Timeline),
		CPV: r.Body.Cpv, Contact: r.Body.Contact, Deadline: models.Date(valueOf(r.Body.Deadline)), MinimumTRL: valueOf(r.Body.MinimumTrl),
	})
	if err != nil {
		return nil, withCurrent(err, toWorkbenchNeed(a.Language))
	}
	return contract.UpdateNeed200JSONResponse{
		Body: toWorkbenchNeed(a.Language)(d), Headers: contract.UpdateNeed200ResponseHeaders{ETag: etag(d.Version)},
	}, nil
}

// ConfirmNeed says that a candidate is a need.
func (s *Server) ConfirmNeed(ctx context.Context, r contract.ConfirmNeedRequestObject) (contract.ConfirmNeedResponseObject, error) {
	a := who(ctx)
	d, err := s.Needs.Confirm(ctx, a, r.NeedID)
	if err != nil {
		return nil, withCurrent(err, toWorkbenchNeed(a.Language))
	}
	return contract.ConfirmNeed200JSONResponse{
		Body: toWorkbenchNeed(a.Language)(d), Headers: contract.ConfirmNeed200ResponseHeaders{ETag: etag(d.Version)},
	}, nil
}

// RejectNeed says that a candidate is no need.
func (s *Server) RejectNeed(ctx context.Context, r contract.RejectNeedRequestObject) (contract.RejectNeedResponseObject, error) {
	a := who(ctx)
	d, err := s.Needs.Reject(ctx, a, r.NeedID, r.Body.Reason)
	if err != nil {
		return nil, withCurrent(err, toWorkbenchNeed(a.Language))
	}
	return contract.RejectNeed200JSONResponse{
		Body: toWorkbenchNeed(a.Language)(d), Headers: contract.RejectNeed200ResponseHeaders{ETag: etag(d.Version)},
	}, nil
}

// PublishNeed makes a need, or its new version, public.
func (s *Server) PublishNeed(ctx context.Context, r contract.PublishNeedRequestObject) (contract.PublishNeedResponseObject, error) {
	a := who(ctx)
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	d, err := s.Needs.Publish(ctx, a, r.NeedID, version)
	if err != nil {
		return nil, withCurrent(err, toWorkbenchNeed(a.Language))
	}
	return contract.PublishNeed200JSONResponse{
		Body: toWorkbenchNeed(a.Language)(d), Headers: contract.PublishNeed200ResponseHeaders{ETag: etag(d.Version)},
	}, nil
}

func toWorkbenchSummary(i needs.Item, lang string) contract.WorkbenchNeedSummary {
	parts, priority := toPriority(i.Need, i.Hidden, lang)
	out := contract.WorkbenchNeedSummary{
		Title: say(i.Title, lang), Goal: i.Goal, Target: i.Target, State: contract.NeedState(i.State), Priority: priority, Rounded: i.Hidden, Parts: parts,
		Municipalities: i.Municipalities, Residents: i.Residents, Reason: i.Reason, Involved: i.Involved, Deadline: textOrNil(string(i.Deadline)),
		UnderWay: i.UnderWay,
	}
	if i.Round != nil {
		out.Round = &contract.NamedRound{ID: i.Round.ID, Name: i.Round.Name}
	}
	if i.Reranked != nil {
		out.Tried = &contract.TriedPriority{Priority: charts.Round(i.Reranked.Priority, 1), Rank: i.Reranked.Rank, NewRank: i.Reranked.NewRank}
	}
	if i.ID != uuid.Nil {
		out.ID = &i.ID
	}
	if i.Indicator != nil {
		indicator := toIndicator(*i.Indicator, lang)
		out.Indicator = &indicator
	}
	return out
}

func toWorkbenchNeed(lang string) func(needs.Detail) contract.WorkbenchNeed {
	return func(d needs.Detail) contract.WorkbenchNeed {
		parts, priority := toPriority(d.Need, d.Hidden, lang)
		out := contract.WorkbenchNeed{
			ID: d.ID, RegionID: d.RegionID, RegionName: d.RegionName, Goal: d.Goal, Target: d.Target, State: contract.NeedState(d.State),
			RuleVersion: d.RuleVersion, Priority: priority, Rounded: d.Hidden, Parts: parts, Title: contract.Texts(d.Title),
			AutomaticTitle: convertAll(d.Automatic, func(lang string) contract.Language { return contract.Language(lang) }), Fact: contract.Texts(d.Fact),
			RootCauses: contract.Texts(d.RootCauses), WantedEffect: contract.Texts(d.WantedEffect), Volume: contract.Texts(d.Volume),
			Timeline: contract.Texts(d.Timeline), Cpv: convertAll(d.Codes, toCPVCode), Contact: d.Contact,
			Deadline: textOrNil(string(d.Deadline)), MinimumTrl: positiveOrNil(d.MinimumTRL), Reason: d.Reason, RejectReason: d.RejectReason,
			PublishedVersion: d.PublishedVersion, PublishedAt: d.PublishedAt, Figures: convertAll(d.Figures, toNeedFigure),
			Actions: convertAll(d.Actions, func(a needs.Action) contract.NeedAction { return contract.NeedAction(a) }),
			MadeUp:  d.MadeUp, Version: d.Version,
		}
		if d.Round != nil {
			round := toRound(*d.Round)
			out.Round = &round
		}
		if d.Indicator != nil {
			indicator := toIndicator(*d.Indicator, lang)
			out.Indicator = &indicator
		}
		return out
	}
}

func toNeedFigure(f needs.Figure) contract.NeedFigure {
	return contract.NeedFigure{
		Municipality: toMunicipality(f.Municipality), Role: contract.NeedRole(f.Role), Because: contract.NeedReason(f.Because),
		Cell: toCell(f.Cell), ResponseID: f.ResponseID, Revision: positiveOrNil(f.Revision), PriorityReason: textOrNil(f.PriorityReason),
	}
}

// toPriority shows a priority and its parts in tenths that add up. Hidden ones
// have no parts, and what is left of the priority is as the domain gave it.
func toPriority(n models.Need, hidden bool, lang string) (contract.Parts, float64) {
	if hidden {
		return contract.Parts{}, n.Priority
	}
	weights := needs.Rules().Weights
	points := make([]float64, len(weights))
	for i, w := range weights {
		points[i] = n.PriorityParts[w.Key]
	}
	tenths, total := needs.Tenths(points)
	parts := make(contract.Parts, len(weights))
	for i, w := range weights {
		parts[i] = contract.Part{Key: w.Key, Label: partLabel(w.Key, lang), Value: float64(tenths[i]) / 10}
	}
	return parts, float64(total) / 10
}
