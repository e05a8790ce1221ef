package surveys_test

import (
	"slices"
	"testing"
	"time"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/surveys"
)

// takesPart records where a municipality stands in the region's rounds.
func (w *world) takesPart(town int, cohort, state string) {
	w.t.Helper()
	w.write(func(tx *models.Tx) error {
		w.create(tx, &models.Participation{Base: base(tx), RegionID: w.region, OrganisationID: w.towns[town], Cohort: cohort, State: state})
		return nil
	})
}

func TestARoundForACohortAsksThoseWhoTakePartInIt(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		w.takesPart(0, "1", "active")
		w.takesPart(1, "2", "joined")
		w.takesPart(2, "1", "declined")
		plan := w.plan("First cohort", 2026)
		plan.Cohort = "1"
		info := must(w.s.CreateRound(w.ctx(), w.coordinator, plan))(t)
		if info.Cohort != "1" || info.Municipalities != 1 {
			t.Fatalf("before it opens: cohort %q, %d municipalities", info.Cohort, info.Municipalities)
		}
		if info = w.change(info.ID, surveys.RoundOpen); info.Municipalities != 1 {
			t.Fatalf("%d municipalities are asked", info.Municipalities)
		}
		_, items, err := w.s.RoundProgress(w.ctx(), w.coordinator, info.ID)
		if err != nil || len(items) != 1 || items[0].Municipality.ID != w.towns[0] {
			t.Fatalf("%v %+v", err, items)
		}
		if whole := w.round("All", 2027); whole.Municipalities != 3 {
			t.Errorf("a round of the whole region asks %d", whole.Municipalities)
		}
	})
}

// A round of one cohort between two of all hides nothing from the review of the others.
func TestAReviewComparesWithTheMunicipalitysOwnLastRound(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		w.takesPart(0, "1", "active")
		over := func(round surveys.RoundInfo, town int, value float64) {
			w.submitted(round.ID, town, value)
			w.change(round.ID, surveys.RoundClosed)
		}
		over(w.round("All", 2024), 1, 10)
		plan := w.plan("First cohort", 2025)
		plan.Cohort = "1"
		over(w.change(must(w.s.CreateRound(w.ctx(), w.coordinator, plan))(t).ID, surveys.RoundOpen), 0, 10)
		id := w.submitted(w.round("All again", 2026).ID, 1, 90)
		review := must(w.s.GetReview(w.ctx(), w.coordinator, id))(t)
		if len(review.Oddities) != 1 || review.Oddities[0].Kind != surveys.OddChange || review.Oddities[0].Was != 10 {
			t.Errorf("%+v", review.Oddities)
		}
		queue := must(w.s.ReviewQueue(w.ctx(), w.coordinator))(t)
		odd := 0
		for _, item := range queue {
			if item.ID == id {
				odd = item.Odd
			}
		}
		if odd != 1 {
			t.Errorf("%d odd in the queue", odd)
		}
	})
}

func TestACohortMustBeThere(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		w.takesPart(0, "1", "considering")
		plan := w.plan("Nobody's", 2026)
		plan.Cohort = "7"
		_, err := w.s.CreateRound(w.ctx(), w.coordinator, plan)
		onField(t, err, "cohort", "not_in_list")
		plan.Cohort = "1"
		info := must(w.s.CreateRound(w.ctx(), w.coordinator, plan))(t)
		_, err = w.s.ChangeRoundState(w.ctx(), w.coordinator, info.ID, surveys.RoundOpen, "")
		refused(t, err, fault.Conflict, "cohort-empty")

		all := ""
		edit := surveys.RoundEdit{Name: info.Name, OpensAt: info.OpensAt, ClosesAt: info.ClosesAt, Cohort: &all}
		info = must(w.s.UpdateRound(w.ctx(), w.coordinator, info.ID, info.Version, edit))(t)
		info = w.change(info.ID, surveys.RoundOpen)
		if info.Municipalities != 3 {
			t.Errorf("%d are asked after the cohort was taken away", info.Municipalities)
		}
		one := "1"
		edit.Cohort = &one
		_, err = w.s.UpdateRound(w.ctx(), w.coordinator, info.ID, info.Version, edit)
		onField(t, err, "cohort", "cohort_asked")
	})
}

func TestADeadlineMovesWithAReason(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		info := w.round("Round", 2026)
		later := info.ClosesAt.Add(14 * 24 * time.Hour)
		_, err := w.s.UpdateRound(w.ctx(), w.coordinator, info.ID, info.Version, surveys.RoundEdit{Name: info.Name, OpensAt: info.OpensAt, ClosesAt: later})
		onField(t, err, "closesAt", "extend_with_reason")
		_, err = w.s.ExtendRound(w.ctx(), w.coordinator, info.ID, info.ClosesAt, "They ask for it")
		onField(t, err, "closesAt", "not_later")
		_, err = w.s.ExtendRound(w.ctx(), w.coordinator, info.ID, later, " ")
		onField(t, err, "reason", "reason_required")
		_, err = w.s.ExtendRound(w.ctx(), w.respondent(0), info.ID, later, "We want to")
		refused(t, err, fault.NotFound, "not-found")

		extended := must(w.s.ExtendRound(w.ctx(), w.coordinator, info.ID, later, "They ask for it"))(t)
		if !extended.ClosesAt.Equal(later) || extended.Version != info.Version+1 {
			t.Fatalf("%+v", extended)
		}
		list := must(w.s.RoundExtensions(w.ctx(), w.respondent(0), info.ID))(t)
		if len(list) != 1 || !list[0].ClosedBefore.Equal(info.ClosesAt) || !list[0].ClosesAt.Equal(later) || list[0].Reason != "They ask for it" {
			t.Errorf("%+v", list)
		}
		if n := w.audits("round", info.ID, "round.extend"); n != 1 {
			t.Errorf("%d audit rows", n)
		}
		w.change(info.ID, surveys.RoundClosed)
		_, err = w.s.ExtendRound(w.ctx(), w.coordinator, info.ID, later.Add(time.Hour), "Once more")
		refused(t, err, fault.Conflict, "round-not-open")
	})
}

// onField holds that a call was refused for one field.
func onField(t *testing.T, err error, path, code string) {
	t.Helper()
	f := refusal(t, err, fault.Invalid, "invalid-input")
	if !slices.ContainsFunc(f.Fields, func(f fault.Field) bool { return f.Path == path && f.Code == code }) {
		t.Fatalf("%+v, want %s on %s", f.Fields, code, path)
	}
}
