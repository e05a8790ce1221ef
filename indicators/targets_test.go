package indicators_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// unbounded gives a world whose second indicator has no bounds in its catalogue.
func unbounded(t testing.TB, db *models.DB) *world {
	definitions := threeIndicators()
	definitions[1].Lower, definitions[1].Optimum, definitions[1].Basis = nil, nil, ""
	w := newWorld(t, db, definitions, "Flå", "Gol")
	w.newRound("open", 2025)
	return w
}

func good() indicators.RoundTargetInput {
	return indicators.RoundTargetInput{Lower: 20, Optimum: 0, Green: f(5), Red: f(10), Reason: models.Text{"nb": "vedtatt i regionrådet"}}
}

func TestRoundTargetScoresWhatIsSubmitted(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := unbounded(t, db)
		council := orgs.Actor{Person: models.NewID(), Org: w.council, Scope: orgs.ScopeRegion}
		sub := w.submit("Flå", []int{3}, map[string]answer{"1.1-a": 50.0, "1.1-b": 5.0})
		in := indicators.ViewInput{RoundID: &w.round.ID}
		if got := show(w.cell(w.mustView(system, in), "Flå", "1.1-b")); got != "value 5 2025 score - grey/ confirmed true" {
			t.Errorf("without bounds: %s", got)
		}
		set, err := w.s.SetRoundTarget(t.Context(), council, w.round.ID, "1.1-b", 0, good())
		if err != nil || set.Version != 1 || !set.Set || !set.Settable {
			t.Fatalf("%+v, %v", set, err)
		}
		v := w.mustView(system, in)
		if got := show(w.cell(v, "Flå", "1.1-b")); got != "value 5 2025 score 75 green/near confirmed true" {
			t.Errorf("with the target: %s", got)
		}
		if b := v.Bounds(w.inds["1.1-b"].ID); b.Basis != "region" || b.TargetVersion != 1 {
			t.Errorf("bounds %+v", b)
		}
		scores, goals := stored(w, sub)
		if row := scores["1.1-b"]; row.Score == nil || *row.Score != 75 || row.RoundTargetID == nil || row.TargetVersion != 1 || row.Method != "sdsn" || row.IndicatorVersionID != w.inds["1.1-b"].VersionID {
			t.Errorf("stored score %+v", row)
		}
		if row := scores["1.1-a"]; row.RoundTargetID != nil || *row.Score != 50 || row.Colour != "yellow" && row.Colour != "orange" {
			t.Errorf("stored score of A %+v", row)
		}
		if len(goals) != 1 || *goals[0].Score != 62.5 || goals[0].Available != 2 || goals[0].Total != 2 {
			t.Errorf("stored goals %+v", goals)
		}
		if g := w.goal(v, "Flå", 3); !g.LeftOut {
			t.Error("the goal that was left out is no longer so after rescoring")
		}

		_, err = w.s.SetRoundTarget(t.Context(), council, w.round.ID, "1.1-b", 0, good())
		stale, ok := fault.As(err)
		if !ok || stale.Kind != fault.Stale {
			t.Fatalf("setting over a newer one: %v", err)
		}
		if now, ok := stale.Current.(indicators.RoundTarget); !ok || now.Version != 1 || *now.Lower != 20 {
			t.Errorf("current %+v", stale.Current)
		}
		change := good()
		change.Lower = 10
		if set, err = w.s.SetRoundTarget(t.Context(), council, w.round.ID, "1.1-b", 1, change); err != nil || set.Version != 2 {
			t.Fatalf("%+v, %v", set, err)
		}
		if scores, _ := stored(w, sub); *scores["1.1-b"].Score != 50 || scores["1.1-b"].TargetVersion != 2 {
			t.Errorf("after the change %+v", scores["1.1-b"])
		}
		list, err := w.s.ListRoundTargets(t.Context(), council, w.round.ID)
		if err != nil || len(list) != 3 || list[0].Settable || !list[1].Set || *list[1].Lower != 10 {
			t.Errorf("%+v, %v", list, err)
		}
	})
}

func stored(w *world, in indicators.Submitted) (map[string]models.Score, []models.GoalScore) {
	scores := map[string]models.Score{}
	var goals []models.GoalScore
	w.write(func(tx *models.Tx) error {
		var rows []models.Score
		if err := tx.G.Where("submission_id = ?", in.SubmissionID).Find(&rows).Error; err != nil {
			return err
		}
		for _, row := range rows {
			for code, i := range w.inds {
				if i.ID == row.IndicatorID {
					scores[code] = row
				}
			}
		}
		return tx.G.Where("submission_id = ?", in.SubmissionID).Order("goal").Find(&goals).Error
	})
	return scores, goals
}

func TestRoundTargetsAreChecked(t *testing.T) {
	w := unbounded(t, dbtest.SQLite(t))
	for name, c := range map[string]struct {
		change func(*indicators.RoundTargetInput)
		fields string
	}{
		"against the direction":  {func(in *indicators.RoundTargetInput) { in.Optimum = 30 }, "optimum optimum_not_below_lower"},
		"equal bounds":           {func(in *indicators.RoundTargetInput) { in.Optimum = 20 }, "optimum optimum_not_below_lower"},
		"one threshold":          {func(in *indicators.RoundTargetInput) { in.Red = nil }, "green threshold_alone"},
		"red better than green":  {func(in *indicators.RoundTargetInput) { in.Red, in.Green = f(2), f(8) }, "red red_better_than_green"},
		"outside the bounds":     {func(in *indicators.RoundTargetInput) { in.Red = f(30) }, "red threshold_outside_bounds"},
		"no reason":              {func(in *indicators.RoundTargetInput) { in.Reason = models.Text{"nb": "  "} }, "reason required"},
		"a reason without bound": {func(in *indicators.RoundTargetInput) { in.Reason["nn"] = strings.Repeat("x", 2001) }, "reason.nn too_long"},
	} {
		in := good()
		c.change(&in)
		_, err := w.s.SetRoundTarget(t.Context(), system, w.round.ID, "1.1-b", 0, in)
		found, ok := fault.As(err)
		if !ok || found.Kind != fault.Invalid {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var fields []string
		for _, one := range found.Fields {
			fields = append(fields, one.Path+" "+one.Code)
		}
		if got := strings.Join(fields, ", "); got != c.fields {
			t.Errorf("%s: got %s, want %s", name, got, c.fields)
		}
	}
}

// A target that is set while the round is being frozen must not get in after it.
func TestATargetWaitsForTheRoundToBeFrozen(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := unbounded(t, db)
		done := make(chan error, 1)
		w.write(func(tx *models.Tx) error {
			if err := tx.G.Exec("update rounds set state = 'frozen', version = version + 1 where id = ?", w.round.ID).Error; err != nil {
				return err
			}
			go func() {
				_, err := w.s.SetRoundTarget(context.Background(), system, w.round.ID, "1.1-b", 0, good())
				done <- err
			}()
			for waiting := int64(0); db.Dialect == models.Postgres && waiting == 0 && len(done) == 0; {
				err := tx.G.Raw("select count(*) from pg_locks where not granted and transactionid = pg_current_xact_id()::xid").Scan(&waiting).Error
				if err != nil {
					return err
				}
			}
			return nil
		})
		if err := <-done; fault.KindOf(err) != fault.Conflict {
			t.Errorf("got %v", err)
		}
	})
}

func TestWhoMaySetRoundTargets(t *testing.T) {
	w := unbounded(t, dbtest.SQLite(t))
	set := func(a orgs.Actor, code string) fault.Kind {
		_, err := w.s.SetRoundTarget(t.Context(), a, w.round.ID, code, 0, good())
		return fault.KindOf(err)
	}
	member := orgs.Actor{Person: models.NewID(), Org: w.towns["Flå"], Scope: orgs.ScopeMunicipality}
	if got := set(member, "1.1-b"); got != fault.NotFound {
		t.Errorf("a member: %v", got)
	}
	if got := set(orgs.Actor{Person: models.NewID(), Org: models.NewID(), Scope: orgs.ScopeRegion}, "1.1-b"); got != fault.NotFound {
		t.Errorf("another council: %v", got)
	}
	if got := set(system, "1.1-a"); got != fault.Conflict {
		t.Errorf("an indicator with bounds: %v", got)
	}
	if got := set(system, "9.9-x"); got != fault.NotFound {
		t.Errorf("an unknown code: %v", got)
	}
	for _, state := range []string{"frozen", "published", "archived"} {
		w.setState(state)
		if got := set(system, "1.1-b"); got != fault.Conflict {
			t.Errorf("%s: %v", state, got)
		}
	}
	list, err := w.s.ListRoundTargets(t.Context(), member, w.round.ID)
	if err != nil || slices.ContainsFunc(list, func(rt indicators.RoundTarget) bool { return rt.Set }) {
		t.Errorf("a member reads %+v, %v", list, err)
	}
}
