package api_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"loftet/models"
)

// everyForm gives the operation once for each chart and each format of files that
// it answers with; most have one form.
func (m matrixOperation) everyForm() []matrixOperation {
	forms := []matrixOperation{m}
	for _, p := range m.parameters {
		if p.Name != "chart" && p.Name != "format" {
			continue
		}
		var more []matrixOperation
		for _, form := range forms {
			for _, value := range p.Schema.Value.Enum {
				name, _ := value.(string)
				one := form
				one.query = append(slices.Clone(form.query), "indicator=13.2-budget")
				if p.In == "path" {
					one.template = strings.ReplaceAll(form.template, "{"+p.Name+"}", name)
				} else {
					one.query = append(slices.Clone(form.query), p.Name+"="+name)
				}
				more = append(more, one)
			}
		}
		forms = more
	}
	return forms
}

func TestEveryChartAndFormatIsInTheMatrix(t *testing.T) {
	forms := map[string]int{}
	for _, op := range matrixOperations(t) {
		if n := len(op.everyForm()); n > 1 {
			forms[op.id] = n
		}
	}
	want := map[string]int{"getChart": 10 * 4, "exportResponse": 5, "exportSubmission": 6, "exportQuestionnaire": 2, "getCasePaperPage": 2, "getOpenDataset": 3, "getOpenSdg": 2, "getPaperFile": 3}
	if !maps.Equal(forms, want) {
		t.Errorf("forms %v, want %v", forms, want)
	}
}

// elsewhere are ids in bodies that the matrix does not try, with who does.
var elsewhere = map[string]string{
	"createRound.catalogueId": "TestACatalogueOfAnotherRegionIsNone", "createQuestionnaire.catalogueId": "TestACatalogueOfAnotherRegionIsNone",
	"updateQuestionnaire.catalogueId": "TestACatalogueOfAnotherRegionIsNone", "createRound.questionnaireVersionId": "TestAnEditionOfAnotherRegionIsNone",
	"moveResponse.questionnaireVersionId": "TestAnEditionOfAnotherRegionIsNone", "createSolution.regionIds.*": "regions are public", "updateSolution.regionIds.*": "regions are public",
}

// TestEveryIDInABodyIsTried finds the ids that requests carry, however deep.
func TestEveryIDInABodyIsTried(t *testing.T) {
	found := map[string]bool{}
	for _, op := range matrixOperations(t) {
		for _, path := range idsIn(op.body, op.id) {
			found[path] = true
			slot := path[strings.LastIndex(path, ".")+1:]
			if elsewhere[path] == "" && (strings.Count(path, ".") > 1 || !slices.Contains(op.slots, slot) || nowhere()[slot] == "") {
				t.Errorf("the matrix does not try %s", path)
			}
		}
	}
	for path := range elsewhere {
		if !found[path] {
			t.Errorf("there is no %s", path)
		}
	}
	if len(found) < 7 {
		t.Errorf("only %v", found)
	}
}

func idsIn(s *openapi3.Schema, at string) []string {
	var paths []string
	switch {
	case s == nil || strings.Count(at, ".") > 10: // a form may hold itself
	case s.Format == "uuid":
		paths = append(paths, at)
	case s.Items != nil:
		paths = idsIn(s.Items.Value, at+".*")
	case s.AdditionalProperties.Schema != nil:
		paths = idsIn(s.AdditionalProperties.Schema.Value, at+".*")
	default:
		for name, p := range s.Properties {
			paths = append(paths, idsIn(p.Value, at+"."+name)...)
		}
	}
	return paths
}

// TestACatalogueOfAnotherRegionIsNone plans a round on a catalogue that another
// region has, and on one that nobody has.
func TestACatalogueOfAnotherRegionIsNone(t *testing.T) {
	w := newMatrixWorld(t)
	theirs := models.NewID()
	w.write(func(tx *models.Tx) error {
		return tx.G.Create(&models.Catalogue{ID: theirs, RegionID: &w.w.naboland, Name: "Naboens", Source: "Naboland", Method: "sdsn", CreatedAt: tx.Now}).Error
	})
	plan := func(catalogue string) row {
		body := roundPlan(w.w.testdal.String(), "Med katalog")
		body["catalogueId"] = catalogue
		return row{as: "coordinator", method: "POST", path: "/rounds", body: body}
	}
	questionnaire := func(catalogue string) row {
		return row{as: "coordinator", method: "POST", path: "/questionnaires",
			body: map[string]any{"regionId": w.w.testdal, "name": "Med katalog", "catalogueId": catalogue}}
	}
	before := w.contents()
	status, foreign := w.told(questionnaire(theirs.String()))
	if _, none := w.told(questionnaire(models.NewID().String())); status != 422 || foreign != none {
		t.Errorf("a questionnaire of another region's catalogue:\n%s\nof one that nobody has:\n%s", foreign, none)
	}
	status, foreign = w.told(plan(theirs.String()))
	if _, none := w.told(plan(models.NewID().String())); status != 422 || foreign != none {
		t.Errorf("another region's catalogue:\n%s\none that nobody has:\n%s", foreign, none)
	}
	offer := solutionEdit([]string{models.NewID().String()})
	w.run([]row{{as: "varme", method: "POST", path: "/solutions", body: offer, status: 422, has: []string{`"path":"regionIds.0"`}}})
	if changed := differences(before, w.contents()); len(changed) > 0 {
		t.Errorf("refused calls changed %v", changed)
	}
}
