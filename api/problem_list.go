package api

import (
	"context"
	"maps"
	"slices"

	"loftet/api/contract"
	"loftet/api/problems"
)

// ListProblems answers with the catalogue of problem types.
func (s *Server) ListProblems(ctx context.Context, _ contract.ListProblemsRequestObject) (contract.ListProblemsResponseObject, error) {
	lang := who(ctx).Language
	var out contract.ListProblems200JSONResponse
	for _, code := range slices.Sorted(maps.Keys(s.catalogue.Problems)) {
		e := s.catalogue.Problems[code]
		out.Items = append(out.Items, contract.ProblemType{
			Code: code, Type: problems.Address(code), Status: e.Status, Title: e.Title.In(lang), Detail: e.Detail.In(lang),
		})
	}
	return out, nil
}
