package models_test

import (
	"context"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"loftet/internal/dbtest"
	"loftet/models"
)

var update = flag.Bool("update", false, "write the golden schemas anew")

// schemaQueries list a migrated schema, one line each, in a stable order.
var schemaQueries = map[models.Dialect]string{
	models.SQLite: `select type || ' ' || name || ': ' || coalesce(sql, '') from sqlite_master
		where name not like 'sqlite_%' and name not like 'goose_%' order by type, name`,
	models.Postgres: `
		select 'column ' || table_name || '.' || column_name || ': ' || data_type ||
			case is_nullable when 'NO' then ' not null' else '' end || coalesce(' default ' || column_default, '')
		from information_schema.columns where table_schema = 'public' and table_name not like 'goose_%'
		union all
		select 'constraint ' || c.relname || '.' || k.conname || ': ' || pg_get_constraintdef(k.oid)
		from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
		where n.nspname = 'public' and k.contype <> 'n' and c.relname not like 'goose_%'
		union all
		select 'index ' || indexname || ': ' || indexdef from pg_indexes
		where schemaname = 'public' and tablename not like 'goose_%'
		order by 1`,
}

// TestSchemaIsTheReviewedOne holds the migrated schema against a file, so that a
// change of the schema is read as a diff. go test ./models -update writes it.
func TestSchemaIsTheReviewedOne(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		var lines []string
		err := db.Read(context.Background(), func(tx *models.Tx) error {
			return tx.G.Raw(schemaQueries[db.Dialect]).Scan(&lines).Error
		})
		if err != nil {
			t.Fatal(err)
		}
		got := strings.Join(lines, "\n") + "\n"
		path := filepath.Join("golden", string(db.Dialect)+".txt")
		if *update {
			if err := os.WriteFile(path, []byte(got), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("the schema differs from %s:\n%s", path, diff)
		}
	})
}
