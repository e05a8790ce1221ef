package cpv

import (
	"sort"
	"strings"

	"loftet/internal/csvtable"
	"loftet/models"
)

// Read reads the official list: the columns code and check, and a column of
// labels for each language, named by its two letters; other columns are passed
// over. Faults are a malformed or repeated code, a check that is no digit and a
// code without a label; a code that stands under no other is doubtful.
func Read(src csvtable.Source) ([]models.CPVCode, csvtable.Findings) {
	table, found := csvtable.Read(src, []csvtable.Column{{Name: "code"}, {Name: "check"}})
	languages := labelColumns(table)
	if len(languages) == 0 && found.OK() {
		found.Fault(src.Name, 1, "no column holds labels; such a column has the two letters of a language as its name, such as nb")
	}
	lines := map[string]int{}
	var codes []models.CPVCode
	for _, row := range table.Rows {
		code, _, ok := Parse(row.Get("code"))
		digit := row.Get("check")
		labels := models.Text{}
		for lang, at := range languages {
			if row.Cells[at] != "" {
				labels[lang] = row.Cells[at]
			}
		}
		switch first := lines[code]; {
		case !ok:
			found.Fault(src.Name, row.Line, "%q is no CPV code; it has eight digits", row.Get("code"))
		case first > 0:
			found.Fault(src.Name, row.Line, "the code %s stands on line %d already", code, first)
		case len(digit) != 1 || strings.Trim(digit, "0123456789") != "":
			found.Fault(src.Name, row.Line, "%q is no check digit", digit)
		case len(labels) == 0:
			found.Fault(src.Name, row.Line, "the code %s has no label", code)
		default:
			lines[code] = row.Line
			codes = append(codes, models.CPVCode{Code: code, Digit: digit, Labels: labels, Search: searchText(labels)})
		}
	}
	exists := func(code string) bool { return lines[code] > 0 }
	for _, c := range codes {
		if _, ok := parent(c.Code, exists); !ok && len(significant(c.Code)) > 2 {
			found.Warn(src.Name, lines[c.Code], "the list lacks the division that %s belongs to", c.Code)
		}
	}
	found.Sort()
	return codes, found
}

func labelColumns(t csvtable.Table) map[string]int {
	columns := map[string]int{}
	for _, i := range t.Others() {
		name := strings.ToLower(t.Header[i])
		if len(name) == 2 && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz") == "" {
			columns[name] = i
		}
	}
	return columns
}

// searchText is all labels in lower case, one a line, each label once.
func searchText(labels models.Text) string {
	seen := map[string]bool{}
	var lines []string
	for _, label := range labels {
		if low := strings.ToLower(label); !seen[low] {
			seen[low] = true
			lines = append(lines, low)
		}
	}
	sort.Strings(lines)
	return strings.Join(lines, "\n")
}
