package problems_test

import (
	"strings"
	"testing"

	"loftet/api/problems"
	"loftet/internal/fault"
)

func TestDaysAreWrittenAsPeopleDo(t *testing.T) {
	catalogue, err := problems.Load()
	if err != nil {
		t.Fatal(err)
	}
	out := &fault.Fault{Kind: fault.Conflict, Code: "section-handed-out", Params: map[string]any{"section": fault.OnField("", "the_goal", "goal", 13), "name": "Kollega", "deadline": fault.Day("2026-12-01")}}
	late := fault.OnField("deadline", "within_round", "last", fault.Day("2026-12-01"))
	for language, day := range map[string]string{"nb": "01.12.2026", "nn": "01.12.2026", "en": "1 December 2026"} {
		for _, said := range []string{catalogue.Document(out, language).Detail, catalogue.Message(late, language)} {
			if !strings.Contains(said, day) {
				t.Errorf("%s: %q", language, said)
			}
		}
	}
	if fault.Day("soon").In("nb") != "soon" {
		t.Error("what is no day is not left as it is")
	}
}

func TestSectionsAreNamedInWords(t *testing.T) {
	catalogue, err := problems.Load()
	if err != nil {
		t.Fatal(err)
	}
	for section, words := range map[string]map[string]string{
		"the_general_questions": {"nb": "Kollega har de generelle spørsmålene", "nn": "Kollega har dei generelle spørsmåla", "en": "Kollega has the general questions"},
		"the_goal":              {"nb": "Kollega har mål 13", "nn": "Kollega har mål 13", "en": "Kollega has goal 13"},
	} {
		for language, title := range words {
			out := &fault.Fault{Kind: fault.Conflict, Code: "section-out", Params: map[string]any{"section": fault.OnField("", section, "goal", 13), "name": "Kollega"}}
			if said := catalogue.Document(out, language).Title; said != title {
				t.Errorf("%s: %q, not %q", language, said, title)
			}
		}
	}
}
