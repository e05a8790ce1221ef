package api_test

import (
	"bytes"
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"loftet/api/contract"
	"loftet/surveys/form"
	"loftet/surveys/workbook"
)

// ownRound opens a round with own questions: one that another one hides, a choice, one
// that gives the answer of an indicator, and a repeat.
func (h *harness) ownRound() {
	h.t.Helper()
	label := func(s string) form.Text { return form.Text{"nb": s} }
	asked := form.Form{ID: "own", Title: label("Egne"), Languages: []string{"nb"},
		Lists: map[string][]form.Choice{"fuel": {{Name: "el", Label: label("Strøm")}, {Name: "gas", Label: label("Gass")}}},
		Items: []form.Item{
			{Kind: form.YesNo, Name: "has_plan", Label: label("Har dere en plan?")},
			{Kind: form.Whole, Name: "people", Label: label("Hvor mange?"), Visible: "has_plan", Unit: label("årsverk")},
			{Kind: form.ChoiceOf, Name: "fuel", Label: label("Hva varmer?"), Goal: 13, List: "fuel"},
			{Kind: form.Decimal, Name: "ghg", Label: label("Hvor mye utslipp?"), Goal: 13, Indicator: "13.2-ghg"},
			{Kind: form.Repeat, Name: "plants", Label: label("Anlegg"), Goal: 17, Items: []form.Item{
				{Kind: form.ShortText, Name: "plant", Label: label("Navn")}, {Kind: form.Percent, Name: "share", Label: label("Andel")},
			}},
		}}
	var made contract.QuestionnaireDraft
	h.must(row{as: "coordinator", method: "POST", path: "/questionnaires", body: map[string]any{"regionId": h.w.testdal, "name": "Eget", "form": asked}}, &made)
	body := roundPlan(h.w.testdal.String(), "Med egne spørsmål")
	body["questionnaireVersionId"] = h.edition("coordinator", made.ID.String())
	var round contract.Round
	h.must(row{as: "coordinator", method: "POST", path: "/rounds", body: body}, &round)
	h.must(row{as: "coordinator", method: "POST", path: "/rounds/" + round.ID.String() + "/state", body: map[string]any{"to": "open"}}, nil)
}

// newAnswers writes into the cells for new answers of own questions, by their keys.
func newAnswers(t *testing.T, book *excelize.File, said map[string]any) {
	t.Helper()
	rows, err := book.GetRows(workbook.OwnSheet)
	if err != nil {
		t.Fatal(err)
	}
	for key, value := range said {
		at := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 7 && row[7] == key })
		cell, err := excelize.CoordinatesToCellName(7, at+1)
		if err != nil {
			t.Fatalf("%s has no row", key)
		}
		if err := book.SetCellValue(workbook.OwnSheet, cell, value); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOwnQuestionsGoOutInAWorkbookAndComeBack(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.ownRound()
		at := "/responses/" + h.responseOf("lia-respondent")
		entry := func(path, version string, value any) row {
			return put(at+"/entries/"+path, version, map[string]any{"value": value})
		}
		h.must(entry("plants", "0", []int{2}).by("lia-respondent"), nil)
		h.must(entry("plant?row=2", "0", "Gamle").by("lia-respondent"), nil)
		_, file := h.call(row{as: "lia-respondent", method: "GET", path: at + "/workbook"})
		book, err := excelize.OpenReader(bytes.NewReader([]byte(file)))
		if err != nil {
			t.Fatal(err)
		}
		if name, err := book.GetCellValue(workbook.Sheet, valueCells(t, book)["13.2-ghg"]); err != nil || name != "" {
			t.Errorf("the indicator says %q: %v", name, err)
		}
		newAnswers(t, book, map[string]any{"has_plan": "Nei", "people": "1 200", "fuel": "strøm", "ghg": "1 234,5"})
		for cell, value := range map[string]any{"C3": "12,5 %", "B4": "Nye", "C4": 140, "C5": "mye"} {
			if err := book.SetCellValue("Rader 1", cell, value); err != nil {
				t.Fatal(err)
			}
		}
		sent := func(query string) row {
			out, err := book.WriteToBuffer()
			if err != nil {
				t.Fatal(err)
			}
			return row{as: "lia-respondent", method: "POST", path: at + "/workbook" + query, body: out.Bytes()}
		}
		h.must(entry("fuel", "0", "gas").by("lia-admin"), nil) // since the spreadsheet was taken
		found := []string{
			`{"after":"Nei","before":"Ikke besvart","by":"","code":"has_plan","name":"Har dere en plan?"}`, `"after":"1234,5"`, `"after":"12,5 %"`, `"name":"Anlegg, rad 3: Navn"`,
			`"overtaken":[{"after":"Strøm","before":"Gass","by":"lia-admin","code":"fuel"`,
			`{"cell":"G4","code":"people","message":"Spørsmålet blir ikke stilt slik de andre svarene er. Endre dem, eller tøm cellen.","sheet":"Egne spørsmål"}`,
			`{"cell":"C4","code":"share","message":"Skriv høyst 100.","sheet":"Rader 1"}`, `{"cell":"C5","code":"share","message":"Skriv et tall.","sheet":"Rader 1"}`,
		}
		h.run([]row{
			sent("").gives(200, append(found, `"saved":false`)...),
			{as: "lia-respondent", method: "GET", path: at + "/goals/17", status: 200, lacks: []string{"Nye"}},
			sent("?save=true").gives(200, append(found, `"saved":true`)...),
			{as: "lia-respondent", method: "GET", path: at + "/goals/17", status: 200, has: []string{`"Nye"`, `"value":[2,3]`, `"value":12.5`}, lacks: []string{`"value":140`}},
			{as: "lia-respondent", method: "GET", path: at + "/goals/13", status: 200, has: []string{`"origin":"own_question"`, `"value":1234.5`}},
		})
		newAnswers(t, book, map[string]any{"has_plan": "Ja"})
		h.run([]row{
			sent("?save=true").gives(200, `"answers":[]`, `"overtaken":[{"after":"Ja","before":"Nei"`, `"code":"people","message"`),
			sent("?save=true&overtake=true").gives(200, `"after":"Strøm"`, `"after":"1200 årsverk"`, `"overtaken":[]`),
			sent("?save=true&overtake=true").gives(200, `"answers":[]`),
			{as: "lia-respondent", method: "GET", path: at + "/goals/17", status: 200, has: []string{`"value":[2,3]`}},
			{as: "lia-respondent", method: "GET", path: at + "/entries/people/history", status: 200, has: []string{`"to":1200`}},
		})
		h.must(entry("plants", "2", []int{3}).by("lia-admin"), nil)
		if err := book.SetCellValue("Rader 1", "C3", 13); err != nil {
			t.Fatal(err)
		}
		gone := `{"cell":"C3","code":"share","message":"Raden er tatt bort siden regnearket ble hentet. Skriv svarene i en ny rad, eller slett denne.","sheet":"Rader 1"}`
		h.run([]row{
			sent("?save=true&overtake=true").gives(200, gone, `"answers":[]`),
			{as: "lia-approver", method: "POST", path: at + "/workbook", body: sent("").body, status: 403},
			entry("has_plan", "2", nil).by("lia-respondent").gives(200),
			{as: "lia-respondent", method: "GET", path: at + "/goals/17", status: 200, has: []string{`"name":"has_plan","row":0`, `"value":null`}},
		})
	})
}
