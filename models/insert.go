package models

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgtype"
	"gorm.io/gorm/schema"
)

// variables is how many values one insert takes on SQLite. Its driver looks for
// each one among all of them, so that a long insert costs more than a few short
// ones; a short one costs the reading of its text.
const variables = 90

// InsertAll adds rows to their table. PostgreSQL gets one array for each column
// instead of a parameter for each value: a statement that is the same for any
// number of rows, and an eighth of the work on both sides, and sends it later. It
// fills in nothing: a time that is not set is refused on both databases.
func InsertAll[T any](tx *Tx, rows []T) error {
	if len(rows) == 0 {
		return nil
	}
	columns, err := columnsOf[T](tx)
	if err != nil {
		return err
	}
	list := reflect.ValueOf(rows)
	if err := columns.timed(list); err != nil {
		return err
	}
	switch {
	case tx.Dialect == SQLite:
		return columns.insertShared(tx, list)
	case columns.statement == "":
		return tx.G.CreateInBatches(rows, 100).Error
	}
	return tx.Later(columns.statement, nil, columns.of(list)...)
}

// columns is how the rows of one type are inserted.
type columns struct {
	statement string  // by arrays; empty where they can't be used
	fields    [][]int // places of the columns' fields in the struct
	arrays    []arrayOf
	times     []*schema.Field // that must be set
	table     string
	stored    []*schema.Field // all columns
}

var columnsKnown sync.Map // reflect.Type -> *columns

// arrayOf makes the array of a column from the field at a place of all rows.
type arrayOf func(rows reflect.Value, place []int) any

// array makes arrays of values as the driver writes them without asking what
// they are.
func array[F, D any](driver func(*F) D) arrayOf {
	return func(rows reflect.Value, place []int) any {
		list := make(pgtype.FlatArray[D], rows.Len())
		for i := range list {
			list[i] = driver(rows.Index(i).FieldByIndex(place).Addr().Interface().(*F)) //nolint:forcetypeassert // arrays are chosen by this type
		}
		return list
	}
}

func itself[F any](value *F) F { return *value }

// arrayTypes are the types that fields may have, by what PostgreSQL calls them.
var arrayTypes = map[reflect.Type]struct {
	name  string
	array arrayOf
}{
	reflect.TypeFor[uuid.UUID]():  {"uuid", array(func(id *uuid.UUID) pgtype.UUID { return pgtype.UUID{Bytes: *id, Valid: true} })},
	reflect.TypeFor[*uuid.UUID](): {"uuid", array(func(id **uuid.UUID) pgtype.UUID { return optionalID(*id) })},
	reflect.TypeFor[string]():     {"text", array(itself[string])},
	reflect.TypeFor[int]():        {"bigint", array(func(n *int) int64 { return int64(*n) })},
	reflect.TypeFor[bool]():       {"boolean", array(itself[bool])},
	reflect.TypeFor[float64]():    {"double precision", array(itself[float64])},
	reflect.TypeFor[*float64]():   {"double precision", array(itself[*float64])},
	reflect.TypeFor[time.Time]():  {"timestamptz", array(itself[time.Time])},
	reflect.TypeFor[*time.Time](): {"timestamptz", array(itself[*time.Time])},
}

// columnsOf reads the columns of a type, once. There is no statement when one of
// them has a type of its own, such as a document.
func columnsOf[T any](tx *Tx) (*columns, error) {
	row := reflect.TypeFor[T]()
	if known, ok := columnsKnown.Load(row); ok {
		return known.(*columns), nil
	}
	parsed, err := schema.Parse(new(T), &sync.Map{}, tx.G.NamingStrategy)
	if err != nil {
		return nil, fmt.Errorf("columns of %s: %w", row, err)
	}
	c := &columns{}
	var names, unnested []string
	fit := true
	c.table = parsed.Table
	for _, field := range parsed.Fields {
		if field.DBName != "" {
			c.stored = append(c.stored, field)
		}
		if field.FieldType == reflect.TypeFor[time.Time]() {
			c.times = append(c.times, field)
		}
		kind, ok := arrayTypes[field.FieldType]
		if !ok || field.Serializer != nil || field.DBName == "" {
			fit = false
			continue
		}
		c.fields, c.arrays = append(c.fields, field.StructField.Index), append(c.arrays, kind.array)
		names, unnested = append(names, field.DBName), append(unnested, fmt.Sprintf("unnest($%d::%s[])", len(c.fields), kind.name))
	}
	if fit {
		c.statement = fmt.Sprintf("insert into %s (%s) select %s",
			parsed.Table, strings.Join(names, ", "), strings.Join(unnested, ", "))
	}
	columnsKnown.Store(row, c)
	return c, nil
}

// of gives the arrays of rows, one for each column.
func (c *columns) of(rows reflect.Value) []any {
	arrays := make([]any, len(c.fields))
	for i, place := range c.fields {
		arrays[i] = c.arrays[i](rows, place)
	}
	return arrays
}

// timed refuses rows with a time that is not set. gorm would fill in some of them,
// and what is written must not depend on the database.
func (c *columns) timed(rows reflect.Value) error {
	for _, field := range c.times {
		for i := range rows.Len() {
			if rows.Index(i).FieldByIndex(field.StructField.Index).IsZero() {
				return fmt.Errorf("%s of row %d of %s is not set", field.Name, i+1, field.Schema.Table)
			}
		}
	}
	return nil
}
