package snapshot

import (
	"fmt"
	"slices"
	"strings"

	"loftet/internal/tablefile"
	"loftet/models"
)

// table is a table as the database describes it.
type table struct {
	tablefile.Table
	key   []key    // its primary key, by which rows are ordered
	after []string // tables that its foreign keys refer to
}

// key is a column of a primary key.
type key struct {
	name string
	text bool
}

// tables lists the tables to save by name, their columns by name: the order of
// columns in a database tells of its history.
func tables(tx *models.Tx) ([]table, error) {
	var columns []struct {
		TableName, ColumnName, Type string
		KeyPosition                 int
	}
	if err := tx.G.Raw(columnQueries[tx.Dialect]).Scan(&columns).Error; err != nil {
		return nil, fmt.Errorf("list columns: %w", err)
	}
	var list []table
	keys := map[string]map[int]key{}
	for _, c := range columns {
		if leftOut[c.TableName] {
			continue
		}
		if len(list) == 0 || list[len(list)-1].Name != c.TableName {
			list = append(list, table{Table: tablefile.Table{Name: c.TableName, Errands: c.TableName == errands}})
			keys[c.TableName] = map[int]key{}
		}
		kind, ok := kinds[tx.Dialect][strings.ToLower(c.Type)]
		if timesAsText[c.TableName+"."+c.ColumnName] {
			kind, ok = tablefile.Time, true
		}
		if !ok {
			return nil, fmt.Errorf("%s.%s: nothing is known of columns of type %q", c.TableName, c.ColumnName, c.Type)
		}
		t := &list[len(list)-1]
		t.Columns = append(t.Columns, tablefile.Column{Name: c.ColumnName, Kind: kind})
		if c.KeyPosition > 0 {
			keys[c.TableName][c.KeyPosition] = key{c.ColumnName, kind == tablefile.Text && c.Type != "uuid"}
		}
	}
	for i := range list {
		t := &list[i]
		for position := 1; position <= len(keys[t.Name]); position++ {
			t.key = append(t.key, keys[t.Name][position])
		}
		if len(t.key) == 0 {
			return nil, fmt.Errorf("table %s has no primary key to order its rows by", t.Name)
		}
	}
	return list, references(tx, list)
}

// references fills in what each table refers to.
func references(tx *models.Tx, list []table) error {
	var found []struct{ TableName, Target string }
	if err := tx.G.Raw(referenceQueries[tx.Dialect]).Scan(&found).Error; err != nil {
		return fmt.Errorf("list foreign keys: %w", err)
	}
	for _, f := range found {
		at := slices.IndexFunc(list, func(t table) bool { return t.Name == f.TableName })
		if at >= 0 && f.Target != f.TableName {
			list[at].after = append(list[at].after, f.Target)
		}
	}
	return nil
}

// inOrder puts each table after those that it refers to.
func inOrder(list []table) ([]table, error) {
	var ordered []table
	placed := map[string]bool{}
	for len(ordered) < len(list) {
		before := len(ordered)
		for _, t := range list {
			ready := !slices.ContainsFunc(t.after, func(name string) bool { return !placed[name] })
			if !placed[t.Name] && ready {
				ordered = append(ordered, t)
				placed[t.Name] = true
			}
		}
		if len(ordered) == before {
			return nil, fmt.Errorf("foreign keys of %d tables lead in a circle", len(list)-before)
		}
	}
	return ordered, nil
}
