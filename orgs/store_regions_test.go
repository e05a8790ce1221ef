package orgs_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// store puts rows into their tables and fails the test when one is refused.
func store(t *testing.T, db *models.DB, rows ...any) {
	t.Helper()
	err := db.Write(t.Context(), func(tx *models.Tx) error {
		for _, row := range rows {
			if err := tx.G.Create(row).Error; err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatalf("store rows: %v", err)
	}
}

func base(db *models.DB) models.Base {
	return models.Base{ID: models.NewID(), Version: 1, CreatedAt: db.Clock.Now(), UpdatedAt: db.Clock.Now()}
}

func organisation(db *models.DB, kind, name string) *models.Organisation {
	return &models.Organisation{Base: base(db), Kind: kind, Name: name, SortKey: models.SortKey(name), Country: "NO", Language: "neutral"}
}

func region(db *models.DB, kind, name string, owner *uuid.UUID) *models.Region {
	return &models.Region{Base: base(db), Kind: kind, Name: name, SortKey: models.SortKey(name), Country: "NO", OwnerID: owner}
}

func TestMembersOnADay(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		council := organisation(db, "regional_council", "Hallingdal regionråd")
		gol, al, nes := organisation(db, "municipality", "Gol"), organisation(db, "municipality", "Ål"), organisation(db, "municipality", "Nesbyen")
		gol.PublishesFigures, gol.ComparisonGroup = true, "15"
		own := region(db, "council", "Hallingdal", &council.ID)
		county := region(db, "county", "Buskerud", nil)
		member := func(r *models.Region, o *models.Organisation, from, to models.Date) *models.RegionMember {
			return &models.RegionMember{ID: models.NewID(), RegionID: r.ID, OrganisationID: o.ID, ValidFrom: from, ValidTo: to}
		}
		number := func(o *models.Organisation, number string, from, to models.Date) *models.MunicipalityNumber {
			return &models.MunicipalityNumber{ID: models.NewID(), OrganisationID: o.ID, Country: "NO", Number: number, ValidFrom: from, ValidTo: to}
		}
		store(t, db, council, gol, al, nes, own, county,
			member(own, gol, "", ""), member(own, al, "2021-01-01", ""), member(own, nes, "", "2025-01-01"), member(county, gol, "2024-01-01", ""),
			number(gol, "0617", "", "2020-01-01"), number(gol, "3041", "2020-01-01", "2024-01-01"), number(gol, "3324", "2024-01-01", ""),
			&models.Population{OrganisationID: gol.ID, Year: 2019, Residents: 4600, Source: "x"},
			&models.Population{OrganisationID: gol.ID, Year: 2024, Residents: 4800, Source: "x"})

		read := func(f func(tx *models.Tx) error) {
			t.Helper()
			if err := db.Read(t.Context(), f); err != nil {
				t.Fatal(err)
			}
		}
		read(func(tx *models.Tx) error {
			for _, row := range []struct {
				on   models.Date
				want []orgs.Member
			}{
				{"2020-06-01", []orgs.Member{
					{ID: gol.ID, Name: "Gol", SortKey: gol.SortKey, Number: "3041", ComparisonGroup: "15", Residents: new(4600), ResidentsYear: 2019, PublishesFigures: true},
					{ID: nes.ID, Name: "Nesbyen", SortKey: nes.SortKey},
				}},
				{"2025-01-01", []orgs.Member{
					{ID: gol.ID, Name: "Gol", SortKey: gol.SortKey, Number: "3324", ComparisonGroup: "15", Residents: new(4800), ResidentsYear: 2024, PublishesFigures: true},
					{ID: al.ID, Name: "Ål", SortKey: al.SortKey, From: "2021-01-01"},
				}},
			} {
				got, err := orgs.Members(tx, own.ID, row.on)
				if err != nil {
					return err
				}
				if d := cmp.Diff(row.want, got); d != "" {
					t.Errorf("members on %s (-want +got):\n%s", row.on, d)
				}
			}
			return nil
		})
		read(func(tx *models.Tx) error {
			of, err := orgs.RegionsOf(tx, gol.ID, "2024-05-01")
			if err != nil || len(of) != 2 || of[0].ID != own.ID || of[1].ID != county.ID {
				t.Errorf("regions of a member: %v, %v; want the council before the county", of, err)
			}
			owned, err := orgs.RegionsOf(tx, council.ID, "2024-05-01")
			if err != nil || len(owned) != 1 || owned[0].ID != own.ID {
				t.Errorf("regions of the owner: %v, %v", owned, err)
			}
			gone, err := orgs.RegionsOf(tx, nes.ID, "2025-01-01")
			if err != nil || len(gone) != 0 {
				t.Errorf("regions of one that left: %v, %v", gone, err)
			}
			for _, row := range []struct {
				org, region uuid.UUID
				want        bool
			}{{council.ID, own.ID, true}, {council.ID, county.ID, false}, {gol.ID, own.ID, false}} {
				if got, err := orgs.OwnsRegion(tx, row.org, row.region); err != nil || got != row.want {
					t.Errorf("owns: %v, %v; want %v", got, err, row.want)
				}
			}
			for _, row := range []struct {
				org  uuid.UUID
				on   models.Date
				want bool
			}{{nes.ID, "2024-12-31", true}, {nes.ID, "2025-01-01", false}, {council.ID, "2024-12-31", false}} {
				if got, err := orgs.InOwnedRegion(tx, council.ID, row.org, row.on); err != nil || got != row.want {
					t.Errorf("in the owned region on %s: %v, %v; want %v", row.on, got, err, row.want)
				}
			}
			if _, err := orgs.Region(tx, gol.ID); fault.KindOf(err) != fault.NotFound {
				t.Errorf("a region that is none: %v", err)
			}
			return nil
		})
		read(func(tx *models.Tx) error {
			numbers, err := orgs.ByNumber(tx, "NO")
			if err != nil {
				return err
			}
			for _, number := range []string{"0617", "3041", "3324"} {
				if id, ok := numbers.Find(number, 2024); !ok || id != gol.ID {
					t.Errorf("number %s finds %v, %v", number, id, ok)
				}
			}
			return nil
		})
	})
}
