package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
)

// markdown writes rows as the table of a document.
func markdown(rows []Row) string {
	var out strings.Builder
	line := func(cells []string) { out.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	line(head)
	line([]string{"---", "---", "--:", "--:", "---", "--:", "--:", "--:", "--:", "---", "---"})
	for _, r := range rows {
		line(cells(r))
	}
	return out.String()
}

func writeJSON(path string, rows []Row) error {
	text, err := json.MarshalIndent(rows, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(path, append(text, '\n'), 0o644) //nolint:gosec // figures for everybody
}

// What stands between these lines of a document is written by this program.
const (
	tableBegins = "<!-- table of make bench -->"
	tableEnds   = "<!-- end of table -->"
)

// writeInto puts a table into a document, in place of the one that is there.
func writeInto(path, text string) error {
	document, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	before, rest, begins := strings.Cut(string(document), tableBegins)
	_, after, ends := strings.Cut(rest, tableEnds)
	if !begins || !ends {
		return fmt.Errorf("%s has no place for the table, between %s and %s", path, tableBegins, tableEnds)
	}
	whole := before + tableBegins + "\n\n" + text + "\n" + tableEnds + after
	return os.WriteFile(path, []byte(whole), 0o644) //nolint:gosec // a document for everybody
}
