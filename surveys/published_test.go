package surveys_test

import (
	"encoding/json"
	"testing"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

func TestPublishedResultsBecomeAPublishedRound(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db)
		hook := &candidates{}
		w.s.OnClose(hook)
		in := surveys.Published{
			Region: "Cities", Country: "US", Source: "The index 2019", Method: "us-cities", Year: 2019, Definitions: definitions()[:2],
			Units: []surveys.PublishedUnit{
				{Number: "1", Name: "Alpha", Values: map[string]surveys.PublishedValue{"1.1-a": {Value: 80, Year: 2017}, "1.2-b": {Value: 0, Year: 2016}}},
				{Number: "2", Name: "Beta", Values: map[string]surveys.PublishedValue{"1.1-a": {Value: 20, Year: 2017}}},
			},
		}
		system := orgs.SystemActor("test")
		round, err := w.s.LoadPublished(w.ctx(), system, in)
		if err != nil {
			t.Fatal(err)
		}
		if round.State != "published" || round.PublishedAt == nil || round.Name != "The index 2019" || len(hook.rounds) != 1 {
			t.Fatalf("%+v, candidates for %v", round, hook.rounds)
		}
		_, items, err := w.s.RoundProgress(w.ctx(), system, round.ID)
		if err != nil || len(items) != 2 || items[1].State != surveys.Submitted || items[1].SectionsDone != 1 {
			t.Fatalf("%v %+v", err, items)
		}
		var sub models.Submission
		w.write(func(tx *models.Tx) error {
			return tx.G.Where("organisation_id = ?", items[1].Municipality.ID).Take(&sub).Error
		})
		var d surveys.Document
		if err := json.Unmarshal([]byte(sub.Document), &d); err != nil {
			t.Fatal(err)
		}
		if a := d.Answers[0]; *a.Value != 20 || a.Year != 2017 || a.Quality != "higher_level_data" || a.Source != "The index 2019" {
			t.Fatalf("%+v", a)
		}
		if a := d.Answers[1]; a.State != surveys.NoData || a.Value != nil || a.Reason != "not in the published data set" {
			t.Fatalf("%+v", a)
		}
		_, err = w.s.LoadPublished(w.ctx(), system, in)
		refused(t, err, fault.Conflict, "region-exists")
	})
}

// TestAFailedLoadLeavesNothing: when the last step cannot be done, there is no
// region either, and the same load can be tried again.
func TestAFailedLoadLeavesNothing(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	hook := &candidates{fail: fault.New(fault.Unavailable, "database-unavailable")}
	w.s.OnClose(hook)
	in := surveys.Published{
		Region: "Cities", Country: "US", Source: "The index 2019", Method: "us-cities", Year: 2019, Definitions: definitions()[:2],
		Units: []surveys.PublishedUnit{{Number: "1", Name: "Alpha"}},
	}
	_, err := w.s.LoadPublished(w.ctx(), orgs.SystemActor("test"), in)
	refused(t, err, fault.Unavailable, "database-unavailable")
	hook.fail = nil
	if _, err := w.s.LoadPublished(w.ctx(), orgs.SystemActor("test"), in); err != nil {
		t.Fatal(err)
	}
}
