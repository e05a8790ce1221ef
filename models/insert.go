package models

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"time"

	"github.com/google/uuid"
	"gorm.io/gorm/schema"
)

// batch is how many rows one insert takes on SQLite, where the number of
// variables is limited.
const batch = 100

// InsertAll adds rows to their table. PostgreSQL gets one array for each column
// instead of a parameter for each value: a statement that is the same for any
// number of rows, and an eighth of the work on both sides.
func InsertAll[T any](tx *Tx, rows []T) error {
	if len(rows) == 0 {
		return nil
	}
	if tx.Dialect == Postgres {
		columns, err := columnsOf[T](tx)
		if err != nil {
			return err
		}
		if columns != nil {
			// past gorm, which would take each array apart
			_, err := tx.G.Statement.ConnPool.ExecContext(tx.ctx, columns.statement, columns.arrays(reflect.ValueOf(rows))...)
			return err
		}
	}
	return tx.G.CreateInBatches(rows, batch).Error
}

// columns is how the rows of one type are inserted by arrays.
type columns struct {
	statement string
	fields    [][]int // places of the columns' fields in the struct
	types     []reflect.Type
}

var columnsKnown sync.Map // reflect.Type -> *columns, nil where arrays can't be used

// arrayTypes are the types that fields may have, by what PostgreSQL calls them.
var arrayTypes = map[reflect.Type]string{
	reflect.TypeFor[uuid.UUID](): "uuid", reflect.TypeFor[*uuid.UUID](): "uuid",
	reflect.TypeFor[string](): "text", reflect.TypeFor[int](): "bigint", reflect.TypeFor[bool](): "boolean",
	reflect.TypeFor[float64](): "double precision", reflect.TypeFor[*float64](): "double precision",
	reflect.TypeFor[time.Time](): "timestamptz", reflect.TypeFor[*time.Time](): "timestamptz",
}

// columnsOf reads the columns of a type, once; nil when one of them has a type of
// its own, such as a document.
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
	for _, field := range parsed.Fields {
		kind, ok := arrayTypes[field.FieldType]
		if !ok || field.Serializer != nil || field.DBName == "" {
			c = nil
			break
		}
		c.fields, c.types = append(c.fields, field.StructField.Index), append(c.types, reflect.SliceOf(field.FieldType))
		names, unnested = append(names, field.DBName), append(unnested, fmt.Sprintf("$%d::%s[]", len(c.fields), kind))
	}
	if c != nil {
		c.statement = fmt.Sprintf("insert into %s (%s) select * from unnest(%s)",
			parsed.Table, strings.Join(names, ", "), strings.Join(unnested, ", "))
	}
	columnsKnown.Store(row, c)
	return c, nil
}

// arrays turns rows into one slice for each column.
func (c *columns) arrays(rows reflect.Value) []any {
	arrays := make([]any, len(c.fields))
	for i, place := range c.fields {
		column := reflect.MakeSlice(c.types[i], rows.Len(), rows.Len())
		for n := range rows.Len() {
			column.Index(n).Set(rows.Index(n).FieldByIndex(place))
		}
		arrays[i] = column.Interface()
	}
	return arrays
}
