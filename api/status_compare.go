package api

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"loftet/api/contract"
	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
)

// CompareMunicipality gives one figure of a municipality beside a set of others.
func (s *Server) CompareMunicipality(ctx context.Context, r contract.CompareMunicipalityRequestObject) (contract.CompareMunicipalityResponseObject, error) {
	p := r.Params
	if (p.Indicator == nil) == (p.Goal == nil) {
		return nil, fault.InvalidFields(fault.OnField("indicator", "required"))
	}
	in := indicators.CompareInput{Municipality: r.OrganisationID, Set: indicators.SetRegion, Goal: valueOf(p.Goal)}
	if p.Set != nil {
		in.Set = string(*p.Set)
	}
	for _, one := range strings.Split(valueOf(p.Peers), ",") {
		if id, err := uuid.Parse(one); err == nil {
			in.Peers = append(in.Peers, id)
		}
	}
	l, err := s.look(ctx, lookInput{region: p.Region, municipality: &r.OrganisationID, round: p.Round, year: p.Year, cohort: p.Cohort, code: p.Indicator})
	if err != nil {
		return nil, err
	}
	in.Indicator = l.one
	var c indicators.Comparison
	err = s.DB.Read(ctx, func(tx *models.Tx) (err error) {
		c, err = s.Indicators.Compare(tx, l.View, in)
		return err
	})
	if err != nil {
		return nil, err
	}
	decimals := scoreDecimals
	out := contract.PeerComparison{Region: l.toRegion(), Round: l.toRound(), Year: l.toYear(), Set: contract.PeerSet(in.Set), County: textOrNil(c.County), Goal: p.Goal}
	if in.Indicator != nil {
		decimals = in.Indicator.Decimals
		shown := toScoredIndicator(*in.Indicator, l.Bounds(in.Indicator.ID).Scored(), who(ctx).Language)
		out.Indicator = &shown
	}
	toPeer := func(p indicators.Peer) contract.ComparedPeer {
		peer := contract.ComparedPeer{Municipality: toMunicipality(p.Member)}
		if in.Indicator != nil {
			cell := toCell(p.Cell)
			peer.Cell = &cell
		} else {
			goal := toGoalCell(p.Goal)
			peer.Goal = &goal
		}
		return peer
	}
	out.Own, out.Peers = toPeer(c.Own), convertAll(c.Peers, toPeer)
	out.Units, out.Withheld, out.Pooled, out.Better, out.Worse = c.Sum.Units, c.Withheld, c.Pooled, c.Better, c.Worse
	out.Median, out.Lower, out.Upper = shown(c.Sum.Median, decimals), shown(c.Sum.Lower, decimals), shown(c.Sum.Upper, decimals)
	out.Least, out.Greatest = shown(c.Sum.Least, decimals), shown(c.Sum.Greatest, decimals)
	return contract.CompareMunicipality200JSONResponse(out), nil
}
