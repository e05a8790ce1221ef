package surveys_test

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
	"loftet/surveys/form"
)

// fileForm asks for a file under a goal, for one in each row of a repeat, and for a
// text.
func fileForm() *form.Form {
	return &form.Form{
		ID: "files", Title: form.Text{"nb": "Filer"}, Languages: []string{"nb"},
		Items: []form.Item{
			{Kind: form.Attachment, Name: "plan", Goal: 3, Label: form.Text{"nb": "Planen"}},
			{Kind: form.ShortText, Name: "aside", Goal: 3},
			{Kind: form.Repeat, Name: "sites", Items: []form.Item{{Kind: form.Attachment, Name: "drawing"}}},
			{Kind: form.ShortText, Name: "remark"},
		},
	}
}

func TestAFileAnswersAnOwnQuestion(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		fills, approves, other := w.respondent(0), w.approver(0), w.respondent(1)
		round := w.ownRound(w.questionnaire(fileForm()))
		id, theirs := w.response(round.ID, fills), w.response(round.ID, other)
		first := must(w.s.HandInFile(w.ctx(), fills, id, "plan", paper))(t)
		if again := must(w.s.HandInFile(w.ctx(), fills, id, "plan", paper))(t); again.ID != first.ID || first.Question != "plan" || first.Name != "plan.pdf" {
			t.Errorf("%+v, then %+v", first, again)
		}
		elsewhere := must(w.s.HandInFile(w.ctx(), other, theirs, "plan", paper))(t)
		drawing := must(w.s.HandInFile(w.ctx(), fills, id, "drawing", paper))(t)
		for _, name := range []string{"remark", "sites", "nobody"} {
			_, err := w.s.HandInFile(w.ctx(), fills, id, name, paper)
			refused(t, err, fault.NotFound, "not-found")
		}
		_, err := w.s.HandInFile(w.ctx(), other, id, "plan", paper)
		refused(t, err, fault.NotFound, "not-found")
		_, err = w.s.HandInFile(w.ctx(), approves, id, "plan", paper)
		refused(t, err, fault.Denied, "not-your-role")
		for _, not := range []string{elsewhere.ID.String(), drawing.ID.String(), models.NewID().String()} {
			_, err := w.s.SaveEntry(w.ctx(), fills, id, "plan", 0, 0, not)
			if f := refusal(t, err, fault.Invalid, "invalid-input"); f.Fields[0].Code != "file_gone" || f.Fields[0].Path != "value" {
				t.Errorf("%+v", f.Fields)
			}
		}
		w.enter(fills, id, "remark", 0, 0, elsewhere.ID.String()) // a text may say anything
		w.enter(fills, id, "plan", 0, 0, first.ID.String())
		w.enter(fills, id, "sites", 0, 0, []any{1.0})
		w.enter(fills, id, "drawing", 1, 0, drawing.ID.String())
		refused(t, w.s.TakeAway(w.ctx(), fills, id, first.ID), fault.Conflict, "file-is-answer")
		if own := must(w.s.GetResponseGoal(w.ctx(), approves, id, 3))(t).Own; len(own.Files) != 2 || own.Files[0].ID != first.ID {
			t.Errorf("%+v", own.Files)
		}

		second := must(w.s.HandInFile(w.ctx(), fills, id, "plan", surveys.NewFile{Name: "b.txt", Content: []byte("a new plan")}))(t)
		w.enter(fills, id, "plan", 0, 1, second.ID.String())
		_, err = w.s.GetAttachment(w.ctx(), fills, id, first.ID)
		refused(t, err, fault.NotFound, "not-found") // what was replaced is gone
		changes, files, err := w.s.EntryHistory(w.ctx(), approves, id, "plan", 0)
		if err != nil || len(changes) != 2 || changes[0].Before != nil || changes[0].After != first.ID.String() || changes[1].Before != first.ID.String() ||
			changes[1].After != second.ID.String() || changes[1].By.ID != fills.Person || len(files) != 2 || !files[0].Gone || files[1].Gone {
			t.Errorf("%+v, %+v, %v", changes, files, err)
		}

		_, err = w.s.GetAttachment(w.ctx(), w.coordinator, id, second.ID)
		refused(t, err, fault.NotFound, "not-found") // a draft stays at home
		w.answerAll(fills, id, 40)
		must(w.s.SendForReview(w.ctx(), fills, id))(t)
		w.approve(approves, id)
		must(w.s.SubmitResponse(w.ctx(), fills, id))(t)
		got := must(w.s.GetAttachment(w.ctx(), w.coordinator, id, second.ID))(t)
		taken := must(w.s.TakeSubmission(w.ctx(), w.coordinator, id, 1, true))(t)
		if string(got.Content) != "a new plan" || !bytes.Equal(taken.Files[drawing.ID].Content, paper.Content) ||
			!strings.Contains(taken.Text, `"file":{"id":"`+second.ID.String()+`","kind":"file","name":"b.txt"`) {
			t.Errorf("submitted with %q, %d files: %s", got.Content, len(taken.Files), taken.Text)
		}
		_, err = w.s.GetAttachment(w.ctx(), other, id, second.ID)
		refused(t, err, fault.NotFound, "not-found")
		must(w.s.ReopenResponse(w.ctx(), approves, id, "another plan"))(t)
		w.enter(fills, id, "plan", 0, 2, nil)
		must(w.s.GetAttachment(w.ctx(), fills, id, second.ID))(t) // what a revision names stays
	})
}

// TestAFileThatNeverAnsweredIsCleared: an upload that was left alone goes with the
// next change after a day, not before.
func TestAFileThatNeverAnsweredIsCleared(t *testing.T) {
	db := dbtest.SQLite(t)
	w := newWorld(t, db)
	fills := w.respondent(0)
	id := w.response(w.ownRound(w.questionnaire(fileForm())).ID, fills)
	left := must(w.s.HandInFile(w.ctx(), fills, id, "plan", paper))(t)
	w.enter(fills, id, "plan", 0, 0, "https://example.org/plan")
	must(w.s.GetAttachment(w.ctx(), fills, id, left.ID))(t)
	dbtest.Clock(db).Add(25 * time.Hour)
	w.enter(fills, id, "plan", 0, 1, nil)
	_, err := w.s.GetAttachment(w.ctx(), fills, id, left.ID)
	refused(t, err, fault.NotFound, "not-found")
	if n := w.audits("attachment", left.ID, "evidence.remove"); n != 1 {
		t.Errorf("%d audit rows", n)
	}
}

// TestALinkReachesItsOwnFilesAlone: who has goal 3 by a link sees its file and its
// history, and nothing of the general questions.
func TestALinkReachesItsOwnFilesAlone(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	fills := w.respondent(0)
	id := w.response(w.ownRound(w.questionnaire(fileForm())).ID, fills)
	helper := fills
	helper.Roles, helper.Scope, helper.Section = []orgs.Role{orgs.Helper}, orgs.ScopeSection, &orgs.Section{Response: id, Goal: 3}
	plan := must(w.s.HandInFile(w.ctx(), helper, id, "plan", paper))(t)
	w.enter(helper, id, "plan", 0, 0, plan.ID.String())
	drawing := must(w.s.HandInFile(w.ctx(), fills, id, "drawing", paper))(t)
	must(w.s.AddComment(w.ctx(), fills, id, "", "plan", "is it the new one?"))(t)
	hidden := must(w.s.AddComment(w.ctx(), fills, id, "", "remark", "for us"))(t)
	must(w.s.GetAttachment(w.ctx(), helper, id, plan.ID))(t)
	if _, _, err := w.s.EntryHistory(w.ctx(), helper, id, "plan", 0); err != nil {
		t.Error(err)
	}
	if list := must(w.s.ListComments(w.ctx(), helper, id))(t); len(list) != 1 || list[0].Question != "plan" || list[0].Asked["nb"] != "Planen" {
		t.Errorf("%+v", list)
	}
	must(w.s.AddComment(w.ctx(), helper, id, "", "plan", "it is"))(t)
	_, err := w.s.AddComment(w.ctx(), helper, id, "", "remark", "elsewhere")
	refused(t, err, fault.Invalid, "invalid-input")
	for name, err := range map[string]error{
		"comment": second(w.s.MarkComment(w.ctx(), helper, id, hidden.ID, 1, true)),
		"file":    second(w.s.GetAttachment(w.ctx(), helper, id, drawing.ID)),
		"hand in": second(w.s.HandInFile(w.ctx(), helper, id, "drawing", paper)),
		"remove":  w.s.TakeAway(w.ctx(), helper, id, drawing.ID),
	} {
		if fault.KindOf(err) != fault.NotFound {
			t.Errorf("%s: %v", name, err)
		}
	}
	w.enter(helper, id, "aside", 0, 0, drawing.ID.String())
	if own := must(w.s.GetResponseGoal(w.ctx(), helper, id, 3))(t).Own; len(own.Files) != 1 || own.Files[0].ID != plan.ID {
		t.Errorf("the id of another's file, as a text, tells of it: %+v", own.Files)
	}
	_, _, err = w.s.EntryHistory(w.ctx(), helper, id, "remark", 0)
	refused(t, err, fault.NotFound, "not-found")
}

func second[T any](_ T, err error) error { return err }
