package indicators_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/indicators/catalogue"
	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

func TestSyncCore(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		s := indicators.New(db)
		if _, err := s.Catalogue(t.Context(), nil); fault.KindOf(err) != fault.NotFound {
			t.Errorf("before the sync: %v", err)
		}
		for range 2 {
			if err := s.SyncCore(t.Context(), system); err != nil {
				t.Fatal(err)
			}
		}
		core, err := s.Catalogue(t.Context(), nil)
		if err != nil || !core.Core || core.Version != catalogue.Core().Version || len(core.Indicators) != 44 {
			t.Fatalf("%+v, %v", core.Catalogue, err)
		}
		for i, want := range catalogue.Core().Indicators {
			got := core.Indicators[i]
			if got.Code != want.Code || got.Goal != want.Goal || got.Name["nn"] != want.Name.NN || got.Scored() != want.Bounds.Scores() || len(got.Parts) != len(want.Parts) {
				t.Errorf("%s became %+v", want.Code, got)
			}
		}
		d, err := s.Indicator(t.Context(), nil, "5.5-council")
		if err != nil || d.Indicator.Middle == nil || len(d.Versions) != 1 || d.Versions[0].Since != dbtest.Start {
			t.Errorf("%+v, %v", d.Indicator, err)
		}
		list, err := s.Catalogues(t.Context())
		if err != nil || len(list) != 2 || !list[0].Core || list[0].Additional || list[1].Core || !list[1].Additional {
			t.Fatalf("%+v, %v", list, err)
		}
		for i, want := range catalogue.Additional().Indicators {
			if got := list[1].Indicators[i]; got.Code != want.Code || !slices.Equal(got.Also, want.Also) {
				t.Errorf("%s became %+v", want.Code, got)
			}
		}
		var audits int64
		if err := db.Read(t.Context(), func(tx *models.Tx) error {
			return tx.G.Model(&models.AuditEvent{}).Where("action = 'catalogue.sync'").Count(&audits).Error
		}); err != nil || audits != 2 { // the core and the additional set
			t.Errorf("%d audit rows, %v", audits, err)
		}
	})
}

func TestSyncCoreNeedsAnActor(t *testing.T) {
	if err := indicators.New(dbtest.SQLite(t)).SyncCore(t.Context(), orgs.Actor{}); fault.KindOf(err) != fault.Unauthenticated {
		t.Error(err)
	}
}

// A stored version explains old scores, so that its numbers never change under
// the same name, while a misspelt word can be mended.
func TestAVersionKeepsItsNumbers(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t), threeIndicators())
	err := w.db.Write(t.Context(), func(tx *models.Tx) error {
		document := `{"code":"1.1-a"}`
		return tx.G.Model(&models.IndicatorVersion{}).Where("id = ?", w.inds["1.1-a"].VersionID).Update("definition", document).Error
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := w.s.SyncCore(t.Context(), system); err != nil {
		t.Fatal(err)
	}
	tamper := func(change string) error {
		w.write(func(tx *models.Tx) error {
			var row models.IndicatorVersion
			if err := tx.G.Where("definition like ?", `%"code":"3.8-nogp"%`).Take(&row).Error; err != nil {
				return err
			}
			old, replaced, _ := strings.Cut(change, "=>")
			if !strings.Contains(row.Definition, old) {
				t.Fatalf("no %s in %s", old, row.Definition)
			}
			row.Definition = strings.Replace(row.Definition, old, replaced, 1)
			return tx.G.Save(&row).Error
		})
		return w.s.SyncCore(t.Context(), system)
	}
	if err := tamper(`"nb":"%"=>"nb":"pst."`); err != nil {
		t.Errorf("another text: %v", err)
	}
	// as it was stored when it was said in English alone
	if err := tamper(`"reference":{"en":"351 Norwegian municipalities","nb":"351 norske kommuner","nn":"351 norske kommunar"}=>"referenceSet":"351 Norwegian municipalities"`); err != nil {
		t.Errorf("a reference in one language: %v", err)
	}
	core, err := w.s.Catalogue(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, in := range core.Indicators {
		if in.Code == "3.8-nogp" && (in.Unit["nb"] != "%" || in.ReferenceSet["nn"] != "351 norske kommunar") {
			t.Errorf("the mended texts are %q and %q", in.Unit["nb"], in.ReferenceSet["nn"])
		}
	}
	if err := tamper(`"lower":33.4=>"lower":40`); err == nil || !strings.Contains(err.Error(), "3.8-nogp") {
		t.Errorf("another bound: %v", err)
	}
}

func TestNewestVersionCounts(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t), threeIndicators())
	first := w.inds["1.1-b"]
	second := threeIndicators()[:2]
	second[1].Lower = f(30)
	w.write(func(tx *models.Tx) error {
		_, err := indicators.StoreVersion(w.s, tx, w.catalogue.ID, "2", second)
		return err
	})
	c, err := w.s.Catalogue(t.Context(), &w.catalogue.ID)
	if err != nil || c.Version != "2" || len(c.Indicators) != 2 || *c.Indicators[1].Lower != 30 || c.Indicators[1].ID != first.ID {
		t.Fatalf("%+v, %v", c, err)
	}
	w.write(func(tx *models.Tx) error {
		old, err := w.s.ByVersions(tx, []uuid.UUID{first.VersionID})
		if err != nil || len(old) != 1 || *old[0].Lower != 20 || old[0].CatalogueVersion != "1" {
			t.Errorf("the old version reads %+v, %v", old, err)
		}
		return nil
	})
}

func TestCreateCatalogueRefusesWhatNothingCanBeScoredBy(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t), nil)
	in := indicators.CatalogueInput{RegionID: w.region.ID, Name: "More", Method: "sdsn", Version: "1", Definitions: threeIndicators()}
	create := func() error {
		return w.db.Write(t.Context(), func(tx *models.Tx) error {
			_, err := w.s.CreateCatalogue(tx, system, in)
			return err
		})
	}
	in.Definitions[1].Optimum = f(20)
	if err := create(); err == nil || !strings.Contains(err.Error(), "1.1-b") {
		t.Errorf("equal bounds: %v", err)
	}
	in.Definitions[1].Optimum, in.Method = f(0), "other"
	if err := create(); err == nil || !strings.Contains(err.Error(), `"other"`) {
		t.Errorf("an unknown method: %v", err)
	}
	if n := count(w, "catalogues"); n != 1 {
		t.Errorf("%d catalogues are left", n)
	}
}

func TestMentions(t *testing.T) {
	d := threeIndicators()[0]
	d.Question, d.U4SSC = models.Text{"nb": "Hvor stor andel?", "en": "What share?"}, "SC: SH: SI: 3C (related)"
	for word, want := range map[string]bool{
		"ANDEL": true, "1.1": true, "share": false, "": true,
		"sc-sh-si-3c": true, "u4ssc SC:SH:SI:3C": true, "SC: SH: SI: 2C": false, "SC: SH: SI": false,
	} {
		if got := d.Mentions(word, "nb"); got != want {
			t.Errorf("%q: %t", word, got)
		}
	}
}
