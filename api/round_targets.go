package api

import (
	"context"

	"loftet/api/contract"
	"loftet/indicators"
	"loftet/models"
)

// ListRoundTargets gives the indicators of a round with what the region has set.
func (s *Server) ListRoundTargets(ctx context.Context, r contract.ListRoundTargetsRequestObject) (contract.ListRoundTargetsResponseObject, error) {
	list, err := s.Indicators.ListRoundTargets(ctx, who(ctx), r.RoundID)
	if err != nil {
		return nil, err
	}
	return contract.ListRoundTargets200JSONResponse{Items: convertAll(list, roundTargetIn(who(ctx).Language))}, nil
}

// SetRoundTarget sets a region's own bounds for an indicator.
func (s *Server) SetRoundTarget(ctx context.Context, r contract.SetRoundTargetRequestObject) (contract.SetRoundTargetResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	convert := roundTargetIn(who(ctx).Language)
	set, err := s.Indicators.SetRoundTarget(ctx, who(ctx), r.RoundID, r.Code, version, indicators.RoundTargetInput{
		Lower: r.Body.Lower, Optimum: r.Body.Optimum, Green: r.Body.Green, Red: r.Body.Red, Reason: models.Text(r.Body.Reason),
	})
	if err != nil {
		return nil, withCurrent(err, convert)
	}
	return contract.SetRoundTarget200JSONResponse{
		Body: convert(set), Headers: contract.SetRoundTarget200ResponseHeaders{ETag: etag(set.Version)},
	}, nil
}

func roundTargetIn(lang string) func(indicators.RoundTarget) contract.RoundTarget {
	return func(t indicators.RoundTarget) contract.RoundTarget {
		reason := contract.Texts(t.Reason)
		if reason == nil {
			reason = contract.Texts{}
		}
		return contract.RoundTarget{
			Indicator: toIndicator(t.Indicator, lang), CatalogueBounds: toOwnBounds(t.Indicator.Definition, lang),
			Settable: t.Settable, Set: t.Set, Lower: t.Lower, Optimum: t.Optimum, Green: t.Green, Red: t.Red,
			Reason: reason, Version: t.Version,
		}
	}
}
