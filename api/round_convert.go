package api

import (
	"loftet/api/contract"
	"loftet/surveys"
)

func toRound(r surveys.RoundInfo) contract.Round {
	return contract.Round{
		ID: r.ID, RegionID: r.RegionID, RegionName: r.RegionName, Name: r.Name, Year: r.Year,
		Method: contract.Method(r.Method), State: contract.RoundState(r.State),
		OpensAt: r.OpensAt, ClosesAt: r.ClosesAt, ClosedAt: r.ClosedAt, PublishedAt: r.PublishedAt, MadeUp: r.MadeUp,
		QuestionnaireVersion: r.QuestionnaireVersion, CatalogueID: r.CatalogueID,
		Municipalities: r.Municipalities, Submitted: r.Submitted, Version: r.Version,
		NextStates: convertAll(r.NextStates, func(s surveys.RoundState) contract.RoundState { return contract.RoundState(s) }),
	}
}
