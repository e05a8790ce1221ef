package csvtable

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// locate finds each wanted column in the header. Missing ones and doubles are
// faults.
func locate(file string, line int, header []string, columns []Column, found *Findings) map[string]int {
	at := make(map[string]int, len(header))
	for i, name := range header {
		key := strings.ToLower(name)
		if first, twice := at[key]; twice && key != "" {
			found.Fault(file, line, "the column %s stands twice, as number %d and %d", quote(name), first+1, i+1)
			continue
		}
		at[key] = i
	}
	place := make(map[string]int, len(columns))
	for _, column := range columns {
		names := append([]string{column.Name}, column.Also...)
		here := slices.IndexFunc(names, func(name string) bool {
			_, ok := at[strings.ToLower(name)]
			return ok
		})
		switch {
		case here >= 0:
			place[column.Name] = at[strings.ToLower(names[here])]
		case !column.Optional:
			found.Fault(file, line, "the column %q is missing; the header has %s", column.Name, strings.Join(header, ", "))
		}
	}
	return place
}

// printable puts a space where a control character would break the line of a
// message.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, text)
}

// complete tells whether the table has every column that isn't optional.
func complete(t Table, columns []Column) bool {
	for _, column := range columns {
		if !column.Optional && !t.Has(column.Name) {
			return false
		}
	}
	return true
}

// Others gives the positions in Header of the columns that were not asked for.
func (t Table) Others() []int {
	taken := slices.Collect(maps.Values(t.place))
	var rest []int
	for i := range t.Header {
		if !slices.Contains(taken, i) {
			rest = append(rest, i)
		}
	}
	return rest
}

func count(fields int) string {
	if fields == 1 {
		return "1 field"
	}
	return fmt.Sprintf("%d fields", fields)
}
