package surveys_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
	"loftet/surveys/form"
)

// ownForm has general questions, one of goal 3 that hangs on them, and a repeat under
// a goal that no indicator is asked about.
func ownForm() *form.Form {
	return &form.Form{
		ID: "own", Title: form.Text{"nb": "Egne"}, Languages: []string{"nb"},
		Items: []form.Item{
			{Kind: form.YesNo, Name: "has_plan", Required: "true"},
			{Kind: form.Whole, Name: "people", Goal: 3, Visible: "has_plan", Required: "true", Constraint: "value > 0"},
			{Kind: form.Repeat, Name: "plants", Goal: 7, Items: []form.Item{{Kind: form.Decimal, Name: "power", Required: "true"}}},
			{Kind: form.Calculated, Name: "total", Goal: 7, Calculate: "sum(plants.map(p, p.power))"},
		},
	}
}

func (w *world) questionnaire(asked *form.Form) surveys.QuestionnaireDraft {
	w.t.Helper()
	draft := must(w.s.CreateQuestionnaire(w.ctx(), w.coordinator, surveys.QuestionnaireInput{
		RegionID: w.region, CatalogueID: &w.catalogue, Name: "Eget skjema", Form: asked,
	}))(w.t)
	return must(w.s.PublishQuestionnaire(w.ctx(), w.coordinator, draft.ID, draft.Version))(w.t)
}

// ownRound opens a round that asks the newest edition of a questionnaire.
func (w *world) ownRound(draft surveys.QuestionnaireDraft) surveys.RoundInfo {
	w.t.Helper()
	plan := w.plan("Round", 2026)
	plan.QuestionnaireVersionID = &draft.Editions[0].ID
	return w.change(must(w.s.CreateRound(w.ctx(), w.coordinator, plan))(w.t).ID, surveys.RoundOpen)
}

func TestAQuestionnaireIsWrittenAndPublished(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		draft := w.questionnaire(ownForm())
		if draft.Form.Items[1].Constraint != "value > 0.0" || len(draft.Editions) != 1 {
			t.Errorf("stored as %+v", draft)
		}
		again := must(w.s.PublishQuestionnaire(w.ctx(), w.coordinator, draft.ID, draft.Version))(t)
		if len(again.Editions) != 1 {
			t.Error("the same content made another edition")
		}
		changed := ownForm()
		changed.Items[0].Required = ""
		in := surveys.QuestionnaireInput{CatalogueID: &w.catalogue, Name: "Nytt navn", Indicators: []string{"1.1-a"}, Form: changed}
		draft = must(w.s.UpdateQuestionnaire(w.ctx(), w.coordinator, draft.ID, draft.Version, in))(t)
		_, err := w.s.UpdateQuestionnaire(w.ctx(), w.coordinator, draft.ID, 1, in)
		if stale := refusal(t, err, fault.Stale, "stale"); stale.Current.(surveys.QuestionnaireDraft).Name != "Nytt navn" {
			t.Error("the stale one is not told what stands there now")
		}
		draft = must(w.s.PublishQuestionnaire(w.ctx(), w.coordinator, draft.ID, draft.Version))(t)
		if len(draft.Editions) != 2 || draft.Editions[0].Edition != 2 {
			t.Errorf("editions %+v", draft.Editions)
		}
		_, sections, own, err := w.s.GetQuestionnaire(w.ctx(), w.coordinator, w.ownRound(draft).ID)
		if err != nil || len(sections) != 1 || len(sections[0].Questions) != 1 || len(own.Items) != 4 {
			t.Errorf("asks %+v and %+v, %v", sections, own, err)
		}
		if plain := w.change(must(w.s.CreateRound(w.ctx(), w.coordinator, w.plan("Plain", 2027)))(t).ID, surveys.RoundOpen); plain.QuestionnaireVersion != 3 {
			t.Errorf("a round of the catalogue as it is has version %d", plain.QuestionnaireVersion)
		}
		if err := w.s.RemoveQuestionnaire(w.ctx(), w.coordinator, draft.ID, draft.Version); err != nil {
			t.Fatal(err)
		}
		if list := must(w.s.ListQuestionnaires(w.ctx(), w.coordinator))(t); len(list) != 0 {
			t.Errorf("still there: %+v", list)
		}
		w.questionnaire(nil) // whose first name is free again
	})
}

func TestAQuestionnaireThatDoesNotHoldIsRefused(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		wrong := ownForm()
		wrong.Items[1].Visible = "has_plan && nobody > 1"
		_, err := w.s.CreateQuestionnaire(w.ctx(), w.coordinator, surveys.QuestionnaireInput{
			RegionID: w.region, CatalogueID: &w.catalogue, Name: " ", Indicators: []string{"9.9-none"}, Form: wrong,
		})
		var places []string
		for _, f := range refusal(t, err, fault.Invalid, "invalid-input").Fields {
			places = append(places, f.Path+" "+f.Code)
		}
		if got := strings.Join(places, ", "); got != "name required, indicators.0 not_in_list, form.items.1.visible expression_unknown_name" {
			t.Error(got)
		}
		other := w.person(w.towns[0], orgs.ScopeRegion, orgs.Coordinator)
		_, err = w.s.CreateQuestionnaire(w.ctx(), other, surveys.QuestionnaireInput{RegionID: w.region, Name: "X"})
		refused(t, err, fault.NotFound, "not-found")
		draft := w.questionnaire(nil)
		_, err = w.s.GetQuestionnaireDraft(w.ctx(), other, draft.ID)
		refused(t, err, fault.NotFound, "not-found")
		plan := w.plan("Round", 2026)
		nowhere := uuid.New()
		plan.QuestionnaireVersionID = &nowhere
		_, err = w.s.CreateRound(w.ctx(), w.coordinator, plan)
		refused(t, err, fault.Invalid, "invalid-input")
	})
}

func (w *world) enter(a orgs.Actor, id uuid.UUID, name string, row, version int, value any) surveys.Entry {
	w.t.Helper()
	return must(w.s.SaveEntry(w.ctx(), a, id, name, row, version, value))(w.t)
}

// section finds a section of a response's task list.
func (w *world) section(a orgs.Actor, id uuid.UUID, goal int) surveys.Section {
	w.t.Helper()
	for _, s := range must(w.s.GetResponse(w.ctx(), a, id))(w.t).Sections {
		if s.Goal == goal {
			return s
		}
	}
	w.t.Fatalf("no section %d", goal)
	return surveys.Section{}
}

func TestOwnQuestionsAreAnswered(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		fills := w.respondent(0)
		id := w.response(w.ownRound(w.questionnaire(ownForm())).ID, fills)
		if s := w.section(fills, id, 0); s.State != surveys.SectionNotStarted || s.Questions != 1 {
			t.Errorf("general questions stand at %+v", s)
		}
		_, leftOut := w.s.ChooseGoal(w.ctx(), fills, id, 0, true, "Not ours")
		refused(t, leftOut, fault.NotFound, "not-found")
		w.enter(fills, id, "has_plan", 0, 0, true)
		if got := w.section(fills, id, 3); got.Questions != 3 || w.section(fills, id, 0).State != surveys.SectionComplete {
			t.Errorf("what became visible is not counted: %+v", got)
		}
		saved := w.enter(fills, id, "people", 0, 0, -1.0)
		if w.enter(fills, id, "people", 0, 0, -1.0).Version != saved.Version {
			t.Error("what stood there word for word was saved again")
		}
		_, err := w.s.SaveEntry(w.ctx(), fills, id, "people", 0, 0, 5.0)
		if stale := refusal(t, err, fault.Stale, "stale"); stale.Current.(surveys.Entry).Value != -1.0 {
			t.Errorf("told %+v", stale.Current)
		}
		w.enter(fills, id, "plants", 0, 0, []any{2.0, 1.0})
		w.enter(fills, id, "power", 2, 0, 2.5)
		_, err = w.s.SaveEntry(w.ctx(), fills, id, "power", 3, 0, 1.0)
		refused(t, err, fault.NotFound, "not-found")
		_, err = w.s.SaveEntry(w.ctx(), fills, id, "people", 0, 1, 1.5)
		refused(t, err, fault.Invalid, "invalid-input")
		w.answerAll(fills, id, 10)

		_, err = w.s.SendForReview(w.ctx(), fills, id)
		var wrong []string
		for _, f := range refusal(t, err, fault.Conflict, "response-incomplete").Fields {
			wrong = append(wrong, f.Path+" "+f.Code)
		}
		if got := strings.Join(wrong, ", "); got != "entries.people answer_constraint, entries.power.1 answer_required" {
			t.Error(got)
		}
		w.enter(fills, id, "people", 0, 1, 5.0)
		w.enter(fills, id, "plants", 0, 1, []any{2.0})
		goal := must(w.s.GetResponseGoal(w.ctx(), fills, id, 7))(t)
		if goal.Own == nil || len(goal.Own.Form.Items) != 4 || len(goal.Own.Entries) != 4 || goal.PreviousGoal != 3 {
			t.Errorf("goal 7 has %+v", goal.Own)
		}
		if must(w.s.GetResponseGoal(w.ctx(), fills, id, 0))(t).PreviousGoal != -1 || must(w.s.GetResponseGoal(w.ctx(), fills, id, 1))(t).Own != nil {
			t.Error("own questions stand where they are not asked")
		}
		must(w.s.SendForReview(w.ctx(), fills, id))(t)
		_, err = w.s.SaveEntry(w.ctx(), fills, id, "people", 0, 2, 6.0)
		if fault.KindOf(err) != fault.Conflict {
			t.Errorf("changed while it is reviewed: %v", err)
		}
		w.approve(w.approver(0), id)
		must(w.s.SubmitResponse(w.ctx(), fills, id))(t)
		var document surveys.Document
		if err := json.Unmarshal([]byte(must(w.s.GetSubmission(w.ctx(), fills, id, 1))(t).Document), &document); err != nil {
			t.Fatal(err)
		}
		entries, _ := json.Marshal(document.Entries)
		if want := `[{"goal":0,"name":"has_plan","value":true},{"goal":3,"name":"people","value":5},` +
			`{"goal":7,"name":"power","row":2,"value":2.5},{"goal":7,"name":"total","value":2.5}]`; string(entries) != want {
			t.Errorf("submitted %s", entries)
		}
	})
}

func TestAResponseMovesToAnotherEdition(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		fills := w.respondent(0)
		draft := w.questionnaire(ownForm())
		id := w.response(w.ownRound(draft).ID, fills)
		w.enter(fills, id, "has_plan", 0, 0, true)
		w.enter(fills, id, "people", 0, 0, 5.0)
		w.answerAll(fills, id, 10)
		next := ownForm()
		next.Items = append(next.Items[:1], form.Item{Kind: form.ShortText, Name: "people", Goal: 3}, form.Item{Kind: form.Note, Name: "told"}, form.Item{Kind: form.YesNo, Name: "extra"})
		next.Items[1].Kind = form.YesNo
		draft = must(w.s.UpdateQuestionnaire(w.ctx(), w.coordinator, draft.ID, draft.Version,
			surveys.QuestionnaireInput{CatalogueID: &w.catalogue, Name: draft.Name, Indicators: []string{"1.1-a", "3.1-c"}, Form: next}))(t)
		draft = must(w.s.PublishQuestionnaire(w.ctx(), w.coordinator, draft.ID, draft.Version))(t)
		if s := w.section(fills, id, 1); s.Questions != 2 {
			t.Error("publishing moved a response by itself")
		}
		version := must(w.s.GetResponse(w.ctx(), fills, id))(t).Response.Version
		look := must(w.s.MoveResponse(w.ctx(), fills, id, version, nil, true))(t)
		if len(look.Carried) != 3 || len(look.Lost) != 3 || look.To.Edition != 2 || w.section(fills, id, 1).Questions != 2 {
			t.Errorf("looking at it gives %+v", look)
		}
		if got := movedCodes(look); got != "1.1-a 1.1-a, 3.1-c 3.1-c, has_plan ; lost 1.2-b question_gone, 3.2-share question_gone, people answer_unfit; added extra" {
			t.Errorf("told %s", got)
		}
		if all := must(w.s.Editions(w.ctx(), fills, id))(t); all.Current.Edition != 1 || len(all.Others) != 1 || !all.Editable {
			t.Errorf("editions %+v", all)
		}
		_, err := w.s.MoveResponse(w.ctx(), fills, id, version+1, nil, false)
		refused(t, err, fault.Stale, "stale")
		has := w.colleague(0)
		out := must(w.s.HandOverSection(w.ctx(), fills, id, surveys.HandOver{Goal: 1, Person: &has.Person, Deadline: "2026-03-20"}))(t)
		must(w.s.MoveResponse(w.ctx(), fills, id, version, nil, true))(t)
		_, err = w.s.MoveResponse(w.ctx(), fills, id, version, nil, false)
		refused(t, err, fault.Conflict, "section-handed-out")
		must(w.s.MoveAssignment(w.ctx(), fills, out.ID, surveys.AssignmentTakenBack, ""))(t)
		move := must(w.s.MoveResponse(w.ctx(), fills, id, version, nil, false))(t)
		if w.section(fills, id, 1).Questions != 1 || w.audits("response", id, "response.move") != 1 {
			t.Error("the response stayed where it was")
		}
		health := must(w.s.GetResponseGoal(w.ctx(), fills, id, 3))(t)
		if i := slices.IndexFunc(health.Own.Entries, func(e surveys.Entry) bool { return e.Name == "people" && e.Value == nil }); i < 0 || w.section(fills, id, 3).Questions != 1 {
			t.Errorf("what didn't fit still stands as an answer: %+v, %+v", health.Own.Entries, w.section(fills, id, 3))
		}
		back := must(w.s.MoveResponse(w.ctx(), fills, id, move.Version, &move.From.ID, false))(t)
		if back.To.Edition != 1 || len(back.Lost) != 0 || w.section(fills, id, 1).Answered != 2 {
			t.Errorf("moved back %+v", back)
		}
	})
}

// TestAMoveLeavesAGoalToAnswer: an edition that asks of left out goals alone is none to
// move to.
func TestAMoveLeavesAGoalToAnswer(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	fills := w.respondent(0)
	draft := w.questionnaire(nil)
	id := w.response(w.ownRound(draft).ID, fills)
	detail := must(w.s.ChooseGoal(w.ctx(), fills, id, 1, true, "Not this year"))(t)
	draft = must(w.s.UpdateQuestionnaire(w.ctx(), w.coordinator, draft.ID, draft.Version,
		surveys.QuestionnaireInput{CatalogueID: &w.catalogue, Name: draft.Name, Indicators: []string{"1.1-a"}}))(t)
	must(w.s.PublishQuestionnaire(w.ctx(), w.coordinator, draft.ID, draft.Version))(t)
	_, err := w.s.MoveResponse(w.ctx(), fills, id, detail.Response.Version, nil, true)
	refused(t, err, fault.Conflict, "last-goal")
}

// movedCodes writes what a move says in one line.
func movedCodes(m surveys.Move) string {
	var carried, lost, added []string
	for _, a := range m.Carried {
		carried = append(carried, fmt.Sprintf("%s %s", a.Code, a.Name["nb"]))
	}
	for _, a := range m.Lost {
		lost = append(lost, a.Code+" "+a.Key)
	}
	for _, a := range m.Added {
		added = append(added, a.Code)
	}
	return strings.Join(carried, ", ") + "; lost " + strings.Join(lost, ", ") + "; added " + strings.Join(added, ", ")
}
