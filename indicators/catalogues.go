package indicators

import (
	"context"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"loftet/indicators/catalogue"
	"loftet/indicators/u4ssc"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// catalogueKind is what audit rows of catalogues are about; readers find by them
// whether definitions have changed.
const catalogueKind = "catalogue"

// CatalogueInput is a catalogue that a region brings along.
type CatalogueInput struct {
	RegionID    uuid.UUID
	Name        string
	Source      string
	Method      string // scoring method its bounds were made for
	Version     string
	Definitions []Definition // in the order in which they are asked
}

// SyncCore brings the embedded common core and the additional set into the tables: a
// new version row for each indicator when a set's version is new. It may be called any
// number of times.
func (s *Service) SyncCore(ctx context.Context, a orgs.Actor) error {
	return s.db.Write(ctx, func(tx *models.Tx) error {
		if err := s.syncEmbedded(tx, a, CoreName, catalogue.Core()); err != nil {
			return err
		}
		return s.syncEmbedded(tx, a, AdditionalName, catalogue.Additional())
	})
}

// CreateCatalogue writes a region's own catalogue. A method that does not exist
// and bounds that nothing can be scored by are refused.
func (s *Service) CreateCatalogue(tx *models.Tx, a orgs.Actor, in CatalogueInput) (models.Catalogue, error) {
	if err := scorable(in.Method, in.Definitions); err != nil {
		return models.Catalogue{}, fmt.Errorf("create catalogue %s: %w", in.Name, err)
	}
	row := models.Catalogue{ID: models.NewID(), RegionID: &in.RegionID, Name: in.Name, Source: in.Source,
		Method: in.Method, CreatedAt: tx.Now}
	if err := insertCatalogue(tx, &row); err != nil {
		return row, err
	}
	if _, err := s.storeVersion(tx, row.ID, in.Version, in.Definitions); err != nil {
		return row, err
	}
	return row, orgs.Audit(tx, a, orgs.Change{Action: "catalogue.create", Kind: catalogueKind, ID: row.ID.String(),
		After: map[string]any{"name": in.Name, "version": in.Version, "indicators": len(in.Definitions)}})
}

// CoreCatalogueID gives the common core; a fault NotFound before SyncCore.
func (s *Service) CoreCatalogueID(tx *models.Tx) (uuid.UUID, error) {
	row, found, err := findCore(tx)
	if err == nil && !found {
		err = fault.Missing()
	}
	return row.ID, err
}

// ByCatalogue gives the indicators of a catalogue in its newest version, in
// their order. An unknown catalogue has none.
func (s *Service) ByCatalogue(tx *models.Tx, catalogueID uuid.UUID) ([]Indicator, error) {
	return s.indicatorsOf(tx, catalogueID)
}

// OfRegion gives the indicators of a region's own catalogues in their newest versions,
// the newest catalogue first.
func (s *Service) OfRegion(tx *models.Tx, regionID uuid.UUID) ([]Indicator, error) {
	own, err := regionCatalogues(tx, regionID)
	if err != nil {
		return nil, err
	}
	var all []Indicator
	for _, c := range own {
		list, err := s.indicatorsOf(tx, c.ID)
		if err != nil {
			return nil, err
		}
		all = append(all, list...)
	}
	return all, nil
}

// Offered gives what every region's rounds offer beside their questionnaires: the
// additional set in its newest version; nothing before SyncCore.
func (s *Service) Offered(tx *models.Tx) ([]Indicator, error) {
	row, found, err := findEmbedded(tx, AdditionalName)
	if err != nil || !found {
		return nil, err
	}
	return s.indicatorsOf(tx, row.ID)
}

// ByVersions gives indicators as certain versions define them, in their order.
func (s *Service) ByVersions(tx *models.Tx, versionIDs []uuid.UUID) ([]Indicator, error) {
	return s.indicatorsByVersion(tx, versionIDs)
}

// Catalogue is a catalogue with its indicators in the newest version. Core tells
// that it is the common core, Additional that it is the set offered beside it.
type Catalogue struct {
	models.Catalogue
	Core       bool
	Additional bool
	Version    string
	Indicators []Indicator
}

// Catalogues gives all catalogues, the common core first. They are public.
func (s *Service) Catalogues(ctx context.Context) ([]Catalogue, error) {
	var list []Catalogue
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		rows, err := catalogueRows(tx)
		if err != nil {
			return err
		}
		for _, row := range rows {
			c, err := s.complete(tx, row)
			if err != nil {
				return err
			}
			list = append(list, c)
		}
		return nil
	})
	return list, err
}

// Catalogue gives one catalogue, the common core where id is nil.
func (s *Service) Catalogue(ctx context.Context, id *uuid.UUID) (Catalogue, error) {
	var c Catalogue
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		c, err = s.catalogue(tx, id)
		return err
	})
	return c, err
}

// IndicatorDetail is an indicator of a catalogue with all its versions, the
// newest first.
type IndicatorDetail struct {
	Catalogue Catalogue
	Indicator Indicator
	Versions  []Version
}

// Indicator finds an indicator by its code in a catalogue, the common core where
// catalogueID is nil.
func (s *Service) Indicator(ctx context.Context, catalogueID *uuid.UUID, code string) (IndicatorDetail, error) {
	var d IndicatorDetail
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		if d.Catalogue, err = s.catalogue(tx, catalogueID); err != nil {
			return err
		}
		for _, in := range d.Catalogue.Indicators {
			if in.Code == code {
				d.Indicator = in
				d.Versions, err = versionsOf(tx, in.ID)
				return err
			}
		}
		return fault.Missing()
	})
	return d, err
}

func (s *Service) catalogue(tx *models.Tx, id *uuid.UUID) (Catalogue, error) {
	if id != nil {
		row, err := catalogueByID(tx, *id)
		if err != nil {
			return Catalogue{}, err
		}
		return s.complete(tx, row)
	}
	row, found, err := findCore(tx)
	if err != nil {
		return Catalogue{}, err
	}
	if !found {
		return Catalogue{}, fault.Missing()
	}
	return s.complete(tx, row)
}

func (s *Service) complete(tx *models.Tx, row models.Catalogue) (Catalogue, error) {
	list, err := s.indicatorsOf(tx, row.ID)
	c := Catalogue{Catalogue: row, Core: IsCore(row), Additional: row.RegionID == nil && row.Name == AdditionalName, Indicators: list}
	if len(list) > 0 {
		c.Version = list[0].CatalogueVersion
	}
	return c, err
}

// Mentions tells whether a word stands in the indicator's code, or in its name or
// question in the given language, letter case aside; or whether it is the code of U4SSC
// that the indicator is closest to, in any spelling.
func (d Definition) Mentions(word, lang string) bool {
	if code, err := u4ssc.Parse(word); err == nil {
		own, err := u4ssc.ParseReference(d.U4SSC)
		return err == nil && own.Code == code
	}
	word = strings.ToLower(word)
	name, _ := d.Name.In(lang)
	question, _ := d.Question.In(lang)
	for _, text := range []string{d.Code, name, question} {
		if strings.Contains(strings.ToLower(text), word) {
			return true
		}
	}
	return false
}

// Definitions gives what the catalogue's newest version says, in its order.
func (c Catalogue) Definitions() []Definition {
	list := make([]Definition, len(c.Indicators))
	for i, in := range c.Indicators {
		list[i] = in.Definition
	}
	return list
}
