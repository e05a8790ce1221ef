package api

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"loftet/api/contract"
	"loftet/indicators"
	"loftet/indicators/catalogue"
	"loftet/indicators/cataloguefile"
)

// ListGoals gives the 17 goals with the targets that the common core uses.
func (s *Server) ListGoals(ctx context.Context, _ contract.ListGoalsRequestObject) (contract.ListGoalsResponseObject, error) {
	lang := who(ctx).Language
	return contract.ListGoals200JSONResponse{Items: convertAll(catalogue.Goals(), func(g catalogue.Goal) contract.Goal {
		goal := contract.Goal{Number: g.Number, Name: g.Name.In(lang), Description: g.Description.In(lang), Colour: g.Colour, Targets: []contract.Target{}}
		for _, t := range catalogue.Targets() {
			if t.Goal == g.Number {
				goal.Targets = append(goal.Targets, contract.Target{Code: t.ID, Label: t.Label.In(lang)})
			}
		}
		return goal
	})}, nil
}

// ListCatalogues gives the common core and the regions' own catalogues.
func (s *Server) ListCatalogues(ctx context.Context, _ contract.ListCataloguesRequestObject) (contract.ListCataloguesResponseObject, error) {
	list, err := s.Indicators.Catalogues(ctx)
	if err != nil {
		return nil, err
	}
	lang := who(ctx).Language
	return contract.ListCatalogues200JSONResponse{Items: convertAll(list, func(c indicators.Catalogue) contract.Catalogue {
		return toCatalogue(c, lang)
	})}, nil
}

// ListIndicators gives the indicators of a catalogue, of one goal or with a word
// where asked for.
func (s *Server) ListIndicators(ctx context.Context, r contract.ListIndicatorsRequestObject) (contract.ListIndicatorsResponseObject, error) {
	c, err := s.Indicators.Catalogue(ctx, r.Params.Catalogue)
	if err != nil {
		return nil, err
	}
	lang := who(ctx).Language
	items := []contract.Indicator{}
	named := namedIn(r.Params.Codes)
	for _, in := range c.Indicators {
		if r.Params.Goal != nil && in.Goal != *r.Params.Goal || r.Params.Q != nil && !in.Mentions(*r.Params.Q, lang) || !named(in.Code) {
			continue
		}
		items = append(items, toIndicator(in, lang))
	}
	return contract.ListIndicators200JSONResponse{Catalogue: toCatalogue(c, lang), Items: items}, nil
}

// namedIn tells whether a code is among those of a list with commas between; without a list all are.
func namedIn(list *string) func(code string) bool {
	if list == nil {
		return func(string) bool { return true }
	}
	codes := strings.Split(*list, ",")
	return func(code string) bool { return slices.Contains(codes, code) }
}

// GetIndicator gives all that a catalogue says about an indicator.
func (s *Server) GetIndicator(ctx context.Context, r contract.GetIndicatorRequestObject) (contract.GetIndicatorResponseObject, error) {
	d, err := s.Indicators.Indicator(ctx, r.Params.Catalogue, r.Code)
	if err != nil {
		return nil, err
	}
	in, lang := d.Indicator, who(ctx).Language
	derived := in.Derived()
	return contract.GetIndicator200JSONResponse{
		Indicator: toIndicator(in, lang), Catalogue: toCatalogue(d.Catalogue, lang), Version: in.CatalogueVersion,
		Question: say(in.Question, lang), Help: say(in.Help, lang), Numerator: paragraphOrNil(in.Numerator, lang),
		Denominator: paragraphOrNil(in.Denominator, lang), Middle: in.Middle, Bounds: toOwnBounds(in.Definition, lang),
		Bands: convertAll(in.BandsIn(in.OwnBounds()), toBandValues), Source: toStatisticsSource(in.Definition, lang),
		Versions: toVersions(d.Versions, lang), Formula: textOrNil(in.Rule()), Derived: &derived,
	}, nil
}

// GetCatalogueTable gives a whole catalogue as CSV.
func (s *Server) GetCatalogueTable(ctx context.Context, r contract.GetCatalogueTableRequestObject) (contract.GetCatalogueTableResponseObject, error) {
	c, err := s.Indicators.Catalogue(ctx, r.Params.Catalogue)
	if err != nil {
		return nil, err
	}
	var body bytes.Buffer
	if err := cataloguefile.Write(&body, c.Definitions()); err != nil {
		return nil, fmt.Errorf("write catalogue %s: %w", c.ID, err)
	}
	name := catalogueFileName[who(ctx).Language]
	exported(ctx, name)
	return &file{contentType: "text/csv; charset=utf-8", name: name + ".csv", body: body.Bytes()}, nil
}

// VisitGetCatalogueTableResponse writes the table.
func (f *file) VisitGetCatalogueTableResponse(w http.ResponseWriter) error { return f.write(w) }

var catalogueFileName = map[string]string{"nb": "indikatorkatalog", "nn": "indikatorkatalog", "en": "indicator-catalogue"}

// the common core and the additional set are ours, so that their names are said in the
// reader's language
var (
	coreName   = map[string]string{"nb": "Felles kjerne", "nn": "Felles kjerne", "en": "Common core"}
	coreSource = map[string]string{
		"nb": "Løftets egne indikatorer, som alle kommuner kan svare på",
		"nn": "Løftet sine eigne indikatorar, som alle kommunar kan svare på",
		"en": "Løftet's own indicators, which every municipality can answer",
	}
	additionalName   = map[string]string{"nb": "Tilleggsindikatorer", "nn": "Tilleggsindikatorar", "en": "Additional indicators"}
	additionalSource = map[string]string{
		"nb": "Løftets tilleggsindikatorer. En kommune kan ta dem med når den vil; de regnes for seg og endrer ikke poengene for felles kjerne.",
		"nn": "Tilleggsindikatorane til Løftet. Ein kommune kan ta dei med når han vil; dei blir rekna for seg og endrar ikkje poenga for felles kjerne.",
		"en": "Løftet's additional indicators. A municipality may take them in as it likes; they are scored apart and do not change the scores of the common core.",
	}
)

func toCatalogue(c indicators.Catalogue, lang string) contract.Catalogue {
	out := contract.Catalogue{ID: c.ID, Name: c.Name, Source: c.Source, Core: c.Core, Additional: c.Additional, RegionID: c.RegionID,
		Indicators: len(c.Indicators), Version: c.Version}
	switch {
	case c.Core:
		out.Name, out.Source = coreName[lang], coreSource[lang]
	case c.Additional:
		out.Name, out.Source = additionalName[lang], additionalSource[lang]
	}
	return out
}
