package surveys_test

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

func TestCommentsOnAnswers(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		round := w.ownRound(w.questionnaire(ownForm()))
		fills, approves := w.respondent(0), w.approver(0)
		id := w.response(round.ID, fills)
		first := must(w.s.AddComment(w.ctx(), approves, id, "3.1-c", "", " is this so? "))(t)
		if first.Text != "is this so?" || first.Goal != 3 || first.CreatedBy.ID != approves.Person || first.State != surveys.CommentOpen {
			t.Fatalf("%+v", first)
		}
		second := must(w.s.AddComment(w.ctx(), fills, id, "", "people", "and this?"))(t)
		if second.Goal != 3 {
			t.Errorf("%+v", second)
		}
		if d := must(w.s.GetResponse(w.ctx(), fills, id))(t); len(waitingIn(d)) != 1 || waitingIn(d)[3] != 2 {
			t.Fatalf("%v", waitingIn(d))
		}
		done := must(w.s.MarkComment(w.ctx(), fills, id, first.ID, 1, true))(t)
		if done.State != surveys.CommentDone || done.DoneBy.ID != fills.Person || done.DoneAt == nil {
			t.Fatalf("%+v", done)
		}
		_, err := w.s.MarkComment(w.ctx(), fills, id, first.ID, 1, false)
		if f := refusal(t, err, fault.Stale, "stale"); f.Current.(surveys.AnswerComment).State != surveys.CommentDone {
			t.Fatalf("%+v", f)
		}
		list := must(w.s.ListComments(w.ctx(), approves, id))(t)
		if len(list) != 2 || list[0].ID != second.ID || list[1].ID != first.ID {
			t.Fatalf("%+v", list)
		}
		if d := must(w.s.GetResponse(w.ctx(), fills, id))(t); d.OpenComments != 1 || waitingIn(d)[3] != 1 {
			t.Fatalf("%d open, %v", d.OpenComments, waitingIn(d))
		}
		for _, c := range []struct{ code, question, text string }{{"9.9-none", "", "x y"}, {"", "", "x y"}, {"3.1-c", "people", "x y"}, {"", "nobody", "x y"}, {"3.1-c", "", "  "}} {
			_, err := w.s.AddComment(w.ctx(), fills, id, c.code, c.question, c.text)
			refused(t, err, fault.Invalid, "invalid-input")
		}
		neighbour := w.respondent(1)
		_, err = w.s.MarkComment(w.ctx(), neighbour, w.response(round.ID, neighbour), first.ID, 2, false)
		refused(t, err, fault.NotFound, "not-found")
		w.change(round.ID, surveys.RoundClosed, surveys.RoundFrozen)
		_, err = w.s.AddComment(w.ctx(), fills, id, "3.1-c", "", "too late")
		refused(t, err, fault.Conflict, "round-not-open")
	})
}

// waitingIn gives the open remarks by section, those without any left out.
func waitingIn(d surveys.ResponseDetail) map[int]int {
	counts := map[int]int{}
	for _, section := range d.Sections {
		if section.Waiting > 0 {
			counts[section.Goal] = section.Waiting
		}
	}
	return counts
}

func TestARoundMayDoWithoutFourEyes(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	plan := w.plan("Round", 2026)
	round := w.change(must(w.s.CreateRound(w.ctx(), w.coordinator, plan))(t).ID, surveys.RoundOpen)
	holder := w.holder(0, orgs.Approver)
	w.holder(0, orgs.Approver)
	both := orgs.Actor{Person: holder, Org: w.towns[0], Roles: []orgs.Role{orgs.Respondent, orgs.Approver}, Scope: orgs.ScopeMunicipality, RequestID: "test"}
	id := w.response(round.ID, both)
	w.answerAll(both, id, 10)
	sent := must(w.s.SendForReview(w.ctx(), both, id))(t)
	lock := slices.IndexFunc(sent.Locks, func(l surveys.Lock) bool { return l.Action == surveys.Approve })
	if !sent.FourEyes || slices.Contains(sent.Actions, surveys.Approve) || lock < 0 || sent.Locks[lock].Code != "lock_own_answers" {
		t.Fatalf("%v %v", sent.Actions, sent.Locks)
	}
	_, err := w.s.ApproveResponse(w.ctx(), both, id, sent.Response.Version)
	refused(t, err, fault.Conflict, "own-answers")
	off := false
	info := must(w.s.UpdateRound(w.ctx(), w.coordinator, round.ID, round.Version, surveys.RoundEdit{Name: round.Name, OpensAt: round.OpensAt, ClosesAt: round.ClosesAt, FourEyes: &off}))(t)
	now := must(w.s.GetResponse(w.ctx(), both, id))(t)
	if info.FourEyes || now.FourEyes || !slices.Contains(now.Actions, surveys.Approve) {
		t.Fatalf("%v %v", info.FourEyes, now.Actions)
	}
	w.approve(both, id)
	without := w.plan("Another", 2027)
	without.TwoEyes = true
	if made := must(w.s.CreateRound(w.ctx(), w.coordinator, without))(t); made.FourEyes || made.ID == uuid.Nil {
		t.Fatalf("%+v", made)
	}
}
