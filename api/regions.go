package api

import (
	"context"

	"loftet/api/contract"
	"loftet/orgs"
)

// ListRegions gives the regions, of one kind or all.
func (s *Server) ListRegions(ctx context.Context, r contract.ListRegionsRequestObject) (contract.ListRegionsResponseObject, error) {
	kind := ""
	if r.Params.Kind != nil {
		kind = string(*r.Params.Kind)
	}
	regions, err := s.Orgs.Regions(ctx, kind)
	if err != nil {
		return nil, err
	}
	return contract.ListRegions200JSONResponse{Items: convertAll(regions, toRegion)}, nil
}

// GetRegion gives a region with its municipalities.
func (s *Server) GetRegion(ctx context.Context, r contract.GetRegionRequestObject) (contract.GetRegionResponseObject, error) {
	detail, err := s.Orgs.RegionDetail(ctx, r.RegionID)
	if err != nil {
		return nil, err
	}
	return contract.GetRegion200JSONResponse{
		Region: toRegion(detail.Region), Municipalities: convertAll(detail.Members, toMunicipality),
	}, nil
}

func toRegion(r orgs.RegionSummary) contract.Region {
	return contract.Region{
		ID: r.ID, Kind: contract.RegionKind(r.Kind), Name: r.Name, Country: r.Country, Code: r.Code,
		Members: r.Members, CouncilID: r.OwnerID,
	}
}

func toMunicipality(m orgs.Member) contract.Municipality {
	municipality := contract.Municipality{
		ID: m.ID, Name: m.Name, Number: m.Number, Residents: m.Residents,
		ComparisonGroup: textOrNil(m.ComparisonGroup), MemberFrom: textOrNil(string(m.From)),
	}
	if m.Residents != nil {
		municipality.ResidentsYear = &m.ResidentsYear
	}
	return municipality
}
