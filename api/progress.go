package api

import (
	"context"
	"net/http"
	"time"

	"loftet/api/contract"
	"loftet/charts"
	"loftet/surveys"
)

// GetRoundProgress gives how far each municipality has come.
func (s *Server) GetRoundProgress(ctx context.Context, r contract.GetRoundProgressRequestObject) (contract.GetRoundProgressResponseObject, error) {
	round, items, err := s.Surveys.RoundProgress(ctx, who(ctx), r.RoundID)
	if err != nil {
		return nil, err
	}
	return contract.GetRoundProgress200JSONResponse{Round: toRound(round), Items: convertAll(items, toProgress)}, nil
}

// GetRoundProgressTable gives the same as CSV.
func (s *Server) GetRoundProgressTable(ctx context.Context, r contract.GetRoundProgressTableRequestObject) (contract.GetRoundProgressTableResponseObject, error) {
	lang := langOr(ctx, r.Params.Lang)
	round, items, err := s.Surveys.RoundProgress(ctx, who(ctx), r.RoundID)
	if err != nil {
		return nil, err
	}
	return csvFile(ctx, slug(round.Name)+"-"+progressWords[lang].file, progressTable(round, items, lang))
}

func toProgress(p surveys.MunicipalityProgress) contract.MunicipalityProgress {
	progress := contract.MunicipalityProgress{
		Municipality: toMunicipality(p.Municipality), State: contract.ResponseState(p.State),
		SectionsDone: p.SectionsDone, Sections: p.Sections, Late: p.Late, SubmittedAt: p.SubmittedAt,
		LastActivityAt: p.LastActivity, HandedOut: p.HandedOut, Cohort: textOrNil(p.Cohort), EffortMinutes: p.Minutes,
	}
	if p.Revision > 0 {
		progress.Revision, progress.ResponseID = &p.Revision, &p.ResponseID
	}
	return progress
}

// VisitGetRoundProgressTableResponse writes the table.
func (f *file) VisitGetRoundProgressTableResponse(w http.ResponseWriter) error { return f.write(w) }

// progressTable is the progress of a round as a table to carry off.
func progressTable(round surveys.RoundInfo, items []surveys.MunicipalityProgress, lang string) charts.Table {
	w := progressWords[lang]
	table := charts.Table{Lang: charts.Lang(lang), Source: round.RegionName}
	for i, name := range w.columns {
		table.Columns = append(table.Columns, charts.Column{Name: name, Numeric: i >= progressFigures})
	}
	for _, p := range items {
		table.Rows = append(table.Rows, []charts.Cell{
			{Text: p.Municipality.Number}, {Text: p.Municipality.Name}, {Text: p.Cohort}, {Text: w.states[p.State]},
			dayCell(p.LastActivity), dayCell(p.SubmittedAt),
			figure(float64(p.SectionsDone), 0), figure(float64(p.Sections), 0), figure(float64(p.HandedOut), 0), figure(float64(p.Revision), 0),
			hours(p.Minutes),
		})
	}
	return table
}

// progressFigures is the first column of the table that holds figures.
const progressFigures = 6

func dayCell(at *time.Time) charts.Cell {
	if at == nil {
		return charts.Cell{}
	}
	return charts.Cell{Text: at.UTC().Format(time.DateOnly)}
}

// progressWords are the words of the table in one language.
var progressWords = map[string]struct {
	file    string
	columns [progressFigures + 5]string
	states  map[surveys.ResponseState]string
}{
	"nb": {
		file: "framdrift",
		columns: [...]string{"Kommunenummer", "Kommune", "Kull", "Status", "Sist endret", "Sendt inn", "Mål ferdige", "Mål i alt", "Hos kolleger", "Revisjon",
			"Egeninnsats i timer"},
		states: map[surveys.ResponseState]string{"not_started": "ikke påbegynt", "in_progress": "under arbeid", "for_review": "til godkjenning", "approved": "godkjent",
			"submitted": "sendt inn", "questioned": "har fått spørsmål", "checked": "kontrollert", "anchored": "forankret"},
	},
	"nn": {
		file: "framdrift",
		columns: [...]string{"Kommunenummer", "Kommune", "Kull", "Status", "Sist endra", "Sendt inn", "Mål ferdige", "Mål i alt", "Hos kollegaer", "Revisjon",
			"Eigeninnsats i timar"},
		states: map[surveys.ResponseState]string{"not_started": "ikkje påbegynt", "in_progress": "under arbeid", "for_review": "til godkjenning", "approved": "godkjent",
			"submitted": "sendt inn", "questioned": "har fått spørsmål", "checked": "kontrollert", "anchored": "forankra"},
	},
	"en": {
		file: "progress",
		columns: [...]string{"Municipality number", "Municipality", "Cohort", "State", "Last changed", "Submitted", "Goals complete", "Goals", "With colleagues", "Revision",
			"Own effort in hours"},
		states: map[surveys.ResponseState]string{"not_started": "not started", "in_progress": "in progress", "for_review": "for approval", "approved": "approved",
			"submitted": "submitted", "questioned": "has been asked", "checked": "checked", "anchored": "anchored"},
	},
}
