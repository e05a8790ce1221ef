package surveys_test

import (
	"testing"

	"github.com/google/uuid"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

// colleague makes a respondent who can sign in.
func (w *world) colleague(town int) orgs.Actor {
	w.t.Helper()
	a := w.respondent(town)
	w.write(func(tx *models.Tx) error {
		w.create(tx, &models.Membership{ID: models.NewID(), PersonID: a.Person, OrganisationID: w.towns[town], Role: string(orgs.Respondent),
			ValidFrom: "2020-01-01", CreatedAt: tx.Now})
		return tx.G.Model(&models.Person{}).Where("id = ?", a.Person).Update("password_hash", "x").Error
	})
	return a
}

// TestASectionHasOneOwner hands a section over by account: only the colleague edits
// it, others must take it back or accept it first.
func TestASectionHasOneOwner(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		fills, has := w.colleague(0), w.colleague(0)
		id := w.response(w.round("Runde", 2026).ID, fills)
		give := surveys.HandOver{Goal: 1, Person: &has.Person, Note: " Du kjenner tallene. ", Deadline: "2026-03-20"}
		value := surveys.AnswerInput{State: surveys.Value, Value: f(10)}
		elsewhere := w.colleague(1).Person

		for name, c := range map[string]struct {
			change func(in *surveys.HandOver)
			kind   fault.Kind
			code   string
		}{
			"an unknown goal":     {func(in *surveys.HandOver) { in.Goal = 9 }, fault.Invalid, "invalid-input"},
			"yesterday":           {func(in *surveys.HandOver) { in.Deadline = "2026-03-01" }, fault.Invalid, "invalid-input"},
			"after the round":     {func(in *surveys.HandOver) { in.Deadline = "2027-03-01" }, fault.Invalid, "invalid-input"},
			"somebody elsewhere":  {func(in *surveys.HandOver) { in.Person = &elsewhere }, fault.NotFound, "not-found"},
			"nobody":              {func(in *surveys.HandOver) { in.Person = nil }, fault.Invalid, "invalid-input"},
			"a link without mail": {func(in *surveys.HandOver) { in.Person, in.Name, in.Email = nil, "Kari", "kari@example.no" }, fault.Unavailable, "mail-unavailable"},
		} {
			in := give
			c.change(&in)
			if _, err := w.s.HandOverSection(w.ctx(), fills, id, in); fault.KindOf(err) != c.kind {
				t.Errorf("to %s: %v", name, err)
			}
		}

		out := must(w.s.HandOverSection(w.ctx(), fills, id, give))(t)
		if out.Note != "Du kjenner tallene." || out.State != string(surveys.AssignmentNotStarted) {
			t.Errorf("handed over: %+v", out)
		}
		_, err := w.s.HandOverSection(w.ctx(), fills, id, give)
		refused(t, err, fault.Conflict, "section-handed-out")
		_, err = w.s.SaveAnswer(w.ctx(), fills, id, "1.1-a", 0, value)
		if locked := refusal(t, err, fault.Conflict, "section-handed-out"); locked.Params["name"] != out.Name {
			t.Errorf("it does not say who has it: %v", locked.Params)
		}
		_, err = w.s.ChooseGoal(w.ctx(), fills, id, 1, true, "fordi")
		refused(t, err, fault.Conflict, "section-handed-out")
		if goal := must(w.s.GetResponseGoal(w.ctx(), fills, id, 1))(t); goal.Editable || goal.Handed == nil || goal.Handed.Mine {
			t.Errorf("to the others: %+v", goal.Handed)
		}
		w.save(fills, id, "3.1-c", 0, surveys.AnswerInput{State: surveys.Value, Choice: "yes"}) // another section is as before

		w.save(has, id, "1.1-a", 0, value)
		if own := must(w.s.OwnAssignments(w.ctx(), has))(t); len(own) != 1 || own[0].State != string(surveys.AssignmentStarted) || !own[0].Mine {
			t.Errorf("with the first answer: %+v", own)
		}
		move := func(a orgs.Actor, to surveys.AssignmentState) error {
			_, err := w.s.MoveAssignment(w.ctx(), a, out.ID, to, "")
			return err
		}
		refused(t, move(fills, surveys.AssignmentAnswered), fault.Conflict, "not-handed-to-you")
		refused(t, move(fills, surveys.AssignmentAccepted), fault.Conflict, "assignment-state")
		for range 2 { // the second time nothing happens
			if err := move(has, surveys.AssignmentAnswered); err != nil {
				t.Fatal(err)
			}
		}
		refused(t, move(has, surveys.AssignmentAccepted), fault.Conflict, "own-assignment")
		_, err = w.s.SendForReview(w.ctx(), fills, id)
		refused(t, err, fault.Conflict, "section-out")
		if err := move(fills, surveys.AssignmentAccepted); err != nil {
			t.Fatal(err)
		}
		refused(t, move(fills, surveys.AssignmentTakenBack), fault.Conflict, "assignment-state")
		w.save(fills, id, "1.2-b", 0, value)
		for _, action := range []string{"assignment.hand_over", "assignment.start", "assignment.answered", "assignment.accepted"} {
			if n := w.audits("assignment", out.ID, action); n != 1 {
				t.Errorf("%s stands %d times in the audit", action, n)
			}
		}
	})
}

// TestASectionIsTakenBackAndRenewed takes a section back while its colleague writes,
// and gives one that was answered another deadline.
func TestASectionIsTakenBackAndRenewed(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		fills, has := w.colleague(0), w.colleague(0)
		id := w.response(w.round("Runde", 2026).ID, fills)
		give := func() uuid.UUID {
			return must(w.s.HandOverSection(w.ctx(), fills, id, surveys.HandOver{Goal: 1, Person: &has.Person, Deadline: "2026-03-20"}))(t).ID
		}
		first := give()
		back := must(w.s.MoveAssignment(w.ctx(), fills, first, surveys.AssignmentTakenBack, " Vi fant tallene. "))(t)
		if back.CloseReason != "Vi fant tallene." || back.ClosedAt == nil {
			t.Errorf("taken back: %+v", back)
		}
		w.save(has, id, "1.1-a", 0, surveys.AnswerInput{State: surveys.Value, Value: f(10)}) // as a respondent like others
		_, err := w.s.RenewAssignment(w.ctx(), fills, first, back.Version, "", "2026-03-25")
		refused(t, err, fault.Conflict, "assignment-state")

		second := give()
		answered := must(w.s.MoveAssignment(w.ctx(), has, second, surveys.AssignmentAnswered, ""))(t)
		_, err = w.s.RenewAssignment(w.ctx(), fills, second, answered.Version-1, "", "2026-03-25")
		if stale := refusal(t, err, fault.Stale, "stale"); stale.Current.(surveys.Assignment).State != string(surveys.AssignmentAnswered) {
			t.Errorf("a stale renewal tells %+v", stale.Current)
		}
		renewed := must(w.s.RenewAssignment(w.ctx(), fills, second, answered.Version, "En gang til", "2026-03-25"))(t)
		if renewed.State != string(surveys.AssignmentStarted) || renewed.Deadline != "2026-03-25" || renewed.Note != "En gang til" || renewed.AnsweredAt != nil {
			t.Errorf("renewed: %+v", renewed)
		}
		if all := must(w.s.Assignments(w.ctx(), fills, id))(t); len(all.Items) != 2 || len(all.Colleagues) != 1 || all.Colleagues[0].ID != has.Person {
			t.Errorf("%d sections, colleagues %v", len(all.Items), all.Colleagues)
		}
		_, err = w.s.MoveAssignment(w.ctx(), w.colleague(1), second, surveys.AssignmentTakenBack, "")
		refused(t, err, fault.NotFound, "not-found")
	})
}
