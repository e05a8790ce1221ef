package indicators_test

import (
	"fmt"
	"math"
	"testing"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// goldenWorld has three municipalities that are all different: Flå has answered
// everything, zero among it; Gol says no data, is silent on one question and has
// left a goal out; Hol has not submitted, so that only statistics are known.
func goldenWorld(t testing.TB, db *models.DB) *world {
	w := newWorld(t, db, threeIndicators(), "Flå", "Gol", "Hol")
	w.newRound("open", 2025)
	w.submit("Flå", nil, map[string]answer{"1.1-a": 0.0, "1.1-b": 5.0, "3.1-c": 40.0})
	w.submit("Gol", []int{3}, map[string]answer{"1.1-a": "no_data"})
	w.statistic("Gol", "1.1-b", 2024, 20.0)
	w.statistic("Hol", "1.1-a", 2025, "suppressed")
	w.statistic("Hol", "1.1-b", 2023, 10.0)
	w.statistic("Hol", "1.1-b", 2026, 0.0) // after the round's year
	w.statistic("Hol", "3.1-c", 2025, 60.0)
	return w
}

func show(c indicators.Cell) string {
	value, score := "-", "-"
	if c.Value != nil {
		value = fmt.Sprint(*c.Value)
	}
	if c.Score != nil {
		score = fmt.Sprint(*c.Score)
	}
	return fmt.Sprintf("%s %s %d score %s %s/%s confirmed %t", c.State, value, c.Year, score, c.Colour, c.Band, c.Confirmed)
}

func showGoal(g indicators.GoalCell) string {
	score := "-"
	if g.Score != nil {
		score = fmt.Sprint(*g.Score)
	}
	return fmt.Sprintf("score %s %s/%s %d of %d, confirmed %d, covered %t, left out %t", score, g.Colour, g.Band,
		g.Available, g.Total, g.Confirmed, g.Covered, g.LeftOut)
}

// The scores are computed by hand: A is its value; B is 100*(20-x)/20; C is
// 100*(50-|x-50|)/50.
func TestViewOfASmallRegion(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := goldenWorld(t, db)
		v := w.mustView(system, indicators.ViewInput{RoundID: &w.round.ID})
		for _, c := range []struct{ town, code, want string }{
			{"Flå", "1.1-a", "value 0 2025 score 0 red/far confirmed true"},
			{"Flå", "1.1-b", "value 5 2025 score 75 grey/near confirmed true"},
			{"Flå", "3.1-c", "value 40 2025 score 80 grey/near confirmed true"},
			{"Gol", "1.1-a", "no_data - 2025 score - grey/ confirmed true"},
			{"Gol", "1.1-b", "value 20 2024 score 0 grey/far confirmed false"},
			{"Gol", "3.1-c", "left_out - 0 score - grey/ confirmed false"},
			{"Hol", "1.1-a", "suppressed - 2025 score - grey/ confirmed false"},
			{"Hol", "1.1-b", "value 10 2023 score 50 grey/behind confirmed false"},
			{"Hol", "3.1-c", "value 60 2025 score 80 grey/near confirmed false"},
		} {
			if got := show(w.cell(v, c.town, c.code)); got != c.want {
				t.Errorf("%s %s\n got %s\nwant %s", c.town, c.code, got, c.want)
			}
		}
		for _, g := range []struct {
			town string
			goal int
			want string
		}{
			{"Flå", 1, "score 37.5 red/behind 2 of 2, confirmed 2, covered true, left out false"},
			{"Flå", 3, "score 80 grey/near 1 of 1, confirmed 1, covered true, left out false"},
			{"Gol", 1, "score 0 grey/far 1 of 2, confirmed 0, covered false, left out false"},
			{"Gol", 3, "score - grey/ 0 of 1, confirmed 0, covered false, left out true"},
			{"Hol", 1, "score 50 grey/behind 1 of 2, confirmed 0, covered false, left out false"},
			{"Hol", 3, "score 80 grey/near 1 of 1, confirmed 0, covered true, left out false"},
		} {
			if got := showGoal(w.goal(v, g.town, g.goal)); got != g.want {
				t.Errorf("%s goal %d\n got %s\nwant %s", g.town, g.goal, got, g.want)
			}
		}
		checkSummary(t, "values of B", v.Values(w.inds["1.1-b"].ID), 3, 35.0/3, 10)
		checkSummary(t, "scores of B", v.Scores(w.inds["1.1-b"].ID), 3, 125.0/3, 50)
		checkSummary(t, "values of A", v.Values(w.inds["1.1-a"].ID), 1, 0, 0)
		checkSummary(t, "goal 1", v.Goal(1), 1, 37.5, 37.5)
		checkSummary(t, "goal 3", v.Goal(3), 2, 80, 80)
		if got := v.Better(w.inds["1.1-b"], 10); got != 1 {
			t.Errorf("%d are better than 10, want 1", got)
		}
		var states []string
		for _, m := range v.Members {
			states = append(states, m.Name+" "+m.Answer)
		}
		if got := fmt.Sprint(states); got != "[Flå submitted Gol submitted Hol none]" {
			t.Error(got)
		}
	})
}

func checkSummary(t *testing.T, what string, s indicators.Summary, units int, mean, median float64) {
	t.Helper()
	if s.Units != units || s.Mean == nil || math.Abs(*s.Mean-mean) > 1e-12 || math.Abs(*s.Median-median) > 1e-12 {
		t.Errorf("%s: got %d units, mean %v, median %v", what, s.Units, s.Mean, s.Median)
	}
}

func TestViewWithoutARound(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := goldenWorld(t, db)
		v := w.mustView(orgs.Actor{}, indicators.ViewInput{Year: 2026})
		if got := show(w.cell(v, "Hol", "1.1-b")); got != "value 0 2026 score 100 grey/achieved confirmed false" {
			t.Error(got)
		}
		if got := show(w.cell(v, "Flå", "1.1-a")); got != "no_data - 0 score - grey/ confirmed false" {
			t.Error(got)
		}
		if v.Round != nil || v.Withheld || fmt.Sprint(v.Years) != "[2026 2025 2024 2023]" {
			t.Errorf("round %v, withheld %t, years %v", v.Round, v.Withheld, v.Years)
		}
		// Nothing asked for: the public gets statistics while the round is not published.
		if v := w.mustView(orgs.Actor{}, indicators.ViewInput{}); v.Round != nil || v.Year != 2026 {
			t.Errorf("round %v, year %d", v.Round, v.Year)
		}
		if v := w.mustView(system, indicators.ViewInput{}); v.Round == nil || v.Year != 2025 {
			t.Errorf("those who see the round should get it, got round %v, year %d", v.Round, v.Year)
		}
	})
}

func TestWhoSeesWhat(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := goldenWorld(t, db)
		w.setState("published")
		council := orgs.Actor{Person: models.NewID(), Org: w.council, Scope: orgs.ScopeRegion}
		otherCouncil := orgs.Actor{Person: models.NewID(), Org: models.NewID(), Scope: orgs.ScopeRegion}
		fla := orgs.Actor{Person: models.NewID(), Org: w.towns["Flå"], Scope: orgs.ScopeMunicipality}
		gol := orgs.Actor{Person: models.NewID(), Org: w.towns["Gol"], Scope: orgs.ScopeMunicipality}
		const seen, closed = "value 5 2025", "withheld - 0"
		for name, c := range map[string]struct {
			actor orgs.Actor
			want  string
		}{
			"the service": {system, seen}, "the council": {council, seen}, "the municipality": {fla, seen},
			"another council": {otherCouncil, closed}, "another member": {gol, closed}, "the public": {orgs.Actor{}, closed},
		} {
			v := w.mustView(c.actor, indicators.ViewInput{RoundID: &w.round.ID})
			if got := show(w.cell(v, "Flå", "1.1-b")); got[:len(c.want)] != c.want {
				t.Errorf("%s sees %s, want %s", name, got, c.want)
			}
			if got := show(w.cell(v, "Hol", "1.1-b")); got[:len("value 10")] != "value 10" {
				t.Errorf("%s must see statistics, got %s", name, got)
			}
			if g := w.goal(v, "Flå", 1); (g.Score == nil) != (c.want == closed) || g.Withheld != (c.want == closed) {
				t.Errorf("%s sees of the goal: %s", name, showGoal(g))
			}
			// Flå's figure alone is hidden, so that no sum may hold it.
			if units := v.Values(w.inds["1.1-b"].ID).Units; (units == 3) != (c.want == seen) {
				t.Errorf("%s gets a mean over %d", name, units)
			}
		}
		w.write(func(tx *models.Tx) error {
			return tx.G.Model(&models.Organisation{}).Where("id = ?", w.towns["Flå"]).Updates(map[string]any{"publishes_figures": true, "version": 2}).Error
		})
		v := w.mustView(orgs.Actor{}, indicators.ViewInput{RoundID: &w.round.ID})
		if got := show(w.cell(v, "Flå", "1.1-b")); got[:len(seen)] != seen {
			t.Errorf("a municipality that publishes is seen as %s", got)
		}
	})
}

func TestSumsOverThreeHiddenFiguresAreShown(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t), threeIndicators(), "Flå", "Gol", "Hol", "Ål")
	w.newRound("published", 2025)
	for town, value := range map[string]float64{"Flå": 10, "Gol": 20, "Hol": 30} {
		w.submit(town, nil, map[string]answer{"1.1-a": value, "1.1-b": 0.0})
	}
	w.statistic("Ål", "1.1-a", 2025, 40.0)
	w.statistic("Flå", "1.1-a", 2025, 90.0) // what the public sees instead of Flå's own
	v := w.mustView(orgs.Actor{}, indicators.ViewInput{RoundID: &w.round.ID})
	checkSummary(t, "A", v.Values(w.inds["1.1-a"].ID), 4, 25, 25)
	checkSummary(t, "goal 1", v.Goal(1), 3, 60, 60)
	if got := show(w.cell(v, "Flå", "1.1-a")); got != "value 90 2025 score 90 green/near confirmed false" {
		t.Error(got)
	}
	if got := show(w.cell(v, "Gol", "1.1-a")); got != "withheld - 0 score - grey/ confirmed false" {
		t.Error(got)
	}
}

func TestWhichRoundsAreSeen(t *testing.T) {
	w := goldenWorld(t, dbtest.SQLite(t))
	council := orgs.Actor{Org: w.council, Scope: orgs.ScopeRegion}
	member := orgs.Actor{Org: w.towns["Gol"], Scope: orgs.ScopeMunicipality}
	stranger := orgs.Actor{Org: models.NewID(), Scope: orgs.ScopeMunicipality}
	for state, want := range map[string][4]bool{ // council, member, stranger, public
		"draft": {true, false, false, false}, "scheduled": {true, true, false, false}, "open": {true, true, false, false},
		"closed": {true, true, false, false}, "frozen": {true, true, false, false},
		"published": {true, true, true, true}, "archived": {true, true, true, true},
	} {
		w.setState(state)
		for i, a := range []orgs.Actor{council, member, stranger, {}} {
			v, err := w.view(a, indicators.ViewInput{RoundID: &w.round.ID})
			if seen := err == nil; seen != want[i] {
				t.Errorf("%s, reader %d: %v", state, i, err)
			}
			if err != nil && fault.KindOf(err) != fault.NotFound {
				t.Errorf("%s, reader %d: %v is no NotFound", state, i, err)
			}
			if all := w.mustView(a, indicators.ViewInput{Year: 2025}); (len(all.Rounds) == 1) != want[i] {
				t.Errorf("%s, reader %d: %d rounds listed", state, i, len(v.Rounds))
			}
		}
	}
	other := newWorld(t, w.db, threeIndicators(), "Ål")
	if _, err := other.view(system, indicators.ViewInput{RoundID: &w.round.ID}); fault.KindOf(err) != fault.NotFound {
		t.Errorf("a round of another region: %v", err)
	}
}

func TestAdditionsAreScoredApart(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db, threeIndicators(), "Flå")
		more := threeIndicators()[:1]
		more[0].Code = "1.1-own"
		w.newRound("open", 2025)
		w.write(func(tx *models.Tx) error {
			c, err := w.s.CreateCatalogue(tx, system, indicators.CatalogueInput{RegionID: w.region.ID, Name: "More", Method: "sdsn", Version: "1", Definitions: more})
			if err != nil {
				return err
			}
			list, err := w.s.ByCatalogue(tx, c.ID)
			w.inds["1.1-own"] = list[0]
			return err
		})
		w.statistic("Flå", "1.1-own", 2025, 0.0)
		w.statistic("Flå", "1.1-a", 2025, 60.0)
		w.statistic("Flå", "1.1-b", 2025, 0.0)
		v := w.mustView(system, indicators.ViewInput{RoundID: &w.round.ID})
		if len(v.Indicators) != 3 || len(v.Additions) != 1 {
			t.Fatalf("%d indicators, %d additions", len(v.Indicators), len(v.Additions))
		}
		if got := show(w.cell(v, "Flå", "1.1-own")); got != "value 0 2025 score 0 red/far confirmed false" {
			t.Error(got)
		}
		if got := showGoal(w.goal(v, "Flå", 1)); got != "score 80 yellow/near 2 of 2, confirmed 0, covered true, left out false" {
			t.Errorf("the goal counts the addition: %s", got)
		}
	})
}

func TestViewFailsWithTheDatabase(t *testing.T) {
	db := dbtest.Broken(t)
	w := &world{t: t, db: db, s: indicators.New(db)}
	if _, err := w.view(system, indicators.ViewInput{}); fault.KindOf(err) != fault.Unavailable {
		t.Error(err)
	}
}
