package api

import (
	"context"

	"loftet/api/contract"
	"loftet/models"
	"loftet/needs"
)

// pageSize is how many items a page has where the reader does not say; the
// contract tells it as the default.
const pageSize = 20

// ListNeeds gives published needs.
func (s *Server) ListNeeds(ctx context.Context, r contract.ListNeedsRequestObject) (contract.ListNeedsResponseObject, error) {
	a, limit := who(ctx), pageSize
	if r.Params.Limit != nil {
		limit = *r.Params.Limit
	}
	q := needs.PublicQuery{
		Goal: valueOf(r.Params.Goal), RegionID: r.Params.Region, Word: valueOf(r.Params.Q), Cursor: valueOf(r.Params.Cursor),
		DeadlineFrom: models.Date(valueOf(r.Params.DeadlineFrom)), DeadlineTo: models.Date(valueOf(r.Params.DeadlineTo)),
		Sort: needs.Sort(valueOf(r.Params.Sort)), Limit: limit,
	}
	page, err := s.Needs.ListPublished(ctx, a, q)
	if err != nil {
		return nil, err
	}
	return contract.ListNeeds200JSONResponse{
		Items: convertAll(page.Items, func(n needs.Public) contract.NeedSummary { return toNeedSummary(n, a.Language) }),
		Total: page.Total, Next: textOrNil(page.Next),
	}, nil
}

// GetNeed gives a need as it was last published.
func (s *Server) GetNeed(ctx context.Context, r contract.GetNeedRequestObject) (contract.GetNeedResponseObject, error) {
	a := who(ctx)
	p, err := s.Needs.GetPublished(ctx, a, r.NeedID)
	if err != nil {
		return nil, err
	}
	need := contract.PublishedNeed{
		Need: toNeedSummary(p.Public, a.Language), TargetLabel: targetLabel(p.Target, a.Language), CatalogueID: p.CatalogueID,
		Fact: toLocalText(p.Fact, a.Language), RootCauses: toLocalText(p.RootCauses, a.Language),
		WantedEffect: toLocalText(p.WantedEffect, a.Language), Volume: toLocalText(p.Volume, a.Language),
		Timeline: toLocalText(p.Timeline, a.Language), Cpv: convertAll(p.Codes, toCPVCode), Contact: p.Contact,
		MinimumTrl: positiveOrNil(p.MinimumTRL), Municipalities: convertAll(p.Participants, toParticipant),
		Versions: convertAll(p.Versions, func(v models.NeedVersion) contract.NeedVersion {
			return contract.NeedVersion{Number: v.Number, PublishedAt: v.PublishedAt}
		}),
	}
	if p.Indicator != nil {
		indicator := toIndicator(*p.Indicator, a.Language)
		need.Indicator = &indicator
	}
	return contract.GetNeed200JSONResponse(need), nil
}

func toNeedSummary(n needs.Public, lang string) contract.NeedSummary {
	title, actual := n.Title.In(lang)
	return contract.NeedSummary{
		ID: n.ID, Title: title, Language: actual, Goal: n.Goal, Target: n.Target, RegionID: n.RegionID, RegionName: n.RegionName,
		State: contract.NeedState(n.State), Municipalities: len(n.Participants), Residents: n.Residents(),
		Deadline: textOrNil(string(n.Deadline)), PublishedAt: n.PublishedAt, Version: n.Number, MadeUp: n.MadeUp,
	}
}

func toParticipant(p needs.Participant) contract.NeedParticipant {
	return contract.NeedParticipant{ID: p.ID, Name: p.Name, Residents: p.Residents, Role: contract.NeedRole(p.Role)}
}

// toLocalText gives a text with the language that it really is in.
func toLocalText(t models.Text, lang string) contract.LocalText {
	text, actual := t.In(lang)
	return contract.LocalText{Text: text, Language: actual}
}
