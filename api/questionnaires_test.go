package api_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"loftet/api/contract"
	"loftet/models"
	"loftet/surveys/form"
)

// edition publishes a questionnaire and gives its newest version.
func (h *harness) edition(as, id string) string {
	h.t.Helper()
	var draft contract.QuestionnaireDraft
	h.must(row{as: as, method: "POST", path: "/questionnaires/" + id + "/editions", header: map[string]string{"If-Match": "1"}}, &draft)
	return draft.Editions[0].QuestionnaireVersionID.String()
}

// TestAnEditionOfAnotherRegionIsNone plans a round on an edition of another region's
// questionnaire, and on one that nobody has; so a response is moved.
func TestAnEditionOfAnotherRegionIsNone(t *testing.T) {
	w := newMatrixWorld(t)
	theirs := w.edition("nabo-coordinator", w.foreign["questionnaireId"])
	plan := func(version string) row {
		body := roundPlan(w.w.testdal.String(), "Med skjema")
		body["questionnaireVersionId"] = version
		return row{as: "coordinator", method: "POST", path: "/rounds", body: body}
	}
	status, foreign := w.told(plan(theirs))
	if _, none := w.told(plan(models.NewID().String())); status != 422 || foreign != none {
		t.Errorf("another region's edition:\n%s\none that nobody has:\n%s", foreign, none)
	}
	response := w.ownRound(t)
	move := func(version string) row {
		return row{as: "lia-respondent", method: "PUT", path: "/responses/" + response + "/edition", header: map[string]string{"If-Match": "1"},
			body: map[string]any{"preview": false, "questionnaireVersionId": version}}
	}
	status, foreign = w.told(move(theirs))
	if _, none := w.told(move(models.NewID().String())); status != 422 || foreign != none {
		t.Errorf("moved to another region's edition:\n%s\nto one that nobody has:\n%s", foreign, none)
	}
}

// ownRound opens a round with own questions and gives Lia's response in it.
func (w *matrixWorld) ownRound(t *testing.T) string {
	t.Helper()
	body := roundPlan(w.w.testdal.String(), "Med egne spørsmål")
	body["year"], body["questionnaireVersionId"] = 2027, w.edition("coordinator", w.own["respondent"]["questionnaireId"])
	var round contract.Round
	w.must(row{as: "coordinator", method: "POST", path: "/rounds", body: body}, &round)
	w.must(row{as: "coordinator", method: "POST", path: "/rounds/" + round.ID.String() + "/state", body: map[string]any{"to": "open"}}, nil)
	var list contract.Responses
	w.must(row{as: "lia-respondent", method: "GET", path: "/responses"}, &list)
	for _, r := range list.Items {
		if r.Round.ID == round.ID {
			return r.ID.String()
		}
	}
	t.Fatal("Lia is not asked")
	return ""
}

func TestOwnQuestionsOverTheWire(t *testing.T) {
	w := newMatrixWorld(t)
	at := "/responses/" + w.ownRound(t)
	entry := func(path, version string, value any) row {
		return row{as: "lia-respondent", method: "PUT", path: at + "/entries/" + path, header: map[string]string{"If-Match": version}, body: map[string]any{"value": value}}
	}
	first := entry("has_plan", "0", true)
	first.status, first.has = 200, []string{`"value":true`, `"version":1`}
	stale := entry("has_plan", "0", false)
	stale.status, stale.has = 412, []string{`"value":true`}
	wrong := entry("people", "0", 1.5)
	wrong.status, wrong.has = 422, []string{`"path":"value"`, `"whole_number"`}
	nowhere := entry("nobody", "0", 1)
	nowhere.status = 404
	small := entry("people", "0", -1)
	small.status = 200
	w.run([]row{
		{as: "lia-respondent", method: "GET", path: at + "/goals/0", status: 200, has: []string{`"name":"Generelle spørsmål"`, `"has_plan"`, `"entries":[]`, `"nextGoal":1`}},
		first, stale, wrong, nowhere, small,
		{as: "lia-respondent", method: "GET", path: at + "/goals/13", status: 200, has: []string{`"visible":"has_plan"`, `"value":-1`}},
		{as: "lia-respondent", method: "GET", path: at + "/check", status: 200, has: []string{`"code":"people"`, `"own":true`, "Se forklaringen ved spørsmålet"}},
		{as: "fjell-respondent", method: "GET", path: at + "/goals/0", status: 404},
		{as: "lia-respondent", method: "GET", path: at + "/entries/people/history", status: 200, has: []string{`"to":-1`, `"kind":"changed"`, `"files":[]`}, lacks: []string{`"from"`}},
		{as: "lia-respondent", method: "GET", path: at + "/entries/people/history?row=1", status: 404},
		{as: "fjell-respondent", method: "GET", path: at + "/entries/people/history", status: 404},
		{as: "lia-respondent", method: "POST", path: at + "/entries/people/files?file=a.pdf", body: []byte("%PDF-1.7 x"), status: 404},
		{as: "lia-respondent", method: "POST", path: at + "/comments", body: map[string]any{"question": "people", "text": "Hvorfor under null?"}, status: 201, has: []string{`"goal":13`}},
		{as: "coordinator", method: "GET", path: "/questionnaires/" + w.own["respondent"]["questionnaireId"] + "/xlsform", status: 200},
	})
}

// TestAFormIsTheSameOverTheWire sends a form with all that a form can have.
func TestAFormIsTheSameOverTheWire(t *testing.T) {
	one, text := 1.0, form.Text{"nb": "Tekst", "en": "Text"}
	choices := []form.Choice{{Name: "a", Label: text, Attributes: map[string]string{"county": "33"}}, {Name: "b", Label: text}}
	asked := form.Form{
		ID: "all", Version: "2", Title: text, Languages: []string{"nb", "en"}, Lists: map[string][]form.Choice{"list": choices},
		Items: []form.Item{
			{Kind: form.Money, Name: "money", Label: text, Hint: text, Goal: 13, Required: "true", RequiredMessage: text,
				Constraint: "value > 1.0", Message: text, Unit: text, Currency: "NOK", Min: &one, Max: &one},
			{Kind: form.YesNo, Name: "budget", Goal: 13, Indicator: "13.2-budget"},
			{Kind: form.Scale, Name: "scale", Min: new(float64), Max: &one, Step: 0.5, Default: "0.5"},
			{Kind: form.ChoicesOf, Name: "some", List: "list", Filter: `choice.county == "33"`, Other: true},
			{Kind: form.Decimal, Name: "fixed", ReadOnly: true, Calculate: "money * 2.0"},
			{Kind: form.Parts, Name: "parts", Parts: []form.Part{{Name: "x", Label: text, Unit: text}}},
			{Kind: form.Repeat, Name: "rows", Visible: "true", Count: "2.0", Items: []form.Item{{Kind: form.Note, Name: "told"}}},
		},
	}
	h := onSQLite(t)
	var made contract.QuestionnaireDraft
	h.must(row{as: "coordinator", method: "POST", path: "/questionnaires", body: map[string]any{"regionId": h.w.testdal, "name": "Alt", "form": asked}}, &made)
	text2, err := json.Marshal(made.Form)
	if err != nil {
		t.Fatal(err)
	}
	var got form.Form
	if err := json.Unmarshal(text2, &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(asked, got); diff != "" {
		t.Errorf("(-sent +got):\n%s", diff)
	}
}

// TestWhatIsToldOfAFormIsInTheReadersLanguage reads spreadsheets with faults and oddities
// of several kinds.
func TestWhatIsToldOfAFormIsInTheReadersLanguage(t *testing.T) {
	h := onSQLite(t)
	read := func(language, key, file string) row {
		return row{
			as: "coordinator", method: "POST", path: "/regions/" + h.w.testdal.String() + "/questionnaires?name=f.csv", body: []byte(file),
			header: map[string]string{"Accept-Language": language, "Idempotency-Key": key},
		}
	}
	odd := "survey\n,type,name,label\n,start,start,\n,integer,people,Hvor mange?\n,note,n,\"Se, \"\n,,,\n"
	told := read("nn", "018f0000-0000-7000-8000-00000000a001", odd)
	told.status, told.has = 201, []string{`"code":"xlsform_metadata"`, "Opplysningar om eininga (start) blir ikkje lagra. Rada er utelaten. (Linje 3 i fila.)"}
	told.lacks = []string{"not kept"}
	english := read("en", "018f0000-0000-7000-8000-00000000a002", odd)
	english.status, english.has = 201, []string{"Metadata of devices (start) is not kept; the row is left out. (Line 3 of the file.)"}
	wrong := read("nb", "018f0000-0000-7000-8000-00000000a003",
		"survey\n,type,name,label,relevant\n,intger,a,A,\n,integer,b,B,${c} > )\n,begin group,g,G,\n,geopoint,p,P,\n")
	wrong.status = 422
	wrong.has = []string{
		`"code":"xlsform_unknown_type"`, "Det finnes ingen type «intger». Mente du integer? (Linje 3 i filen.)",
		`"code":"xlsform_bad_expression"`, ") står der det skal stå en verdi (ved ", "Her begynner gruppen «g», som aldri slutter.",
		`"code":"xlsform_not_supported"`, "spør ikke etter et sted på kartet",
	}
	wrong.lacks = []string{"meant", "På engelsk", "Line "}
	h.run([]row{told, english, wrong})
}
