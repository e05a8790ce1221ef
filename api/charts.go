package api

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"loftet/api/contract"
	"loftet/charts"
	"loftet/internal/fault"
)

// GetChart gives a chart: described with its table, or as a file.
func (s *Server) GetChart(ctx context.Context, r contract.GetChartRequestObject) (contract.GetChartResponseObject, error) {
	p := r.Params
	in := lookInput{region: &p.Region, municipality: p.Municipality, round: p.Round, year: p.Year, cohort: p.Cohort, trend: r.Chart == contract.ChartNameTrend}
	kind, ok := chartKinds[r.Chart]
	switch {
	case !ok:
		return nil, fault.Missing()
	case kind.ofIndicator && p.Indicator == nil:
		return nil, fault.InvalidFields(fault.OnField("indicator", "required"))
	case kind.ofMunicipality && p.Municipality == nil:
		return nil, fault.InvalidFields(fault.OnField("municipality", "required"))
	case kind.ofIndicator:
		in.code = p.Indicator
	}
	l, err := s.look(ctx, in)
	if err != nil {
		return nil, err
	}
	lang := who(ctx).Language
	if p.Lang != nil {
		lang = string(*p.Lang)
	}
	if kind.most > 0 && len(l.Members) > kind.most {
		return nil, fault.InvalidFields(fault.OnField("chart", "too_many", "max", kind.most))
	}
	b := chartBuilder{look: l, lang: lang, words: chartDictionary[lang]}
	if p.Municipality != nil {
		m, _ := l.member(*p.Municipality)
		b.municipality = &m
	}
	chart, text := kind.build(&b)
	if p.Format == nil || *p.Format == contract.GetChartParamsFormatJSON {
		return contract.GetChart200JSONResponse(toChart(chart, text, b.notes(kind))), nil
	}
	options := charts.Options{}
	if p.Theme != nil {
		options.Theme = charts.Theme(*p.Theme)
	}
	options.Slide = p.Shape != nil && *p.Shape == contract.Slide
	name := fmt.Sprintf("%s-%s-%d", r.Chart, slug(b.region()), l.Year)
	if *p.Format == contract.GetChartParamsFormatCsv { // pictures are part of pages; a table is carried off
		exported(ctx, name)
	}
	return s.drawn(chart, string(*p.Format), name, options)
}

// toChart describes a chart by the table that is its twin.
func toChart(chart charts.Chart, text charts.Text, notes []string) contract.Chart {
	table := chart.Table()
	out := contract.Chart{Title: text.Title, Subtitle: text.Subtitle, Period: text.Period, Source: text.Source, Licence: text.Licence,
		Units: text.N, Summary: chart.Summary(), Notes: notes, Rows: [][]string{},
		Header: convertAll(table.Columns, func(c charts.Column) string { return c.Name })}
	for _, row := range table.Rows {
		out.Rows = append(out.Rows, convertAll(row, func(c charts.Cell) string {
			if c.Note == "" {
				return c.Text
			}
			return c.Text + " (" + c.Note + ")"
		}))
	}
	return out
}

// drawn makes the file of a chart in a format of the contract.
func (s *Server) drawn(chart charts.Chart, format, name string, options charts.Options) (contract.GetChartResponseObject, error) {
	f := &file{name: name + "." + format}
	var err error
	switch format {
	case "csv":
		var table bytes.Buffer
		err = charts.Write(&table, chart, charts.CSV, charts.Options{})
		f.contentType, f.body = "text/csv; charset=utf-8", table.Bytes()
	case "png":
		f.contentType = "image/png"
		f.body, err = s.pictures.Draw(chart, charts.PNG, options)
	default:
		f.contentType = "image/svg+xml; charset=utf-8"
		f.body, err = s.pictures.Draw(chart, charts.SVG, options)
	}
	if err != nil {
		return nil, fmt.Errorf("draw %s: %w", f.name, err)
	}
	return f, nil
}

var nordic = strings.NewReplacer("å", "a", "ä", "a", "æ", "ae", "ø", "o", "ö", "o", "á", "a", "š", "s", "ž", "z", "đ", "d", "ŋ", "n")

// slug makes a name fit for a file on any machine: small letters, digits and
// hyphens.
func slug(name string) string {
	words := strings.FieldsFunc(nordic.Replace(strings.ToLower(name)), func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < '0' || r > '9')
	})
	return strings.Join(words, "-")
}
