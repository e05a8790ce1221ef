package indicators_test

import (
	"slices"
	"testing"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// takesPart says where a town stands in a cohort.
func (w *world) takesPart(town, cohort, state string) {
	w.write(func(tx *models.Tx) error {
		w.create(tx, &models.Participation{Base: base(tx, models.NewID()), RegionID: w.region.ID, OrganisationID: w.towns[town], Cohort: cohort, State: state})
		return nil
	})
}

// ofCohort makes the world's round one of a cohort.
func (w *world) ofCohort(cohort string) models.Round {
	w.write(func(tx *models.Tx) error {
		w.round.Cohort = cohort
		return tx.G.Exec("update rounds set cohort = ?, version = version + 1 where id = ?", cohort, w.round.ID).Error
	})
	return w.round
}

// cohortWorld has a finished round of the whole region, and one of the first cohort:
// Gol has answered it, Flå has not, and Hol joins later.
func cohortWorld(t *testing.T, db *models.DB) (w *world, whole, first models.Round) {
	w = newWorld(t, db, threeIndicators(), "Flå", "Gol", "Hol", "Ål")
	w.takesPart("Flå", "1", "joined")
	w.takesPart("Gol", "1", "active")
	w.takesPart("Hol", "1", "considering")
	w.takesPart("Ål", "2", "joined")
	whole = w.newRound("published", 2024)
	for i, town := range []string{"Flå", "Gol", "Hol", "Ål"} {
		w.submit(town, nil, map[string]answer{"1.1-a": float64(10 * i)})
	}
	w.newRound("open", 2025)
	first = w.ofCohort("1")
	w.submit("Gol", nil, map[string]answer{"1.1-a": 90.0})
	w.write(func(tx *models.Tx) error {
		w.create(tx, &models.Response{Base: base(tx, models.NewID()), RoundID: first.ID, OrganisationID: w.towns["Flå"], State: "not_started",
			LeftOut: []int{}, LeftOutReasons: map[int]string{}})
		return nil
	})
	return w, whole, first
}

func names(v indicators.View) []string {
	var list []string
	for _, m := range v.Members {
		list = append(list, m.Name)
	}
	return list
}

func TestARoundOfACohortIsAboutThoseItAsksAlone(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w, whole, first := cohortWorld(t, db)
		for _, c := range []struct {
			what string
			in   indicators.ViewInput
			of   string
			want []string
		}{
			{"its own round", indicators.ViewInput{RoundID: &first.ID}, "1", []string{"Flå", "Gol"}},
			{"the newest round", indicators.ViewInput{}, "1", []string{"Flå", "Gol"}},
			{"the cohort's newest", indicators.ViewInput{Cohort: "1"}, "1", []string{"Flå", "Gol"}},
			{"the whole region", indicators.ViewInput{RoundID: &whole.ID}, "", []string{"Flå", "Gol", "Hol", "Ål"}},
			{"a part of a round of all", indicators.ViewInput{RoundID: &whole.ID, Cohort: "1"}, "1", []string{"Flå", "Gol"}},
			{"another cohort's newest", indicators.ViewInput{Cohort: "2"}, "2", []string{"Ål"}},
			{"statistics", indicators.ViewInput{Year: 2025, Cohort: "2"}, "2", []string{"Ål"}},
		} {
			v := w.mustView(system, c.in)
			if v.Cohort != c.of || !slices.Equal(names(v), c.want) {
				t.Errorf("%s: %v of cohort %q, want %v of %q", c.what, names(v), v.Cohort, c.want, c.of)
			}
			if !slices.Equal(v.Cohorts, []string{"1", "2"}) {
				t.Errorf("%s: cohorts %v", c.what, v.Cohorts)
			}
		}
		if v := w.mustView(system, indicators.ViewInput{Cohort: "2"}); v.Round == nil || v.Round.ID != whole.ID {
			t.Error("the newest round of a cohort is not one that asked it")
		}
		_, err := w.view(system, indicators.ViewInput{RoundID: &first.ID, Cohort: "2"})
		if f, ok := fault.As(err); !ok || f.Kind != fault.Invalid || f.Fields[0].Code != "cohort_not_in_round" {
			t.Errorf("another cohort in a round of one: %v", err)
		}
		w.setState("scheduled")
		if v := w.mustView(system, indicators.ViewInput{RoundID: &first.ID}); !slices.Equal(names(v), []string{"Flå", "Gol"}) {
			t.Errorf("before it opens: %v", names(v))
		}
	})
}

// Who has joined a cohort is known inside the region before a round of it is public.
func TestACohortIsNotThereForThoseOutsideUntilARoundOfItIs(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w, _, _ := cohortWorld(t, db)
		public := orgs.Actor{}
		for _, cohort := range []string{"1", "2", "3"} {
			if _, err := w.view(public, indicators.ViewInput{Cohort: cohort}); fault.KindOf(err) != fault.NotFound {
				t.Errorf("cohort %s: %v", cohort, err)
			}
		}
		if v := w.mustView(public, indicators.ViewInput{}); v.Cohorts != nil {
			t.Errorf("%v", v.Cohorts)
		}
		w.setState("published")
		w.write(func(tx *models.Tx) error {
			return tx.G.Exec("update participations set state = 'joined', version = version + 1 where organisation_id = ?", w.towns["Hol"]).Error
		})
		v := w.mustView(public, indicators.ViewInput{Year: 2025, Cohort: "1"})
		if !slices.Equal(v.Cohorts, []string{"1"}) || !slices.Equal(names(v), []string{"Flå", "Gol"}) {
			t.Errorf("%v of %v", names(v), v.Cohorts)
		}
	})
}

// Two sums, one of them over a part of the other, would tell what the rest has.
func TestASumOverAPartOfARoundHidesNothing(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w, whole, _ := cohortWorld(t, db)
		w.submit("Hol", nil, nil) // asked later, so that three stand behind the part
		w.setState("published")
		a := w.inds["1.1-a"].ID
		if n := w.mustView(orgs.Actor{}, indicators.ViewInput{RoundID: &whole.ID}).Values(a).Units; n != 4 {
			t.Errorf("%d stand behind the sum of the region", n)
		}
		if n := w.mustView(orgs.Actor{}, indicators.ViewInput{RoundID: &whole.ID, Cohort: "1"}).Values(a).Units; n != 0 {
			t.Errorf("%d stand behind the sum of a part, for who sees none of them", n)
		}
		if n := w.mustView(system, indicators.ViewInput{RoundID: &whole.ID, Cohort: "1"}).Values(a).Units; n != 3 {
			t.Errorf("%d stand behind the sum of a part, for who sees them", n)
		}
	})
}

func TestATrendMixesNoCohorts(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w, whole, first := cohortWorld(t, db)
		for _, c := range []struct {
			what string
			in   indicators.ViewInput
			want map[int]int // municipalities by year
		}{
			{"the whole region", indicators.ViewInput{RoundID: &whole.ID}, map[int]int{2024: 4}},
			{"a cohort", indicators.ViewInput{RoundID: &first.ID}, map[int]int{2024: 2, 2025: 1}},
			{"another cohort", indicators.ViewInput{Cohort: "2"}, map[int]int{2024: 1}},
		} {
			v := w.mustView(system, c.in)
			found := map[int]int{}
			err := db.Read(t.Context(), func(tx *models.Tx) error {
				points, err := w.s.Trend(tx, system, v, w.inds["1.1-a"], nil)
				for _, p := range points {
					found[p.Year] = p.Values.Units
				}
				return err
			})
			if err != nil || len(found) != len(c.want) || found[2024] != c.want[2024] || found[2025] != c.want[2025] {
				t.Errorf("%s: %v (%v), want %v", c.what, found, err, c.want)
			}
		}
	})
}
