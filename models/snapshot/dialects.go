package snapshot

import (
	"fmt"
	"strings"

	"loftet/internal/tablefile"
	"loftet/models"
)

// kinds are the types of columns that the migrations use.
var kinds = map[models.Dialect]map[string]tablefile.Kind{
	models.SQLite: {
		"text": tablefile.Text, "integer": tablefile.Integer, "real": tablefile.Real,
		"boolean": tablefile.Boolean, "datetime": tablefile.Time, "blob": tablefile.Bytes,
	},
	models.Postgres: {
		"text": tablefile.Text, "uuid": tablefile.Text,
		"smallint": tablefile.Integer, "integer": tablefile.Integer, "bigint": tablefile.Integer,
		"double precision": tablefile.Real, "boolean": tablefile.Boolean,
		"timestamp with time zone": tablefile.Time, "bytea": tablefile.Bytes,
	},
}

var columnQueries = map[models.Dialect]string{
	models.SQLite: `select m.name as table_name, c.name as column_name, c.type as type, c.pk as key_position
		from sqlite_master m join pragma_table_info(m.name) c
		where m.type = 'table' and m.name not like 'sqlite\_%' escape '\' order by m.name, c.name`,
	// the numbers of a key's columns are counted from 0
	models.Postgres: `select c.relname as table_name, a.attname as column_name,
			format_type(a.atttypid, a.atttypmod) as type,
			coalesce(array_position(k.indkey::int2[], a.attnum) + 1, 0) as key_position
		from pg_class c join pg_attribute a on a.attrelid = c.oid
			left join pg_index k on k.indrelid = c.oid and k.indisprimary
		where c.relkind in ('r', 'p') and not c.relispartition and c.relnamespace = current_schema()::regnamespace
			and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
		order by c.relname collate "C", a.attname collate "C"`,
}

var referenceQueries = map[models.Dialect]string{
	models.SQLite: `select m.name as table_name, f."table" as target
		from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table'`,
	models.Postgres: `select c.relname as table_name, r.relname as target
		from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_class r on r.oid = k.confrelid
		where k.contype = 'f' and c.relnamespace = current_schema()::regnamespace`,
}

// selection reads a table's rows in the order of its key, text by its bytes: the
// same order in both databases.
func selection(d models.Dialect, t table) string {
	names := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		names[i] = quoted(c.Name)
	}
	order := make([]string, len(t.key))
	for i, k := range t.key {
		order[i] = quoted(k.name)
		if k.text && d == models.Postgres {
			order[i] += ` collate "C"`
		}
	}
	return fmt.Sprintf("select %s from %s order by %s",
		strings.Join(names, ", "), quoted(t.Name), strings.Join(order, ", "))
}

// insertion writes rows of a table, as many as one statement is asked to take.
func insertion(d models.Dialect, t tablefile.Table, rows int) string {
	var s strings.Builder
	s.WriteString("insert into " + quoted(t.Name) + " (")
	for i, c := range t.Columns {
		if i > 0 {
			s.WriteString(", ")
		}
		s.WriteString(quoted(c.Name))
	}
	s.WriteString(") values ")
	for n := range rows * len(t.Columns) {
		switch {
		case n == 0:
			s.WriteString("(")
		case n%len(t.Columns) == 0:
			s.WriteString("), (")
		default:
			s.WriteString(", ")
		}
		if d == models.Postgres {
			fmt.Fprintf(&s, "$%d", n+1)
		} else {
			s.WriteString("?")
		}
	}
	s.WriteString(")")
	return s.String()
}

func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }
