package stand

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	_ "github.com/jackc/pgx/v5/stdlib" // the driver
)

// growing are the tables whose rows grow with the number of countries.
var growing = []string{"organisations", "municipality_numbers", "populations", "regions", "region_members", "rounds", "responses",
	"submissions", "observations", "scores", "goal_scores", "audit_events"}

// shared are columns whose ids the copies have in common: one catalogue, one
// questionnaire, and the people who answered.
var shared = []string{"indicator_id", "indicator_version_id", "questionnaire_version_id", "approved_by", "submitted_by", "person_id", "round_target_id"}

// Grow adds copies of every country that a database of PostgreSQL holds, each with
// municipalities, rounds and figures of its own. Documents of the copies are empty,
// for nobody opens them.
func Grow(ctx context.Context, address string, copies int) (err error) {
	db, err := sql.Open("pgx", address)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	conn, err := db.Conn(ctx) // the settings hold for one connection
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	steps := []string{"set session_replication_role = replica", "set synchronous_commit = off", "set maintenance_work_mem = '512MB'"}
	indexes, err := indexesOf(ctx, conn)
	if err != nil {
		return err
	}
	for _, index := range indexes {
		steps = append(steps, "drop index "+index.name)
	}
	for _, table := range growing {
		insert, err := copying(ctx, conn, table, copies)
		if err != nil {
			return err
		}
		steps = append(steps, insert)
	}
	for _, index := range indexes {
		steps = append(steps, index.definition)
	}
	for _, step := range append(steps, "vacuum analyze") {
		if _, err := conn.ExecContext(ctx, step); err != nil {
			return fmt.Errorf("grow by %s: %w", step, err)
		}
	}
	return nil
}

type index struct{ name, definition string }

// indexesOf gives the indexes of the growing tables that no constraint needs; they
// are made anew after the rows are there, which takes a fraction of the time.
func indexesOf(ctx context.Context, conn *sql.Conn) ([]index, error) {
	rows, err := conn.QueryContext(ctx, `select i.indexname, i.indexdef from pg_indexes i
where i.schemaname = 'public' and i.tablename = any($1)
and not exists (select 1 from pg_constraint c where c.conname = i.indexname)`, growing)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	var list []index
	for rows.Next() {
		var one index
		if err := rows.Scan(&one.name, &one.definition); err != nil {
			return nil, err
		}
		list = append(list, one)
	}
	return list, rows.Err()
}

// copying writes the statement that copies a table's rows: the same row of the same
// copy gets the same new id wherever it is named.
func copying(ctx context.Context, conn *sql.Conn, table string, copies int) (string, error) {
	rows, err := conn.QueryContext(ctx, `select column_name, data_type from information_schema.columns
where table_schema = 'public' and table_name = $1 order by ordinal_position`, table)
	if err != nil {
		return "", err
	}
	defer func() { _ = rows.Close() }()
	var names, values []string
	for rows.Next() {
		var name, kind string
		if err := rows.Scan(&name, &kind); err != nil {
			return "", err
		}
		names = append(names, name)
		values = append(values, copied(name, kind))
	}
	return fmt.Sprintf("insert into %s (%s) select %s from %s t, generate_series(1, %d) c", table, strings.Join(names, ", "),
		strings.Join(values, ", "), table, copies), rows.Err()
}

func copied(name, kind string) string {
	switch {
	case kind == "uuid" && !slices.Contains(shared, name):
		return fmt.Sprintf("md5(t.%s::text || '-' || c)::uuid", name)
	case name == "number" || name == "receipt" || name == "org_number":
		return fmt.Sprintf("t.%s || '-' || c", name)
	case name == "name":
		return "t.name || ' ' || c"
	case name == "document":
		return "'{}'"
	}
	return "t." + name
}
