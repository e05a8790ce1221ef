package matching_test

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/matching"
	"loftet/models"
	"loftet/orgs"
)

func forBusiness(w *world, a orgs.Actor, solution *uuid.UUID) []matching.SolutionMatch {
	w.t.Helper()
	list, err := w.s.ForBusiness(w.ctx(), a, solution)
	if err != nil {
		w.t.Fatal(err)
	}
	return list
}

func forNeed(w *world, a orgs.Actor, need uuid.UUID) []matching.NeedMatch {
	w.t.Helper()
	list, err := w.s.ForNeed(w.ctx(), a, need)
	if err != nil {
		w.t.Fatal(err)
	}
	return list
}

func TestABusinessSeesPublishedNeedsForItsDrafts(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		w.need(nil) // confirmed, not published
		id := w.publishedNeed(nil)
		schools := w.publishedNeed(func(n *models.Need) {
			n.IndicatorID, n.IndicatorVersionID, n.Goal, n.Target, n.CPV = nil, nil, 4, "4.1", []string{"80000000"}
			n.Title = models.Text{"nb": "Hvordan kan flere lese godt?"}
			n.WantedEffect = models.Text{"nb": "Flere leser godt"}
		})
		draft := w.draft(w.varme, sensors())
		list := forBusiness(w, w.varme, nil)
		if len(list) != 1 || list[0].Need.ID != id || list[0].Solution.ID != draft.ID || list[0].Score != 100 {
			t.Fatalf("%+v", list)
		}
		if first := list[0].Reasons[0]; first != "Bedriften oppgir virkning på indikatoren bak behovet: Lekkasje fra kommunalt vannledningsnett (målt)." {
			t.Errorf("first reason: %s", first)
		}
		english := w.varme
		english.Language = "en"
		if first := forBusiness(w, english, &draft.ID)[0].Reasons[1]; first != "Same target: 6.4 Use water better and waste less of it." {
			t.Errorf("in English: %s", first)
		}
		in := sensors()
		in.Goals = []int{4, 6}
		w.draft(w.varme, in)
		if list := forBusiness(w, w.varme, nil); len(list) != 3 || list[2].Need.ID != schools || list[0].Score != list[1].Score {
			t.Errorf("ranked %+v", list)
		}
		if list := forBusiness(w, w.lys, nil); len(list) != 0 {
			t.Errorf("a business without solutions: %+v", list)
		}
		if _, err := w.s.ForBusiness(w.ctx(), w.lys, &draft.ID); fault.KindOf(err) != fault.NotFound {
			t.Errorf("another's solution: %v", err)
		}
		// what is written on the need after publication matches nothing yet
		d, err := w.needs.Get(w.ctx(), w.coordinator, schools)
		if err != nil {
			t.Fatal(err)
		}
		w.write(func(tx *models.Tx) error {
			return tx.G.Model(&models.Need{}).Where("id = ?", d.ID).Update("title", `{"nb":"sensorer vannledninger lekkasjer"}`).Error
		})
		if again := forBusiness(w, w.varme, &draft.ID); len(again) != 1 {
			t.Errorf("a draft of a need matched: %+v", again)
		}
	})
}

func TestANeedSeesPublishedSolutionsAlone(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		need := w.need(func(n *models.Need) { n.MinimumTRL = 6 })
		w.draft(w.varme, sensors())
		w.submitted(w.varme, sensors())
		half := sensors()
		half.RegionIDs = []uuid.UUID{w.region["Innland"]} // Bygda, not Vik
		raw := sensors()
		raw.TRL = 5
		away := sensors()
		away.RegionIDs = []uuid.UUID{w.region["Fjorden"]}
		first, second := w.published(w.varme, sensors()), w.published(w.lys, half)
		w.published(w.lys, raw)
		w.published(w.lys, away)
		list := forNeed(w, w.coordinator, need)
		if len(list) != 2 || list[0].Solution.ID != first.ID || list[1].Solution.ID != second.ID || list[1].Score != 97.5 {
			t.Fatalf("%+v", list)
		}
		if list[0].Solution.Business.Name != "Varme AS" {
			t.Errorf("%+v", list[0].Solution)
		}
		if list := forNeed(w, w.inTown("Vik"), need); len(list) != 1 {
			t.Errorf("in Vik: %+v", list)
		}
		for name, a := range map[string]orgs.Actor{"the neighbour": w.neighbour, "its town": w.inTown("Nes"), "a business": w.varme} {
			if _, err := w.s.ForNeed(w.ctx(), a, need); fault.KindOf(err) != fault.NotFound {
				t.Errorf("%s: %v", name, err)
			}
		}
	})
}

func TestADismissalIsOnesOwn(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		need := w.publishedNeed(nil)
		best := w.published(w.varme, sensors())
		in := sensors()
		in.Targets = nil
		other := w.published(w.varme, in)
		dismiss := func(a orgs.Actor, solution uuid.UUID, why string) error {
			return w.s.Dismiss(w.ctx(), a, matching.Dismissal{NeedID: need, SolutionID: solution, Reason: why})
		}
		for _, why := range []string{"too dear", "we have one"} { // the second in place of the first
			if err := dismiss(w.coordinator, best.ID, why); err != nil {
				t.Fatal(err)
			}
		}
		list := forNeed(w, w.coordinator, need)
		if len(list) != 2 || list[0].Solution.ID != other.ID || list[1].Dismissed != "we have one" || list[1].Score != 100 {
			t.Errorf("the council: %+v", list)
		}
		if list := forNeed(w, w.inTown("Bygda"), need); list[0].Solution.ID != best.ID || list[0].Dismissed != "" {
			t.Errorf("a municipality: %+v", list)
		}
		if list := forBusiness(w, w.varme, nil); slices.ContainsFunc(list, func(m matching.SolutionMatch) bool { return m.Dismissed != "" }) {
			t.Errorf("the business is told: %+v", list)
		}
		if err := dismiss(w.varme, other.ID, "not ours to deliver"); err != nil {
			t.Fatal(err)
		}
		if list := forBusiness(w, w.varme, nil); list[1].Solution.ID != other.ID || list[1].Dismissed == "" {
			t.Errorf("the business: %+v", list)
		}
		for name, err := range map[string]error{
			"another's solution":      dismiss(w.lys, best.ID, "why not"),
			"a need of others":        dismiss(w.neighbour, best.ID, "why not"),
			"an unpublished solution": dismiss(w.coordinator, w.submitted(w.lys, sensors()).ID, "why not"),
			"an unpublished need": w.s.Dismiss(w.ctx(), w.varme, matching.Dismissal{
				NeedID: w.need(nil), SolutionID: best.ID, Reason: "why not",
			}),
		} {
			if fault.KindOf(err) != fault.NotFound || err == nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		_ = refused(t, dismiss(w.varme, best.ID, "no"), fault.Invalid, "invalid-input")
	})
}

func TestABrokenDatabaseIsTold(t *testing.T) {
	s := matching.New(dbtest.Broken(t), nil)
	a := orgs.Actor{Scope: orgs.ScopeBusiness, Org: models.NewID(), Person: models.NewID(), Roles: []orgs.Role{orgs.Supplier}}
	_, list := s.List(t.Context(), a)
	_, matches := s.ForBusiness(t.Context(), a, nil)
	_, codes := s.SearchCPV(t.Context(), a, "vann")
	for _, err := range []error{list, matches, codes} {
		if fault.KindOf(err) != fault.Unavailable {
			t.Errorf("got %v", err)
		}
	}
}
