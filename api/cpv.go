package api

import (
	"context"

	"loftet/api/contract"
	"loftet/needs/cpv"
)

// SearchCPV finds codes by words or digits.
func (s *Server) SearchCPV(ctx context.Context, r contract.SearchCPVRequestObject) (contract.SearchCPVResponseObject, error) {
	codes, err := s.Matching.SearchCPV(ctx, who(ctx), valueOf(r.Params.Q))
	if err != nil {
		return nil, err
	}
	return contract.SearchCPV200JSONResponse{Items: convertAll(codes, toCPVCode)}, nil
}

func toCPVCode(c cpv.Code) contract.CPVCode {
	return contract.CPVCode{Code: c.Number(), Label: c.Label}
}
