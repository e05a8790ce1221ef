package api

import (
	"cmp"
	"context"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"loftet/api/contract"
	"loftet/indicators"
	"loftet/indicators/catalogue"
	"loftet/internal/fault"
)

// everything stands for all indicators, or all municipalities.
const everything = "all"

// openPage is one page of a list in the shape of Kolada, with the addresses of its
// neighbours.
type openPage[T any] struct {
	values         []T
	next, previous *string
}

// pageOf cuts a page out of a list. path is that of the question, below /open/.
func pageOf[T any](s *Server, list []T, path string, query url.Values, page, perPage *int) openPage[T] {
	number, size := max(valueOf(page), 1), cmp.Or(valueOf(perPage), 5000)
	from := min((number-1)*size, len(list))
	to := min(from+size, len(list))
	address := func(number int) *string {
		query.Set("page", strconv.Itoa(number))
		query.Set("per_page", strconv.Itoa(size))
		text := s.openAt(path) + "?" + query.Encode()
		return &text
	}
	p := openPage[T]{values: append([]T{}, list[from:to]...)}
	if to < len(list) {
		p.next = address(number + 1)
	}
	if number > 1 {
		p.previous = address(number - 1)
	}
	return p
}

// koladaPath is the path of a question in the shape of Kolada, below /open/.
func koladaPath(region uuid.UUID, parts ...string) string {
	return "kolada/" + region.String() + "/" + strings.Join(parts, "/")
}

// chosen tells which of a list of ids, separated by commas, are meant; nil for all.
func chosen(ids string) func(id string) bool {
	list := strings.Split(ids, ",")
	return func(id string) bool { return ids == everything || ids == "" || slices.Contains(list, id) }
}

// called tells which names hold a text.
func called(part *string) func(name string) bool {
	wanted := strings.ToLower(valueOf(part))
	return func(name string) bool { return strings.Contains(strings.ToLower(name), wanted) }
}

func titleQuery(title *string) url.Values {
	query := url.Values{}
	if title != nil {
		query.Set("title", *title)
	}
	return query
}

// ListOpenKpis lists the region's indicators as Kolada lists its own.
func (s *Server) ListOpenKpis(ctx context.Context, r contract.ListOpenKpisRequestObject) (contract.ListOpenKpisResponseObject, error) {
	page, err := s.kpis(ctx, r.RegionID, everything, r.Params.Title, openLanguage(ctx, r.Params.Lang), r.Params.Page, r.Params.PerPage)
	return contract.ListOpenKpis200JSONResponse(page), err
}

// GetOpenKpis gives some of the region's indicators as Kolada gives its own.
func (s *Server) GetOpenKpis(ctx context.Context, r contract.GetOpenKpisRequestObject) (contract.GetOpenKpisResponseObject, error) {
	page, err := s.kpis(ctx, r.RegionID, r.Codes, nil, openLanguage(ctx, r.Params.Lang), r.Params.Page, r.Params.PerPage)
	return contract.GetOpenKpis200JSONResponse(page), err
}

func (s *Server) kpis(ctx context.Context, region uuid.UUID, ids string, title *string, lang string, number, size *int) (contract.KoladaKpiPage, error) {
	y, err := s.readYears(ctx, region, []int{}, nil)
	if err != nil {
		return contract.KoladaKpiPage{}, err
	}
	one, hasTitle := chosen(ids), called(title)
	var list []contract.KoladaKpi
	for _, in := range y.indicators() {
		if name := say(in.Name, lang); one(in.Code) && hasTitle(name) {
			list = append(list, contract.KoladaKpi{ID: in.Code, Title: name, Description: definitionOf(in, lang),
				OperatingArea: catalogue.GoalName(in.Goal, lang), MunicipalityType: contract.KoladaKpiMunicipalityTypeK, Unit: say(in.Unit, lang)})
		}
	}
	path := koladaPath(region, "kpi")
	if ids != everything {
		path = koladaPath(region, "kpi", ids)
	}
	query := titleQuery(title)
	query.Set("lang", lang)
	p := pageOf(s, list, path, query, number, size)
	return contract.KoladaKpiPage{Values: p.values, Count: len(p.values), NextURL: p.next, PreviousURL: p.previous, Licence: s.licenceText(ctx)}, nil
}

// licenceText is the licence in words, in the reader's language.
func (s *Server) licenceText(ctx context.Context) *string {
	return &chartDictionary[who(ctx).Language].licence
}

// ListOpenMunicipalities lists the region's municipalities as Kolada lists its own.
func (s *Server) ListOpenMunicipalities(ctx context.Context, r contract.ListOpenMunicipalitiesRequestObject) (contract.ListOpenMunicipalitiesResponseObject, error) {
	page, err := s.places(ctx, r.RegionID, everything, r.Params.Title, r.Params.Page, r.Params.PerPage)
	return contract.ListOpenMunicipalities200JSONResponse(page), err
}

// GetOpenMunicipalities gives some of the region's municipalities as Kolada gives
// its own.
func (s *Server) GetOpenMunicipalities(ctx context.Context, r contract.GetOpenMunicipalitiesRequestObject) (contract.GetOpenMunicipalitiesResponseObject, error) {
	page, err := s.places(ctx, r.RegionID, r.Numbers, nil, r.Params.Page, r.Params.PerPage)
	return contract.GetOpenMunicipalities200JSONResponse(page), err
}

func (s *Server) places(ctx context.Context, region uuid.UUID, ids string, title *string, number, size *int) (contract.KoladaMunicipalityPage, error) {
	y, err := s.readYears(ctx, region, []int{}, nil)
	if err != nil {
		return contract.KoladaMunicipalityPage{}, err
	}
	one, hasTitle := chosen(ids), called(title)
	var list []contract.KoladaMunicipality
	for _, m := range y.newest.Members {
		if place := toOpenPlace(m); one(place.Number) && hasTitle(place.Name) {
			list = append(list, contract.KoladaMunicipality{ID: place.Number, Title: place.Name, Type: contract.KoladaMunicipalityTypeK})
		}
	}
	path := koladaPath(region, "municipality")
	if ids != everything {
		path = koladaPath(region, "municipality", ids)
	}
	p := pageOf(s, list, path, titleQuery(title), number, size)
	return contract.KoladaMunicipalityPage{Values: p.values, Count: len(p.values), NextURL: p.next, PreviousURL: p.previous, Licence: s.licenceText(ctx)}, nil
}

// koladaQuestion asks for figures in the shape of Kolada.
type koladaQuestion struct {
	region       uuid.UUID
	kpi, places  string
	years        string // empty: all that there are
	since        *string
	number, size *int
	path         string
}

// GetOpenDataByMunicipality gives all years of some indicators and municipalities.
func (s *Server) GetOpenDataByMunicipality(ctx context.Context, r contract.GetOpenDataByMunicipalityRequestObject) (contract.GetOpenDataByMunicipalityResponseObject, error) {
	page, err := s.koladaData(ctx, koladaQuestion{region: r.RegionID, kpi: r.Codes, places: r.Numbers, since: r.Params.FromDate, number: r.Params.Page, size: r.Params.PerPage,
		path: koladaPath(r.RegionID, "data/kpi", r.Codes, "municipality", r.Numbers)})
	return contract.GetOpenDataByMunicipality200JSONResponse(page), err
}

// GetOpenDataByYear gives all municipalities of some indicators and years.
func (s *Server) GetOpenDataByYear(ctx context.Context, r contract.GetOpenDataByYearRequestObject) (contract.GetOpenDataByYearResponseObject, error) {
	page, err := s.koladaData(ctx, koladaQuestion{region: r.RegionID, kpi: r.Codes, places: everything, years: r.Years, since: r.Params.FromDate, number: r.Params.Page, size: r.Params.PerPage,
		path: koladaPath(r.RegionID, "data/kpi", r.Codes, "year", r.Years)})
	return contract.GetOpenDataByYear200JSONResponse(page), err
}

// GetOpenDataByMunicipalityAndYear gives some indicators, municipalities and years.
func (s *Server) GetOpenDataByMunicipalityAndYear(ctx context.Context, r contract.GetOpenDataByMunicipalityAndYearRequestObject) (contract.GetOpenDataByMunicipalityAndYearResponseObject, error) {
	page, err := s.koladaData(ctx, koladaQuestion{region: r.RegionID, kpi: r.Codes, places: r.Numbers, years: r.Years, since: r.Params.FromDate, number: r.Params.Page, size: r.Params.PerPage,
		path: koladaPath(r.RegionID, "data/kpi", r.Codes, "municipality", r.Numbers, "year", r.Years)})
	return contract.GetOpenDataByMunicipalityAndYear200JSONResponse(page), err
}

// GetOpenDataOfMunicipality gives all indicators of some municipalities and years.
func (s *Server) GetOpenDataOfMunicipality(ctx context.Context, r contract.GetOpenDataOfMunicipalityRequestObject) (contract.GetOpenDataOfMunicipalityResponseObject, error) {
	page, err := s.koladaData(ctx, koladaQuestion{region: r.RegionID, kpi: everything, places: r.Numbers, years: r.Years, since: r.Params.FromDate, number: r.Params.Page, size: r.Params.PerPage,
		path: koladaPath(r.RegionID, "data/municipality", r.Numbers, "year", r.Years)})
	return contract.GetOpenDataOfMunicipality200JSONResponse(page), err
}

// askedYears reads the years of a question.
func askedYears(text string) ([]int, error) {
	if text == "" {
		return nil, nil
	}
	years := []int{}
	for part := range strings.SplitSeq(text, ",") {
		year, err := strconv.Atoi(part)
		if err != nil || year < 1900 || year > 2100 {
			return nil, fault.InvalidFields(fault.OnField("years", "year_form"))
		}
		years = append(years, year)
	}
	return years, nil
}

// koladaData gives the figures of a question by indicator, municipality and year.
func (s *Server) koladaData(ctx context.Context, q koladaQuestion) (contract.KoladaDataPage, error) {
	var none contract.KoladaDataPage
	years, err := askedYears(q.years)
	if err != nil {
		return none, err
	}
	query := url.Values{}
	var since *time.Time
	if q.since != nil {
		day, err := time.Parse(time.DateOnly, *q.since)
		if err != nil {
			return none, fault.InvalidFields(fault.OnField("from_date", "date"))
		}
		since = &day
		query.Set("from_date", *q.since)
	}
	y, err := s.readYears(ctx, q.region, years, since)
	if err != nil {
		return none, fmt.Errorf("figures of %s: %w", q.region, err)
	}
	words := chartDictionary[who(ctx).Language]
	kpi, place := chosen(q.kpi), chosen(q.places)
	var list []contract.KoladaData
	for _, in := range y.indicators() {
		if !kpi(in.Code) {
			continue
		}
		for _, m := range y.newest.Members {
			number := toOpenPlace(m).Number
			if !place(number) {
				continue
			}
			for _, year := range y.years {
				if f, found := y.figure(m.ID, in.ID, year); found && y.wanted(m, f) {
					list = append(list, contract.KoladaData{Kpi: in.Code, Municipality: number, Period: year,
						Values: []contract.KoladaValue{toKoladaValue(f.Cell, in, words.ownSource)}})
				}
			}
		}
	}
	p := pageOf(s, list, q.path, query, q.number, q.size)
	return contract.KoladaDataPage{Values: p.values, Count: len(p.values), NextURL: p.next, PreviousURL: p.previous, Licence: s.licenceText(ctx)}, nil
}

// toKoladaValue shows a figure: both sexes together, rounded as on the pages.
func toKoladaValue(c indicators.Cell, in indicators.Indicator, ownSource string) contract.KoladaValue {
	v := contract.KoladaValue{Gender: contract.T, Value: shown(c.Value, in.Decimals), Source: textOrNil(c.Source)}
	if c.Value == nil {
		v.Status = c.State
		return v
	}
	v.Count = 1
	if c.Source == "" && c.Origin == indicators.OriginResponse {
		v.Source = &ownSource
	}
	return v
}
