package proof_test

import (
	"path/filepath"
	"strings"
	"testing"

	"loftet/internal/clock"
	"loftet/models"
)

// dataOf gives the data folder for a database: that of the SQLite file, or a new
// one.
func dataOf(t *testing.T, database string) string {
	t.Helper()
	if path, embedded := strings.CutPrefix(database, "sqlite:"); embedded {
		return filepath.Dir(path)
	}
	return t.TempDir()
}

// halves are queries for what must not be: each counts records that are there
// without something that was written with them, or more than once.
var halves = map[string]string{
	"responses whose revision is not the number of their submissions": `select count(*) from responses r
		where r.revision <> (select count(*) from submissions s where s.response_id = r.id)`,
	"responses without one latest submission": `select count(*) from responses r
		where r.revision > 0 and 1 <> (select count(*) from submissions s where s.response_id = r.id and s.latest)`,
	"submissions without their 30 observations": `select count(*) from submissions s
		where 30 <> (select count(*) from observations o where o.submission_id = s.id)`,
	"submissions without their 30 scores": `select count(*) from submissions s
		where 30 <> (select count(*) from scores c where c.submission_id = s.id)`,
	"submissions without scores of goals": `select count(*) from submissions s
		where not exists (select 1 from goal_scores g where g.submission_id = s.id)`,
	"responses with other than one audit row for each submission": `select count(*) from responses r
		where r.revision <> (select count(*) from audit_events e where e.object_id = cast(r.id as text) and e.action = 'response.submit')`,
	"answers with other than one audit row for each edit": `select count(*) from answers a
		where a.version - 1 <> (select count(*) from audit_events e where e.object_id = cast(a.id as text))`,
	"solutions without their one audit row": `select count(*) from solutions s
		where 1 <> (select count(*) from audit_events e where e.object_id = cast(s.id as text))`,
	"solutions that stand twice": `select count(*) - count(distinct cast(title as text)) from solutions`,
	"audit rows without their record": `select count(*) from audit_events e where
		e.object_kind in ('answer', 'response', 'solution')
		and not exists (select 1 from answers x where cast(x.id as text) = e.object_id)
		and not exists (select 1 from responses x where cast(x.id as text) = e.object_id)
		and not exists (select 1 from solutions x where cast(x.id as text) = e.object_id)`,
}

// wholeRows looks into the database that a service left: whatever is there is
// there with all that belongs to it.
func wholeRows(t *testing.T, database string) {
	t.Helper()
	holds(t, database, halves)
}

// holds looks into the database that a service left, for what must not be there
// and whether the file is sound.
func holds(t *testing.T, database string, faults map[string]string) {
	t.Helper()
	db, err := models.Open(t.Context(), database, clock.System())
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := db.Close(); err != nil {
			t.Error(err)
		}
	}()
	for what, query := range faults {
		var n int
		if err := db.SQL().QueryRowContext(t.Context(), query).Scan(&n); err != nil {
			t.Errorf("%s: %v", what, err)
		} else if n != 0 {
			t.Errorf("%d %s", n, what)
		}
	}
	if db.Dialect != models.SQLite {
		return
	}
	if said := pragma(t, db, "integrity_check"); said != "ok" {
		t.Errorf("integrity_check: %s", said)
	}
	if said := pragma(t, db, "foreign_key_check"); said != "" {
		t.Errorf("foreign_key_check: %s", said)
	}
}

// pragma gives the first column of what SQLite says to a pragma.
func pragma(t *testing.T, db *models.DB, name string) string {
	t.Helper()
	rows, err := db.SQL().QueryContext(t.Context(), "select * from pragma_"+name)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }() // they are read to their end
	columns, err := rows.Columns()
	if err != nil {
		t.Fatal(err)
	}
	var said []string
	for rows.Next() {
		var first string
		into := make([]any, len(columns))
		for i := range into {
			into[i] = new(any)
		}
		into[0] = &first
		if err := rows.Scan(into...); err != nil {
			t.Fatal(err)
		}
		said = append(said, first)
	}
	if err := rows.Err(); err != nil {
		t.Error(err)
	}
	return strings.Join(said, "; ")
}
