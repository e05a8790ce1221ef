package workbook_test

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"loftet/surveys"
	"loftet/surveys/form"
	"loftet/surveys/workbook"
)

// own asks one question of most kinds, and a repeat with one row.
func own(t testing.TB) *surveys.OwnQuestions {
	t.Helper()
	label := func(s string) form.Text { return form.Text{"nb": s} }
	asked, faults := form.Compile(form.Form{ID: "own", Title: label("Egne"), Languages: []string{"nb"},
		Lists: map[string][]form.Choice{"fuel": {{Name: "el", Label: label("Strøm")}, {Name: "gas", Label: label("Gass")}, {Name: "x", Label: label("=Ved; flis")}}},
		Items: []form.Item{
			{Kind: form.Note, Name: "told", Label: label("Les dette")},
			{Kind: form.Whole, Name: "n", Label: label("Hvor mange?"), Goal: 13, Unit: label("stk."), Min: new(0.5)},
			{Kind: form.Calculated, Name: "twice", Calculate: "n * 2"},
			{Kind: form.Group, Name: "heat", Label: label("Varme"), Items: []form.Item{
				{Kind: form.ChoiceOf, Name: "fuel", Label: label("Kilde"), List: "fuel", Other: true},
				{Kind: form.ChoicesOf, Name: "fuels", Label: label("Kilder"), List: "fuel"},
			}},
			{Kind: form.YesNo, Name: "plan", Label: label("Plan?")},
			{Kind: form.Date, Name: "since", Label: label("Siden"), Visible: "plan"},
			{Kind: form.Time, Name: "at", Label: label("Når")},
			{Kind: form.Parts, Name: "air", Label: label("Luft"), Parts: []form.Part{{Name: "nox", Label: label("NOx")}, {Name: "pm"}}},
			{Kind: form.Attachment, Name: "file", Label: label("Fil")},
			{Kind: form.Whole, Name: "left", Goal: 2, Label: label("Utelatt")},
			{Kind: form.Repeat, Name: "cars", Label: label("Biler"), Items: []form.Item{
				{Kind: form.ShortText, Name: "car", Label: label("Bil")}, {Kind: form.Decimal, Name: "km", Label: label("Kilometer")},
			}},
		}})
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	entries := []surveys.Entry{
		{Name: "n", Value: 3.0, Version: 2}, {Name: "air", Value: map[string]any{"nox": 1.5, "pm": 4.0}, Version: 1},
		{Name: "fuel", Value: "x", Version: 1}, {Name: "cars", Value: []any{4.0}, Version: 3}, {Name: "car", Row: 4, Value: "Buss", Version: 1}, {Name: "km", Row: 6, Version: 2},
	}
	states := asked.Evaluate(form.Answers{"n": 3.0, "fuel": "x", "air": map[string]float64{"nox": 1.5, "pm": 4}, "cars": []form.Answers{{"car": "Buss"}}}, "2026-11-23T12:00:00")
	for i := range states {
		if states[i].Row == 1 {
			states[i].Row = 4 // the row's number
		}
	}
	return &surveys.OwnQuestions{Form: asked.Form(), Asked: asked, Entries: entries, States: states}
}

// readOwn writes the book, lets somebody change cells of its sheets, and reads it.
func readOwn(t testing.TB, sheets map[string]map[string]any) workbook.Reading {
	t.Helper()
	got, err := workbook.Read(ownBook(t, sheets), response, questions(), own(t))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func ownBook(t testing.TB, sheets map[string]map[string]any) []byte {
	t.Helper()
	file, err := workbook.Write(response, asked(), own(t), "nb")
	if err != nil {
		t.Fatal(err)
	}
	book, err := excelize.OpenReader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	for sheet, cells := range sheets {
		for cell, value := range cells {
			if err := book.SetCellValue(sheet, cell, value); err != nil {
				t.Fatal(err)
			}
		}
	}
	out, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestOwnQuestionsHaveASheet(t *testing.T) {
	book, err := excelize.OpenReader(bytes.NewReader(ownBook(t, nil)))
	if err != nil {
		t.Fatal(err)
	}
	rows, err := book.GetRows(workbook.OwnSheet)
	if err != nil {
		t.Fatal(err)
	}
	var keys []string
	for _, row := range rows[2:] {
		if len(row) > 7 {
			keys = append(keys, row[7]+"="+row[5])
		}
	}
	want := []string{"n=3", "fuel=x", "fuel_other=", "fuels=", "plan=", "since=", "at=", "=", "air#nox=1.5", "air#pm=4"}
	if diff := cmp.Diff(want, keys); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if rows[2][4] != "Heltall, minst 0,5" || rows[3][2] != "Varme" || rows[3][4] != "Ett av valgene: Strøm; Gass; x; Annet" || rows[7][4] != "Dato, som 23.11.2026 (stilles bare etter visse svar)" {
		t.Errorf("%q %q %q", rows[2], rows[3], rows[7])
	}
	choices, err := book.GetDataValidations(workbook.OwnSheet)
	if err != nil || len(choices) != 2 {
		t.Errorf("%d cells have a list: %v", len(choices), err)
	}
	if got := readOwn(t, nil); len(got.Entries) != 0 || len(got.Faults) != 0 {
		t.Errorf("nobody touched %+v", got)
	}
}

func TestOwnAnswersThatSomebodyFilledIn(t *testing.T) {
	got := readOwn(t, map[string]map[string]any{
		workbook.OwnSheet: {"G3": "1 200", "G4": "gass", "G5": "=SUM(A1)", "G6": "x; Strøm", "G7": "NEI", "G8": 46349, "G9": "14.02", "G11": "2,5"},
		"Rader 1":         {"B3": "Tog", "C3": "12,5", "B5": "Buss"},
	})
	want := []surveys.FilledEntry{
		{Name: "n", Version: 2, Value: 1200.0}, {Name: "fuel", Version: 1, Value: "gas"}, {Name: "fuel_other", Value: "=SUM(A1)"},
		{Name: "fuels", Value: []any{"x", "el"}}, {Name: "plan", Value: false}, {Name: "since", Value: "2026-11-23"}, {Name: "at", Value: "14:02"},
		{Name: "air", Version: 1, Value: map[string]any{"nox": 2.5, "pm": 4.0}},
		{Name: "car", Row: 4, Version: 1, Value: "Tog"}, {Name: "km", Row: 4, Value: 12.5},
		{Name: "car", Row: 8, Added: true, Value: "Buss"}, // 7 begins the empty ones: somebody once wrote in 6
	}
	if diff := cmp.Diff(want, got.Entries); diff != "" || len(got.Faults) > 0 {
		t.Errorf("(-want +got):\n%s%v", diff, got.Faults)
	}
	if got.PlaceOf("km", 4, "value") != (workbook.Place{Sheet: "Rader 1", Cell: "C3"}) || got.PlaceOf("air", 0, "value.nox").Cell != "G11" || got.PlaceOf("n", 0, "code").Cell != "G3" {
		t.Error(got.Places)
	}
}

func TestOwnCellsThatMustBeMended(t *testing.T) {
	got := readOwn(t, map[string]map[string]any{
		workbook.OwnSheet: {"G3": "mange", "G4": "Olje", "G6": "Gass; Olje", "G7": "kanskje", "G11": "1,5", "G12": "lite", "G10": "7", "H10": "twice"},
		"Rader 1":         {"C3": "langt", "B5": "Tog", "D5": "hei"},
	})
	want := map[workbook.Place]string{}
	for cell, code := range map[string]string{"G3": "number_required", "G4": "not_in_list", "G6": "not_in_list", "G7": "not_in_list", "G12": "number_required", "A10": "workbook_question"} {
		want[workbook.Place{Sheet: workbook.OwnSheet, Cell: cell}] = code
	}
	want[workbook.Place{Sheet: "Rader 1", Cell: "C3"}], want[workbook.Place{Sheet: "Rader 1", Cell: "A5"}] = "number_required", "workbook_row"
	told := map[workbook.Place]string{}
	for _, fault := range got.Faults {
		told[fault.Place] = fault.Field.Code
	}
	if diff := cmp.Diff(want, told); diff != "" || len(got.Entries) != 0 {
		t.Errorf("(-want +got):\n%s%+v", diff, got.Entries)
	}
}

// repeated asks own questions with such names in two rows, of which one has answers.
func repeated(t testing.TB, names ...string) *surveys.OwnQuestions {
	t.Helper()
	var items []form.Item
	for _, name := range names {
		items = append(items, form.Item{Kind: form.ShortText, Name: name})
	}
	asked, faults := form.Compile(form.Form{ID: "own", Languages: []string{"nb"}, Items: []form.Item{{Kind: form.Repeat, Name: "rows", Items: items}}})
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	answers := form.Answers{}
	entries := []surveys.Entry{{Name: "rows", Value: []any{1.0}, Version: 1}}
	for i, name := range names {
		answers[name] = name + " now"
		entries = append(entries, surveys.Entry{Name: name, Row: 1, Value: name + " now", Version: i + 1})
	}
	return &surveys.OwnQuestions{Form: asked.Form(), Asked: asked, Entries: entries,
		States: asked.Evaluate(form.Answers{"rows": []form.Answers{answers}}, "2026-11-23T12:00:00")}
}

// The columns that no question is in have names too.
func TestAQuestionMayHaveTheNameOfAnyColumn(t *testing.T) {
	own := repeated(t, "row", "key", "mark")
	file, err := workbook.Write(response, asked(), own, "nb")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := workbook.Read(file, response, questions(), own); err != nil || len(got.Entries) > 0 || len(got.Faults) > 0 {
		t.Errorf("nobody touched %+v, %v", got, err)
	}
}

// What another edition asks no more has a column still.
func TestAColumnThatIsAskedNoMoreIsPassedOver(t *testing.T) {
	file, err := workbook.Write(response, asked(), repeated(t, "a", "b", "c"), "nb")
	if err != nil {
		t.Fatal(err)
	}
	if got, err := workbook.Read(file, response, questions(), repeated(t, "b", "c")); err != nil || len(got.Entries) > 0 || len(got.Faults) > 0 {
		t.Errorf("nobody touched %+v, %v", got, err)
	}
}

func TestASheetThatIsGoneIsMissed(t *testing.T) {
	book, err := excelize.OpenReader(bytes.NewReader(ownBook(t, nil)))
	if err != nil {
		t.Fatal(err)
	}
	if err := book.DeleteSheet("Rader 1"); err != nil {
		t.Fatal(err)
	}
	out, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	if _, err := workbook.Read(out.Bytes(), response, questions(), own(t)); err == nil {
		t.Error("nobody misses it")
	}
}

func FuzzOwn(f *testing.F) {
	f.Add("1 234,5", "n", "0", "+7", "1:ab 2:cd")
	f.Add("Gass; ;Gass", "air#nox", "-1", "999999999999", ":::")
	f.Fuzz(func(t *testing.T, value, key, version, row, mark string) {
		got, err := workbook.Read(ownBook(t, map[string]map[string]any{
			workbook.OwnSheet: {"G3": value, "H3": key, "I3": version, "G6": value, "G8": value, "G9": value, "G11": value},
			"Rader 1":         {"B3": value, "C4": value, "D3": row, "E3": mark},
		}), response, questions(), own(t))
		if err != nil {
			return
		}
		for _, fault := range got.Faults {
			if fault.Cell == "" || fault.Sheet == "" || fault.Field.Code == "" {
				t.Fatalf("%+v", fault)
			}
		}
	})
}
