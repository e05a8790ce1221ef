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
	out := &fault.Fault{Kind: fault.Conflict, Code: "section-handed-out", Params: map[string]any{"goal": 13, "name": "Kollega", "deadline": fault.Day("2026-12-01")}}
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
