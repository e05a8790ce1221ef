package api

import (
	"cmp"
	"context"
	"fmt"
	"net/http"
	"strconv"
	"time"

	"github.com/google/uuid"

	"loftet/api/contract"
	"loftet/indicators"
	"loftet/indicators/opendata"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// latest asks for the newest period that there is.
const latest = "latest"

// nobody is the reader of open data, whoever asks: what the files hold is what
// everybody may see.
var nobody = orgs.Actor{Scope: orgs.ScopePublic}

// openFile is a file of open data. It says where its terms stand, and what it is
// described by.
type openFile struct {
	file
	terms, described string
}

// VisitGetOpenDatasetResponse writes the file.
func (f *openFile) VisitGetOpenDatasetResponse(w http.ResponseWriter) error { return f.send(w) }

// VisitGetOpenSdgResponse writes the file.
func (f *openFile) VisitGetOpenSdgResponse(w http.ResponseWriter) error { return f.send(w) }

// VisitListOpenDatasetsResponse writes the file.
func (f *openFile) VisitListOpenDatasetsResponse(w http.ResponseWriter) error { return f.send(w) }

// VisitListOpenDataResponse writes the file.
func (f *openFile) VisitListOpenDataResponse(w http.ResponseWriter) error { return f.send(w) }

func (f *openFile) send(w http.ResponseWriter) error {
	w.Header().Add("Link", fmt.Sprintf("<%s>; rel=\"license\"", f.terms))
	if f.described != "" {
		w.Header().Add("Link", fmt.Sprintf("<%s>; rel=\"describedby\"; type=\"application/csvm+json\"", f.described))
	}
	return f.write(w)
}

// opened makes a JSON file of what was written.
func (s *Server) opened(name string, body []byte, err error) (*openFile, error) {
	return &openFile{file: file{contentType: "application/json", name: name, body: body}, terms: s.termsAt()}, err
}

// termsAt is where the terms of use stand for people.
func (s *Server) termsAt() string { return s.BaseURL + "/data#licence" }

// openAt is the address of something below the open data.
func (s *Server) openAt(path string) string { return s.BaseURL + prefix + "/open/" + path }

// openLanguage is the language asked for, else that of the reader.
func openLanguage(ctx context.Context, asked *contract.OpenLanguage) string {
	return cmp.Or(string(valueOf(asked)), who(ctx).Language)
}

// GetOpenDataset gives what the public may see of a period in one of the formats.
func (s *Server) GetOpenDataset(ctx context.Context, r contract.GetOpenDatasetRequestObject) (contract.GetOpenDatasetResponseObject, error) {
	set, err := s.openSet(ctx, r.RegionID, r.Period, openLanguage(ctx, r.Params.Lang))
	if err != nil {
		return nil, err
	}
	f := &openFile{file: file{contentType: "application/json"}, terms: set.LicenceURL}
	switch r.Format {
	case contract.GetOpenDatasetParamsFormatDataCsv:
		f.contentType, f.described = "text/csv; charset=utf-8", set.Address+"/data.csv-metadata.json"
		f.body, err = set.CSV()
	case contract.GetOpenDatasetParamsFormatDataCsvMetadataJSON:
		f.contentType = "application/csvm+json"
		f.body, err = set.Metadata()
	default:
		f.body, err = set.JSONStat()
	}
	f.name = slug(set.Region) + "-" + strconv.Itoa(set.Year) + "-" + string(r.Format)
	return f, err
}

// openView gives the public's view of a period of a region.
func (s *Server) openView(tx *models.Tx, region uuid.UUID, period string) (indicators.View, error) {
	in := indicators.ViewInput{RegionID: region}
	year, err := strconv.Atoi(period)
	id, notID := uuid.Parse(period)
	switch {
	case period == latest:
	case err == nil:
		in.Year = year
	case notID == nil:
		in.RoundID = &id
	default:
		return indicators.View{}, fault.Missing()
	}
	return s.Indicators.RegionView(tx, nobody, in)
}

// openSet makes the data set of a period: the view of the public, rounded as on the
// pages.
func (s *Server) openSet(ctx context.Context, region uuid.UUID, period, lang string) (opendata.Set, error) {
	var l look
	var changed time.Time
	err := s.DB.Read(ctx, func(tx *models.Tx) (err error) {
		if l.View, err = s.openView(tx, region, period); err == nil {
			changed, err = s.Indicators.LastImport(tx)
		}
		return err
	})
	if err != nil {
		return opendata.Set{}, err
	}
	b := chartBuilder{look: l, lang: lang, words: chartDictionary[lang]}
	columns := allIndicators(l.View)
	set := opendata.Set{Terms: s.openTerms(&b, changed), Title: b.region() + ", " + openPeriod(l.View),
		Address: s.openAt("datasets/" + region.String() + "/" + period), Region: l.Region.Name, Period: openPeriod(l.View), Year: l.Year,
		Indicators: convertAll(columns, func(in indicators.Indicator) opendata.Indicator { return toOpenIndicator(in, lang) }),
		Places:     convertAll(l.Members, toOpenPlace), Cells: make([][]opendata.Cell, len(l.Members))}
	for i, m := range l.Members {
		set.Cells[i] = make([]opendata.Cell, len(columns))
		for j, in := range columns {
			set.Cells[i][j] = b.openCell(l.Cell(m.ID, in.ID), in)
		}
	}
	return set, nil
}

// openTerms are the terms of the figures of a view, which were last changed by an
// import or by being published.
func (s *Server) openTerms(b *chartBuilder, changed time.Time) opendata.Terms {
	if r := b.Round; r != nil && r.PublishedAt != nil && r.PublishedAt.After(changed) {
		changed = *r.PublishedAt
	}
	return opendata.Terms{Lang: b.lang, Source: b.sources(nil), Licence: b.words.licence, LicenceURL: s.termsAt(), Notes: b.notes(chartKind{}), Updated: changed}
}

// openPeriod names the period of a view: its round, else the year.
func openPeriod(v indicators.View) string {
	if v.Round != nil {
		return v.Round.Name
	}
	return strconv.Itoa(v.Year)
}

// allIndicators are those of the basket and the region's own.
func allIndicators(v indicators.View) []indicators.Indicator {
	return append(append([]indicators.Indicator{}, v.Indicators...), v.Additions...)
}

func toOpenIndicator(in indicators.Indicator, lang string) opendata.Indicator {
	return opendata.Indicator{Code: in.Code, Name: say(in.Name, lang), Unit: say(in.Unit, lang), Definition: definitionOf(in, lang),
		Goal: in.Goal, Target: in.Target, Decimals: in.Decimals}
}

// definitionOf says what is counted, and out of what.
func definitionOf(in indicators.Indicator, lang string) string {
	numerator, denominator := say(in.Numerator, lang), say(in.Denominator, lang)
	if denominator == "" {
		return cmp.Or(numerator, say(in.Help, lang))
	}
	return numerator + " / " + denominator
}

func toOpenPlace(m indicators.Member) opendata.Place {
	return opendata.Place{Number: cmp.Or(m.Number, m.ID.String()), Name: m.Name}
}

// openCell rounds a cell as the pages do and names its source.
func (b *chartBuilder) openCell(c indicators.Cell, in indicators.Indicator) opendata.Cell {
	source := c.Source
	if source == "" && c.Origin == indicators.OriginResponse {
		source = b.words.ownSource
	}
	return opendata.Cell{State: c.State, Value: shown(c.Value, in.Decimals), Year: c.Year, Score: shownScore(c.Score), Source: source, Confirmed: c.Confirmed}
}
