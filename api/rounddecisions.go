package api

import (
	"context"

	"loftet/api/contract"
	"loftet/charts"
	"loftet/models"
	"loftet/papers"
)

// ListRoundDecisions gives who decided what of a round.
func (s *Server) ListRoundDecisions(ctx context.Context, r contract.ListRoundDecisionsRequestObject) (contract.ListRoundDecisionsResponseObject, error) {
	d, err := s.Papers.Decisions(ctx, who(ctx), r.RoundID)
	if err != nil {
		return nil, err
	}
	return contract.ListRoundDecisions200JSONResponse{Round: toRound(d.Round), Items: convertAll(d.Decisions, toRoundDecision), Missing: d.Missing}, nil
}

// RecordRoundDecision records what the own body said.
func (s *Server) RecordRoundDecision(ctx context.Context, r contract.RecordRoundDecisionRequestObject) (contract.RecordRoundDecisionResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	d, err := s.Papers.Decide(ctx, who(ctx), r.RoundID, r.OrganisationID, version, papers.DecisionInput{Outcome: string(r.Body.Outcome), Body: r.Body.Body,
		CaseNumber: r.Body.CaseNumber, Text: r.Body.Text, On: models.Date(r.Body.DecidedOn), Public: r.Body.Public})
	if err != nil {
		return nil, withCurrent(err, toRoundDecision)
	}
	return contract.RecordRoundDecision200JSONResponse{Body: toRoundDecision(d), Headers: contract.RecordRoundDecision200ResponseHeaders{ETag: etag(d.Record.Version)}}, nil
}

// GetRoundDecisionsTable gives the same as CSV.
func (s *Server) GetRoundDecisionsTable(ctx context.Context, r contract.GetRoundDecisionsTableRequestObject) (contract.GetRoundDecisionsTableResponseObject, error) {
	lang := langOr(ctx, r.Params.Lang)
	d, err := s.Papers.Decisions(ctx, who(ctx), r.RoundID)
	if err != nil {
		return nil, err
	}
	w := decisionWords[lang]
	table := charts.Table{Lang: charts.Lang(lang), Source: d.Round.RegionName}
	for _, name := range w.columns {
		table.Columns = append(table.Columns, charts.Column{Name: name})
	}
	for _, x := range d.Decisions {
		row := []charts.Cell{{Text: x.Organisation.Name}, {Text: w.missing}, {}, {}, {}, {}}
		if x.Record != nil {
			row = []charts.Cell{{Text: x.Organisation.Name}, {Text: w.outcomes[x.Record.Outcome]}, {Text: x.Record.Body}, {Text: x.Record.CaseNumber},
				{Text: string(x.Record.DecidedOn)}, {Text: x.Record.Text}}
		}
		table.Rows = append(table.Rows, row)
	}
	return csvFile(ctx, slug(d.Round.Name)+"-"+w.file, table)
}

func toRoundDecision(d papers.Decision) contract.RoundDecision {
	out := contract.RoundDecision{OrganisationID: d.Organisation.ID, Name: d.Organisation.Name, Council: d.Council, Own: d.Own}
	if x := d.Record; x != nil {
		out.Version = x.Version
		out.Decision = &contract.RoundDecisionEdit{Outcome: contract.RoundOutcome(x.Outcome), Body: x.Body, CaseNumber: x.CaseNumber, DecidedOn: string(x.DecidedOn), Text: x.Text, Public: x.Public}
	}
	return out
}

// decisionWords are the words of the table in one language.
var decisionWords = map[string]struct {
	file, missing string
	columns       [6]string
	outcomes      map[string]string
}{
	"nb": {"vedtak", "ikke ført", [...]string{"Kommune eller regionråd", "Utfall", "Organ", "Saksnummer", "Dato", "Vedtak"},
		map[string]string{"noted": "tatt til orientering", "recommended": "anbefalt", "adopted": "vedtatt", "adopted_changed": "vedtatt med endringer", "rejected": "ikke vedtatt", "postponed": "utsatt"}},
	"nn": {"vedtak", "ikkje ført", [...]string{"Kommune eller regionråd", "Utfall", "Organ", "Saksnummer", "Dato", "Vedtak"},
		map[string]string{"noted": "teke til orientering", "recommended": "tilrådd", "adopted": "vedteke", "adopted_changed": "vedteke med endringar", "rejected": "ikkje vedteke", "postponed": "utsett"}},
	"en": {"decisions", "not recorded", [...]string{"Organisation", "Outcome", "Body", "Case number", "Date", "Decision"},
		map[string]string{"noted": "noted", "recommended": "recommended", "adopted": "adopted", "adopted_changed": "adopted with changes", "rejected": "rejected", "postponed": "postponed"}},
}
