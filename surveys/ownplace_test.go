package surveys_test

import (
	"slices"
	"testing"
	"time"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
	"loftet/surveys/form"
)

// Whole questionnaires may consist of own questions: who answers them does not approve.
func TestFourEyesCountOwnQuestionsToo(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	fills := w.respondent(0)
	holder, other := w.holder(0, orgs.Approver), w.approver(0)
	both := orgs.Actor{Person: holder, Org: w.towns[0], Roles: []orgs.Role{orgs.Respondent, orgs.Approver}, Scope: orgs.ScopeMunicipality, RequestID: "test"}
	w.holder(0, orgs.Approver)
	id := w.response(w.ownRound(w.questionnaire(ownForm())).ID, fills)
	w.answerAll(fills, id, 10)
	w.enter(both, id, "has_plan", 0, 0, false)
	sent := must(w.s.SendForReview(w.ctx(), fills, id))(t)
	if now := must(w.s.GetResponse(w.ctx(), both, id))(t); slices.Contains(now.Actions, surveys.Approve) {
		t.Errorf("who answered is told to approve: %v", now.Actions)
	}
	_, err := w.s.ApproveResponse(w.ctx(), both, id, sent.Response.Version)
	refused(t, err, fault.Conflict, "own-answers")
	w.approve(other, id)
}

// groupedForm has its one question of goal 3 in a group.
func groupedForm() *form.Form {
	asked := ownForm()
	asked.Items = append(asked.Items, form.Item{Kind: form.Group, Name: "about", Goal: 3, Items: []form.Item{{Kind: form.ShortText, Name: "inner"}}})
	return asked
}

func TestARemarkCountsInItsSection(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		fills := w.respondent(0)
		id := w.response(w.ownRound(w.questionnaire(groupedForm())).ID, fills)
		must(w.s.AddComment(w.ctx(), fills, id, "", "inner", "is this so?"))(t)
		must(w.s.AddComment(w.ctx(), fills, id, "1.2-b", "", "and this?"))(t)
		version := must(w.s.GetResponse(w.ctx(), fills, id))(t).Response.Version
		must(w.s.ChooseIndicator(w.ctx(), fills, id, "1.2-b", version, false, "Not ours"))(t)
		if got := waitingIn(must(w.s.GetResponse(w.ctx(), fills, id))(t)); len(got) != 1 || got[3] != 1 {
			t.Errorf("%v", got)
		}
	})
}

// TestAnOwnQuestionBeginsASection: with its first answer the section that somebody has
// is under way, and the council sees when something was done.
func TestAnOwnQuestionBeginsASection(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		fills, has := w.colleague(0), w.colleague(0)
		round := w.ownRound(w.questionnaire(ownForm()))
		id := w.response(round.ID, fills)
		out := must(w.s.HandOverSection(w.ctx(), fills, id, surveys.HandOver{Goal: 0, Person: &has.Person, Deadline: "2026-03-20"}))(t)
		dbtest.Clock(db).Add(time.Hour)
		w.enter(has, id, "has_plan", 0, 0, true)
		if own := must(w.s.OwnAssignments(w.ctx(), has))(t); len(own) != 1 || own[0].State != string(surveys.AssignmentStarted) {
			t.Errorf("%+v", own)
		}
		if n := w.audits("assignment", out.ID, "assignment.start"); n != 1 {
			t.Errorf("%d audit rows", n)
		}
		_, items, err := w.s.RoundProgress(w.ctx(), w.coordinator, round.ID)
		if err != nil || items[0].LastActivity == nil || !items[0].LastActivity.Equal(db.Clock.Now()) {
			t.Errorf("%v, last at work %v", err, items[0].LastActivity)
		}
	})
}

func TestOneGoalStaysBesideTheGeneralQuestions(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	fills := w.respondent(0)
	id := w.response(w.ownRound(w.questionnaire(ownForm())).ID, fills)
	for _, goal := range []int{1, 3} {
		must(w.s.ChooseGoal(w.ctx(), fills, id, goal, true, "Not ours"))(t)
	}
	_, err := w.s.ChooseGoal(w.ctx(), fills, id, 7, true, "Not ours")
	refused(t, err, fault.Conflict, "last-goal")
}

// TestTheHistoryNamesWhatIsAskedNoMore: an answer that was left out since is still one
// to its indicator, and nothing that happened to the response itself.
func TestTheHistoryNamesWhatIsAskedNoMore(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	fills := w.respondent(0)
	id := w.response(w.round("Round", 2026).ID, fills)
	w.answerAll(fills, id, 10)
	version := must(w.s.GetResponse(w.ctx(), fills, id))(t).Response.Version
	must(w.s.ChooseIndicator(w.ctx(), fills, id, "1.2-b", version, false, "Not ours"))(t)
	must(w.s.SendForReview(w.ctx(), fills, id))(t)
	w.approve(w.approver(0), id)
	must(w.s.SubmitResponse(w.ctx(), fills, id))(t)
	saved := map[string]int{}
	for _, e := range must(w.s.TakeSubmission(w.ctx(), fills, id, 1, true))(t).History {
		if e.Action == "answer.save" {
			saved[e.Code]++
		}
	}
	if len(saved) != 4 || saved["1.2-b"] != 1 {
		t.Errorf("%v", saved)
	}
}

// What the municipality is asked, and what it replies, is for those who check alone.
func TestQuestionsAreTakenAlongByThoseWhoCheck(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	id := w.submitted(w.round("Round", 2026).ID, 0, 10)
	w.ask(w.coordinator, id, 1, "1.1-a")
	for kept, readers := range map[int][]orgs.Actor{
		0: {w.respondent(0), w.coordinator, w.verifier()},
		1: {w.person(w.council, orgs.ScopeRegion, orgs.CouncilMember), w.person(models.NewID(), orgs.ScopeAny, orgs.Admin)},
	} {
		for _, a := range readers {
			taken := must(w.s.TakeSubmission(w.ctx(), a, id, 1, false))(t)
			if len(taken.Kept) != kept || len(taken.Asked) != 1-kept {
				t.Errorf("%v takes along %d questions", a.Roles, len(taken.Asked))
			}
		}
	}
}

// TestWhatIsCarriedOverHasAHistory: to the indicator of the same code in another
// catalogue, by who moved the response.
func TestWhatIsCarriedOverHasAHistory(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	fills := w.respondent(0)
	draft := w.questionnaire(nil)
	id := w.response(w.ownRound(draft).ID, fills)
	w.save(fills, id, "1.1-a", 0, surveys.AnswerInput{State: surveys.Value, Value: f(10)})
	var other models.Catalogue
	w.write(func(tx *models.Tx) (err error) {
		other, err = w.ind.CreateCatalogue(tx, orgs.SystemActor("test"), indicators.CatalogueInput{
			RegionID: w.region, Name: "Dalen 2", Source: "Test", Method: "sdsn", Version: "2", Definitions: definitions(),
		})
		return err
	})
	draft = must(w.s.UpdateQuestionnaire(w.ctx(), w.coordinator, draft.ID, draft.Version, surveys.QuestionnaireInput{CatalogueID: &other.ID, Name: draft.Name}))(t)
	must(w.s.PublishQuestionnaire(w.ctx(), w.coordinator, draft.ID, draft.Version))(t)
	moves := w.respondent(0)
	must(w.s.MoveResponse(w.ctx(), moves, id, must(w.s.GetResponse(w.ctx(), fills, id))(t).Response.Version, nil, false))(t)
	if changes := w.history(moves, id, "1.1-a"); len(changes) != 1 || changes[0].By == nil || changes[0].By.ID != moves.Person || *changes[0].To.Value != 10 {
		t.Errorf("%+v", changes)
	}
}

func TestASectionOfOptionalQuestionsIsNotCompleteBeforeAnyIsAnswered(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		fills := w.respondent(0)
		asked := &form.Form{ID: "own", Title: form.Text{"nb": "Egne"}, Languages: []string{"nb"}, Items: []form.Item{
			{Kind: form.ShortText, Name: "remark"}, {Kind: form.Note, Name: "words", Label: form.Text{"nb": "Takk"}, Goal: 6}, {Kind: form.ShortText, Name: "more", Goal: 3},
		}}
		id := w.response(w.ownRound(w.questionnaire(asked)).ID, fills)
		states := func() (general, health surveys.SectionState) {
			return w.section(fills, id, 0).State, w.section(fills, id, 3).State
		}
		if general, health := states(); general != surveys.SectionNotStarted || health != surveys.SectionNotStarted {
			t.Errorf("untouched they are %s and %s", general, health)
		}
		w.enter(fills, id, "remark", 0, 0, "Ja")
		w.enter(fills, id, "more", 0, 0, "Mer")
		if general, health := states(); general != surveys.SectionComplete || health != surveys.SectionInProgress {
			t.Errorf("begun they are %s and %s", general, health)
		}
	})
}
