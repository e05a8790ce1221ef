package api

import (
	"context"

	"loftet/api/contract"
	"loftet/indicators"
	"loftet/indicators/opendata"
	"loftet/internal/fault"
)

// GetOpenSdg gives an indicator of a region over the years, for Open SDG.
func (s *Server) GetOpenSdg(ctx context.Context, r contract.GetOpenSdgRequestObject) (contract.GetOpenSdgResponseObject, error) {
	y, err := s.readYears(ctx, r.RegionID, nil, nil)
	if err != nil {
		return nil, err
	}
	var in *indicators.Indicator
	for _, one := range y.indicators() {
		if one.Code == r.Code {
			in = &one
			break
		}
	}
	if in == nil {
		return nil, fault.Missing()
	}
	lang := openLanguage(ctx, r.Params.Lang)
	b := chartBuilder{look: look{View: y.newest, one: in}, lang: lang, words: chartDictionary[lang]}
	series := opendata.Series{Terms: s.openTerms(&b, y.updated), Indicator: toOpenIndicator(*in, lang), Region: y.newest.Region.Name, Points: y.points(*in)}
	series.Source = b.sources(in)
	f := &openFile{terms: series.LicenceURL}
	if r.Format == contract.GetOpenSdgParamsFormatMetaJSON {
		f.contentType, f.name = "application/json", series.SDGName()+".json"
		f.body, err = series.Metadata()
		return f, err
	}
	f.contentType, f.name = "text/csv; charset=utf-8", "indicator_"+series.SDGName()+".csv"
	f.body, err = series.CSV()
	return f, err
}

// points gives the figures of an indicator: of each year the mean of the region as
// its page shows it, then the municipalities.
func (y openYears) points(in indicators.Indicator) []opendata.Point {
	points := []opendata.Point{}
	for _, year := range y.years {
		from := len(points)
		for _, m := range y.newest.Members {
			if f, found := y.figure(m.ID, in.ID, year); found {
				points = append(points, opendata.Point{Year: year, Place: m.Name, State: f.State, Value: shown(f.Value, in.Decimals)})
			}
		}
		if mean := y.mean(in, year); mean != nil && len(points) > from {
			whole := opendata.Point{Year: year, State: opendata.Value, Value: mean}
			points = append(points[:from], append([]opendata.Point{whole}, points[from:]...)...)
		}
	}
	return points
}
