package indicators

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"

	"github.com/google/uuid"

	"loftet/internal/csvtable"
	"loftet/models"
	"loftet/orgs"
)

// PopulationCode is the code that numbers of residents on 1 January come under.
const PopulationCode = "pop"

// StatisticsInput is what an import takes in. Entities are official numbers of
// municipalities in Country. Codes are those of one catalogue, the common core
// where CatalogueID is nil.
type StatisticsInput struct {
	Country     string
	CatalogueID *uuid.UUID
	Rows        []StatisticRow
	CheckOnly   bool // look for faults, write nothing
	FromBank    bool // the rows are of all numbers that a bank has: see [held]
}

// StatisticsReport counts what an import did. Revised figures had another value
// or state before, resourced ones only another source.
type StatisticsReport struct {
	Added, Revised, Resourced, Unchanged int
	Residents                            int // rows of residents that are new or changed
}

// ImportStatistics brings figures of open statistics into the tables: what is
// there already in the same form is left alone, what has changed gets a higher
// revision. With any fault in the findings, such as a value that no answer can be,
// nothing is written. Codes outside the catalogue and areas larger than a
// municipality are left out with a warning; an odd change brings one too.
func (s *Service) ImportStatistics(ctx context.Context, a orgs.Actor, in StatisticsInput) (StatisticsReport, csvtable.Findings, error) {
	var report StatisticsReport
	var found csvtable.Findings
	err := s.db.Write(ctx, func(tx *models.Tx) (err error) {
		report, found, err = s.writeStatistics(tx, a, in)
		return err
	})
	return report, found, err
}

func (s *Service) writeStatistics(tx *models.Tx, a orgs.Actor, in StatisticsInput) (StatisticsReport, csvtable.Findings, error) {
	batch, found, err := s.resolve(tx, in)
	if err != nil || in.CheckOnly || !found.OK() {
		return StatisticsReport{}, found, err
	}
	stored, err := storedStatistics(tx, batch.figures)
	if err != nil {
		return StatisticsReport{}, found, err
	}
	batch.doubt(stored, &found)
	found.Sort()
	report, err := batch.write(tx, stored)
	if err != nil || report.idle() {
		return report, found, err
	}
	return report, found, orgs.Audit(tx, a, orgs.Change{Action: "statistics.import", Kind: statisticsKind, ID: models.NewID().String(),
		After: map[string]any{"added": report.Added, "revised": report.Revised, "resourced": report.Resourced,
			"unchanged": report.Unchanged, "residents": report.Residents, "files": batch.files}})
}

// statisticsKind is what audit rows of imports are about; readers find by them
// whether statistics have changed.
const statisticsKind = "statistics"

func (r StatisticsReport) idle() bool {
	return r.Added+r.Revised+r.Resourced+r.Residents == 0
}

// figureKey names a statistics figure.
type figureKey struct {
	indicator, organisation uuid.UUID
	year                    int
}

// statisticsBatch is an import whose entities and codes are known.
type statisticsBatch struct {
	files      []string
	figures    map[figureKey]StatisticRow
	population map[figureKey]StatisticRow // indicator is the nil UUID

	definitions map[uuid.UUID]Definition // of the catalogue's indicators
}

// largerArea fits the codes of statistics bureaus for what is no municipality:
// a country, a county, a district, KOSTRA's groups and sums.
var largerArea = regexp.MustCompile(`^(0|[0-9]{2}|[0-9]{6}|EAK[A-Z]*|EKA[0-9]{2}|EKG[0-9]+)$`)

// resolve finds the municipality and indicator of every row.
func (s *Service) resolve(tx *models.Tx, in StatisticsInput) (statisticsBatch, csvtable.Findings, error) {
	b := statisticsBatch{figures: map[figureKey]StatisticRow{}, population: map[figureKey]StatisticRow{}, definitions: map[uuid.UUID]Definition{}}
	var found csvtable.Findings
	catalogue, err := s.catalogue(tx, in.CatalogueID)
	if err != nil {
		return b, found, fmt.Errorf("find the catalogue: %w", err)
	}
	codes := make(map[string]uuid.UUID, len(catalogue.Indicators))
	for _, i := range catalogue.Indicators {
		codes[i.Code] = i.ID
		b.definitions[i.ID] = i.Definition
	}
	numbers, err := orgs.ByNumber(tx, in.Country)
	if err != nil {
		return b, found, err
	}
	if in.FromBank {
		in.Rows = held(in.Rows, numbers)
	}
	skippedCodes, skippedAreas := map[place]int{}, map[place]int{}
	for _, row := range in.Rows {
		if !slices.Contains(b.files, row.File) {
			b.files = append(b.files, row.File)
		}
		indicator, known := codes[row.Code]
		organisation, isTown := numbers.Find(row.Entity, row.Year)
		switch {
		case !isTown && (row.Entity == in.Country || largerArea.MatchString(row.Entity)):
			skippedAreas[place{row.File, row.Entity}]++
		case !isTown:
			found.Fault(row.File, row.Line, "%q is not the number of a municipality in %s in %d; import regions first, or correct it", row.Entity, in.Country, row.Year)
		case row.Code == PopulationCode:
			b.addResidents(row, organisation, &found)
		case !known:
			skippedCodes[place{row.File, row.Code}]++
		default:
			if reason := impossible(b.definitions[indicator], row.Value); reason != "" {
				found.Fault(row.File, row.Line, "%s", reason)
			}
			add(b.figures, figureKey{indicator, organisation, row.Year}, row, &found)
		}
	}
	warn(&found, skippedCodes, "rows with code %q left out, since the catalogue has no such indicator: %d")
	warn(&found, skippedAreas, "rows of %q left out, since it is not a municipality but a larger area: %d")
	found.Sort()
	return b, found, nil
}

type place struct{ file, what string }

func warn(found *csvtable.Findings, skipped map[place]int, format string) {
	for _, p := range slices.SortedFunc(maps.Keys(skipped), func(a, b place) int {
		return cmp.Or(cmp.Compare(a.file, b.file), cmp.Compare(a.what, b.what))
	}) {
		found.Warn(p.file, 0, format, p.what, skipped[p])
	}
}

func (b *statisticsBatch) addResidents(row StatisticRow, organisation uuid.UUID, found *csvtable.Findings) {
	switch {
	case row.Value == nil:
		found.Warn(row.File, row.Line, "the number of residents is missing and the line is left out")
	case *row.Value < 0 || *row.Value != math.Trunc(*row.Value) || *row.Value > 1e9:
		found.Fault(row.File, row.Line, "%v is not a number of residents", *row.Value)
	default:
		add(b.population, figureKey{organisation: organisation, year: row.Year}, row, found)
	}
}

func add(rows map[figureKey]StatisticRow, key figureKey, row StatisticRow, found *csvtable.Findings) {
	if first, twice := rows[key]; twice {
		found.Fault(row.File, row.Line, "%s, %s, %d stands already in %s:%d", row.Entity, row.Code, row.Year, first.File, first.Line)
		return
	}
	rows[key] = row
}

// write compares the batch with the stored figures of its indicators and writes the difference.
func (b statisticsBatch) write(tx *models.Tx, stored map[figureKey]models.Observation) (StatisticsReport, error) {
	var report StatisticsReport
	var added []models.Observation
	for _, key := range inOrder(b.figures) {
		row := b.figures[key]
		old, exists := stored[key]
		switch {
		case !exists:
			report.Added++
			added = append(added, models.Observation{ID: models.NewID(), IndicatorID: key.indicator,
				OrganisationID: key.organisation, Year: key.year, State: row.State, Value: row.Value,
				Origin: OriginStatistics, Source: row.Source, Revision: 1, CreatedAt: tx.Now})
			continue
		case old.State != row.State || !equal(old.Value, row.Value):
			report.Revised++
			old.Revision++
		case old.Source != row.Source:
			report.Resourced++
		default:
			report.Unchanged++
			continue
		}
		old.State, old.Value, old.Source, old.ChangedAt = row.State, row.Value, row.Source, &tx.Now
		if err := updateStatistic(tx, old); err != nil {
			return report, err
		}
	}
	if err := insertObservations(tx, added); err != nil {
		return report, err
	}
	var err error
	report.Residents, err = writeResidents(tx, b.population)
	return report, err
}

// inOrder gives the rows in the order of their files, so that two imports of the
// same files do the same in the same order.
func inOrder(rows map[figureKey]StatisticRow) []figureKey {
	return slices.SortedFunc(maps.Keys(rows), func(x, y figureKey) int {
		a, b := rows[x], rows[y]
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Entity, b.Entity), cmp.Compare(a.Code, b.Code), cmp.Compare(a.Year, b.Year))
	})
}

func equal(a, b *float64) bool {
	return (a == nil) == (b == nil) && (a == nil || *a == *b)
}

func writeResidents(tx *models.Tx, rows map[figureKey]StatisticRow) (int, error) {
	stored, err := storedResidents(tx, rows)
	if err != nil {
		return 0, err
	}
	var changed []models.Population
	for _, key := range inOrder(rows) {
		row := models.Population{OrganisationID: key.organisation, Year: key.year,
			Residents: int(*rows[key].Value), Source: rows[key].Source}
		if stored[key] != row {
			changed = append(changed, row)
		}
	}
	return len(changed), saveResidents(tx, changed)
}
