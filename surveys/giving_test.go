package surveys_test

import (
	"encoding/json"
	"strings"
	"testing"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/surveys"
	"loftet/surveys/form"
)

// givingForm asks questions that give the answers of three indicators.
func givingForm() *form.Form {
	return &form.Form{
		ID: "own", Title: form.Text{"nb": "Egne"}, Languages: []string{"nb"},
		Items: []form.Item{
			{Kind: form.Whole, Name: "some", Label: form.Text{"nb": "Hvor mange?"}},
			{Kind: form.Calculated, Name: "twice", Indicator: "1.1-a", Calculate: "some * 2"},
			{Kind: form.YesNo, Name: "plan", Goal: 3, Indicator: "3.1-c", Visible: "some > 0"},
			{Kind: form.Parts, Name: "share", Goal: 3, Indicator: "3.2-share", Parts: []form.Part{{Name: "some"}, {Name: "all"}}},
			{Kind: form.ShortText, Name: "why", Indicator: "elsewhere", Required: "true"},
		},
	}
}

func TestAnOwnQuestionGivesAnIndicatorItsAnswer(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		fills := w.respondent(0)
		id := w.response(w.ownRound(w.questionnaire(givingForm())).ID, fills)
		answer := func(goal, n int) *surveys.Answer {
			return must(w.s.GetResponseGoal(w.ctx(), fills, id, goal))(t).Questions[n].Answer
		}
		if start := must(w.s.FirstStart(w.ctx(), fills, id))(t); start.Missing != 5 || start.Answered != 0 {
			t.Errorf("at first %d are missing", start.Missing)
		}
		w.enter(fills, id, "some", 0, 0, 20.0)
		first := answer(1, 0)
		if first == nil || *first.Value != 40 || first.Origin != surveys.OriginOwn {
			t.Fatalf("the indicator has %+v", first)
		}

		// Another figure is refused where the own question has one; a note beside it is not.
		other := 41.0
		_, err := w.s.SaveAnswer(w.ctx(), fills, id, "1.1-a", first.Version, surveys.AnswerInput{State: surveys.Value, Value: &other})
		refused(t, err, fault.Conflict, "given-by-own-question")
		refused(t, w.s.ClearAnswer(w.ctx(), fills, id, "1.1-a", first.Version), fault.Conflict, "given-by-own-question")
		w.save(fills, id, "1.1-a", first.Version, surveys.AnswerInput{State: surveys.Value, Value: first.Value, Source: "Telling"})
		note := surveys.AnswerInput{State: surveys.Value, Value: first.Value, Source: "Telling"}
		if again := w.save(fills, id, "1.1-a", first.Version, note); again.Version != first.Version+1 { // its first reply was lost
			t.Errorf("sent twice it is %+v", again)
		}
		w.enter(fills, id, "some", 0, 1, 30.0)
		if now := answer(1, 0); *now.Value != 60 || now.Source != "Telling" || now.Origin != surveys.OriginOwn {
			t.Errorf("then it has %+v", now)
		}

		w.enter(fills, id, "plan", 0, 0, true)
		w.enter(fills, id, "share", 0, 0, map[string]any{"some": 1.0, "all": 4.0})
		if yes, share := answer(3, 0), answer(3, 1); yes.Choice != "yes" || share == nil || *share.Value != 25 {
			t.Errorf("goal 3 has %+v and %+v", yes, share)
		}

		// What can't be the indicator's answer takes it away, and the check says why.
		w.enter(fills, id, "some", 0, 2, 70.0)
		if answer(1, 0) != nil {
			t.Error("140 per cent stand there")
		}
		var why []string
		for _, f := range must(w.s.CheckResponse(w.ctx(), fills, id))(t).Faults {
			why = append(why, f.Code+" "+f.Key)
		}
		if got := strings.Join(why, ", "); got != "1.1-a not_answered, 1.2-b not_answered, twice too_large, why answer_required" {
			t.Errorf("the check says %s", got)
		}

		// Where the own question has no answer, one may say why there is none.
		w.enter(fills, id, "some", 0, 3, 0.0)
		if answer(3, 0) != nil || *answer(1, 0).Value != 0 {
			t.Error("a hidden question still gives an answer, or zero is none")
		}
		_, err = w.s.SaveAnswer(w.ctx(), fills, id, "3.1-c", 0, surveys.AnswerInput{State: surveys.Value, Choice: "partly"})
		refused(t, err, fault.Conflict, "given-by-own-question")
		w.save(fills, id, "3.1-c", 0, surveys.AnswerInput{State: surveys.NotApplicable, Reason: "ingen anlegg"})
		w.enter(fills, id, "why", 0, 0, "derfor")
		w.save(fills, id, "1.2-b", 0, surveys.AnswerInput{State: surveys.NoData, Reason: "nobody counts"})
		if start := must(w.s.FirstStart(w.ctx(), fills, id))(t); start.Missing != 0 {
			t.Errorf("at last %d are missing", start.Missing)
		}
		must(w.s.SendForReview(w.ctx(), fills, id))(t)
		w.approve(w.approver(0), id)
		must(w.s.SubmitResponse(w.ctx(), fills, id))(t)
		var document surveys.Document
		if err := json.Unmarshal([]byte(must(w.s.GetSubmission(w.ctx(), fills, id, 1))(t).Document), &document); err != nil {
			t.Fatal(err)
		}
		if sent := document.Answers; *sent[0].Value != 0 || sent[0].Origin != surveys.OriginOwn || sent[2].State != surveys.NotApplicable || *sent[3].Value != 25 {
			t.Errorf("submitted %+v", sent)
		}
	})
}

func TestWhatCannotGiveAnAnswerIsRefusedWhenItIsWritten(t *testing.T) {
	db := dbtest.SQLite(t)
	w := newWorld(t, db)
	for want, item := range map[string]form.Item{
		"form_gives_kind":    {Kind: form.ShortText, Name: "x", Indicator: "1.1-a"},
		"form_gives_goal":    {Kind: form.Whole, Name: "x", Goal: 3, Indicator: "1.1-a"},
		"form_gives_default": {Kind: form.Whole, Name: "x", Goal: 1, Indicator: "1.1-a", Default: "1"},
		"form_gives_twice":   {Kind: form.Whole, Name: "x", Indicator: "1.2-b"},
	} {
		asked := ownForm()
		asked.Items = append(asked.Items, form.Item{Kind: form.Whole, Name: "first", Indicator: "1.2-b"}, item)
		if got := w.faultOf(asked); got != "form.items.5.indicator "+want {
			t.Errorf("%s instead of %s", got, want)
		}
	}
	asked := ownForm()
	asked.Items[2].Items[0].Indicator = "1.1-a"
	if got := w.faultOf(asked); got != "form.items.2.items.0.indicator form_gives_in_repeat" {
		t.Error(got)
	}
	asked.Items[2].Items[0].Indicator = "not asked here"
	if got := w.faultOf(asked); got != "" {
		t.Error(got)
	}
}

// faultOf writes the first fault of a questionnaire, "" for none.
func (w *world) faultOf(asked *form.Form) string {
	_, err := w.s.CreateQuestionnaire(w.ctx(), w.coordinator, surveys.QuestionnaireInput{RegionID: w.region, CatalogueID: &w.catalogue, Name: "Eget", Form: asked})
	if err == nil {
		return ""
	}
	field := refusal(w.t, err, fault.Invalid, "invalid-input").Fields[0]
	return field.Path + " " + field.Code
}
