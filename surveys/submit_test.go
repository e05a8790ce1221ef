package surveys_test

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"regexp"
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

const racers = 50

// race calls do many times at once and counts how often it went well. All other
// calls must be refused as a conflict.
func race(t *testing.T, do func() error) (wins int) {
	t.Helper()
	errs := make(chan error, racers)
	var start, running sync.WaitGroup
	start.Add(1)
	for range racers {
		running.Go(func() {
			start.Wait()
			errs <- do()
		})
	}
	start.Done()
	running.Wait()
	close(errs)
	for err := range errs {
		if err == nil {
			wins++
		} else if fault.KindOf(err) != fault.Conflict {
			t.Errorf("lost with %v", err)
		}
	}
	return wins
}

func TestOfManyAtOnceOneApprovesAndOneSubmits(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		fills, approves := w.respondent(0), w.approver(0)
		id := w.response(w.round("Round", 2026).ID, fills)
		w.answerAll(fills, id, 10)
		read := must(w.s.GetResponse(w.ctx(), approves, id))(t).Response.Version + 1 // once it is for review
		steps := []struct {
			action string
			do     func() error
		}{
			{"response.send_for_review", func() error { _, err := w.s.SendForReview(w.ctx(), fills, id); return err }},
			{"response.approve", func() error { _, err := w.s.ApproveResponse(w.ctx(), approves, id, read); return err }},
			{"response.submit", func() error { _, err := w.s.SubmitResponse(w.ctx(), fills, id); return err }},
		}
		for _, step := range steps {
			if wins := race(t, step.do); wins != 1 {
				t.Fatalf("%s went well %d times", step.action, wins)
			}
			if n := w.audits("response", id, step.action); n != 1 {
				t.Fatalf("%s: %d audit rows", step.action, n)
			}
		}
		if list := must(w.s.ListSubmissions(w.ctx(), fills, id))(t); len(list) != 1 {
			t.Fatalf("%d revisions", len(list))
		}
	})
}

func TestOfManyAnswersAtOnceOneIsSaved(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		fills := w.respondent(0)
		id := w.response(w.round("Round", 2026).ID, fills)
		var mu sync.Mutex
		next, saved := 0.0, 0
		errs := make(chan error, racers)
		var running sync.WaitGroup
		for range racers {
			running.Go(func() {
				mu.Lock()
				next++
				value := next
				mu.Unlock()
				_, err := w.s.SaveAnswer(w.ctx(), fills, id, "1.1-a", 0, surveys.AnswerInput{State: surveys.Value, Value: &value})
				errs <- err
			})
		}
		running.Wait()
		close(errs)
		for err := range errs {
			if err == nil {
				saved++
			} else if fault.KindOf(err) != fault.Stale {
				t.Errorf("lost with %v", err)
			}
		}
		if n := w.audits("response", id, "response.start"); saved != 1 || n != 1 {
			t.Fatalf("saved %d times, started %d times", saved, n)
		}
	})
}

func TestDocumentIsWholeAndItsChecksumRight(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		w.statistic(0, "1.1-a", 2025, 40)
		fills, approves := w.respondent(0), w.approver(0)
		round := w.round("Round", 2026)
		id := w.response(round.ID, fills)
		must(w.s.ConfirmStatistic(w.ctx(), fills, id, "1.1-a"))(t)
		w.save(fills, id, "1.2-b", 0, surveys.AnswerInput{State: surveys.NoData, Reason: "nobody counts", Comment: "æøå <b>"})
		must(w.s.ChooseGoal(w.ctx(), fills, id, 3, true, "Not ours"))(t)
		must(w.s.SendForReview(w.ctx(), fills, id))(t)
		w.approve(approves, id)
		receipt := must(w.s.SubmitResponse(w.ctx(), approves, id))(t)
		if !regexp.MustCompile(`^L2026-[0-9A-HJKMNP-TV-Z]{6}$`).MatchString(receipt.Receipt) {
			t.Fatalf("receipt %q", receipt.Receipt)
		}
		detail := must(w.s.GetSubmission(w.ctx(), fills, id, 1))(t)
		sum := sha256.Sum256([]byte(detail.Document))
		if hex.EncodeToString(sum[:]) != detail.Checksum || detail.Checksum != receipt.Checksum {
			t.Fatal("the checksum is not that of the document")
		}
		var d surveys.Document
		if err := json.Unmarshal([]byte(detail.Document), &d); err != nil {
			t.Fatal(err)
		}
		if d.Municipality.Number != "9901" || d.Round.Region != "Dalen" || d.Round.Year != 2026 || len(d.LeftOut) != 1 || len(d.Answers) != 2 ||
			d.Questionnaire.Number != 1 || d.SubmittedBy.ID != approves.Person || d.Receipt != receipt.Receipt {
			t.Fatalf("%+v", d)
		}
		if a := d.Answers[0]; *a.Value != 40 || a.Year != 2025 || a.Origin != "statistics" || a.AnsweredBy.ID != fills.Person {
			t.Fatalf("%+v", a)
		}
		if a := d.Answers[1]; a.Value != nil || a.Year != 2026 || a.Reason != "nobody counts" || a.Comment != "æøå <b>" {
			t.Fatalf("%+v", a)
		}
		again, err := json.Marshal(d)
		if err != nil || string(again) != detail.Document {
			t.Fatal("written again it is another document")
		}
	})
}

// TestSubmittedFiguresAreThoseOfTheDocument compares the rows that every score
// and chart is made from with what the municipality signed for.
func TestSubmittedFiguresAreThoseOfTheDocument(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		id := w.submitted(w.round("Round", 2026).ID, 0, 12.5)
		detail := must(w.s.GetSubmission(w.ctx(), w.respondent(0), id, 1))(t)
		var d surveys.Document
		if err := json.Unmarshal([]byte(detail.Document), &d); err != nil {
			t.Fatal(err)
		}
		var rows []models.Observation
		var scores []models.Score
		w.write(func(tx *models.Tx) error {
			if err := tx.G.Where("origin = 'response'").Find(&rows).Error; err != nil {
				return err
			}
			return tx.G.Find(&scores).Error
		})
		if len(rows) != 4 || len(scores) != 4 {
			t.Fatalf("%d observations, %d scores", len(rows), len(scores))
		}
		byIndicator := map[uuid.UUID]models.Observation{}
		for _, row := range rows {
			byIndicator[row.IndicatorID] = row
		}
		for _, a := range d.Answers {
			row := byIndicator[a.IndicatorID]
			if row.State != string(a.State) || (row.Value == nil) != (a.Value == nil) || row.Value != nil && *row.Value != *a.Value || row.Year != a.Year {
				t.Errorf("%s: %+v, document %+v", a.Code, row, a)
			}
		}
	})
}

// TestNothingIsHalfSubmitted: when the figures cannot be written, no part of the
// submission is there.
func TestNothingIsHalfSubmitted(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	fills, approves := w.respondent(0), w.approver(0)
	id := w.response(w.round("Round", 2026).ID, fills)
	w.answerAll(fills, id, 10)
	must(w.s.SendForReview(w.ctx(), fills, id))(t)
	w.approve(approves, id)
	exec := func(sql string) {
		if _, err := w.db.SQL().ExecContext(w.ctx(), sql); err != nil {
			t.Fatal(err)
		}
	}
	exec("create trigger full before insert on goal_scores begin select raise(abort, 'disk full'); end")
	if _, err := w.s.SubmitResponse(w.ctx(), fills, id); err == nil || strings.Contains(err.Error(), "not-found") {
		t.Fatalf("got %v", err)
	}
	exec("drop trigger full")
	if list := must(w.s.ListSubmissions(w.ctx(), fills, id))(t); len(list) != 0 || w.audits("response", id, "response.submit") != 0 {
		t.Fatal("half submitted")
	}
	if receipt := must(w.s.SubmitResponse(w.ctx(), fills, id))(t); receipt.Revision != 1 {
		t.Fatalf("revision %d", receipt.Revision)
	}
}

func TestADatabaseThatIsGoneIsSaidToBe(t *testing.T) {
	s := surveys.New(dbtest.Broken(t), nil)
	a := orgs.Actor{Scope: orgs.ScopeMunicipality, Person: uuid.New(), Org: uuid.New()}
	calls := map[string]func() error{
		"list rounds":    func() error { _, err := s.ListRounds(t.Context(), a, nil); return err },
		"list responses": func() error { _, err := s.ListResponses(t.Context(), a); return err },
		"save": func() error {
			_, err := s.SaveAnswer(t.Context(), a, uuid.New(), "x", 0, surveys.AnswerInput{})
			return err
		},
		"submit": func() error { _, err := s.SubmitResponse(t.Context(), a, uuid.New()); return err },
	}
	for name, call := range calls {
		if err := call(); fault.KindOf(err) != fault.Unavailable {
			t.Errorf("%s: %v", name, err)
		}
	}
}
