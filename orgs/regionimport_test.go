package orgs_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/uuid"

	"loftet/internal/csvtable"
	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/orgs"
)

const header = "number,name,region,county_number,county_name,valid_from,valid_to,predecessors,residents,residents_year\n"

// bring imports lines of a file and wants no faults.
func bring(t *testing.T, db *models.DB, text string) orgs.RegionImported {
	t.Helper()
	done, found := try(t, db, text)
	if !found.OK() {
		t.Fatalf("faults: %v", found.Faults)
	}
	return done
}

func try(t *testing.T, db *models.DB, text string) (orgs.RegionImported, csvtable.Findings) {
	t.Helper()
	rows, found := parse(text)
	if !found.OK() {
		t.Fatalf("faults: %v", found.Faults)
	}
	done, found, err := orgs.New(db, orgs.Config{}).ImportRegions(t.Context(), orgs.SystemActor("test"),
		orgs.RegionImport{File: "m.csv", Rows: rows, Source: "m.csv"})
	ok(t, err)
	return done, found
}

// members gives the numbers and names in a region on a day.
func members(t *testing.T, db *models.DB, kind, name string, on models.Date) string {
	t.Helper()
	var list []string
	ok(t, db.Read(t.Context(), func(tx *models.Tx) error {
		var region models.Region
		if err := tx.G.Where("kind = ? and name = ?", kind, name).Take(&region).Error; err != nil {
			return err
		}
		found, err := orgs.Members(tx, region.ID, on)
		for _, m := range found {
			list = append(list, m.Number+" "+m.Name)
		}
		return err
	}))
	return strings.Join(list, ", ")
}

func identity(t *testing.T, db *models.DB, number string, year int) uuid.UUID {
	t.Helper()
	var id uuid.UUID
	ok(t, db.Read(t.Context(), func(tx *models.Tx) error {
		numbers, err := orgs.ByNumber(tx, "NO")
		id, _ = numbers.Find(number, year)
		return err
	}))
	return id
}

func TestImportRegionsTwiceChangesNothing(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		file := header +
			"3041,Gol,Hallingdal,30,Viken,2020-01-01,2024-01-01,0617,,\n" +
			"0617,Gol,Hallingdal,06,Buskerud,,2020-01-01,,,\n" +
			"3324,Gol,Hallingdal,33,Buskerud,2024-01-01,,3041,4800,2025\n" +
			"0301,Oslo,,03,Oslo,,,,700000,2025\n"
		first := bring(t, db, file)
		if first.Municipalities != 2 || first.Regions != 5 || first.Residents != 2 {
			t.Errorf("first: %+v", first)
		}
		if again := bring(t, db, file); again != (orgs.RegionImported{}) {
			t.Errorf("again: %+v", again)
		}
		for on, want := range map[models.Date]string{"2019-06-01": "0617 Gol", "2021-06-01": "3041 Gol", "2024-01-01": "3324 Gol"} {
			if got := members(t, db, "council", "Hallingdal", on); got != want {
				t.Errorf("on %s: %s, want %s", on, got, want)
			}
		}
		for on, want := range map[models.Date]string{"2019-06-01": "0617 Gol", "2021-06-01": "", "2024-01-01": "3324 Gol"} {
			if got := members(t, db, "county", "Buskerud", on); got != want {
				t.Errorf("Buskerud on %s: %q, want %q", on, got, want)
			}
		}
		if got := members(t, db, "country", "Norge", "2026-01-01"); got != "3324 Gol, 0301 Oslo" {
			t.Errorf("the country: %s", got)
		}
		if a, b := identity(t, db, "0617", 2015), identity(t, db, "3324", 2025); a != b || a == uuid.Nil {
			t.Errorf("Gol is two: %s, %s", a, b)
		}
	})
}

// Readers learn from the audit that numbers have changed; where nothing is
// counted nothing is audited.
func TestANumberAloneIsAChange(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		if first := bring(t, db, header+"3324,Gol,Hallingdal,33,Buskerud,2024-01-01,,,,\n"); first.Municipalities != 1 || first.Changed != 0 {
			t.Errorf("first: %+v", first)
		}
		ok(t, db.Write(t.Context(), func(tx *models.Tx) error {
			return tx.G.Exec("update municipality_numbers set valid_to = '2025-01-01'").Error
		}))
		if later := bring(t, db, header+"3399,Gol,Hallingdal,33,Buskerud,2025-01-01,,3324,,\n"); later != (orgs.RegionImported{Changed: 1}) {
			t.Errorf("later: %+v", later)
		}
	})
}

func TestALaterFileKeepsTheIdentity(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		bring(t, db, header+"3041,Gol,Hallingdal,30,Viken,,,,,\n3042,Hemsedal,Hallingdal,30,Viken,,,,,\n")
		before := identity(t, db, "3041", 2022)
		renumbered := header + "3324,Gol,Hallingdal,33,Buskerud,2024-01-01,,3041,,\n3326,Hemsedal,Hallingdal,33,Buskerud,2024-01-01,,3042,,\n"
		bring(t, db, renumbered)
		if again := bring(t, db, renumbered); again != (orgs.RegionImported{}) {
			t.Errorf("again: %+v", again)
		}
		if after := identity(t, db, "3324", 2025); after != before {
			t.Error("a new number made a new municipality")
		}
		if got := members(t, db, "county", "Viken", "2023-12-31"); got != "3041 Gol, 3042 Hemsedal" {
			t.Errorf("Viken in 2023: %s", got)
		}
		if got := members(t, db, "county", "Viken", "2024-01-01"); got != "" {
			t.Errorf("Viken in 2024: %s", got)
		}
		if got := members(t, db, "council", "Hallingdal", "2024-01-01"); got != "3324 Gol, 3326 Hemsedal" {
			t.Errorf("Hallingdal in 2024: %s", got)
		}
	})
}

func TestMergersAndSplits(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		bring(t, db, header+"1201,Bergen,,12,Hordaland,,,,,\n1259,Os,,12,Hordaland,,,,,\n1507,Ålesund,,15,Møre,,,,,\n")
		alesund := identity(t, db, "1507", 2022)
		bring(t, db, header+
			"4601,Storbyen,,46,Vestland,2020-01-01,,1201|1259,,\n"+ // merged
			"1508,Ålesund,,15,Møre,2024-01-01,,1507,,\n1580,Haram,,15,Møre,2024-01-01,,1507,,\n") // split
		merged := identity(t, db, "4601", 2021)
		if merged == identity(t, db, "1201", 2019) || merged == uuid.Nil {
			t.Error("a merger is one of its parts")
		}
		if got := members(t, db, "country", "Norge", "2024-06-01"); got != "1580 Haram, 4601 Storbyen, 1508 Ålesund" {
			t.Errorf("the country after: %s", got)
		}
		if got := members(t, db, "country", "Norge", "2019-06-01"); got != "1201 Bergen, 1259 Os, 1507 Ålesund" {
			t.Errorf("the country before: %s", got)
		}
		if identity(t, db, "1508", 2025) != alesund || identity(t, db, "1580", 2025) == alesund {
			t.Error("of a split, the one that kept the name is the same")
		}
	})
}

func TestFaultsFromTheDatabaseWriteNothing(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		bring(t, db, header+"3041,Gol,,30,Viken,,,,,\n1201,Bergen,,12,Hordaland,,,,,\n1259,Os,,12,Hordaland,,,,,\n")
		for rows, want := range map[string]string{
			"3324,Gol,,33,Buskerud,,,3041,,\n":           "m.csv:3: Gol has the number 3041 already; give valid_from",
			"3041,Gol,,33,Buskerud,,,,,\n":               "m.csv:3: Gol is in another county already; give valid_from",
			"4601,Storbyen,,46,Vestland,,,1201 1259,,\n": "m.csv:3: 4601 took over from 1201, which is known; give valid_from",
		} {
			done, found := try(t, db, header+"9999,Ny,,99,Nytt,,,,,\n"+rows)
			if found.OK() || !strings.HasPrefix(found.Faults[0].String(), want) || done != (orgs.RegionImported{}) {
				t.Errorf("%s: %v, %+v; want %s", rows, found.Faults, done, want)
			}
			if identity(t, db, "9999", 2025) != uuid.Nil {
				t.Error("the sound row was written beside the faulty one")
			}
		}
	})
}

func TestTheMunicipalitiesOf2024(t *testing.T) {
	folder := os.Getenv("LOFTET_TESTDATA")
	if folder == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("LOFTET_TESTDATA is not set")
		}
		t.Skip("LOFTET_TESTDATA is not set: the real list of municipalities is not tried")
	}
	text, err := os.ReadFile(filepath.Join(folder, "no-municipalities", "municipalities_2024.csv"))
	ok(t, err)
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		done := bring(t, db, string(text))
		if done.Municipalities != 357 || done.Regions != 16 || done.Members != 2*357 {
			t.Errorf("got %+v, want 357 municipalities in 15 counties and the country", done)
		}
		if again := bring(t, db, string(text)); again != (orgs.RegionImported{}) {
			t.Errorf("again: %+v", again)
		}
	})
}
