package api_test

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"loftet/surveys/workbook"
)

// valueCells finds the cell for the value of each question.
func valueCells(t *testing.T, book *excelize.File) map[string]string {
	t.Helper()
	rows, err := book.GetRows(workbook.Sheet)
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]string{}
	for i, row := range rows {
		if len(row) > 15 {
			cell, err := excelize.CoordinatesToCellName(7, i+1)
			if err != nil {
				t.Fatal(err)
			}
			found[row[15]] = cell
		}
	}
	return found
}

func TestAWorkbookGoesOutAndComesBack(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.openRound()
		id := h.responseOf("lia-respondent")
		at := "/responses/" + id
		h.onlyGoals13And17("lia-respondent", id)
		h.must(put(at+"/answers/17.1-econ", "0", map[string]any{"state": "value", "value": 4}).by("lia-respondent"), nil)
		_, file := h.call(row{as: "lia-respondent", method: "GET", path: at + "/workbook"})
		book, err := excelize.OpenReader(bytes.NewReader([]byte(file)))
		if err != nil {
			t.Fatal(err)
		}
		cells := valueCells(t, book)
		for code, value := range map[string]any{"13.2-ghg": "1 234,5", "13.2-road": "mange", "13.2-budget": "Delvis", "17.1-econ": 5,
			"17.14-sdgplan#social_plan": "Ja", "17.14-sdgplan#budget_plan": "Nei"} {
			if cells[code] == "" {
				t.Fatalf("%s has no cell: %v", code, cells)
			}
			if err := book.SetCellValue(workbook.Sheet, cells[code], value); err != nil {
				t.Fatal(err)
			}
		}
		out, err := book.WriteToBuffer()
		if err != nil {
			t.Fatal(err)
		}
		send := func(query string) row {
			return row{as: "lia-respondent", method: "POST", path: at + "/workbook" + query, body: out.Bytes()}
		}
		h.must(put(at+"/answers/17.1-econ", "1", map[string]any{"state": "value", "value": 4.5}).by("lia-admin"), nil)
		sound := []string{`"code":"13.2-ghg"`, `234,5 tonn`, `"overtaken":[{"after":"5 %","before":"4,5 %"`, `"by":"lia-admin"`, `"cell":"` + cells["13.2-road"] + `"`, `"message":"Skriv et tall."`,
			`"cell":"` + cells["17.14-sdgplan#annual_report"] + `"`}
		h.run([]row{
			send("").gives(200, append(sound, `"saved":false`)...),
			{as: "lia-respondent", method: "GET", path: at + "/goals/13", status: 200, lacks: []string{"1234.5"}},
			send("?save=true").gives(200, append(sound, `"saved":true`)...),
			{as: "lia-respondent", method: "GET", path: at + "/goals/13", status: 200, has: []string{"1234.5", `"choice":"partly"`}},
			{as: "lia-respondent", method: "GET", path: at + "/goals/17", status: 200, has: []string{`"value":4.5`}},
			send("?save=true").gives(200, `"answers":[]`, `"overtaken":[{"after":"5 %"`),
			send("?save=true&overtake=true").gives(200, `"overtaken":[],"saved":true`),
			{as: "lia-respondent", method: "GET", path: at + "/goals/17", status: 200, has: []string{`"value":5`}},
			{as: "lia-approver", method: "POST", path: at + "/workbook", body: out.Bytes(), status: 403},
			{as: "vika-respondent", method: "POST", path: at + "/workbook", body: out.Bytes(), status: 404},
			{as: "vika-respondent", method: "POST", path: "/responses/" + h.responseOf("vika-respondent") + "/workbook", body: out.Bytes(), status: 422, has: []string{"workbook_of_another"}},
			{as: "lia-respondent", method: "POST", path: at + "/workbook", body: []byte("tekst"), status: 422, has: []string{"workbook_unknown"}},
		})
	})
}
