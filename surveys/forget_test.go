package surveys_test

import (
	"testing"
	"time"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

func TestNamesGoSomeTimeAfterWhatTheyStoodIn(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		fills := w.respondent(0)
		id := w.response(w.round("2026", 2026).ID, fills)
		guest := w.colleague(0)
		var handed models.Assignment
		w.write(func(tx *models.Tx) error {
			handed = models.Assignment{Base: base(tx), ResponseID: id, Goal: 3, PersonID: &guest.Person, Name: "Kari Gjest", Email: "kari@example.no",
				State: string(surveys.AssignmentStarted), Deadline: models.DateOf(tx.Now.AddDate(0, 0, 5))}
			return tx.G.Create(&handed).Error
		})
		gone := must(w.s.AttachFile(w.ctx(), fills, id, "1.1-a", paper))(t)
		kept := must(w.s.AttachLink(w.ctx(), fills, id, "1.1-a", "https://example.org/kari", "Kari"))(t)
		if err := w.s.TakeAway(w.ctx(), fills, id, gone.ID); err != nil {
			t.Fatal(err)
		}
		read := func() (a models.Assignment, away, stays models.Attachment) {
			t.Helper()
			w.write(func(tx *models.Tx) error {
				for row, id := range map[any]any{&a: handed.ID, &away: gone.ID, &stays: kept.ID} {
					if err := tx.G.Take(row, "id = ?", id).Error; err != nil {
						return err
					}
				}
				return nil
			})
			return a, away, stays
		}
		forget := func(days int) {
			t.Helper()
			dbtest.Clock(db).Add(time.Duration(days) * 24 * time.Hour)
			if err := w.s.Forget(w.ctx(), db.Clock.Now().AddDate(0, 0, -90)); err != nil {
				t.Fatal(err)
			}
		}

		forget(89)
		if a, away, _ := read(); a.Email == "" || away.FileName == "" {
			t.Errorf("forgotten too early: %+v, %+v", a, away)
		}
		forget(2)
		if a, away, _ := read(); a.Email == "" || away.FileName != "" || away.Title != "" || away.Checksum == "" {
			t.Errorf("after 91 days: %+v, %+v", a, away)
		}
		if n := w.audits("attachment", gone.ID, "evidence.forget"); n != 1 {
			t.Errorf("%d audit rows of forgetting", n)
		}
		forget(5)
		a, _, stays := read()
		if a.Email != "" || a.Name != "Fjernet person" || a.State != string(surveys.AssignmentStarted) {
			t.Errorf("90 days after its last day: %+v", a)
		}
		if stays.Title != "Kari" || stays.Link == "" {
			t.Errorf("evidence that stands lost its name: %+v", stays)
		}
	})
}

func TestWhoIsErasedHoldsNoSection(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		fills, has := w.colleague(0), w.colleague(0)
		id := w.response(w.round("Runde", 2026).ID, fills)
		out := must(w.s.HandOverSection(w.ctx(), fills, id, surveys.HandOver{Goal: 1, Person: &has.Person, Deadline: "2026-03-20"}))(t)
		w.write(func(tx *models.Tx) error {
			return w.s.Release(tx, orgs.SystemActor("test"), has.Person, "Fjernet person")
		})
		w.save(fills, id, "1.1-a", 0, surveys.AnswerInput{State: surveys.Value, Value: f(10)}) // it is the respondents' again
		all := must(w.s.Assignments(w.ctx(), fills, id))(t)
		if len(all.Items) != 1 || all.Items[0].Name != "Fjernet person" || all.Items[0].State != string(surveys.AssignmentTakenBack) {
			t.Errorf("%+v", all.Items)
		}
		if n := w.audits("assignment", out.ID, "assignment.release"); n != 1 {
			t.Errorf("%d audit rows", n)
		}
	})
}

func TestAFileThatAnswersNothingGoes(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		fills := w.respondent(0)
		id := w.response(w.ownRound(w.questionnaire(fileForm())).ID, fills)
		answer := must(w.s.HandInFile(w.ctx(), fills, id, "plan", paper))(t)
		w.enter(fills, id, "plan", 0, 0, answer.ID.String())
		left := must(w.s.HandInFile(w.ctx(), fills, id, "drawing", paper))(t)
		forget := func() {
			t.Helper()
			if err := w.s.Forget(w.ctx(), db.Clock.Now().AddDate(0, 0, -90)); err != nil {
				t.Fatal(err)
			}
		}
		forget()
		must(w.s.GetAttachment(w.ctx(), fills, id, left.ID))(t)
		dbtest.Clock(db).Add(91 * 24 * time.Hour)
		forget()
		must(w.s.GetAttachment(w.ctx(), fills, id, answer.ID))(t)
		_, err := w.s.GetAttachment(w.ctx(), fills, id, left.ID)
		refused(t, err, fault.NotFound, "not-found")
		if n := w.audits("attachment", left.ID, "evidence.remove"); n != 1 {
			t.Errorf("%d audit rows", n)
		}
	})
}
