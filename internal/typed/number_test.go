package typed_test

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"loftet/internal/typed"
)

func TestNumber(t *testing.T) {
	text, err := os.ReadFile("../../frontend/src/i18n/numbers.json")
	if err != nil {
		t.Fatal(err)
	}
	var cases []struct {
		Typed, Language string
		Whole           bool
		Number          *float64
	}
	if err := json.Unmarshal(text, &cases); err != nil || len(cases) < 40 {
		t.Fatalf("%d cases: %v", len(cases), err)
	}
	for _, c := range cases {
		got, ok := typed.Number(c.Typed, c.Language, c.Whole)
		if ok != (c.Number != nil) || ok && got != *c.Number {
			t.Errorf("%q in %s: got %v %v", c.Typed, c.Language, got, ok)
		}
	}
	if _, ok := typed.Number("  ", "nb", false); ok {
		t.Error("nothing was read as a number")
	}
}

func FuzzNumber(f *testing.F) {
	for _, seed := range []string{"1 234,5", "kr 1 200,-", "1.2.3", "−3 %", "9999999999999999999999999999", "\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, lang := range []string{"nb", "en"} {
			if value, ok := typed.Number(text, lang, true); math.IsNaN(value) || math.IsInf(value, 0) && ok {
				t.Fatalf("%q gave %v", text, value)
			}
		}
	})
}
