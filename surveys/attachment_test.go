package surveys_test

import (
	"bytes"
	"strings"
	"testing"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

var paper = surveys.NewFile{Name: "plan.pdf", Title: "The plan", Content: []byte("%PDF-1.7 a plan")}

func TestEvidenceFromUploadToSubmission(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		round := w.round("2026", 2026)
		fills, approves := w.respondent(0), w.approver(0)
		id := w.response(round.ID, fills)
		file := must(w.s.AttachFile(w.ctx(), fills, id, "1.1-a", paper))(t)
		again := must(w.s.AttachFile(w.ctx(), fills, id, "1.1-a", paper))(t)
		link := must(w.s.AttachLink(w.ctx(), fills, id, "1.1-a", "https://example.org/case", ""))(t)
		spare := must(w.s.AttachFile(w.ctx(), fills, id, "3.1-c", surveys.NewFile{Name: "x", Content: []byte("a text")}))(t)
		if file.ID != again.ID || file.MediaType != "application/pdf" || len(file.Checksum) != 64 || file.Size != 15 || file.By == "" {
			t.Errorf("%+v, then %+v", file, again)
		}
		goal := must(w.s.GetResponseGoal(w.ctx(), approves, id, 1))(t)
		if got := goal.Questions[0].Evidence; len(got) != 2 || got[0].ID != file.ID || got[1].Link != "https://example.org/case" {
			t.Errorf("%+v", got)
		}

		if err := w.s.TakeAway(w.ctx(), fills, id, spare.ID); err != nil {
			t.Fatal(err)
		}
		_, err := w.s.GetAttachment(w.ctx(), fills, id, spare.ID)
		refused(t, err, fault.NotFound, "not-found")
		var row models.Attachment
		w.write(func(tx *models.Tx) error { return tx.G.Take(&row, "id = ?", spare.ID).Error })
		if row.RemovedAt == nil || len(row.Content) != 0 || row.FileName != "x.txt" || row.Checksum == "" {
			t.Errorf("the row of what was taken away: %+v", row)
		}
		if n := w.audits("attachment", spare.ID, "evidence.remove"); n != 1 {
			t.Errorf("%d audit rows", n)
		}
		changes := w.history(fills, id, "3.1-c")
		if len(changes) != 2 || changes[0].Kind != surveys.EvidenceAdded || changes[0].Evidence != "x.txt" || changes[0].By == nil ||
			changes[1].Kind != surveys.EvidenceTaken || changes[1].Evidence != "x.txt" || changes[1].By == nil {
			t.Errorf("the history of evidence: %+v", changes)
		}

		_, err = w.s.GetAttachment(w.ctx(), w.coordinator, id, file.ID)
		refused(t, err, fault.NotFound, "not-found") // a draft stays at home
		w.answerAll(fills, id, 40)
		secret := surveys.AnswerInput{State: surveys.Value, Value: f(40), Source: "a hidden source", CaseNumber: "26/123", Internal: true}
		w.save(fills, id, "1.1-a", 1, secret)
		must(w.s.SendForReview(w.ctx(), fills, id))(t)
		refused(t, w.s.TakeAway(w.ctx(), fills, id, link.ID), fault.Conflict, "response-state")
		w.approve(approves, id)
		must(w.s.SubmitResponse(w.ctx(), fills, id))(t)

		insider := must(w.s.GetSubmission(w.ctx(), w.coordinator, id, 1))(t)
		for _, want := range []string{file.ID.String(), file.Checksum, `"caseNumber":"26/123"`, "a hidden source", link.ID.String()} {
			if !strings.Contains(insider.Document, want) || insider.Withheld {
				t.Errorf("the document lacks %s", want)
			}
		}
		admin := w.person(w.council, orgs.ScopeAny, orgs.Admin)
		outside := must(w.s.GetSubmission(w.ctx(), admin, id, 1))(t)
		if !outside.Withheld || strings.Contains(outside.Document, "a hidden source") || strings.Contains(outside.Document, file.ID.String()) ||
			!strings.Contains(outside.Document, "offentleglova § 14") || !strings.Contains(outside.Document, `"value":40`) {
			t.Errorf("those outside read %s", outside.Document)
		}
		got := must(w.s.GetAttachment(w.ctx(), w.coordinator, id, file.ID))(t)
		if !bytes.Equal(got.Content, paper.Content) {
			t.Errorf("%q", got.Content)
		}
		for _, other := range []orgs.Actor{admin, w.respondent(1)} {
			_, err := w.s.GetAttachment(w.ctx(), other, id, file.ID)
			refused(t, err, fault.NotFound, "not-found")
		}

		must(w.s.ReopenResponse(w.ctx(), approves, id, "one more paper"))(t)
		refused(t, w.s.TakeAway(w.ctx(), fills, id, file.ID), fault.Conflict, "evidence-submitted")
		later := must(w.s.AttachLink(w.ctx(), fills, id, "1.1-a", "mailto:post@example.org", "whom to ask"))(t)
		if err := w.s.TakeAway(w.ctx(), fills, id, later.ID); err != nil {
			t.Error(err)
		}
	})
}

func TestEvidenceHasLimits(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	round := w.round("2026", 2026)
	fills := w.respondent(0)
	id := w.response(round.ID, fills)
	for _, wrong := range []surveys.NewFile{{Name: "a.pdf"}, {Name: "a.svg", Content: []byte("<svg/>")}, {Name: "a.txt", Content: make([]byte, surveys.MaxFile+1)}} {
		_, err := w.s.AttachFile(w.ctx(), fills, id, "1.1-a", wrong)
		refused(t, err, fault.Invalid, "invalid-input")
	}
	for n := range 10 {
		must(w.s.AttachFile(w.ctx(), fills, id, "1.1-a", surveys.NewFile{Name: "a", Content: bytes.Repeat([]byte("x"), n+1)}))(t)
	}
	_, err := w.s.AttachLink(w.ctx(), fills, id, "1.1-a", "https://example.org", "")
	refused(t, err, fault.Conflict, "too-much-evidence")
	_, err = w.s.AttachFile(w.ctx(), fills, id, "9.9-none", paper)
	refused(t, err, fault.NotFound, "not-found")
	_, err = w.s.AttachFile(w.ctx(), w.respondent(1), id, "1.2-b", paper)
	refused(t, err, fault.NotFound, "not-found")
	_, err = w.s.AttachFile(w.ctx(), w.approver(0), id, "1.2-b", paper)
	refused(t, err, fault.Denied, "not-your-role")
}
