package surveys_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

func TestFromFirstAnswerToReceipt(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		round := w.round("Round", 2026)
		fills, approves := w.respondent(0), w.approver(0)
		id := w.response(round.ID, fills)
		if d := must(w.s.GetResponse(w.ctx(), fills, id))(t); d.Response.State != surveys.NotStarted || d.Response.ResumeGoal != 0 ||
			d.Response.Sections != 2 || !slices.Equal(d.Actions, []surveys.Action{surveys.Edit, surveys.Comment}) {
			t.Fatalf("%+v", d)
		}
		answer := w.save(fills, id, "3.1-c", 0, surveys.AnswerInput{State: surveys.Value, Choice: "partly"})
		if answer.Version != 1 || *answer.Value != 50 || answer.By == nil || answer.By.ID != fills.Person {
			t.Fatalf("%+v", answer)
		}
		d := must(w.s.GetResponse(w.ctx(), fills, id))(t)
		if d.Response.State != surveys.InProgress || d.Response.ResumeGoal != 3 || d.Sections[1].State != surveys.SectionInProgress || d.Sections[1].Answered != 1 {
			t.Fatalf("%+v", d)
		}
		_, err := w.s.SendForReview(w.ctx(), fills, id)
		if found := refusal(t, err, fault.Conflict, "response-incomplete"); len(found.Fields) != 3 || found.Fields[0].Path != "answers.1.1-a" {
			t.Fatalf("%+v", found.Fields)
		}
		w.save(fills, id, "1.1-a", 0, surveys.AnswerInput{State: surveys.Value, Value: f(12.5), Quality: "assumptions", Comment: "a guess", PriorityReason: "voted by the council"})
		w.save(fills, id, "1.2-b", 0, surveys.AnswerInput{State: surveys.NotApplicable, Reason: "no such thing here"})
		w.save(fills, id, "3.2-share", 0, surveys.AnswerInput{State: surveys.Value, Parts: map[string]float64{"some": 1, "all": 4}})
		if check := must(w.s.CheckResponse(w.ctx(), fills, id))(t); !check.Ready || len(check.Goals) != 2 || check.Detail.Response.SectionsDone != 2 {
			t.Fatalf("%+v", check)
		}
		must(w.s.SendForReview(w.ctx(), fills, id))(t)
		_, err = w.s.SaveAnswer(w.ctx(), fills, id, "1.1-a", 1, surveys.AnswerInput{State: surveys.Value, Value: f(1)})
		refused(t, err, fault.Conflict, "response-state")

		read := must(w.s.GetResponse(w.ctx(), approves, id))(t).Response.Version
		d = must(w.s.ReturnResponse(w.ctx(), approves, id, "1.1-a looks low"))(t)
		if d.Response.State != surveys.InProgress || d.ReturnReason != "1.1-a looks low" {
			t.Fatalf("%+v", d)
		}
		d = must(w.s.SendForReview(w.ctx(), fills, id))(t)
		_, err = w.s.ApproveResponse(w.ctx(), approves, id, read)
		if now, ok := refusal(t, err, fault.Stale, "stale").Current.(surveys.ResponseDetail); !ok || now.Response.Version != d.Response.Version {
			t.Fatalf("an approval of what was read before: %+v", now.Response)
		}
		d = w.approve(approves, id)
		if d.ReturnReason != "" || d.ApprovedBy == nil || d.ApprovedBy.ID != approves.Person || d.ApprovedAt == nil {
			t.Fatalf("%+v", d)
		}
		receipt := must(w.s.SubmitResponse(w.ctx(), fills, id))(t)
		if receipt.Revision != 1 || receipt.Answers != 4 || receipt.Municipality != "Bygda" || receipt.ApprovedBy == "" || len(receipt.Checksum) != 64 {
			t.Fatalf("%+v", receipt)
		}
		if whole := must(w.s.GetSubmission(w.ctx(), approves, id, 1))(t); !strings.Contains(whole.Document, `"priorityReason":"voted by the council"`) {
			t.Fatal(whole.Document)
		}
		d = must(w.s.GetResponse(w.ctx(), approves, id))(t)
		if d.Response.State != surveys.Submitted || d.Response.Revision != 1 || d.Response.SubmittedAt == nil || d.Response.Round.Submitted != 1 {
			t.Fatalf("%+v", d.Response)
		}
	})
}

func TestApprovalDiesWhenTheResponseIsReturned(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	round := w.round("Round", 2026)
	fills, approves := w.respondent(0), w.approver(0)
	id := w.response(round.ID, fills)
	w.answerAll(fills, id, 1)
	must(w.s.SendForReview(w.ctx(), fills, id))(t)
	w.approve(approves, id)
	d := must(w.s.ReturnResponse(w.ctx(), approves, id, "one more thing"))(t)
	if d.ApprovedBy != nil || d.ApprovedAt != nil {
		t.Fatal("still approved")
	}
	_, err := w.s.SubmitResponse(w.ctx(), fills, id)
	refused(t, err, fault.Conflict, "response-state")
}

func TestReopenedResponseGivesTheNextRevision(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		round := w.round("Round", 2026)
		id := w.submitted(round.ID, 0, 10)
		fills, approves := w.respondent(0), w.approver(0)
		_, err := w.s.ReopenResponse(w.ctx(), fills, id, "a slip")
		refused(t, err, fault.Denied, "not-your-role")
		must(w.s.ReopenResponse(w.ctx(), approves, id, "a slip in 1.1-a"))(t)
		w.save(fills, id, "1.1-a", 1, surveys.AnswerInput{State: surveys.Value, Value: f(20)})
		must(w.s.SendForReview(w.ctx(), fills, id))(t)
		w.approve(approves, id)
		if second := must(w.s.SubmitResponse(w.ctx(), approves, id))(t); second.Revision != 2 {
			t.Fatalf("revision %d", second.Revision)
		}
		list := must(w.s.ListSubmissions(w.ctx(), fills, id))(t)
		if len(list) != 2 || list[0].Revision != 2 || list[0].Receipt == list[1].Receipt {
			t.Fatalf("%+v", list)
		}
		var latest []models.Submission
		w.write(func(tx *models.Tx) error { return tx.G.Where("latest = ?", true).Find(&latest).Error })
		if len(latest) != 1 || latest[0].Revision != 2 {
			t.Fatalf("%d latest", len(latest))
		}
		w.change(round.ID, surveys.RoundClosed)
		_, err = w.s.ReopenResponse(w.ctx(), approves, id, "too late")
		refused(t, err, fault.Conflict, "response-state")
		w.change(round.ID, surveys.RoundFrozen)
		_, err = w.s.ReopenResponse(w.ctx(), approves, id, "far too late")
		refused(t, err, fault.Conflict, "round-not-open")
	})
}

func TestLeavingGoalsOut(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		round := w.round("Round", 2026)
		fills, approves := w.respondent(0), w.approver(0)
		id := w.response(round.ID, fills)
		for _, none := range []string{"", " \t ", " x "} {
			_, err := w.s.ChooseGoal(w.ctx(), fills, id, 1, true, none)
			refused(t, err, fault.Invalid, "invalid-input")
		}
		d := must(w.s.ChooseGoal(w.ctx(), fills, id, 1, true, "Not ours"))(t)
		if d.Response.Sections != 1 || d.Sections[0].State != surveys.SectionLeftOut {
			t.Fatalf("%+v", d)
		}
		_, err := w.s.ChooseGoal(w.ctx(), fills, id, 3, true, "Not ours")
		refused(t, err, fault.Conflict, "last-goal")
		_, err = w.s.ChooseGoal(w.ctx(), fills, id, 2, true, "Not ours")
		refused(t, err, fault.NotFound, "not-found")
		_, err = w.s.SaveAnswer(w.ctx(), fills, id, "1.1-a", 0, surveys.AnswerInput{State: surveys.Value, Value: f(1)})
		refused(t, err, fault.Conflict, "goal-left-out")

		w.save(fills, id, "3.1-c", 0, surveys.AnswerInput{State: surveys.Value, Choice: "no"})
		w.save(fills, id, "3.2-share", 0, surveys.AnswerInput{State: surveys.Declined, Reason: "not public"})
		must(w.s.SendForReview(w.ctx(), fills, id))(t)
		w.approve(approves, id)
		if receipt := must(w.s.SubmitResponse(w.ctx(), fills, id))(t); receipt.Answers != 2 {
			t.Fatalf("%+v", receipt)
		}
		must(w.s.ReopenResponse(w.ctx(), approves, id, "take it in again"))(t)
		if d = must(w.s.ChooseGoal(w.ctx(), fills, id, 1, false, ""))(t); d.Response.Sections != 2 || d.Sections[0].State != surveys.SectionNotStarted {
			t.Fatalf("%+v", d)
		}
	})
}

// TestOtherMunicipalitiesDoNotExist: to somebody else's person a response
// answers as if it were not there, and stays as it was.
func TestOtherMunicipalitiesDoNotExist(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		round := w.round("Round", 2026)
		owner := w.respondent(0)
		id := w.response(round.ID, owner)
		w.save(owner, id, "1.1-a", 0, surveys.AnswerInput{State: surveys.Value, Value: f(7)})
		before := must(w.s.CheckResponse(w.ctx(), owner, id))(t)
		everything := []orgs.Role{orgs.Respondent, orgs.Approver, orgs.MunicipalityAdmin}
		council := w.coordinator
		council.Roles = everything
		for name, a := range map[string]orgs.Actor{
			"neighbour": w.person(w.towns[1], orgs.ScopeMunicipality, everything...), "council": council,
		} {
			for _, target := range []uuid.UUID{id, uuid.New()} {
				in := surveys.AnswerInput{State: surveys.Value, Value: f(99)}
				calls := map[string]func() error{
					"get":      func() error { _, err := w.s.GetResponse(w.ctx(), a, target); return err },
					"goal":     func() error { _, err := w.s.GetResponseGoal(w.ctx(), a, target, 1); return err },
					"choose":   func() error { _, err := w.s.ChooseGoal(w.ctx(), a, target, 1, true, "Not ours"); return err },
					"save":     func() error { _, err := w.s.SaveAnswer(w.ctx(), a, target, "1.1-a", 1, in); return err },
					"clear":    func() error { return w.s.ClearAnswer(w.ctx(), a, target, "1.1-a", 1) },
					"confirm":  func() error { _, err := w.s.ConfirmStatistic(w.ctx(), a, target, "1.1-a"); return err },
					"all":      func() error { _, err := w.s.ConfirmGoalStatistics(w.ctx(), a, target, 1); return err },
					"history":  func() error { _, _, err := w.s.AnswerHistory(w.ctx(), a, target, "1.1-a"); return err },
					"check":    func() error { _, err := w.s.CheckResponse(w.ctx(), a, target); return err },
					"review":   func() error { _, err := w.s.SendForReview(w.ctx(), a, target); return err },
					"return":   func() error { _, err := w.s.ReturnResponse(w.ctx(), a, target, "because"); return err },
					"approve":  func() error { _, err := w.s.ApproveResponse(w.ctx(), a, target, 1); return err },
					"submit":   func() error { _, err := w.s.SubmitResponse(w.ctx(), a, target); return err },
					"reopen":   func() error { _, err := w.s.ReopenResponse(w.ctx(), a, target, "because"); return err },
					"document": func() error { _, err := w.s.GetSubmission(w.ctx(), a, target, 1); return err },
				}
				for call, do := range calls {
					if err := do(); fault.KindOf(err) != fault.NotFound || err == nil {
						t.Errorf("%s, %s: %v", name, call, err)
					}
				}
			}
			if list := must(w.s.ListResponses(w.ctx(), a))(t); slices.ContainsFunc(list, func(r surveys.ResponseInfo) bool { return r.ID == id }) {
				t.Errorf("%s finds it listed", name)
			}
		}
		after := must(w.s.CheckResponse(w.ctx(), owner, id))(t)
		if after.Detail.Response.Version != before.Detail.Response.Version || *after.Goals[0].Questions[0].Answer.Value != 7 {
			t.Fatalf("changed: %+v", after.Detail)
		}
	})
}

func TestWhoSeesWhatWasSubmitted(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		round := w.round("Round", 2026)
		id := w.submitted(round.ID, 0, 10)
		var stranger uuid.UUID
		w.write(func(tx *models.Tx) error {
			stranger = w.organisation(tx, "regional_council", "Et annet råd")
			return nil
		})
		for name, c := range map[string]struct {
			actor orgs.Actor
			sees  bool
		}{
			"itself":          {w.respondent(0), true},
			"council":         {w.person(w.council, orgs.ScopeRegion, orgs.CouncilMember), true},
			"admin":           {w.person(stranger, orgs.ScopeAny, orgs.Admin), true},
			"neighbour":       {w.respondent(1), false},
			"another council": {w.person(stranger, orgs.ScopeRegion, orgs.Coordinator), false},
		} {
			detail, err := w.s.GetSubmission(w.ctx(), c.actor, id, 1)
			list, listErr := w.s.ListSubmissions(w.ctx(), c.actor, id)
			if c.sees && (err != nil || listErr != nil || detail.Document == "" || len(list) != 1) {
				t.Errorf("%s: %v, %v", name, err, listErr)
			}
			if !c.sees && (fault.KindOf(err) != fault.NotFound || fault.KindOf(listErr) != fault.NotFound) {
				t.Errorf("%s: %v, %v", name, err, listErr)
			}
		}
		_, err := w.s.GetSubmission(w.ctx(), w.respondent(0), id, 2)
		refused(t, err, fault.NotFound, "not-found")
	})
}

func TestProgressTellsStatesAndNoAnswers(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		round := w.round("Round", 2026)
		w.submitted(round.ID, 2, 10)
		fills := w.respondent(1)
		w.save(fills, w.response(round.ID, fills), "1.1-a", 0, surveys.AnswerInput{State: surveys.Value, Value: f(7)})
		look := func() []surveys.MunicipalityProgress {
			_, items, err := w.s.RoundProgress(w.ctx(), w.coordinator, round.ID)
			if err != nil || len(items) != 3 {
				t.Fatalf("%v %+v", err, items)
			}
			return items
		}
		items := look()
		names := []string{items[0].Municipality.Name, items[1].Municipality.Name, items[2].Municipality.Name}
		if !slices.Equal(names, []string{"Bygda", "Ådal", "Åsen"}) || items[1].Municipality.Number != "9903" {
			t.Fatalf("%v", names)
		}
		if items[0].State != surveys.NotStarted || items[1].State != surveys.Submitted || items[1].SectionsDone != 2 ||
			items[1].SubmittedAt == nil || items[2].State != surveys.InProgress || items[2].SectionsDone != 0 || items[2].Sections != 2 {
			t.Fatalf("%+v", items)
		}
		if items[0].Late || items[1].Late || items[2].Late {
			t.Fatal("late a month ahead")
		}
		dbtest.Clock(db).Set(round.ClosesAt.Add(-7 * 24 * time.Hour))
		if items = look(); !items[0].Late || items[1].Late || !items[2].Late {
			t.Fatalf("a week ahead: %+v", items)
		}
		_, _, err := w.s.RoundProgress(w.ctx(), w.respondent(0), round.ID)
		refused(t, err, fault.NotFound, "not-found")
	})
}

func TestNearestDeadlineComesFirst(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	old := w.round("Old", 2024)
	w.change(old.ID, surveys.RoundClosed)
	late := w.plan("Late", 2026)
	late.ClosesAt = late.ClosesAt.Add(time.Hour)
	w.change(must(w.s.CreateRound(w.ctx(), w.coordinator, late))(t).ID, surveys.RoundOpen)
	w.round("Soon", 2026)
	var names []string
	for _, r := range must(w.s.ListResponses(w.ctx(), w.respondent(0)))(t) {
		names = append(names, r.Round.Name)
	}
	if !slices.Equal(names, []string{"Soon", "Late", "Old"}) {
		t.Fatalf("%v", names)
	}
}
