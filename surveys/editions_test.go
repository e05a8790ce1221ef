package surveys_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
	"loftet/surveys/edition"
)

var everybody = orgs.Actor{Scope: orgs.ScopePublic, Language: "nb"}

// published is a round with the first edition for everybody. The first town publishes
// its own figures, the second does not.
func (w *world) published() (round uuid.UUID, responses [2]uuid.UUID) {
	w.t.Helper()
	w.shows(0, true)
	round = w.round("Round", 2026).ID
	responses = [2]uuid.UUID{w.submitted(round, 0, 12.5), w.submitted(round, 1, 98.7)}
	w.change(round, surveys.RoundClosed, surveys.RoundFrozen, surveys.RoundPublished)
	return round, responses
}

func (w *world) shows(town int, shows bool) {
	w.t.Helper()
	w.write(func(tx *models.Tx) error {
		return tx.G.Exec("update organisations set publishes_figures = ?, version = version + 1 where id = ?", shows, w.towns[town]).Error
	})
}

func (w *world) edition(a orgs.Actor, round uuid.UUID, number int, audience string) string {
	w.t.Helper()
	text, checksum, err := w.s.EditionDocument(w.ctx(), a, round, number, audience)
	if err != nil || edition.Checksum([]byte(text)) != checksum {
		w.t.Fatalf("%v, checksum %s", err, checksum)
	}
	return text
}

// has tells whether a figure, a mean or a median of a document is a number.
func has(document string, number float64) bool {
	for _, of := range []string{"value", "mean", "median"} {
		for _, end := range ",}" {
			if strings.Contains(document, fmt.Sprintf("%q:%v%c", of, number, end)) {
				return true
			}
		}
	}
	return false
}

// amend corrects the first question of a response that is open again, up to the
// submission.
func (w *world) amend(id uuid.UUID, town int, value float64) {
	w.t.Helper()
	fills, approves := w.respondent(town), w.approver(town)
	w.save(fills, id, "1.1-a", 1, surveys.AnswerInput{State: surveys.Value, Value: &value})
	must(w.s.SendForReview(w.ctx(), fills, id))(w.t)
	w.approve(approves, id)
	must(w.s.SubmitResponse(w.ctx(), fills, id))(w.t)
}

func (w *world) figure(round uuid.UUID, town int, code string) *float64 {
	w.t.Helper()
	var value *float64
	w.write(func(tx *models.Tx) error {
		v, err := w.ind.RegionView(tx, orgs.SystemActor("test"), indicators.ViewInput{RegionID: w.region, RoundID: &round})
		in, _ := v.Indicator(code)
		value = v.Cell(w.towns[town], in.ID).Value
		return err
	})
	return value
}

// TestFrozenResultsAreCorrectedInTheNextEdition goes the whole road: what was frozen
// stays to the last byte, and what was corrected counts and shows in the next edition
// alone.
func TestFrozenResultsAreCorrectedInTheNextEdition(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		again := &candidates{}
		w.s.OnClose(again)
		round, responses := w.published()
		own, public := w.edition(w.coordinator, round, 1, edition.Own), w.edition(everybody, round, 1, edition.Public)
		if !has(own, 98.7) || has(public, 98.7) || !has(public, 12.5) {
			t.Fatalf("the second town does not publish:\n%s\n%s", own, public)
		}
		_, _, err := w.s.EditionDocument(w.ctx(), everybody, round, 1, edition.Own)
		refused(t, err, fault.NotFound, "not-found")
		_, err = w.s.PublishCorrection(w.ctx(), w.coordinator, round, "a slip")
		refused(t, err, fault.Conflict, "edition-same")

		_, err = w.s.SaveAnswer(w.ctx(), w.respondent(0), responses[0], "1.1-a", 1, surveys.AnswerInput{State: surveys.Value, Value: f(55)})
		refused(t, err, fault.Conflict, "round-not-open")
		must(w.s.CorrectResponse(w.ctx(), w.coordinator, responses[0], "a comma in the wrong place"))(t)
		w.amend(responses[0], 0, 55)
		if got := w.figure(round, 0, "1.1-a"); *got != 12.5 {
			t.Fatalf("%v counts before the edition", *got)
		}
		list := must(w.s.ListEditions(w.ctx(), w.coordinator, round))(t)
		if list.Waiting != 1 || list.Open != 0 {
			t.Fatalf("%+v", list)
		}
		_, err = w.s.PublishCorrection(w.ctx(), w.coordinator, round, " a")
		refused(t, err, fault.Invalid, "invalid-input")
		list = must(w.s.PublishCorrection(w.ctx(), w.coordinator, round, "A comma stood in the wrong place."))(t)
		if len(list.List) != 2 || list.List[0].Number != 2 || list.List[0].PublishedAt == nil || list.Waiting != 0 || len(again.rounds) != 2 {
			t.Fatalf("%+v, candidates %v", list, again.rounds)
		}
		if got := w.figure(round, 0, "1.1-a"); *got != 55 {
			t.Fatalf("%v counts after the edition", *got)
		}
		if w.edition(w.coordinator, round, 1, edition.Own) != own || w.edition(everybody, round, 1, edition.Public) != public {
			t.Fatal("the first edition has changed")
		}
		w.allSame(4)
		w.noticed(round)
		_, err = w.s.SaveAnswer(w.ctx(), w.respondent(0), responses[0], "1.1-a", 2, surveys.AnswerInput{State: surveys.Value, Value: f(56)})
		refused(t, err, fault.Conflict, "round-not-open")
	})
}

// allSame makes every edition again.
func (w *world) allSame(want int) {
	w.t.Helper()
	n := 0
	err := w.s.CheckAllEditions(w.ctx(), func(_ string, c surveys.EditionCheck) {
		n++
		if !c.Same || !c.Intact || c.Stored != c.Recomputed || len(c.Changes) != 0 {
			w.t.Errorf("%+v", c)
		}
	})
	if err != nil || n != want {
		w.t.Fatalf("%v, %d editions", err, n)
	}
}

// noticed holds the notice of the one correction, as everybody reads it.
func (w *world) noticed(round uuid.UUID) {
	w.t.Helper()
	_, notices, err := w.s.Notices(w.ctx(), everybody, round)
	if err != nil || len(notices) != 1 || notices[0].Before != 1 || notices[0].Edition.Reason != "A comma stood in the wrong place." {
		w.t.Fatalf("%v, %+v", err, notices)
	}
	c := notices[0].Changes[0]
	if c.Municipality.ID != w.towns[0] || c.Indicator.Code != "1.1-a" || *c.Before.Value != 12.5 || *c.After.Value != 55 {
		w.t.Errorf("%+v", c)
	}
	for _, c := range notices[0].Changes[1:] {
		if c.Municipality != nil && (c.Municipality.ID != w.towns[0] || c.Indicator != nil) {
			w.t.Errorf("nothing else was corrected: %+v", c)
		}
	}
}

// TestWhatIsWithheldStandsInNoNotice: the correction of a figure that is not published
// leaves the public edition and the notice as they were.
func TestWhatIsWithheldStandsInNoNotice(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		round, responses := w.published()
		must(w.s.CorrectResponse(w.ctx(), w.coordinator, responses[1], "they called"))(t)
		w.amend(responses[1], 1, 77.3)
		must(w.s.PublishCorrection(w.ctx(), w.coordinator, round, "One figure was wrong."))(t)
		if text := w.edition(everybody, round, 2, edition.Public); has(text, 77.3) || has(text, 98.7) {
			t.Fatal(text)
		}
		if !has(w.edition(w.coordinator, round, 2, edition.Own), 77.3) {
			t.Fatal("the council does not see it")
		}
		_, notices, err := w.s.Notices(w.ctx(), everybody, round)
		if err != nil || len(notices) != 1 || len(notices[0].Changes) != 0 {
			t.Fatalf("%v, %+v", err, notices)
		}
		w.allSame(4)
	})
}

// TestAWithdrawnFigureIsNotShownFromAnOldEdition: when a municipality publishes its
// figures no more, an edition with them is the council's alone.
func TestAWithdrawnFigureIsNotShownFromAnOldEdition(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		round, responses := w.published()
		must(w.s.CorrectResponse(w.ctx(), w.coordinator, responses[0], "they called"))(t)
		w.amend(responses[0], 0, 55)
		must(w.s.PublishCorrection(w.ctx(), w.coordinator, round, "One figure was wrong."))(t)
		w.shows(0, false)
		for n := 1; n <= 2; n++ {
			_, _, err := w.s.EditionDocument(w.ctx(), everybody, round, n, edition.Public)
			refused(t, err, fault.Conflict, "edition-withdrawn")
			w.edition(w.coordinator, round, n, edition.Public)
		}
		_, notices, err := w.s.Notices(w.ctx(), everybody, round)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range notices[0].Changes {
			if c.Municipality != nil {
				t.Errorf("%+v", c)
			}
		}
		must(w.s.PublishCorrection(w.ctx(), w.coordinator, round, "A municipality publishes its figures no more."))(t)
		if text := w.edition(everybody, round, 3, edition.Public); has(text, 12.5) || has(text, 55) {
			t.Error(text)
		}
		w.allSame(6)
	})
}

// TestOnlyWhatIsFrozenIsPublished: what came in between freezing and publishing is not
// in what everybody reads, and a figure that was withdrawn between keeps it from them.
func TestOnlyWhatIsFrozenIsPublished(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		w.shows(0, true)
		round := w.round("Round", 2026).ID
		w.submitted(round, 0, 12.5)
		w.change(round, surveys.RoundClosed)
		_, err := w.s.PublishCorrection(w.ctx(), w.coordinator, round, "too early")
		refused(t, err, fault.Conflict, "round-not-frozen")
		w.change(round, surveys.RoundFrozen)
		if list := must(w.s.ListEditions(w.ctx(), everybody, round))(t); len(list.List) != 0 {
			t.Fatalf("%+v", list)
		}
		_, _, err = w.s.EditionDocument(w.ctx(), everybody, round, 1, edition.Public)
		refused(t, err, fault.NotFound, "not-found")
		w.shows(0, false)
		_, err = w.s.ChangeRoundState(w.ctx(), w.coordinator, round, surveys.RoundPublished, "")
		refused(t, err, fault.Conflict, "edition-figures-withdrawn")
		must(w.s.PublishCorrection(w.ctx(), w.coordinator, round, "A municipality has withdrawn its figures."))(t)
		w.change(round, surveys.RoundPublished)
		list := must(w.s.ListEditions(w.ctx(), everybody, round))(t)
		if len(list.List) != 1 || list.List[0].Number != 2 || list.List[0].MadeBy != nil {
			t.Fatalf("%+v", list)
		}
		if _, notices, err := w.s.Notices(w.ctx(), everybody, round); err != nil || len(notices) != 0 {
			t.Errorf("%v, %+v", err, notices)
		}
	})
}
