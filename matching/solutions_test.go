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

func paths(f *fault.Fault) []string {
	var list []string
	for _, field := range f.Fields {
		list = append(list, field.Path+" "+field.Code)
	}
	return list
}

func TestTheWayOfASolution(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		d := w.draft(w.varme, matching.Edit{})
		if d.State != "draft" || !slices.Equal(d.Actions, []matching.Action{matching.ActionEdit, matching.ActionSubmit}) || d.Business.Name != "Varme AS" {
			t.Fatalf("%+v", d)
		}
		_, err := w.s.Submit(w.ctx(), w.varme, d.ID)
		if got := paths(refused(t, err, fault.Invalid, "invalid-input")); !slices.Equal(got,
			[]string{"title solution_title", "summary solution_summary", "goals solution_goal", "indicators solution_anchor"}) {
			t.Errorf("an empty draft lacks %v", got)
		}
		in := sensors()
		in.Targets = []string{"6.4", "9.1"}
		d, err = w.s.Update(w.ctx(), w.varme, d.ID, d.Version, in)
		if err != nil {
			t.Fatal(err)
		}
		_, err = w.s.Submit(w.ctx(), w.varme, d.ID)
		if got := paths(refused(t, err, fault.Invalid, "invalid-input")); !slices.Equal(got, []string{"targets.1 target_of_other_goal"}) {
			t.Errorf("a target of another goal: %v", got)
		}
		d, err = w.s.Update(w.ctx(), w.varme, d.ID, d.Version, sensors())
		if err == nil {
			d, err = w.s.Submit(w.ctx(), w.varme, d.ID)
		}
		if err != nil || d.State != "submitted" || d.SubmittedAt == nil {
			t.Fatalf("%v %+v", err, d)
		}
		_, err = w.s.Publish(w.ctx(), w.varme, d.ID, d.Version)
		_ = refused(t, err, fault.Denied, "not-your-role")
		_, err = w.s.Return(w.ctx(), w.coordinator, d.ID, " ")
		_ = refused(t, err, fault.Invalid, "invalid-input")
		d, err = w.s.Return(w.ctx(), w.coordinator, d.ID, "Tell who has measured it")
		if err != nil || d.State != "returned" || d.ReturnReason == "" {
			t.Fatalf("%v %+v", err, d)
		}
		own, err := w.s.Get(w.ctx(), w.varme, d.ID)
		if err != nil || own.ReturnReason != "Tell who has measured it" {
			t.Fatalf("%v %+v", err, own)
		}
		if own, err = w.s.Update(w.ctx(), w.varme, d.ID, own.Version, sensors()); err != nil || own.State != "returned" || own.ReturnReason == "" {
			t.Fatalf("an edit lost the reason: %v %+v", err, own)
		}
		again, err := w.s.Submit(w.ctx(), w.varme, d.ID)
		if err == nil {
			_, err = w.s.Publish(w.ctx(), w.coordinator, d.ID, d.Version) // as it was before it came back
			if f := refused(t, err, fault.Stale, "stale"); f.Current.(matching.Detail).Version != again.Version {
				t.Fatalf("stale against %+v", f.Current)
			}
			d, err = w.s.Publish(w.ctx(), w.coordinator, d.ID, again.Version)
		}
		if err != nil || d.State != "published" || d.PublishedBy == nil || *d.PublishedBy != w.coordinator.Person || d.ReturnReason != "" {
			t.Fatalf("%v %+v", err, d)
		}
		_, err = w.s.Publish(w.ctx(), w.coordinator, d.ID, d.Version)
		_ = refused(t, err, fault.Conflict, "solution-not-submitted")

		d, err = w.s.Update(w.ctx(), w.varme, d.ID, d.Version, sensors())
		if err != nil || d.State != "draft" || d.PublishedAt != nil {
			t.Fatalf("%v %+v", err, d)
		}
		if _, err := w.s.Get(w.ctx(), w.inTown("Bygda"), d.ID); fault.KindOf(err) != fault.NotFound {
			t.Errorf("an edited solution is still shown: %v", err)
		}
		w.write(func(tx *models.Tx) error {
			events, err := orgs.AuditOf(tx, "solution", d.ID.String())
			if len(events) != 9 || events[0].Action != "solution.create" || events[8].Action != "solution.edit" {
				t.Errorf("%d audited", len(events))
			}
			return err
		})
	})
}

func TestABusinessDescribesSoManyAndNoMore(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	for range 100 {
		w.draft(w.varme, matching.Edit{})
	}
	_, err := w.s.Create(w.ctx(), w.varme, matching.Edit{})
	_ = refused(t, err, fault.Conflict, "too-many-solutions")
	w.draft(w.lys, matching.Edit{})
}

func TestWhatASolutionMustBe(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	in := sensors()
	in.CPV, in.RegionIDs, in.TRL = []string{"12"}, []uuid.UUID{w.region["Dalen"], models.NewID()}, 10
	in.Indicators = append(in.Indicators, in.Indicators[0], models.IndicatorEffect{Code: "6.4-leek", Proof: "measured"}, models.IndicatorEffect{Code: "9.4-ev", Proof: "hoped"})
	_, err := w.s.Create(w.ctx(), w.varme, in)
	want := []string{
		"cpv.0 cpv_form", "regionIds.1 not_in_list", "indicators.1.code repeated", "indicators.2.code indicator_unknown",
		"indicators.3.proof not_in_list", "trl not_in_list",
	}
	if got := paths(refused(t, err, fault.Invalid, "invalid-input")); !slices.Equal(got, want) {
		t.Errorf("faults %v", got)
	}
	for name, a := range map[string]orgs.Actor{"a coordinator": w.coordinator, "a municipality": w.inTown("Vik")} {
		_, err := w.s.Create(w.ctx(), a, sensors())
		if fault.KindOf(err) != fault.Denied {
			t.Errorf("%s may describe a solution: %v", name, err)
		}
	}
}

func TestNobodyIsOverwritten(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		d := w.draft(w.varme, sensors())
		first, err := w.s.Update(w.ctx(), w.varme, d.ID, d.Version, sensors())
		if err != nil {
			t.Fatal(err)
		}
		_, err = w.s.Update(w.ctx(), w.varme, d.ID, d.Version, matching.Edit{})
		now, ok := refused(t, err, fault.Stale, "stale").Current.(matching.Detail)
		if !ok || now.Version != first.Version || now.Title["nb"] != "Lyttende sensorer" {
			t.Errorf("the fault shows %+v", now)
		}
	})
}

func TestWhoSeesWhichSolution(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		at := func(title string, regions ...string) matching.Edit {
			in := sensors()
			in.Title = models.Text{"nb": title}
			for _, region := range regions {
				in.RegionIDs = append(in.RegionIDs, w.region[region])
			}
			return in
		}
		all := map[string]matching.Detail{
			"draft":              w.draft(w.varme, at("draft")),
			"sent":               w.submitted(w.varme, at("sent")),
			"sent to Fjorden":    w.submitted(w.lys, at("sent to Fjorden", "Fjorden")),
			"everywhere":         w.published(w.varme, at("everywhere")),
			"in Dalen":           w.published(w.lys, at("in Dalen", "Dalen")),
			"in the county":      w.published(w.varme, at("in the county", "Innland")),
			"in Fjorden":         w.published(w.lys, at("in Fjorden", "Fjorden")),
			"in Dalen, not sent": w.draft(w.lys, at("in Dalen, not sent", "Dalen")),
		}
		for name, row := range map[string]struct {
			a    orgs.Actor
			want []string
		}{
			"the business":           {w.varme, []string{"draft", "everywhere", "in the county", "sent"}},
			"another business":       {w.lys, []string{"in Dalen", "in Dalen, not sent", "in Fjorden", "sent to Fjorden"}},
			"the coordinator":        {w.coordinator, []string{"everywhere", "in Dalen", "in the county", "sent"}},
			"a council member":       {w.member, []string{"everywhere", "in Dalen", "in the county"}},
			"the other coordinator":  {w.neighbour, []string{"everywhere", "in Fjorden", "sent", "sent to Fjorden"}},
			"Bygda, in the county":   {w.inTown("Bygda"), []string{"everywhere", "in Dalen", "in the county"}},
			"Vik, not in the county": {w.inTown("Vik"), []string{"everywhere", "in Dalen"}},
			"the public":             {orgs.Actor{Scope: orgs.ScopePublic}, nil},
		} {
			list, err := w.s.List(w.ctx(), row.a)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, d := range list {
				got = append(got, d.Title["nb"])
			}
			slices.Sort(got)
			if !slices.Equal(got, row.want) {
				t.Errorf("%s lists %v", name, got)
			}
			for title, d := range all {
				_, err := w.s.Get(w.ctx(), row.a, d.ID)
				if seen := slices.Contains(row.want, title); seen != (err == nil) || err != nil && fault.KindOf(err) != fault.NotFound {
					t.Errorf("%s gets %s: %v", name, title, err)
				}
			}
		}
		if _, err := w.s.Publish(w.ctx(), w.coordinator, all["sent to Fjorden"].ID, all["sent to Fjorden"].Version); fault.KindOf(err) != fault.NotFound {
			t.Errorf("a coordinator publishes what is not for its region: %v", err)
		}
		if list, err := w.s.List(w.ctx(), w.admin); err != nil || len(list) != len(all) {
			t.Errorf("the administrator lists %d: %v", len(list), err)
		}
	})
}
