package models

import (
	"reflect"
	"strings"
)

// insertShared adds rows in statements of a few rows each. What all of them have in
// common, such as whose they are, is said once in each statement.
func (c *columns) insertShared(tx *Tx, rows reflect.Value) error {
	cells := c.cells(tx, rows)
	shared, own := c.split(cells)
	step := max(1, (variables-len(shared))/max(1, len(own)))
	for from := 0; from < len(cells); from += step {
		query, args := c.sharing(cells[from:min(from+step, len(cells))], shared, own)
		if _, err := tx.G.Statement.ConnPool.ExecContext(tx.ctx, query, args...); err != nil {
			return err
		}
	}
	return nil
}

// cells gives the values of rows as the database takes them, in the order of the
// columns.
func (c *columns) cells(tx *Tx, rows reflect.Value) [][]any {
	cells := make([][]any, rows.Len())
	for i := range cells {
		row := reflect.Indirect(rows.Index(i))
		cells[i] = make([]any, len(c.stored))
		for j, field := range c.stored {
			cells[i][j], _ = field.ValueOf(tx.ctx, row)
		}
	}
	return cells
}

// split gives the places of the columns that have one value in all rows, and of the
// others.
func (c *columns) split(cells [][]any) (shared, own []int) {
	for j := range c.stored {
		if first := cells[0][j]; len(cells) > 1 && first != nil && reflect.TypeOf(first).Comparable() && same(cells, j) {
			shared = append(shared, j)
		} else {
			own = append(own, j)
		}
	}
	if len(own) == 0 { // rows without anything of their own still are as many
		own, shared = shared[:1], shared[1:]
	}
	return shared, own
}

func same(cells [][]any, j int) bool {
	for _, row := range cells {
		if row[j] != cells[0][j] {
			return false
		}
	}
	return true
}

// sharing makes one statement.
func (c *columns) sharing(cells [][]any, shared, own []int) (query string, args []any) {
	var text strings.Builder
	text.WriteString("insert into " + c.table + " (")
	for i, j := range append(append([]int{}, own...), shared...) {
		if i > 0 {
			text.WriteByte(',')
		}
		text.WriteString(c.stored[j].DBName)
	}
	text.WriteString(") select * from (values ")
	for i, row := range cells {
		if i > 0 {
			text.WriteByte(',')
		}
		text.WriteByte('(')
		args = marks(&text, args, row, own)
		text.WriteByte(')')
	}
	text.WriteByte(')')
	if len(shared) > 0 {
		text.WriteString(", (select ")
		args = marks(&text, args, cells[0], shared)
		text.WriteByte(')')
	}
	return text.String(), args
}

// marks writes a ? for each of some values and adds them to args.
func marks(text *strings.Builder, args, row []any, places []int) []any {
	for i, j := range places {
		if i > 0 {
			text.WriteByte(',')
		}
		text.WriteByte('?')
		args = append(args, row[j])
	}
	return args
}
