package api_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"loftet/models"
)

// counting are the tables that keep count of callers rather than of what they did.
var counting = []string{"sessions", "attempts", "idempotency_keys"}

// contents gives every table with its rows, but for those that count.
func (h *harness) contents() map[string]string {
	h.t.Helper()
	all := map[string]string{}
	tables := "select name from sqlite_master where type = 'table'"
	if h.w.db.Dialect == models.Postgres {
		tables = "select tablename from pg_tables where schemaname = current_schema()"
	}
	for _, table := range h.column(tables) {
		if !slices.Contains(counting, table) {
			all[table] = strings.Join(h.column(h.rowsOf(table)), "\n")
		}
	}
	return all
}

// rowsOf asks for each row of a table as one text.
func (h *harness) rowsOf(table string) string {
	if h.w.db.Dialect == models.Postgres {
		return fmt.Sprintf("select (t.*)::text from %q t", table)
	}
	columns := h.column(fmt.Sprintf("select 'quote(\"' || name || '\")' from pragma_table_info(%q)", table))
	return fmt.Sprintf("select %s from %q", strings.Join(columns, " || ',' || "), table)
}

func (h *harness) column(query string) []string {
	h.t.Helper()
	rows, err := h.w.db.SQL().QueryContext(h.t.Context(), query)
	if err != nil {
		h.t.Fatalf("%s: %v", query, err)
	}
	defer func() { _ = rows.Close() }()
	var list []string
	for rows.Next() {
		var value string
		if err := rows.Scan(&value); err != nil {
			h.t.Fatal(err)
		}
		list = append(list, value)
	}
	if err := rows.Err(); err != nil {
		h.t.Fatal(err)
	}
	slices.Sort(list)
	return list
}

// differences names the tables that are not as they were.
func differences(before, after map[string]string) []string {
	var tables []string
	for _, table := range slices.Sorted(maps.Keys(after)) {
		if before[table] != after[table] {
			tables = append(tables, table)
		}
	}
	return tables
}
