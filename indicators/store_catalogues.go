package indicators

import (
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm/clause"

	"loftet/models"
)

const batch = 100 // rows of one insert: SQLite takes a limited number of variables

func findCore(tx *models.Tx) (models.Catalogue, bool, error) { return findEmbedded(tx, CoreName) }

// findEmbedded finds a catalogue that comes with the program by its name.
func findEmbedded(tx *models.Tx, name string) (models.Catalogue, bool, error) {
	var rows []models.Catalogue
	err := tx.G.Where("region_id is null and name = ?", name).Limit(1).Find(&rows).Error
	if err != nil || len(rows) == 0 {
		return models.Catalogue{}, false, err
	}
	return rows[0], true, nil
}

func catalogueByID(tx *models.Tx, id uuid.UUID) (models.Catalogue, error) {
	var row models.Catalogue
	err := tx.G.Where("id = ?", id).Take(&row).Error
	return row, err
}

// catalogueRows gives all catalogues: the core, the additional set, then the regions' by name.
func catalogueRows(tx *models.Tx) ([]models.Catalogue, error) {
	var rows []models.Catalogue
	err := tx.G.Clauses(clause.OrderBy{Expression: clause.Expr{
		SQL: "case when region_id is not null then 2 when name = ? then 0 else 1 end, name, id", Vars: []any{CoreName},
	}}).Find(&rows).Error
	return rows, err
}

// regionCatalogues gives a region's own catalogues, the newest first.
func regionCatalogues(tx *models.Tx, regionID uuid.UUID) ([]models.Catalogue, error) {
	var rows []models.Catalogue
	err := tx.G.Where("region_id = ?", regionID).Order("created_at desc, id desc").Find(&rows).Error
	return rows, err
}

func insertCatalogue(tx *models.Tx, row *models.Catalogue) error { return tx.G.Create(row).Error }

func indicatorIDs(tx *models.Tx, catalogueID uuid.UUID) (map[string]models.Indicator, error) {
	var rows []models.Indicator
	err := tx.G.Where("catalogue_id = ?", catalogueID).Find(&rows).Error
	known := make(map[string]models.Indicator, len(rows))
	for _, row := range rows {
		known[row.Code] = row
	}
	return known, err
}

func storedVersion(tx *models.Tx, catalogueID uuid.UUID, version string) (map[uuid.UUID]models.IndicatorVersion, error) {
	var rows []models.IndicatorVersion
	err := tx.G.Where("catalogue_version = ? and indicator_id in (select id from indicators where catalogue_id = ?)",
		version, catalogueID).Find(&rows).Error
	stored := make(map[uuid.UUID]models.IndicatorVersion, len(rows))
	for _, row := range rows {
		stored[row.IndicatorID] = row
	}
	return stored, err
}

func updateIndicator(tx *models.Tx, row models.Indicator) error {
	return tx.G.Model(&models.Indicator{}).Where("id = ?", row.ID).
		Select("goal", "target", "position").Updates(row).Error
}

func rewordVersion(tx *models.Tx, id uuid.UUID, document string) error {
	return tx.G.Model(&models.IndicatorVersion{}).Where("id = ?", id).Update("definition", document).Error
}

func insertVersions(tx *models.Tx, indicators []models.Indicator, versions []models.IndicatorVersion) error {
	if err := models.InsertAll(tx, indicators); err != nil {
		return err
	}
	return models.InsertAll(tx, versions)
}

// indicatorRow is an indicator joined with one of its versions.
type indicatorRow struct {
	ID, VersionID, CatalogueID   uuid.UUID
	CatalogueVersion, Definition string
	Position                     int
}

const indicatorColumns = `select i.id, v.id as version_id, i.catalogue_id, v.catalogue_version, v.definition, i.position
from indicators i join indicator_versions v on v.indicator_id = i.id `

func (s *Service) indicatorsOf(tx *models.Tx, catalogueID uuid.UUID) ([]Indicator, error) {
	var rows []indicatorRow
	err := tx.G.Raw(indicatorColumns+`where i.catalogue_id = ? and v.catalogue_version = (
  select n.catalogue_version from indicator_versions n join indicators m on m.id = n.indicator_id
  where m.catalogue_id = ? order by n.created_at desc, n.id desc limit 1)
order by i.position`, catalogueID, catalogueID).Scan(&rows).Error
	if err != nil {
		return nil, err
	}
	return s.read(rows)
}

func (s *Service) indicatorsByVersion(tx *models.Tx, versionIDs []uuid.UUID) ([]Indicator, error) {
	if len(versionIDs) == 0 {
		return nil, nil
	}
	var rows []indicatorRow
	if err := tx.G.Raw(indicatorColumns+"where v.id in ? order by i.position", versionIDs).Scan(&rows).Error; err != nil {
		return nil, err
	}
	return s.read(rows)
}

// read parses definitions, each version once: what a version says does not
// change but for texts, and storeVersion drops those.
func (s *Service) read(rows []indicatorRow) ([]Indicator, error) {
	list := make([]Indicator, len(rows))
	for i, row := range rows {
		list[i] = Indicator{ID: row.ID, VersionID: row.VersionID, CatalogueID: row.CatalogueID,
			CatalogueVersion: row.CatalogueVersion, Position: row.Position}
		if known, ok := s.definitions.Load(row.VersionID); ok {
			list[i].Definition = known.(Definition)
			continue
		}
		if err := json.Unmarshal([]byte(row.Definition), &list[i].Definition); err != nil {
			return nil, fmt.Errorf("read definition %s: %w", row.VersionID, err)
		}
		s.definitions.Store(row.VersionID, list[i].Definition)
	}
	return list, nil
}

// versionNames gives the names of all versions of a catalogue.
func versionNames(tx *models.Tx, catalogueID uuid.UUID) (map[string]bool, error) {
	var names []string
	err := tx.G.Raw(`select distinct v.catalogue_version from indicator_versions v join indicators i on i.id = v.indicator_id
where i.catalogue_id = ?`, catalogueID).Scan(&names).Error
	taken := make(map[string]bool, len(names))
	for _, name := range names {
		taken[name] = true
	}
	return taken, err
}

// cataloguesWithFormulas gives the catalogues that have a formula in any version.
func cataloguesWithFormulas(tx *models.Tx) ([]uuid.UUID, error) {
	var ids []uuid.UUID
	err := tx.G.Raw(`select distinct i.catalogue_id from indicators i join indicator_versions v on v.indicator_id = i.id
where v.definition like '%"formula":%' order by i.catalogue_id`).Scan(&ids).Error
	return ids, err
}

// Version is one version of an indicator, in force from Since for all that begins then.
type Version struct {
	CatalogueVersion string
	Since            time.Time
	Definition       Definition
}

// versionsOf gives the versions of an indicator that say something else than the one
// before, the newest first.
func versionsOf(tx *models.Tx, indicatorID uuid.UUID) ([]Version, error) {
	var rows []models.IndicatorVersion
	err := tx.G.Where("indicator_id = ?", indicatorID).Order("created_at desc, id desc").Find(&rows).Error
	if err != nil {
		return nil, err
	}
	list := make([]Version, len(rows))
	for i, row := range rows {
		list[i] = Version{CatalogueVersion: row.CatalogueVersion, Since: row.CreatedAt}
		if err := json.Unmarshal([]byte(row.Definition), &list[i].Definition); err != nil {
			return nil, fmt.Errorf("read definition %s: %w", row.ID, err)
		}
	}
	return distinct(list), nil
}
