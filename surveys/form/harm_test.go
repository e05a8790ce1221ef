package form_test

import (
	"runtime"
	"strings"
	"testing"

	"loftet/surveys/form"
)

// workingOut is a form with one calculation, of a text as long as a text may be.
func workingOut(calculate string) form.Form {
	item := func(name, of string) form.Item { return form.Item{Name: name, Kind: form.Calculated, Calculate: of} }
	return form.Form{ID: "a", Version: "1", Languages: []string{"nb"}, Items: []form.Item{
		item("a", `"`+strings.Repeat("x", 9_000)+`"`), item("big", strings.TrimSuffix(strings.Repeat("a + ", 11), " + ")), item("out", calculate),
	}}
}

// A short calculation may name one long text a thousand times, or look for a pattern in it
// that goes through it a thousand times.
func TestAShortCalculationTakesLittle(t *testing.T) {
	list := "[" + strings.Repeat("big, ", 1900) + "big]"
	for name, c := range map[string]struct {
		calculate string
		want      any
	}{
		"joined":                  {`length(join(` + list + `, ""))`, nil},
		"as a text":               {`length(text(` + list + `))`, nil},
		"within a list":           {`length(text([` + list + `, [big]]))`, nil},
		"gone through again":      {"sum([" + strings.Repeat("length(lower(big)), ", 450) + "0])", nil},
		"a pattern":               {`matches(big, "(?:[xy]?){1000}z")`, nil},
		"a pattern that is small": {`matches(big, "^x+$")`, true},
		"joined, not too long":    {`length(join(["a", big], ""))`, 99_001.0},
		"as a text, of all kinds": {`text([1.5, none(), 2.0])`, "1.5 2"},
	} {
		compiled, faults := form.Compile(workingOut(c.calculate))
		if len(faults) > 0 {
			t.Fatalf("%s: %v", name, faults)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		states := compiled.Evaluate(form.Answers{}, "2026-11-23T14:02:00")
		runtime.ReadMemStats(&after)
		if taken := (after.TotalAlloc - before.TotalAlloc) >> 20; states[2].Value != c.want || taken > 50 {
			t.Errorf("%s: %d MB, %v, want %v", name, taken, states[2].Value, c.want)
		}
	}
}

// A pattern that becomes large is refused when it is saved.
func TestAPatternThatBecomesLargeIsRefused(t *testing.T) {
	if _, faults := form.Compile(workingOut(`matches(big, "` + strings.Repeat("[ab]{1000}", 9) + `")`)); len(faults) > 0 {
		t.Error(faults)
	}
	if _, faults := form.Compile(workingOut(`matches(big, "` + strings.Repeat("[ab]{1000}", 11) + `")`)); len(faults) != 1 || faults[0].Code != "expression_pattern" {
		t.Error(faults)
	}
}
