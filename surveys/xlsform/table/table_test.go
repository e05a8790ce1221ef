package table_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"loftet/surveys/xlsform/table"
)

// workbook makes a file of one sheet.
func workbook(t *testing.T, fill func(*excelize.File, string) error) []byte {
	t.Helper()
	file := excelize.NewFile()
	defer func() { _ = file.Close() }()
	var out bytes.Buffer
	if err := errors.Join(fill(file, file.GetSheetName(0)), file.Write(&out)); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWhatCellsSay(t *testing.T) {
	content := workbook(t, func(file *excelize.File, sheet string) error {
		date, err := file.NewStyle(&excelize.Style{NumFmt: 14})
		percent, err2 := file.NewStyle(&excelize.Style{NumFmt: 9})
		for cell, value := range map[string]any{
			"A1": " type ", "B1": "name", "D1": "a  b", "A2": true, "B2": 1.0, "D2": "007", "A3": 0.5, "B3": "1.0", "D3": " x\u00a0y ",
			"A4": 1e21, "A5": time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), "B5": "merged",
		} {
			err = errors.Join(err, file.SetCellValue(sheet, cell, value))
		}
		return errors.Join(err, err2, file.SetCellStyle(sheet, "A5", "A5", date), file.SetCellStyle(sheet, "A3", "A3", percent),
			file.MergeCell(sheet, "B5", "D6"))
	})
	book, err := table.Read("a.XLSX", content)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"type", "name", "", "a b"}, book[0].Header); diff != "" {
		t.Error(diff)
	}
	var got []string
	for _, row := range book[0].Rows[:4] {
		got = append(got, strings.Join(row.Cells, "|"))
	}
	if diff := cmp.Diff([]string{"TRUE|1||007", "0.5|1.0||x y", "1e+21|||", "2026-11-23 00:00:00|merged||"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestASheetEndsAfterManyEmptyRows(t *testing.T) {
	content := workbook(t, func(file *excelize.File, sheet string) error {
		return errors.Join(file.SetCellStr(sheet, "A1", "type"), file.SetCellStr(sheet, "A40", "near"), file.SetCellStr(sheet, "A5000", "far"))
	})
	book, err := table.Read("a.xlsx", content)
	if err != nil {
		t.Fatal(err)
	}
	last := ""
	for _, row := range book[0].Rows {
		if row.Cells[0] != "" {
			last = row.Cells[0]
		}
	}
	if last != "near" || len(book[0].Rows) > 120 {
		t.Errorf("%d rows, the last is %q", len(book[0].Rows), last)
	}
}

// A file of some kilobytes that unpacks to 40 MB is given up.
func TestASmallFileThatUnpacksToMuch(t *testing.T) {
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	write := func(name, text string, times int) {
		part, err := to.Create(name)
		for range times {
			if err == nil {
				_, err = part.Write([]byte(text))
			}
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	write("_rels/.rels", `<r><Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></r>`, 1)
	write("xl/_rels/workbook.xml.rels", `<r><Relationship Id="a" Type="x/sharedStrings" Target="s.xml"/></r>`, 1)
	write("xl/workbook.xml", `<w><sheet name="survey" id="a"/></w>`, 1)
	write("xl/s.xml", strings.Repeat(" ", 1<<20), 40)
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := table.Read("a.xlsx", out.Bytes())
	var known *table.Unreadable
	if !errors.As(err, &known) || known.Reason != table.TooLarge {
		t.Errorf("%d bytes: %v", out.Len(), err)
	}
}

func TestHowCSVIsWritten(t *testing.T) {
	book, err := table.Read("a.csv", []byte("\ufeffsurvey\r\n,type,\"na\nme\"\r\n,text,\"a,\"\"b\"\r\n\r\nchoices,,\r\n,list_name\r\n,l\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	want := table.Book{
		{Name: "survey", Header: []string{"type", "na me"}, Rows: []table.Row{{Number: 2, Line: 4, Cells: []string{"text", `a,"b`}}}},
		{Name: "choices", Header: []string{"list_name"}, Rows: []table.Row{{Number: 2, Line: 8, Cells: []string{"l"}}}},
	}
	if diff := cmp.Diff(want, book); diff != "" {
		t.Error(diff)
	}
	for content, reason := range map[string]table.Reason{
		"survey;type;name\n;text;a": table.Damaged, "survey\n,t\xff": table.Damaged, "survey\nSurvey\n": table.Damaged, "": table.Damaged,
		strings.Repeat("a", table.MaxFile+1): table.TooLarge, "survey\n,a\n" + strings.Repeat(",x\n", 50_001): table.TooLarge,
		"survey\n" + strings.Repeat(",a", 900) + "\n" + strings.Repeat(",x\n", 3000): table.TooLarge,
	} {
		_, err := table.Read("a.csv", []byte(content))
		var known *table.Unreadable
		if !errors.As(err, &known) || known.Reason != reason {
			t.Errorf("%.20q: %v", content, err)
		}
	}
}
