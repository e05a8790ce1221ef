package surveys_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

// offer gives the region an indicator of its own beside the catalogue of its rounds,
// and one whose code the catalogue has taken.
func (w *world) offer() {
	w.t.Helper()
	w.write(func(tx *models.Tx) error {
		own := definitions()[0]
		own.Code = "1.9-own"
		_, err := w.ind.CreateCatalogue(tx, orgs.SystemActor("test"), indicators.CatalogueInput{
			RegionID: w.region, Name: "Dalen's own", Source: "Test", Method: "sdsn", Version: "1", Definitions: []indicators.Definition{own, definitions()[1]},
		})
		return err
	})
}

func (w *world) choose(a orgs.Actor, id uuid.UUID, code string, chosen bool, reason string) surveys.ResponseChoices {
	w.t.Helper()
	version := must(w.s.GetResponse(w.ctx(), a, id))(w.t).Response.Version
	return must(w.s.ChooseIndicator(w.ctx(), a, id, code, version, chosen, reason))(w.t)
}

func item(t *testing.T, c surveys.ResponseChoices, code string) surveys.IndicatorChoice {
	t.Helper()
	at := slices.IndexFunc(c.Items, func(i surveys.IndicatorChoice) bool { return i.Code == code })
	if at < 0 {
		t.Fatalf("%s is not offered", code)
	}
	return c.Items[at]
}

func TestAMunicipalityChoosesItsIndicators(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		w.offer()
		w.statistic(0, "1.2-b", 2025, 12)
		info := w.round("Round", 2026)
		fills, approves := w.respondent(0), w.approver(0)
		id := w.response(info.ID, fills)
		all := must(w.s.Choices(w.ctx(), fills, id))(t)
		if own := item(t, all, "1.9-own"); len(all.Items) != 5 || own.Chosen || !own.Additional || !all.Editable {
			t.Fatalf("%d items, %+v", len(all.Items), own)
		}
		if b := item(t, all, "1.2-b"); !b.Chosen || b.Additional || b.Statistic == nil || *b.Statistic.Value != 12 {
			t.Fatalf("%+v", b)
		}
		_, err := w.s.SaveAnswer(w.ctx(), fills, id, "1.9-own", 0, surveys.AnswerInput{State: surveys.NoData, Reason: "none"})
		refused(t, err, fault.Conflict, "indicator-not-chosen")
		version := all.Response.Version
		for code, chosen := range map[string]bool{"1.2-b": false, "1.9-own": true} {
			_, err = w.s.ChooseIndicator(w.ctx(), fills, id, code, version, chosen, " ")
			onField(t, err, "reason", "reason_required")
		}
		w.save(fills, id, "1.2-b", 0, surveys.AnswerInput{State: surveys.Value, Value: f(5), OverrideReason: "counted"})
		w.choose(fills, id, "1.2-b", false, "Not ours to decide")
		_, err = w.s.ChooseIndicator(w.ctx(), fills, id, "1.9-own", version, true, "We count it")
		if now, ok := refusal(t, err, fault.Stale, "stale").Current.(surveys.ResponseChoices); !ok || item(t, now, "1.2-b").Chosen {
			t.Fatal("a stale choice does not tell how it is now")
		}
		w.choose(fills, id, "1.9-own", true, "We count it")
		_, err = w.s.ChooseIndicator(w.ctx(), fills, id, "1.1-a", must(w.s.GetResponse(w.ctx(), fills, id))(t).Response.Version, false, "Nor this")
		refused(t, err, fault.Conflict, "last-indicator")

		w.save(fills, id, "1.1-a", 0, surveys.AnswerInput{State: surveys.Value, Value: f(50)})
		detail := must(w.s.GetResponse(w.ctx(), fills, id))(t)
		if s := detail.Sections[0]; s.Questions != 2 || s.Answered != 1 || s.State != surveys.SectionInProgress {
			t.Fatalf("%+v", s)
		}
		w.save(fills, id, "1.9-own", 0, surveys.AnswerInput{State: surveys.Value, Value: f(70)})
		must(w.s.ChooseGoal(w.ctx(), fills, id, 3, true, "Another year"))(t)
		goal := must(w.s.GetResponseGoal(w.ctx(), fills, id, 1))(t)
		if len(goal.Questions) != 2 || !goal.Questions[1].Additional || len(goal.NotChosen) != 1 || goal.NotChosen[0].Reason != "Not ours to decide" {
			t.Fatalf("%+v", goal)
		}
		if _, items, _ := w.s.RoundProgress(w.ctx(), w.coordinator, info.ID); items[0].SectionsDone != 1 || items[0].LastActivity == nil {
			t.Errorf("%+v", items[0])
		}
		must(w.s.SendForReview(w.ctx(), fills, id))(t)
		_, err = w.s.ChooseIndicator(w.ctx(), fills, id, "1.2-b", detail.Response.Version+5, true, "")
		if err == nil {
			t.Fatal("chosen while it waits for approval")
		}
		w.approve(approves, id)
		must(w.s.SubmitResponse(w.ctx(), approves, id))(t)
		w.chosenIsSubmitted(fills, id, info.ID)
	})
}

// chosenIsSubmitted holds what becomes of choices: the document names them, figures
// follow them, and what is left out is said to be.
func (w *world) chosenIsSubmitted(a orgs.Actor, id, round uuid.UUID) {
	w.t.Helper()
	var d surveys.Document
	if err := json.Unmarshal([]byte(must(w.s.GetSubmission(w.ctx(), a, id, 1))(w.t).Document), &d); err != nil {
		w.t.Fatal(err)
	}
	if len(d.Answers) != 2 || !d.Answers[1].Additional || d.Answers[1].ChoiceReason != "We count it" || d.LeftOutReasons[3] != "Another year" {
		w.t.Errorf("%+v", d)
	}
	if len(d.NotChosen) != 1 || d.NotChosen[0].Code != "1.2-b" || d.NotChosen[0].Reason != "Not ours to decide" {
		w.t.Errorf("%+v", d.NotChosen)
	}
	w.write(func(tx *models.Tx) error {
		v, err := w.ind.RegionView(tx, w.coordinator, indicators.ViewInput{RegionID: w.region, RoundID: &round})
		if err != nil {
			return err
		}
		own, _ := v.Indicator("1.9-own")
		left, _ := v.Indicator("1.2-b")
		last, _ := v.Indicator("3.1-c")
		if c := v.Cell(w.towns[0], own.ID); c.Value == nil || *c.Value != 70 || c.Score == nil {
			w.t.Errorf("the addition's cell: %+v", c)
		}
		if c := v.Cell(w.towns[0], last.ID); c.State != indicators.StateLeftOut {
			w.t.Errorf("of a goal that is left out: %s", c.State)
		}
		if c := v.Cell(w.towns[0], left.ID); c.Value == nil || *c.Value != 12 || c.Origin != "statistics" {
			w.t.Errorf("statistics still tell of what is left out: %+v", c)
		}
		goal := v.Goals[indicators.GoalKey{Organisation: w.towns[0], Goal: 1}]
		if goal.Total != 2 || *goal.Score != 31 { // of the core alone: 50 and 12
			w.t.Errorf("%+v", goal)
		}
		return nil
	})
}

func TestWhatIsLeftOutIsNotSilence(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		info := w.round("Round", 2026)
		fills, approves := w.respondent(0), w.approver(0)
		id := w.response(info.ID, fills)
		w.choose(fills, id, "1.2-b", false, "Not ours to decide")
		w.answerTheRest(fills, id)
		must(w.s.SendForReview(w.ctx(), fills, id))(t)
		w.approve(approves, id)
		must(w.s.SubmitResponse(w.ctx(), approves, id))(t)
		w.write(func(tx *models.Tx) error {
			v, err := w.ind.RegionView(tx, w.coordinator, indicators.ViewInput{RegionID: w.region, RoundID: &info.ID})
			left, _ := v.Indicator("1.2-b")
			if c := v.Cell(w.towns[0], left.ID); c.State != indicators.StateLeftOut {
				t.Errorf("state %s", c.State)
			}
			if g := v.Goals[indicators.GoalKey{Organisation: w.towns[0], Goal: 1}]; g.Total != 2 || g.Available != 1 || g.Covered {
				t.Errorf("the common core stays the denominator: %+v", g)
			}
			return err
		})
	})
}

func (w *world) answerTheRest(a orgs.Actor, response uuid.UUID) {
	w.t.Helper()
	w.save(a, response, "1.1-a", 0, surveys.AnswerInput{State: surveys.Value, Value: f(50)})
	w.save(a, response, "3.1-c", 0, surveys.AnswerInput{State: surveys.Value, Choice: "partly"})
	w.save(a, response, "3.2-share", 0, surveys.AnswerInput{State: surveys.Value, Parts: map[string]float64{"some": 1, "all": 4}})
}
