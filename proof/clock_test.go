package proof_test

import (
	"testing"
	"time"

	"loftet/api"
	"loftet/internal/clock"
	"loftet/models"
	"loftet/orgs"
	"loftet/proof/stand"
	"loftet/surveys"
)

// R13: the machine's clock is set back by an hour while people work. What they do
// afterwards stands afterwards in the audit, and no id is given twice. The rooms
// run in this process, since nobody can set the clock of another.
func TestR13AClockSetBackKeepsTheOrder(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) { clockSetBack(t, onSQLite(t)) })
	t.Run("postgres", func(t *testing.T) { clockSetBack(t, onPostgres(t)) })
}

func clockSetBack(t *testing.T, database string) {
	country, err := stand.Fill(t.Context(), database, stand.Plan{Municipalities: 1, Indicators: 17, Published: 1, Open: 1})
	if err != nil {
		t.Fatal(err)
	}
	wall, elapsed := clock.System().Now(), time.Duration(0)
	db, err := models.Open(t.Context(), database, clock.Steady(func() time.Time { return wall }, func() time.Duration { return elapsed }))
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}()
	rooms := api.NewRooms(db, nil, nil, "")
	if err := rooms.Prepare(t.Context()); err != nil {
		t.Fatal(err)
	}
	const edits = 20
	for i := range edits {
		wall, elapsed = wall.Add(time.Second), elapsed+time.Second
		if i == edits/2 {
			wall = wall.Add(-time.Hour)
		}
		value := float64(i)
		_, err := rooms.Surveys.SaveAnswer(t.Context(), orgs.SystemActor("proof"), country.Municipalities[0].Responses[0], country.Codes[0], i,
			surveys.AnswerInput{State: surveys.Value, Value: &value, Comment: "Talt"})
		if err != nil {
			t.Fatal(err)
		}
	}
	_, changes, err := rooms.Surveys.AnswerHistory(t.Context(), orgs.SystemActor("proof"), country.Municipalities[0].Responses[0], country.Codes[0])
	if err != nil {
		t.Fatal(err)
	}
	if len(changes) != edits { // each has an id that no other has, or it would not be stored
		t.Errorf("%d changes of %d are told", len(changes), edits)
	}
	for i, change := range changes {
		if change.To == nil || *change.To.Value != float64(i) {
			t.Errorf("change %d is to %+v", i, change.To)
		}
		if i > 0 && !change.At.After(changes[i-1].At) {
			t.Errorf("change %d is told to be of %s, the one before it of %s", i, change.At, changes[i-1].At)
		}
	}
}
