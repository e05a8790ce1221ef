package api

import (
	"context"
	"strconv"

	"loftet/api/contract"
	"loftet/indicators"
	"loftet/indicators/opendata"
	"loftet/models"
)

// ListOpenData lists the regions that have data sets.
func (s *Server) ListOpenData(ctx context.Context, r contract.ListOpenDataRequestObject) (contract.ListOpenDataResponseObject, error) {
	regions, err := s.Orgs.Regions(ctx, "")
	if err != nil {
		return nil, err
	}
	words := chartDictionary[openLanguage(ctx, r.Params.Lang)]
	terms := opendata.Terms{Licence: words.licence, LicenceURL: s.termsAt()}
	items := []opendata.Link{}
	for _, region := range regions {
		items = append(items, opendata.Link{Class: "collection", Label: region.Name, Href: s.openAt("datasets/" + region.ID.String())})
	}
	body, err := opendata.Collection(terms, words.openTitle, s.openAt("datasets"), items)
	return s.opened("datasets.json", body, err)
}

// ListOpenDatasets lists the data sets of a region: each published round, and each
// year of statistics.
func (s *Server) ListOpenDatasets(ctx context.Context, r contract.ListOpenDatasetsRequestObject) (contract.ListOpenDatasetsResponseObject, error) {
	var v indicators.View
	err := s.DB.Read(ctx, func(tx *models.Tx) (err error) {
		v, err = s.openView(tx, r.RegionID, latest)
		return err
	})
	if err != nil {
		return nil, err
	}
	words := chartDictionary[openLanguage(ctx, r.Params.Lang)]
	address := s.openAt("datasets/" + r.RegionID.String())
	terms := opendata.Terms{Licence: words.licence, LicenceURL: s.termsAt()}
	items := []opendata.Link{}
	add := func(period, label string) {
		items = append(items, opendata.Link{Class: "dataset", Label: v.Region.Name + ", " + label, Href: address + "/" + period + "/data.json"})
	}
	for _, round := range v.Rounds {
		add(round.ID.String(), round.Name)
	}
	for _, year := range v.Years {
		add(strconv.Itoa(year), strconv.Itoa(year))
	}
	body, err := opendata.Collection(terms, v.Region.Name, address, items)
	return s.opened("datasets-"+slug(v.Region.Name)+".json", body, err)
}
