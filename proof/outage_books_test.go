package proof_test

import (
	"database/sql"
	"errors"
	"strings"
	"testing"

	_ "github.com/glebarez/go-sqlite"
	_ "github.com/jackc/pgx/v5/stdlib"
)

// checkBooks looks into the database for what the crowd knows: every receipt
// that was given stands there once, whole; every answer is the last that was
// acknowledged, or one of which it is not known; and each change has its audit.
func (l *load) checkBooks(t *testing.T, address string) {
	t.Helper()
	db := openBooks(t, address)
	number := func(query string, args ...any) int {
		var n int
		if err := db.QueryRowContext(t.Context(), query, args...).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	for _, c := range l.people {
		for i, m := range c.own {
			id, want, state := m.Responses[0].String(), 0, "approved"
			if i < c.submitted {
				want, state = 1, "submitted"
			}
			for what, got := range map[string]int{
				"submissions": number("select count(*) from submissions where response_id = $1", id),
				"audits":      number("select count(*) from audit_events where object_id = $1 and action = 'response.submit'", id),
				"states":      want * number("select count(*) from responses where id = $1 and state = $2", id, state),
			} {
				if got != want {
					t.Errorf("a response that shall be %s has %d %s", state, got, what)
				}
			}
			figures := number("select count(*) from observations o join submissions s on s.id = o.submission_id where s.response_id = $1", id)
			if figures != want*len(l.country.Codes) {
				t.Errorf("a response that shall be %s has %d figures", state, figures)
			}
		}
		for code, n := range c.saved {
			if n.comment != "" || len(n.maybe) > 0 {
				c.checkAnswer(t, db, code, n)
			}
		}
	}
}

// openBooks opens a database to look into it.
func openBooks(t *testing.T, address string) *sql.DB {
	t.Helper()
	driver, source := "pgx", address
	if path, ok := strings.CutPrefix(address, "sqlite:"); ok {
		driver, source = "sqlite", "file:"+path
	}
	db, err := sql.Open(driver, source)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() }) // it was only read
	return db
}

func (c *client) checkAnswer(t *testing.T, db *sql.DB, code string, n *note) {
	t.Helper()
	var comment string
	var version, audits int
	err := db.QueryRowContext(t.Context(), `select a.comment, a.version,
		(select count(*) from audit_events e where e.object_kind = 'answer' and e.object_id = cast(a.id as text))
		from answers a join indicators i on i.id = a.indicator_id where a.response_id = $1 and i.code = $2`,
		c.own[0].Responses[1].String(), code).Scan(&comment, &version, &audits)
	switch {
	case errors.Is(err, sql.ErrNoRows) && n.comment == "": // none was acknowledged, and none need have arrived
	case err != nil:
		t.Errorf("the answer %q, which was acknowledged, is lost: %v", n.comment, err)
	case !n.may(comment):
		t.Errorf("an answer is %q after %q was acknowledged, and perhaps %q", comment, n.comment, n.maybe)
	case version != audits:
		t.Errorf("an answer in version %d has %d audits", version, audits)
	}
}
