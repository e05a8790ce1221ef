package surveys_test

import (
	"testing"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
)

// What was read ahead is not read again, and not for who may not have it read.
func TestAFormIsReadAhead(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t))
	if err := w.ind.SyncCore(w.ctx(), w.coordinator); err != nil {
		t.Fatal(err)
	}
	form := []byte("survey,,,\n,type,name,label\n,text,why,Why?\n")
	ctx := w.s.FormAhead(w.ctx(), w.coordinator, w.region, "why.csv", form)
	draft, _, err := w.s.ImportQuestionnaire(ctx, w.coordinator, w.region, "why.csv", nil)
	if err != nil || len(draft.Form.Items) != 1 {
		t.Fatalf("%+v, %v", draft, err)
	}
	_, _, err = w.s.ImportQuestionnaire(ctx, w.respondent(0), w.region, "why.csv", nil)
	refused(t, err, fault.NotFound, "not-found")
	if ahead := w.s.FormAhead(w.ctx(), w.respondent(0), w.region, "why.csv", form); ahead != w.ctx() {
		t.Error("read for who may not import")
	}
}
