package cataloguefile

import (
	"io"
	"slices"

	"loftet/indicators"
	"loftet/internal/csvtable"
)

// Read reads a catalogue, in the order of its lines. Where anything is wrong no
// definition counts: the findings tell all faults with line and column.
func Read(name string, r io.Reader) ([]indicators.Definition, csvtable.Findings) {
	wanted := make([]csvtable.Column, len(columns))
	for i, c := range columns {
		wanted[i] = csvtable.Column{Name: c.name, Optional: !c.need}
	}
	table, found := csvtable.Read(csvtable.Source{Name: name, Reader: r}, wanted)
	for _, i := range table.Others() {
		if table.Header[i] != "" {
			found.Fault(name, 1, "the column %q is not known; take it away or correct its name", table.Header[i])
		}
	}
	list := make([]indicators.Definition, len(table.Rows))
	for i, row := range table.Rows {
		list[i] = read(name, row, &found)
	}
	judge(table, list, &found)
	found.Sort()
	return list, found
}

// read takes one line over.
func read(name string, row csvtable.Row, found *csvtable.Findings) indicators.Definition {
	var d indicators.Definition
	for _, c := range columns {
		field := row.Get(c.name)
		if _, reason := csvtable.Number(field); reason != "" {
			field = csvtable.Plain(field)
		}
		if field == "" {
			if c.need {
				found.Fault(name, row.Line, "column %s: it is blank", c.name)
			}
			continue
		}
		if reason := c.set(&d, field); reason != "" {
			found.Fault(name, row.Line, "column %s: %s", c.name, reason)
		}
	}
	return d
}

// judge tells what is wrong with definitions as wholes and among each other.
func judge(table csvtable.Table, list []indicators.Definition, found *csvtable.Findings) {
	lines := map[string]int{}
	for i, d := range list {
		line := table.Rows[i].Line
		if first, twice := lines[d.Code]; twice && d.Code != "" {
			found.Fault(table.File, line, "column code: %q stands already in line %d", d.Code, first)
			continue
		}
		lines[d.Code] = line
		for _, wrong := range d.Faults() {
			note := found.Fault
			if wrong.Doubt {
				note = found.Warn
			}
			note(table.File, line, "column %s: %s", columnOf(wrong.Field), wrong.Reason)
		}
	}
	if !found.OK() {
		return // a name may be unknown because its line was not read
	}
	for _, fault := range indicators.FormulaFaults(list) {
		found.Fault(table.File, lines[fault.Code], "column formula: %s", fault.Reason)
	}
}

// columnOf is the first column of what is wrong: a text has one for each language.
func columnOf(field string) string {
	if slices.ContainsFunc(columns, func(c column) bool { return c.name == field }) {
		return field
	}
	return field + "_" + languages[0]
}
