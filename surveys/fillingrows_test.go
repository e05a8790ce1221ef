package surveys_test

import (
	"testing"

	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/surveys"
	"loftet/surveys/form"
)

// TestARowThatTwoBeganIsNotMixed: somebody began a row in a spreadsheet, and somebody
// else one on the page, which got the same number.
func TestARowThatTwoBeganIsNotMixed(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		fills := w.respondent(0)
		id := w.response(w.ownRound(w.questionnaire(&form.Form{ID: "own", Languages: []string{"nb"}, Items: []form.Item{
			{Kind: form.Repeat, Name: "plants", Items: []form.Item{{Kind: form.ShortText, Name: "plant"}, {Kind: form.Decimal, Name: "power"}}},
		}})).ID, fills)
		w.enter(fills, id, "plants", 0, 0, []any{1.0})
		w.enter(fills, id, "plant", 1, 0, "Theirs")
		fill := func(overtake bool, entries ...surveys.FilledEntry) surveys.Filling {
			return must(w.s.FillIn(w.ctx(), fills, id, nil, entries, surveys.Filled{Save: true, Overtake: overtake}))(t)
		}
		power := surveys.FilledEntry{Name: "power", Row: 1, Added: true, Value: 5.0}
		if got := fill(false, power); len(got.EntriesOvertaken) != 1 || len(got.Entries) != 0 {
			t.Errorf("half of it was taken: %+v", got)
		}
		again := surveys.FilledEntry{Name: "plant", Row: 1, Added: true, Value: "Theirs"} // the same row, read once more
		if got := fill(false, again, power); len(got.EntriesOvertaken) != 0 || len(got.Entries) != 1 {
			t.Errorf("its own row was left alone: %+v", got)
		}
		power.Value = 6.0
		if got := fill(true, power); len(got.Entries) != 1 || len(got.EntriesOvertaken) != 0 {
			t.Errorf("told to, it did not: %+v", got)
		}
	})
}
