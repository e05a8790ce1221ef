package indicators_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"loftet/indicators"
	"loftet/internal/csvtable"
	"loftet/internal/dbtest"
	"loftet/models"
)

// numbered gives the towns of a world official numbers from a day on.
func (w *world) numbered(numbers map[string]string) {
	w.write(func(tx *models.Tx) error {
		for town, number := range numbers {
			w.create(tx, &models.MunicipalityNumber{ID: models.NewID(), OrganisationID: w.towns[town], Country: "NO", Number: number, ValidFrom: "2024-01-01"})
		}
		w.create(tx, &models.NumberPredecessor{Country: "NO", Number: "3320", Predecessor: "3039"})
		return nil
	})
}

// load imports a file's text on the world's own catalogue.
func (w *world) load(text string) (indicators.StatisticsReport, csvtable.Findings) {
	w.t.Helper()
	rows, found := indicators.ParseStatistics("f.csv", strings.NewReader(text), "SSB 1")
	if !found.OK() {
		w.t.Fatal(found.Faults)
	}
	report, found, err := w.s.ImportStatistics(w.t.Context(), system,
		indicators.StatisticsInput{Country: "NO", CatalogueID: &w.catalogue.ID, Rows: rows})
	if err != nil {
		w.t.Fatal(err)
	}
	return report, found
}

func count(w *world, table string) (n int64) {
	w.write(func(tx *models.Tx) error { return tx.G.Table(table).Count(&n).Error })
	return n
}

const header = "entity,code,year,value\n"

func TestImportStatistics(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db, threeIndicators(), "Flå", "Gol")
		w.numbered(map[string]string{"Flå": "3320", "Gol": "3324"})
		first := header + "3320,1.1-a,2024,10\n3324,1.1-a,2024,:\n3039,1.1-a,2021,9\n3320,pop,2024,1115\nNO,1.1-a,2024,50\n33,1.1-a,2024,50\n3320,x.y-z,2024,1\n3324,x.y-z,2024,1\n"
		report, found := w.load(first)
		if want := (indicators.StatisticsReport{Added: 3, Residents: 1}); report != want || !found.OK() {
			t.Fatalf("got %+v, %v", report, found.Faults)
		}
		var warnings []string
		for _, one := range found.Warnings {
			warnings = append(warnings, one.String())
		}
		want := `f.csv: rows with code "x.y-z" left out, since the catalogue has no such indicator: 2
f.csv: rows of "33" left out, since it is not a municipality but a larger area: 1
f.csv: rows of "NO" left out, since it is not a municipality but a larger area: 1`
		if got := strings.Join(warnings, "\n"); got != want {
			t.Errorf("warnings\n%s\nwant\n%s", got, want)
		}
		audits := count(w, "audit_events")

		if report, _ := w.load(first); report != (indicators.StatisticsReport{Unchanged: 3}) {
			t.Errorf("the same file again did %+v", report)
		}
		if n := count(w, "audit_events"); n != audits {
			t.Errorf("an import that changes nothing left %d audit rows", n-audits)
		}
		report, _ = w.load(header + "3320,1.1-a,2024,10\n3324,1.1-a,2024,0\n3320,pop,2024,1116\n")
		if want := (indicators.StatisticsReport{Revised: 1, Unchanged: 1, Residents: 1}); report != want {
			t.Errorf("a changed file did %+v", report)
		}
		if n := count(w, "audit_events"); n != audits+1 {
			t.Errorf("%d audit rows, want one more than %d", n, audits)
		}
		w.write(func(tx *models.Tx) error {
			var row models.Observation
			err := tx.G.Where("organisation_id = ? and year = 2024", w.towns["Gol"]).Take(&row).Error
			if row.Revision != 2 || row.State != "value" || row.Value == nil || *row.Value != 0 {
				t.Errorf("the changed figure is %+v", row)
			}
			return err
		})
		v := w.mustView(system, indicators.ViewInput{Year: 2022})
		if got := show(w.cell(v, "Flå", "1.1-a")); got != "value 9 2021 score 9 red/far confirmed false" {
			t.Errorf("a figure under the old number is %s", got)
		}
	})
}

func TestImportStatisticsRefusesFaultsAtOnce(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t), threeIndicators(), "Flå")
	w.numbered(map[string]string{"Flå": "3320"})
	report, found := w.load(header + "3320,1.1-a,2024,10\n9999,1.1-a,2024,1\n3039,1.1-a,2024,2\n3320,pop,2024,1.5\n")
	var faults []string
	for _, one := range found.Faults {
		faults = append(faults, one.String())
	}
	want := `f.csv:3: "9999" is not the number of a municipality in NO in 2024; import regions first, or correct it
f.csv:4: 3039, 1.1-a, 2024 stands already in f.csv:2
f.csv:5: 1.5 is not a number of residents`
	if got := strings.Join(faults, "\n"); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if n := count(w, "observations"); n != 0 || report != (indicators.StatisticsReport{}) {
		t.Errorf("%d rows were written, report %+v", n, report)
	}
}

// norway is a world of all 357 municipalities on the common core, with every
// file of real values.
func norway(t testing.TB, db *models.DB) (*world, []indicators.StatisticRow) {
	t.Helper()
	folder := os.Getenv("LOFTET_TESTDATA")
	if folder == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("LOFTET_TESTDATA is not set")
		}
		t.Skip("needs the folder of real data in LOFTET_TESTDATA")
	}
	files, err := filepath.Glob(filepath.Join(folder, "core-indicators", "values_*.csv"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no files of values: %v", err)
	}
	var rows []indicators.StatisticRow
	entities := map[string]bool{}
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		more, found := indicators.ParseStatistics(filepath.Base(name), file, "official statistics")
		if err := file.Close(); err != nil || !found.OK() {
			t.Fatal(err, found.Faults)
		}
		rows = append(rows, more...)
		for _, row := range more {
			entities[row.Entity] = true
		}
	}
	w := newWorld(t, db, nil)
	if err := w.s.SyncCore(t.Context(), system); err != nil {
		t.Fatal(err)
	}
	w.write(func(tx *models.Tx) error {
		w.region = models.Region{Base: base(tx, models.NewID()), Kind: "country", Name: "Norge", Country: "NO", Code: "NO"}
		w.create(tx, &w.region)
		for number := range entities {
			id := models.NewID()
			w.towns[number] = id
			w.create(tx, &models.Organisation{Base: base(tx, id), Kind: "municipality", Name: number, SortKey: number, Country: "NO", Language: "nb"})
			w.create(tx, &models.MunicipalityNumber{ID: models.NewID(), OrganisationID: id, Country: "NO", Number: number, ValidFrom: "2024-01-01"})
			w.create(tx, &models.RegionMember{ID: models.NewID(), RegionID: w.region.ID, OrganisationID: id})
		}
		return nil
	})
	return w, rows
}

func TestRealFilesOfAllMunicipalitiesLoad(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w, rows := norway(t, db)
		if len(w.towns) != 357 {
			t.Fatalf("%d municipalities", len(w.towns))
		}
		report, found, err := w.s.ImportStatistics(t.Context(), system, indicators.StatisticsInput{Country: "NO", Rows: rows})
		if err != nil || !found.OK() {
			t.Fatal(err, found.Faults)
		}
		if report.Residents < 1060 || report.Added < 4500 {
			t.Errorf("report %+v", report)
		}
		v := w.mustView(system, indicators.ViewInput{Year: 2023})
		in, _ := v.Indicator("16.7-turnout")
		if s := v.Values(in.ID); s.Units != 357 || *s.Median != 64.1 {
			t.Errorf("turnout 2023: %d units, median %v", s.Units, *s.Median)
		}
		if got := show(v.Cell(w.towns["3320"], in.ID)); !strings.HasPrefix(got, "value 71.2 2023") {
			t.Errorf("turnout in Flå: %s", got)
		}
		if _, found, _ := w.s.ImportStatistics(t.Context(), system, indicators.StatisticsInput{Country: "NO", Rows: rows}); len(found.Warnings) == 0 {
			t.Error("codes outside the core give no warning")
		}
	})
}

func BenchmarkViewOfACountry(b *testing.B) {
	w, rows := norway(b, dbtest.SQLite(b))
	if _, _, err := w.s.ImportStatistics(b.Context(), system, indicators.StatisticsInput{Country: "NO", Rows: rows}); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		w.mustView(system, indicators.ViewInput{Year: 2025})
	}
}
