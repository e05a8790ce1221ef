package xlsform

import (
	"regexp"
	"slices"
	"strings"

	"loftet/surveys/xlsform/table"
)

// sheet is a sheet whose columns are known by one name each, whatever their
// headers say: label, bind/relevant. A text by language has the language behind:
// label/English (en).
type sheet struct {
	name    string
	headers []string   // as they stand, by column
	paths   [][]string // what they mean
	byKey   map[string]int
	rows    []row
}

// row is one row of a sheet.
type row struct {
	sheet *sheet
	place
	cells []string
}

// cell is what stands in a column, and where.
type cell struct {
	place
	text string
}

// read gives the headers of a sheet their meaning, as ODK's converter does: by
// their aliases, and split at :: (or at a single colon, where no header has two).
func readColumns(found *findings, name string, from table.Sheet, aliases map[string]string, known []string) *sheet {
	s := &sheet{name: name, headers: from.Header, byKey: make(map[string]int)}
	for _, twice := range from.Twice {
		found.fault(place{sheet: name, row: 1, column: twice}, DuplicateHeader,
			"header_twice", "Two columns are called %q. Rename or remove one of them.", twice)
	}
	double := slices.ContainsFunc(from.Header, func(h string) bool { return strings.Contains(h, "::") })
	for i, header := range from.Header {
		written, path := meaning(header, double, aliases, known)
		s.paths = append(s.paths, path)
		if header == "" {
			continue
		}
		key := strings.Join(path, "/")
		other, taken := s.byKey[key]
		if taken && s.headers[other] != header && written != header {
			found.fault(place{sheet: name, row: 1, column: header}, DuplicateHeader,
				"header_same", "The columns %q and %q mean the same. Remove one of them.", s.headers[other], header)
		}
		s.byKey[key] = i
	}
	for _, r := range from.Rows {
		s.rows = append(s.rows, row{sheet: s, place: place{sheet: name, row: r.Number, line: r.Line}, cells: r.Cells})
	}
	return s
}

// meaning is what a header means, and how it would have been written plainly.
func meaning(header string, double bool, aliases map[string]string, known []string) (string, []string) {
	for _, plain := range []string{header, snake(header)} {
		if slices.Contains(known, plain) {
			return plain, []string{plain}
		}
	}
	separator := ":"
	if double {
		separator = "::"
	}
	path := strings.Split(header, separator)
	for i := range path {
		path[i] = strings.TrimSpace(path[i])
	}
	if at := slices.Index(path, "jr"); !double && at >= 0 && at+1 < len(path) { // jr:count is one word
		path = slices.Concat(path[:at], []string{"jr:" + path[at+1]}, path[at+2:])
	}
	first := snake(path[0])
	if alias, ok := aliases[first]; ok {
		return alias, append(strings.Split(alias, "/"), path[1:]...)
	}
	if slices.Contains(known, first) {
		path[0] = first
		return first, path
	}
	return header, path // a column of the author's own keeps its letters
}

func snake(text string) string { return strings.ToLower(strings.Join(strings.Fields(text), "_")) }

// get is what stands in a column, cleaned as ODK's converter cleans it.
func (r row) get(key string) cell {
	raw := r.text(key)
	raw.text = plainQuotes.Replace(raw.text)
	return raw
}

// text is what stands in a column as people wrote it.
func (r row) text(key string) cell {
	at, ok := r.sheet.byKey[key]
	if !ok {
		return cell{place: r.in(key[strings.LastIndexByte(key, '/')+1:])}
	}
	return cell{place: r.in(r.sheet.headers[at]), text: r.cells[at]}
}

func (r row) empty() bool { return strings.Join(r.cells, "") == "" }

// ours tells whether there are columns of our own.
func (s *sheet) ours() bool {
	return slices.ContainsFunc(s.paths, func(path []string) bool { return path[0] == "loftet" })
}

func (s *sheet) has(key string) bool {
	_, ok := s.byKey[key]
	return ok
}

// under lists the columns whose first names are these, and the names behind:
// languages, most often. A column without has "".
func (s *sheet) under(key string) (columns []int, rest []string) {
	prefix := strings.Split(key, "/")
	for i, path := range s.paths {
		if s.headers[i] != "" && len(path) >= len(prefix) && slices.Equal(path[:len(prefix)], prefix) {
			columns = append(columns, i)
			rest = append(rest, strings.Join(path[len(prefix):], "/"))
		}
	}
	return columns, rest
}

var (
	plainQuotes = strings.NewReplacer("\u2018", "'", "\u2019", "'", "\u201c", `"`, "\u201d", `"`)
	blanks      = regexp.MustCompile(` +`)
)
