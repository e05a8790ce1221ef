package workbook_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/surveys"
	"loftet/surveys/workbook"
)

var response = uuid.MustParse("0199b2c4-5e6f-7a8b-9c0d-000000000001")

func f(x float64) *float64 { return &x }

func words(s string) models.Text { return models.Text{"nb": s} }

// asked are a number with an answer, a choice, and two figures that make one.
func asked() []surveys.ResponseGoal {
	question := func(code, kind string, parts ...indicators.Part) surveys.AnsweredQuestion {
		return surveys.AnsweredQuestion{Question: indicators.Indicator{Definition: indicators.Definition{Code: code, Goal: 1, Type: kind, Name: words("=" + code), Question: words("?"), Parts: parts}}}
	}
	number, choice := question("1.1-a", "number"), question("1.2-b", "yes_partly_no")
	number.Answer = &surveys.Answer{Code: "1.1-a", Answer: models.Answer{State: "value", Value: f(12.5), Source: "=SUM(A1)", Quality: "assumptions", Internal: true, CaseNumber: "26/1", Version: 3}}
	parts := question("1.3-c", "parts", indicators.Part{Key: "n", Type: "count", Label: words("Antall")}, indicators.Part{Key: "plan", Type: "yes_no", Label: words("Plan")})
	return []surveys.ResponseGoal{{Goal: 1, Questions: []surveys.AnsweredQuestion{number, choice, parts}}, {Goal: 2, LeftOut: true, Questions: []surveys.AnsweredQuestion{question("2.1-x", "number")}}}
}

func questions() []indicators.Indicator {
	var list []indicators.Indicator
	for _, q := range asked()[0].Questions {
		list = append(list, q.Question)
	}
	return list
}

// filled writes the book and lets somebody change cells of it.
func filled(t testing.TB, cells map[string]any) []byte {
	t.Helper()
	file, err := workbook.Write(response, asked(), nil, "nb")
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	for cell, value := range cells {
		if err := book.SetCellValue(workbook.Sheet, cell, value); err != nil {
			t.Fatal(err)
		}
	}
	out, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func cell(r workbook.Reading, code, field string) string { return r.PlaceOf(code, 0, field).Cell }

func TestWhatNobodyTouchedIsNotRead(t *testing.T) {
	got, err := workbook.Read(filled(t, nil), response, questions(), nil)
	if err != nil || len(got.Rows) != 0 || len(got.Faults) != 0 {
		t.Errorf("%+v %v", got, err)
	}
}

func TestWhatSomebodyFilledIn(t *testing.T) {
	got, err := workbook.Read(filled(t, map[string]any{
		"G3": "1 234,5", "K3": "=1+1", "F4": "svar", "G4": "Delvis", "G6": 1200, "G7": "ja", "J5": "Egen telling",
	}), response, questions(), nil)
	if err != nil || len(got.Faults) != 0 || len(got.Rows) != 3 {
		t.Fatalf("%+v %v", got, err)
	}
	number, choice, parts := got.Rows[0], got.Rows[1], got.Rows[2]
	if number.Version != 3 || *number.Input.Value != 1234.5 || number.Input.Source != "=SUM(A1)" || number.Input.Comment != "=1+1" || !number.Input.Internal || number.Input.Quality != "assumptions" {
		t.Errorf("%+v", number)
	}
	if choice.Input.Choice != "partly" || choice.Input.State != surveys.Value || choice.Version != 0 {
		t.Errorf("%+v", choice)
	}
	if parts.Input.Parts["n"] != 1200 || parts.Input.Parts["plan"] != 1 || parts.Input.Source != "Egen telling" {
		t.Errorf("%+v", parts)
	}
	if cell(got, "1.3-c", "parts.plan") != "G7" || cell(got, "1.2-b", "choice") != "G4" || cell(got, "1.1-a", "state") != "F3" {
		t.Errorf("%v", got.Cells)
	}
}

func TestCellsThatMustBeMended(t *testing.T) {
	got, err := workbook.Read(filled(t, map[string]any{"G3": "mange", "F4": "kanskje", "G7": "2", "P6": "9.9-zz", "N3": "0123456789012345678901234567890123456789012345678901234567890"}), response, questions(), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{"G3": "number_required", "F4": "not_in_list", "G7": "not_in_list", "A6": "workbook_question", "N3": "too_long"}
	for _, fault := range got.Faults {
		if want[fault.Cell] != fault.Field.Code {
			t.Errorf("%s: %s", fault.Cell, fault.Field.Code)
		}
		delete(want, fault.Cell)
	}
	if len(want) > 0 || len(got.Rows) != 0 {
		t.Errorf("not told: %v; rows %+v", want, got.Rows)
	}
}

func TestRowsMayBeMoved(t *testing.T) {
	book, err := excelize.OpenReader(bytes.NewReader(filled(t, map[string]any{"G4": "Ja"})))
	if err != nil {
		t.Fatal(err)
	}
	if err := book.RemoveRow(workbook.Sheet, 3); err != nil {
		t.Fatal(err)
	}
	if err := book.InsertCols(workbook.Sheet, "C", 1); err != nil {
		t.Fatal(err)
	}
	out, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	got, err := workbook.Read(out.Bytes(), response, questions(), nil)
	if err != nil || len(got.Rows) != 1 || got.Rows[0].Input.Choice != "yes" || cell(got, "1.2-b", "value") != "H3" {
		t.Errorf("%+v %v", got, err)
	}
}

func TestOtherFilesAreRefused(t *testing.T) {
	var bomb bytes.Buffer
	w := zip.NewWriter(&bomb)
	entry, err := w.Create("xl/worksheets/sheet1.xml")
	if err != nil {
		t.Fatal(err)
	}
	for range 64 {
		if _, err := entry.Write(make([]byte, 1<<20)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	other, err := excelize.NewFile().WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string][]byte{"text": []byte("hei"), "nothing": nil, "bomb": bomb.Bytes(), "another book": other.Bytes()} {
		if _, err := workbook.Read(file, response, questions(), nil); err == nil {
			t.Errorf("%s was read", name)
		}
	}
	if _, err := workbook.Read(filled(t, nil), models.NewID(), questions(), nil); err == nil {
		t.Error("the book of another response was read")
	}
}

func FuzzRead(f *testing.F) {
	f.Add("1 234,5", "Svar", "1.1-a", "3")
	f.Add("=1+1", "\x00", "1.3-c#n", "-1")
	f.Fuzz(func(t *testing.T, value, state, key, version string) {
		got, err := workbook.Read(filled(t, map[string]any{"G3": value, "F4": state, "P5": key, "Q3": version}), response, questions(), nil)
		if err != nil {
			return
		}
		for _, fault := range got.Faults {
			if fault.Cell == "" || fault.Field.Code == "" {
				t.Fatalf("%+v", fault)
			}
		}
	})
}

// A row may say that its one cell stands in the last column, and take the place of
// sixteen thousand; so may a million rows, in a file of some kilobytes.
func TestABookOfFarCellsTakesNoMemory(t *testing.T) {
	var sheet strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&sheet, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, i+1, i+1)
	}
	source, err := zip.NewReader(bytes.NewReader(filled(t, nil)), int64(len(filled(t, nil))))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	to := zip.NewWriter(&out)
	for _, part := range source.File {
		if strings.HasPrefix(part.Name, "xl/worksheets/") {
			w, err := to.Create(part.Name)
			if err == nil {
				_, err = fmt.Fprintf(w, "<worksheet><sheetData>%s</sheetData></worksheet>", &sheet)
			}
			if err != nil {
				t.Fatal(err)
			}
		} else if err := to.Copy(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := to.Close(); err != nil {
		t.Fatal(err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err = workbook.Read(out.Bytes(), response, questions(), nil)
	runtime.ReadMemStats(&after)
	if taken := (after.TotalAlloc - before.TotalAlloc) >> 20; fault.KindOf(err) != fault.Invalid || taken > 100 {
		t.Errorf("%d bytes took %d MB: %v", out.Len(), taken, err)
	}
}
