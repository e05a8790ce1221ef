package api

import (
	"context"
	"net/http"

	"loftet/api/contract"
	"loftet/charts"
	"loftet/models"
	"loftet/surveys"
)

// ListEfforts gives the log of the reader's municipality.
func (s *Server) ListEfforts(ctx context.Context, r contract.ListEffortsRequestObject) (contract.ListEffortsResponseObject, error) {
	list, err := s.Surveys.Efforts(ctx, who(ctx), r.Params.Round)
	if err != nil {
		return nil, err
	}
	return contract.ListEfforts200JSONResponse{Items: convertAll(list, toEffort)}, nil
}

// LogEffort adds an entry to the log.
func (s *Server) LogEffort(ctx context.Context, r contract.LogEffortRequestObject) (contract.LogEffortResponseObject, error) {
	effort, err := s.Surveys.LogEffort(ctx, who(ctx), effortInput(*r.Body))
	if err != nil {
		return nil, err
	}
	return contract.LogEffort201JSONResponse{Body: toEffort(effort), Headers: contract.LogEffort201ResponseHeaders{ETag: etag(effort.Version)}}, nil
}

// CorrectEffort changes an entry.
func (s *Server) CorrectEffort(ctx context.Context, r contract.CorrectEffortRequestObject) (contract.CorrectEffortResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	effort, err := s.Surveys.CorrectEffort(ctx, who(ctx), r.EffortID, version, effortInput(*r.Body))
	if err != nil {
		return nil, withCurrent(err, toEffort)
	}
	return contract.CorrectEffort200JSONResponse{Body: toEffort(effort), Headers: contract.CorrectEffort200ResponseHeaders{ETag: etag(effort.Version)}}, nil
}

// RemoveEffort takes an entry away.
func (s *Server) RemoveEffort(ctx context.Context, r contract.RemoveEffortRequestObject) (contract.RemoveEffortResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err == nil {
		err = s.Surveys.RemoveEffort(ctx, who(ctx), r.EffortID, version)
	}
	if err != nil {
		return nil, withCurrent(err, toEffort)
	}
	return contract.RemoveEffort204Response{}, nil
}

// GetRoundEfforts gives the own effort of the municipalities of a round.
func (s *Server) GetRoundEfforts(ctx context.Context, r contract.GetRoundEffortsRequestObject) (contract.GetRoundEffortsResponseObject, error) {
	round, items, err := s.Surveys.RoundEfforts(ctx, who(ctx), r.RoundID)
	if err != nil {
		return nil, err
	}
	return contract.GetRoundEfforts200JSONResponse{Round: toRound(round), Items: convertAll(items, func(m surveys.MunicipalityEffort) contract.MunicipalityEffort {
		effort := contract.MunicipalityEffort{Municipality: toMunicipality(m.Municipality), Activities: []contract.ActivityMinutes{}}
		for _, activity := range surveys.Activities {
			if n := m.Minutes[activity]; n > 0 {
				effort.Minutes += n
				effort.Activities = append(effort.Activities, contract.ActivityMinutes{Activity: contract.EffortActivity(activity), Minutes: n})
			}
		}
		return effort
	})}, nil
}

// GetRoundEffortsTable gives the same as CSV, in hours.
func (s *Server) GetRoundEffortsTable(ctx context.Context, r contract.GetRoundEffortsTableRequestObject) (contract.GetRoundEffortsTableResponseObject, error) {
	lang := langOr(ctx, r.Params.Lang)
	round, items, err := s.Surveys.RoundEfforts(ctx, who(ctx), r.RoundID)
	if err != nil {
		return nil, err
	}
	w := effortWords[lang]
	table := charts.Table{Lang: charts.Lang(lang), Source: round.RegionName, Columns: []charts.Column{{Name: w.municipality}, {Name: w.sum, Numeric: true}}}
	for _, activity := range surveys.Activities {
		table.Columns = append(table.Columns, charts.Column{Name: w.activities[activity], Numeric: true})
	}
	for _, m := range items {
		row, sum := []charts.Cell{{Text: m.Municipality.Name}, {}}, 0
		for _, activity := range surveys.Activities {
			sum += m.Minutes[activity]
			row = append(row, hours(m.Minutes[activity]))
		}
		row[1] = hours(sum)
		table.Rows = append(table.Rows, row)
	}
	return csvFile(ctx, slug(round.Name)+"-"+w.file, table)
}

// VisitGetRoundEffortsTableResponse writes the table.
func (f *file) VisitGetRoundEffortsTableResponse(w http.ResponseWriter) error { return f.write(w) }

func hours(minutes int) charts.Cell { return figure(float64(minutes)/60, 2) }

func effortInput(in contract.EffortEdit) surveys.EffortInput {
	return surveys.EffortInput{RoundID: in.RoundID, SpentOn: models.Date(in.SpentOn), Minutes: in.Minutes, Activity: string(in.Activity), Note: given(in.Note)}
}

func toEffort(e surveys.Effort) contract.Effort {
	return contract.Effort{ID: e.ID, RoundID: e.RoundID, RoundName: e.RoundName, SpentOn: string(e.SpentOn), Minutes: e.Minutes,
		Activity: contract.EffortActivity(e.Activity), Note: e.Note, By: toPersonName(e.By), Version: e.Version}
}

// effortWords are the words of the table in one language.
var effortWords = map[string]struct {
	file, municipality, sum string
	activities              map[string]string
}{
	"nb": {"egeninnsats", "Kommune", "Timer i alt", map[string]string{"answering": "Fylle ut", "review": "Kontroll og godkjenning", "gathering": "Samlinger",
		"guidance": "Veiledning", "anchoring": "Forankring", "coordination": "Samordning", "other": "Annet"}},
	"nn": {"eigeninnsats", "Kommune", "Timar i alt", map[string]string{"answering": "Fylle ut", "review": "Kontroll og godkjenning", "gathering": "Samlingar",
		"guidance": "Rettleiing", "anchoring": "Forankring", "coordination": "Samordning", "other": "Anna"}},
	"en": {"own-effort", "Municipality", "Hours in all", map[string]string{"answering": "Answering", "review": "Checking and approval", "gathering": "Gatherings",
		"guidance": "Guidance", "anchoring": "Anchoring", "coordination": "Coordination", "other": "Other"}},
}
