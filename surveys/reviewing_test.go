package surveys_test

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

// post keeps what people are told.
type post struct {
	mu      sync.Mutex
	notices []orgs.Notice
}

func (p *post) Tell(_ *models.Tx, n orgs.Notice) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.notices = append(p.notices, n)
	return nil
}

func (w *world) verifier() orgs.Actor {
	w.t.Helper()
	return w.person(uuid.New(), orgs.ScopeAny, orgs.Verifier)
}

func (w *world) state(a orgs.Actor, id uuid.UUID) surveys.ResponseState {
	w.t.Helper()
	return must(w.s.GetResponse(w.ctx(), a, id))(w.t).Response.State
}

func (w *world) ask(a orgs.Actor, id uuid.UUID, revision int, code string) surveys.PlausibilityQuestion {
	w.t.Helper()
	return must(w.s.AskQuestion(w.ctx(), a, id, revision, code, "", "it looks odd: "+code))(w.t)
}

// resubmit takes a reopened response all the way again.
func (w *world) resubmit(id uuid.UUID) surveys.Submission {
	w.t.Helper()
	fills, approves := w.respondent(0), w.approver(0)
	must(w.s.SendForReview(w.ctx(), fills, id))(w.t)
	w.approve(approves, id)
	return must(w.s.SubmitResponse(w.ctx(), approves, id))(w.t)
}

// anchor records a decision of a level.
func (w *world) anchor(a orgs.Actor, id uuid.UUID, level surveys.Level, version int) surveys.Anchoring {
	w.t.Helper()
	return must(w.s.RecordAnchoring(w.ctx(), a, id, level, version, surveys.AnchoringInput{Body: "The council", CaseNumber: "31/26", DecidedOn: "2026-03-01", Text: "Agreed."}))(w.t)
}

func TestFromQuestionsToDecisions(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		letters := &post{}
		w.s.OnNews(letters)
		holder := w.holder(0, orgs.Respondent)
		id := w.submitted(w.round("Round", 2026).ID, 0, 10)
		fills, approves, verifies := w.respondent(0), w.approver(0), w.verifier()

		w.ask(w.coordinator, id, 1, "1.1-a")
		second := w.ask(verifies, id, 1, "3.1-c")
		_, err := w.s.AskQuestion(w.ctx(), verifies, id, 1, "1.1-a", "", "the same again")
		refused(t, err, fault.Conflict, "already-asked")
		if n := letters.notices; len(n) != 1 || !slices.Contains(n[0].To, holder) || n[0].Organisation != "Bygda" || !strings.HasSuffix(n[0].Page, id.String()+"/questions") {
			t.Fatalf("%+v", n)
		}
		if d := must(w.s.GetResponse(w.ctx(), fills, id))(t); d.Response.State != surveys.Questioned || d.OpenQuestions != 2 || waitingIn(d)[1] != 1 || waitingIn(d)[3] != 1 {
			t.Fatalf("%+v", d)
		}
		_, err = w.s.MarkChecked(w.ctx(), verifies, id, 1)
		refused(t, err, fault.Conflict, "response-state")

		must(w.s.ReopenResponse(w.ctx(), approves, id, "1.1-a was last year's"))(t)
		w.save(fills, id, "1.1-a", 1, surveys.AnswerInput{State: surveys.Value, Value: f(20)})
		if again := w.resubmit(id); again.Revision != 2 {
			t.Fatalf("%+v", again)
		}
		// one is corrected, the other waits: no submission passes over it
		if got := w.state(fills, id); got != surveys.Questioned {
			t.Fatalf("%s with a question open", got)
		}
		stood := must(w.s.StandBy(w.ctx(), fills, id, second.ID, "it is partly done"))(t)
		if stood.State != string(surveys.QuestionStoodBy) || stood.SettledBy.ID != fills.Person || stood.Reply != "it is partly done" {
			t.Fatalf("%+v", stood)
		}
		list := must(w.s.ListQuestions(w.ctx(), approves, id))(t)
		if len(list) != 2 || list[0].State != string(surveys.QuestionCorrected) || list[0].SettledRevision != 2 || list[0].Indicator.Code != "1.1-a" {
			t.Fatalf("%+v", list)
		}
		if n := letters.notices; w.state(fills, id) != surveys.Submitted || len(n) != 2 || len(n[1].To) != 2 {
			t.Fatalf("%+v", n)
		}
		_, err = w.s.StandBy(w.ctx(), fills, id, second.ID, "once more")
		refused(t, err, fault.Conflict, "response-state")

		_, err = w.s.MarkChecked(w.ctx(), verifies, id, 1)
		if f := refusal(t, err, fault.Conflict, "revision-not-latest"); f.Params["latest"] != 2 {
			t.Fatalf("%+v", f)
		}
		if r := must(w.s.MarkChecked(w.ctx(), verifies, id, 2))(t); r.State != surveys.Checked || r.Submission.Revision != 2 || len(r.Questions) != 2 {
			t.Fatalf("%+v", r)
		}
		w.anchor(approves, id, surveys.Administrative, 0)
		if d := must(w.s.GetResponse(w.ctx(), fills, id))(t); d.Response.State != surveys.Checked || !slices.Equal(d.Unanchored, []surveys.Level{surveys.Political}) {
			t.Fatalf("%+v", d)
		}
		w.anchor(fills, id, surveys.Political, 0)
		if d := must(w.s.GetResponse(w.ctx(), fills, id))(t); d.Response.State != surveys.Anchored || len(d.Unanchored) != 0 {
			t.Fatalf("%+v", d)
		}

		var kinds []surveys.HistoryKind
		for _, c := range w.history(fills, id, "1.1-a") {
			kinds = append(kinds, c.Kind)
			if c.Kind == surveys.ResponseReopened && c.Why != "1.1-a was last year's" || c.Kind == surveys.QuestionAsked && c.Why != "it looks odd: 1.1-a" ||
				c.Kind == surveys.AnswerCorrected && c.Revision != 2 {
				t.Errorf("%+v", c)
			}
		}
		if want := []surveys.HistoryKind{"changed", "submitted", "asked", "reopened", "changed", "submitted", "corrected"}; !sameKinds(kinds, want) {
			t.Errorf("%v, want %v", kinds, want)
		}
	})
}

// sameKinds compares what happened; of things at one moment the order is open.
func sameKinds(x, y []surveys.HistoryKind) bool {
	x, y = slices.Clone(x), slices.Clone(y)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// holder makes somebody who can sign in hold a role of a municipality.
func (w *world) holder(town int, role orgs.Role) uuid.UUID {
	w.t.Helper()
	a := w.person(w.towns[town], orgs.ScopeMunicipality, role)
	w.write(func(tx *models.Tx) error {
		if err := tx.G.Model(&models.Person{}).Where("id = ?", a.Person).Update("password_hash", "x").Error; err != nil {
			return err
		}
		return tx.G.Create(&models.Membership{ID: models.NewID(), PersonID: a.Person, OrganisationID: w.towns[town], Role: string(role), ValidFrom: "2020-01-01", CreatedAt: tx.Now}).Error
	})
	return a.Person
}

// TestAfterClosingOnlyWhatWasAskedIsCorrected: and after the freeze nothing is.
func TestAfterClosingOnlyWhatWasAskedIsCorrected(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		again := &candidates{}
		w.s.OnClose(again)
		round := w.round("Round", 2026)
		id, other := w.submitted(round.ID, 0, 10), w.submitted(round.ID, 1, 10)
		fills, approves := w.respondent(0), w.approver(0)
		w.change(round.ID, surveys.RoundClosed)
		_, err := w.s.ReopenResponse(w.ctx(), approves, id, "we saw it now")
		refused(t, err, fault.Conflict, "response-state")
		w.ask(w.coordinator, id, 1, "1.1-a")
		must(w.s.ReopenResponse(w.ctx(), approves, id, "we were asked"))(t)
		w.save(fills, id, "1.1-a", 1, surveys.AnswerInput{State: surveys.Value, Value: f(20)})
		w.resubmit(id)
		if len(again.rounds) != 2 || w.state(fills, id) != surveys.Submitted {
			t.Fatalf("candidates stored %v", again.rounds)
		}
		w.change(round.ID, surveys.RoundFrozen)
		_, err = w.s.AskQuestion(w.ctx(), w.coordinator, other, 1, "1.1-a", "", "too late")
		refused(t, err, fault.Conflict, "round-not-open")
		must(w.s.MarkChecked(w.ctx(), w.coordinator, id, 2))(t)
		w.change(round.ID, surveys.RoundPublished)
		w.anchor(approves, id, surveys.Political, 0)
		_, err = w.s.MarkChecked(w.ctx(), w.coordinator, other, 1)
		refused(t, err, fault.Conflict, "round-not-open")
	})
}

// TestWhoReachesAReview: what was never submitted, and another council's responses,
// are not there.
func TestWhoReachesAReview(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		round := w.round("Round", 2026)
		id, draft := w.submitted(round.ID, 0, 10), w.response(round.ID, w.respondent(1))
		var elsewhere uuid.UUID
		w.write(func(tx *models.Tx) error {
			elsewhere = w.organisation(tx, "regional_council", "Et annet råd")
			return nil
		})
		stranger := w.person(elsewhere, orgs.ScopeRegion, orgs.Coordinator)
		for name, c := range map[string]struct {
			a  orgs.Actor
			id uuid.UUID
		}{"a draft": {w.coordinator, draft}, "a draft, from anywhere": {w.verifier(), draft}, "another council's": {stranger, id}, "a town's own": {w.respondent(0), id}, "none": {w.verifier(), uuid.New()}} {
			_, get := w.s.GetReview(w.ctx(), c.a, c.id)
			_, ask := w.s.AskQuestion(w.ctx(), c.a, c.id, 1, "1.1-a", "", "why")
			_, mark := w.s.MarkChecked(w.ctx(), c.a, c.id, 1)
			for what, err := range map[string]error{"get": get, "ask": ask, "mark": mark} {
				if err == nil || fault.KindOf(err) != fault.NotFound {
					t.Errorf("%s, %s: %v", name, what, err)
				}
			}
		}
		if queue := must(w.s.ReviewQueue(w.ctx(), stranger))(t); len(queue) != 0 {
			t.Errorf("%+v", queue)
		}
		_, err := w.s.AskQuestion(w.ctx(), w.coordinator, id, 1, "9.9-none", "", "why")
		refused(t, err, fault.Invalid, "invalid-input")
	})
}

func TestTakingAQuestionBack(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	id := w.submitted(w.round("Round", 2026).ID, 0, 10)
	q := w.ask(w.coordinator, id, 1, "1.1-a")
	if back := must(w.s.WithdrawQuestion(w.ctx(), w.verifier(), id, q.ID))(t); back.State != string(surveys.QuestionWithdrawn) {
		t.Fatalf("%+v", back)
	}
	if got := w.state(w.respondent(0), id); got != surveys.Submitted {
		t.Fatal(got)
	}
	w.ask(w.coordinator, id, 1, "1.1-a") // may be asked anew
}

func TestDecisionsBelongToTheirRevision(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	id := w.submitted(w.round("Round", 2026).ID, 0, 10)
	fills, approves := w.respondent(0), w.approver(0)
	must(w.s.MarkChecked(w.ctx(), w.coordinator, id, 1))(t)
	first := w.anchor(approves, id, surveys.Political, 0)
	_, err := w.s.RecordAnchoring(w.ctx(), approves, id, surveys.Political, 0, surveys.AnchoringInput{Body: "x", DecidedOn: "2026-03-01"})
	if f := refusal(t, err, fault.Stale, "stale"); f.Current.(surveys.Anchoring).Version != first.Version {
		t.Fatalf("%+v", f)
	}
	if mended := w.anchor(approves, id, surveys.Political, 1); mended.Version != 2 || mended.ID != first.ID {
		t.Fatalf("%+v", mended)
	}
	for field, in := range map[string]surveys.AnchoringInput{"body": {DecidedOn: "2026-03-01"}, "decidedOn": {Body: "x", DecidedOn: "2026-03-03"}} {
		_, err := w.s.RecordAnchoring(w.ctx(), approves, id, surveys.Administrative, 0, in)
		if f := refusal(t, err, fault.Invalid, "invalid-input"); len(f.Fields) != 1 || f.Fields[0].Path != field {
			t.Errorf("%+v", f)
		}
	}
	w.anchor(approves, id, surveys.Administrative, 0)
	must(w.s.ReopenResponse(w.ctx(), approves, id, "an error after all"))(t)
	w.save(fills, id, "1.1-a", 1, surveys.AnswerInput{State: surveys.Value, Value: f(20)})
	w.resubmit(id)
	list, missing, err := w.s.ListAnchorings(w.ctx(), fills, id)
	if err != nil || len(list) != 2 || list[0].Latest || len(missing) != 2 || w.state(fills, id) != surveys.Submitted {
		t.Fatalf("%v %+v %v", err, list, missing)
	}
}

func TestTheQueueBeginsWithTheMostImplausible(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		last := w.round("Last", 2025)
		for town := range 3 {
			w.submitted(last.ID, town, 40)
		}
		w.change(last.ID, surveys.RoundClosed, surveys.RoundFrozen, surveys.RoundPublished)
		dbtest.Clock(db).Set(dbtest.Start.AddDate(0, 0, 1))
		plan := w.plan("Round", 2026)
		plan.OpensAt = dbtest.Start.AddDate(0, 0, 1)
		round := w.change(must(w.s.CreateRound(w.ctx(), w.coordinator, plan))(t).ID, surveys.RoundOpen)
		calm, wild, asked := w.submitted(round.ID, 0, 41), w.submitted(round.ID, 1, 90), w.submitted(round.ID, 2, 95)
		w.ask(w.coordinator, asked, 1, "1.1-a")
		for _, a := range []orgs.Actor{w.coordinator, w.verifier()} {
			var order []uuid.UUID
			queue := must(w.s.ReviewQueue(w.ctx(), a))(t)
			for _, item := range queue {
				order = append(order, item.ID)
			}
			if !slices.Equal(order, []uuid.UUID{wild, calm, asked}) || queue[0].Unexplained != 1 || queue[1].Odd != 0 || queue[2].OpenQuestions != 1 {
				t.Fatalf("%+v", queue)
			}
		}
		if odd := must(w.s.GetReview(w.ctx(), w.coordinator, wild))(t).Oddities; len(odd) != 1 || odd[0].Kind != surveys.OddChange || odd[0].Was != 40 || odd[0].Value != 90 {
			t.Fatalf("%+v", odd)
		}
		must(w.s.MarkChecked(w.ctx(), w.coordinator, wild, 1))(t)
		if queue := must(w.s.ReviewQueue(w.ctx(), w.coordinator))(t); len(queue) != 2 {
			t.Fatalf("%+v", queue)
		}
	})
}
