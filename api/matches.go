package api

import (
	"context"

	"loftet/api/contract"
	"loftet/matching"
)

// ListMatches gives published needs ranked for the business's solutions.
func (s *Server) ListMatches(ctx context.Context, r contract.ListMatchesRequestObject) (contract.ListMatchesResponseObject, error) {
	a := who(ctx)
	list, err := s.Matching.ForBusiness(ctx, a, r.Params.Solution)
	if err != nil {
		return nil, err
	}
	return contract.ListMatches200JSONResponse{
		Items: convertAll(list, func(m matching.SolutionMatch) contract.SolutionMatch {
			return contract.SolutionMatch{
				Need: toNeedSummary(m.Need, a.Language), SolutionID: m.Solution.ID, SolutionTitle: say(m.Solution.Title, a.Language),
				Match: toMatchScore(m.Suggested, a.Language), Dismissed: m.Dismissed,
			}
		}),
	}, nil
}

// ListNeedMatches gives published solutions ranked for a need.
func (s *Server) ListNeedMatches(ctx context.Context, r contract.ListNeedMatchesRequestObject) (contract.ListNeedMatchesResponseObject, error) {
	a := who(ctx)
	list, err := s.Matching.ForNeed(ctx, a, r.NeedID)
	if err != nil {
		return nil, err
	}
	return contract.ListNeedMatches200JSONResponse{
		Items: convertAll(list, func(m matching.NeedMatch) contract.NeedMatch {
			return contract.NeedMatch{Solution: toSolution(m.Solution), Match: toMatchScore(m.Suggested, a.Language), Dismissed: m.Dismissed}
		}),
	}, nil
}

// DismissMatch puts a match aside for one's own organisation.
func (s *Server) DismissMatch(ctx context.Context, r contract.DismissMatchRequestObject) (contract.DismissMatchResponseObject, error) {
	err := s.Matching.Dismiss(ctx, who(ctx), matching.Dismissal{NeedID: r.Body.NeedID, SolutionID: r.Body.SolutionID, Reason: r.Body.Reason})
	if err != nil {
		return nil, err
	}
	return contract.DismissMatch204Response{}, nil
}

func toMatchScore(m matching.Suggested, lang string) contract.MatchScore {
	return contract.MatchScore{
		Score: m.Score, Reasons: m.Reasons, Missing: m.Missing,
		Parts: convertAll(m.Parts, func(p matching.Part) contract.MatchPart {
			return contract.MatchPart{
				Key: contract.MatchKey(p.Key), Label: partLabel(p.Key, lang), Weight: p.Weight, Fit: p.Fit, Points: p.Points, Known: p.Known,
			}
		}),
	}
}
