package surveys_test

import (
	"reflect"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

// progress gives the list of a round, and holds it against that of a service that
// keeps nothing from before.
func (w *world) progress(a orgs.Actor, round uuid.UUID, after string) []surveys.MunicipalityProgress {
	w.t.Helper()
	_, items, err := w.s.RoundProgress(w.ctx(), a, round)
	if err != nil {
		w.t.Fatal(err)
	}
	_, anew, err := surveys.New(w.db, w.ind).RoundProgress(w.ctx(), a, round)
	if err != nil {
		w.t.Fatal(err)
	}
	if !reflect.DeepEqual(items, anew) {
		w.t.Fatalf("after %s: kept %+v, anew %+v", after, items, anew)
	}
	return items
}

func TestProgressFollowsEveryChange(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		w.offer()
		round := w.ownRound(w.questionnaire(ownForm())).ID
		fills := w.respondent(0)
		id := w.response(round, fills)
		value := surveys.AnswerInput{State: surveys.Value, Value: f(7)}
		steps := []struct {
			what string
			do   func()
			done int // sections; goal 7 asks what need not be answered, and nobody does
		}{
			{"an answer", func() { w.save(fills, id, "1.1-a", 0, value) }, 0},
			{"all under a goal", func() { w.save(fills, id, "1.2-b", 0, value) }, 1},
			{"one taken away", func() {
				if err := w.s.ClearAnswer(w.ctx(), fills, id, "1.2-b", 1); err != nil {
					t.Fatal(err)
				}
			}, 0},
			{"an indicator less", func() { w.choose(fills, id, "1.2-b", false, "Not ours") }, 1},
			{"an addition", func() { w.choose(fills, id, "1.9-own", true, "Ours") }, 0},
			{"a goal less", func() { must(w.s.ChooseGoal(w.ctx(), fills, id, 1, true, "Another year"))(t) }, 0},
			{"an own answer", func() { w.enter(fills, id, "has_plan", 0, 0, false) }, 1},
			{"another", func() { w.enter(fills, id, "has_plan", 0, 1, true) }, 1},
			{"none", func() { w.enter(fills, id, "has_plan", 0, 2, nil) }, 0},
		}
		for _, step := range steps {
			dbtest.Clock(db).Add(time.Second)
			step.do()
			for _, one := range w.progress(w.coordinator, round, step.what) {
				if one.ResponseID == id && one.SectionsDone != step.done {
					t.Errorf("after %s %d of %d sections are complete", step.what, one.SectionsDone, one.Sections)
				}
			}
		}
	})
}
