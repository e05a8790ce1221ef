package snapshot_test

import (
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"testing"

	"loftet/internal/dbtest"
	"loftet/internal/tablefile"
	"loftet/models"
	"loftet/models/snapshot"
)

// much fills a table with 30 MB.
var much = map[models.Dialect]string{
	models.SQLite: `with recursive g(n) as (select 1 union all select n + 1 from g where n < 15000)
		insert into audit_events (id, at, request_id, action, object_kind, object_id, difference)
		select printf('0199b2c4-5e6f-7a8b-9c0d-%012d', n), '2026-03-01 10:00:00+00:00', '', '', '', n, hex(randomblob(1000)) from g`,
	models.Postgres: `insert into audit_events (id, at, request_id, action, object_kind, object_id, difference)
		select gen_random_uuid(), now(), '', '', '', n, repeat(md5(n::text), 63) from generate_series(1, 15000) n`,
}

// peak keeps the most memory that was in use while a file was written or read.
type peak struct {
	file *os.File
	most uint64
}

func (p *peak) look() uint64 {
	var now runtime.MemStats
	runtime.ReadMemStats(&now)
	p.most = max(p.most, now.HeapAlloc)
	return now.HeapAlloc
}

func (p *peak) Write(b []byte) (int, error) {
	p.look()
	return p.file.Write(b)
}

func (p *peak) ReadAt(b []byte, at int64) (int, error) {
	p.look()
	return p.file.ReadAt(b, at)
}

// TestMemoryIsNotThatOfTheTable saves and loads 30 MB in less.
func TestMemoryIsNotThatOfTheTable(t *testing.T) {
	const most = 20 << 20
	defer debug.SetGCPercent(debug.SetGCPercent(20)) // what is let go shall not count for long
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		if _, err := db.SQL().ExecContext(t.Context(), much[db.Dialect]); err != nil {
			t.Fatal(err)
		}
		next := empty(t, db.Dialect)
		file, err := os.Create(filepath.Join(t.TempDir(), "file"))
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = file.Close() }()
		saving, loading := peak{file: file}, peak{file: file}
		base := saving.look()
		if _, err := snapshot.Save(t.Context(), db, tablefile.NewWriter(&saving), ""); err != nil {
			t.Fatal(err)
		}
		info, err := file.Stat()
		if err != nil {
			t.Fatal(err)
		}
		in, err := tablefile.Open(&loading, info.Size())
		if err != nil {
			t.Fatal(err)
		}
		if err := snapshot.Load(t.Context(), next, in, false); err != nil {
			t.Fatal(err)
		}
		for what, p := range map[string]peak{"saving": saving, "loading": loading} {
			t.Logf("%s takes %d MB", what, (p.most-min(base, p.most))>>20)
			if p.most > base+most {
				t.Errorf("%s takes more than %d MB", what, most>>20)
			}
		}
	})
}
