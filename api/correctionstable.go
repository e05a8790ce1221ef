package api

import (
	"context"
	"strconv"
	"time"

	"loftet/api/contract"
	"loftet/charts"
	"loftet/indicators/catalogue"
	"loftet/surveys/edition"
)

// GetRoundCorrectionsTable gives the notices as CSV.
func (s *Server) GetRoundCorrectionsTable(ctx context.Context, r contract.GetRoundCorrectionsTableRequestObject) (contract.GetRoundCorrectionsTableResponseObject, error) {
	lang := langOr(ctx, r.Params.Lang)
	round, notices, err := s.Surveys.Notices(ctx, who(ctx), r.RoundID)
	if err != nil {
		return nil, err
	}
	w := correctionWords[lang]
	table := charts.Table{Lang: charts.Lang(lang), Source: round.RegionName}
	for _, name := range w.columns {
		table.Columns = append(table.Columns, charts.Column{Name: name})
	}
	for _, n := range notices {
		for _, c := range n.Changes {
			what, code, unit := catalogue.GoalName(c.Goal, lang), strconv.Itoa(c.Goal), w.points
			if c.Indicator != nil {
				what, code, unit = say(c.Indicator.Name, lang), c.Indicator.Code, say(c.Indicator.Unit, lang)
			}
			unitOf := w.whole
			if c.Municipality != nil {
				unitOf = c.Municipality.Name
			}
			table.Rows = append(table.Rows, []charts.Cell{{Text: strconv.Itoa(n.Edition.Number)}, {Text: n.Edition.MadeAt.UTC().Format(time.DateOnly)}, {Text: unitOf}, {Text: code}, {Text: what},
				saidCell(c.Before, lang), saidCell(c.After, lang), {Text: unit}, {Text: n.Edition.Reason}})
		}
	}
	return csvFile(ctx, slug(round.Name)+"-"+w.file, table)
}

// saidCell is a number as an edition has it, or the word for why there is none.
func saidCell(x edition.Said, lang string) charts.Cell {
	switch {
	case x.Value != nil:
		return charts.Cell{Text: charts.Format(*x.Value, saidDecimals, charts.Lang(lang)), Number: *x.Value, Decimals: saidDecimals, Numeric: true}
	case x.State == edition.Absent:
		return charts.Cell{Text: correctionWords[lang].absent}
	case x.State == string(charts.TooFew):
		return charts.Cell{Text: charts.TooFew.In(charts.Lang(lang))}
	}
	return charts.Cell{Text: chartStates[x.State].In(charts.Lang(lang))}
}

// saidDecimals is how exactly the table tells before and after.
const saidDecimals = 4

// correctionWords are the words of the table in one language.
var correctionWords = map[string]struct {
	file, whole, points, absent string
	columns                     [9]string
}{
	"nb": {"endringer", "Hele regionen, gjennomsnitt", "poeng av 100", "Ikke med i utgaven",
		[...]string{"Utgave", "Dato", "Kommune", "Kode", "Indikator eller mål", "Før", "Etter", "Enhet", "Grunn"}},
	"nn": {"endringar", "Heile regionen, gjennomsnitt", "poeng av 100", "Ikkje med i utgåva",
		[...]string{"Utgåve", "Dato", "Kommune", "Kode", "Indikator eller mål", "Før", "Etter", "Eining", "Grunn"}},
	"en": {"changes", "Whole region, mean", "points of 100", "Not in the edition",
		[...]string{"Edition", "Date", "Municipality", "Code", "Indicator or goal", "Before", "After", "Unit", "Reason"}},
}
