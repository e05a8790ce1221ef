package charts

import (
	"encoding/csv"
	"fmt"
	"io"

	"loftet/internal/csvtable"
)

// CSV writes the table in the form of RFC 4180: UTF-8, comma between fields,
// decimal point. A column of figures holds numbers or nothing; next to it stand
// the answer that it stands for, its status and its band in words where any
// figure has one. Unit, period, source, licence, method and a note are columns of their
// own where there is any, so that the file stays a plain table and every row still
// says where it comes from, and that it is made up.
func (t Table) CSV(w io.Writer) error {
	plan := t.plan()
	out := csv.NewWriter(w)
	out.UseCRLF = true
	var header []string
	for i, c := range t.Columns {
		header = append(header, csvtable.Neutral(c.Name))
		words := wordsOf(t.Lang)
		if plan[i].answer {
			header = append(header, csvtable.Neutral(c.Name+": "+words.answer))
		}
		if plan[i].status {
			header = append(header, csvtable.Neutral(c.Name+": "+words.status))
		}
		if plan[i].band {
			header = append(header, csvtable.Neutral(c.Name+": "+words.band))
		}
	}
	origin, names := t.origin()
	if err := out.Write(append(header, names...)); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	for _, row := range t.Rows {
		var record []string
		for i, c := range row {
			record = append(record, c.fields(plan[i], t.Columns[i].Numeric, t.Lang)...)
		}
		if err := out.Write(append(record, origin...)); err != nil {
			return fmt.Errorf("write csv: %w", err)
		}
	}
	out.Flush()
	return out.Error()
}

// extra says which words a column of figures needs beside it.
type extra struct{ answer, status, band bool }

func (t Table) plan() []extra {
	plan := make([]extra, len(t.Columns))
	for _, row := range t.Rows {
		for i, c := range row {
			plan[i].answer = plan[i].answer || c.Answer
			plan[i].status = plan[i].status || c.State != "" && c.State != Confirmed
			plan[i].band = plan[i].band || c.Band != ""
		}
	}
	return plan
}

func (t Table) origin() (fields, names []string) {
	w := wordsOf(t.Lang)
	for _, o := range [][2]string{{w.unit, t.Unit}, {w.period, t.Period}, {w.source, t.Source}, {w.licence, t.Licence}, {w.method, t.Method}, {w.note, t.Note}} {
		if o[1] != "" {
			names, fields = append(names, o[0]), append(fields, csvtable.Neutral(o[1]))
		}
	}
	return fields, names
}

func (c Cell) fields(e extra, numeric bool, lang Lang) []string {
	first := csvtable.Neutral(c.Text)
	switch {
	case c.Numeric:
		first = plain(c.Number, c.Decimals)
	case numeric:
		first = ""
	}
	out := []string{first}
	w := wordsOf(lang)
	if e.answer {
		word := ""
		if c.Answer {
			word = csvtable.Neutral(c.Text)
		}
		out = append(out, word)
	}
	if e.status {
		out = append(out, w.states[c.State])
	}
	if e.band {
		out = append(out, w.bands[c.Band])
	}
	return out
}
