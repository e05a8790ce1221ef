package u4ssc_test

import (
	"errors"
	"strings"
	"testing"

	"loftet/indicators/u4ssc"
)

func TestAll(t *testing.T) {
	core, dimensions, seen := 0, map[string]int{}, map[u4ssc.Code]bool{}
	for _, c := range u4ssc.All() {
		if seen[c] {
			t.Errorf("%s stands twice", c)
		}
		seen[c] = true
		dimensions[c.Dimension]++
		if c.Core() {
			core++
		}
	}
	if core != 54 || len(seen) != 91 || dimensions["EC"] != 45 || dimensions["EN"] != 17 || dimensions["SC"] != 29 {
		t.Errorf("%d core of %d, by dimension %v", core, len(seen), dimensions)
	}
}

// Every code is read back from each way of writing it.
func TestEveryCodeInEverySpelling(t *testing.T) {
	for _, code := range u4ssc.All() {
		kept := code.String()
		for _, text := range []string{
			kept, strings.ReplaceAll(kept, " ", ""), strings.ReplaceAll(kept, ": ", "-"), strings.ToLower(kept),
			strings.ReplaceAll(kept, ": ", " "), strings.ReplaceAll(kept, ": ", "\u2013"), strings.ReplaceAll(kept, " ", "\u00a0"),
			strings.ReplaceAll(kept, ": ", " \u2212 "), strings.Replace(kept, ":", "", 1), "KPI " + kept, "U4SSC KPI: " + kept,
			" " + strings.ReplaceAll(kept, ": ", "_") + "\n", strings.ReplaceAll(kept, ": ", "."), strings.ReplaceAll(kept, ": ", " / "),
		} {
			if got, err := u4ssc.Parse(text); got != code || err != nil {
				t.Errorf("%q is read as %s, %v", text, got, err)
			}
		}
	}
}

func TestParseWords(t *testing.T) {
	for text, want := range map[string]string{
		"Economy - ICT 1C":                                      "EC: ICT: ICT: 1C",
		"Economy – ICT infrastructure: 5A":                      "EC: ICT: ICT: 5A",
		"economy, productivity, innovation 2C":                  "EC: P: IN: 2C",
		"Economy - Infrastructure - Water & Sanitation 3C":      "EC: I: WS: 3C",
		"EC: Infrastructure: Transport: 8A":                     "EC: I: T: 8A",
		"Environment - Air quality 2C":                          "EN: EN: AQ: 2C",
		"Environment: Environment: Public space and nature: 3A": "EN: EN: PSN: 3A",
		"Environment - Energy - 4A":                             "EN: E: E: 4A",
		"Society and Culture - Education 4C":                    "SC: EH: ED: 4C",
		"Society & culture: Safety 9C":                          "SC: SH: SA: 9C",
		"ＥＣ：ＩＣＴ：ＩＣＴ：１Ｃ":                                         "EC: ICT: ICT: 1C",
	} {
		if got, err := u4ssc.Parse(text); err != nil || got.String() != want {
			t.Errorf("%q is read as %q, %v", text, got, err)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, text := range []string{
		"", "EC", "1C", "EC: ICT: ICT: 6C", "EC: ICT: ICT: 1A", "EN: EN: AQ: 1", "SDG 1.2", "EC: ICT: ICT: 1C x", "EC: ICT: ICT: 1СС",
		"Economy - water 1C",                                                // with or without ICT
		"KPI KPI", "\xff", strings.Repeat("EC: ", 1000), "EС: ICT: ICT: 1C", // a Cyrillic С
	} {
		if got, err := u4ssc.Parse(text); !errors.Is(err, u4ssc.ErrUnknown) || got != (u4ssc.Code{}) {
			t.Errorf("%q is read as %q, %v", text, got, err)
		}
	}
}

func TestParseReference(t *testing.T) {
	for text, want := range map[string]string{
		"EC: ICT: ICT: 2C (related)":       "EC: ICT: ICT: 2C (related)",
		"sc-eh-h-3c (related: physicians)": "SC: EH: H: 3C (related)",
		"SC: SH: SA: 8C (violent crime)":   "SC: SH: SA: 8C",
		"EN:EN:WS:1C":                      "EN: EN: WS: 1C",
	} {
		got, err := u4ssc.ParseReference(text)
		if err != nil || got.String() != want {
			t.Errorf("%q is read as %q, %v", text, got, err)
		}
		if again, err := u4ssc.ParseReference(got.String()); again != got || err != nil {
			t.Errorf("%s is read back as %s, %v", got, again, err)
		}
	}
	if _, err := u4ssc.ParseReference("EC: ICT: ICT: 9C (related)"); !errors.Is(err, u4ssc.ErrUnknown) || !strings.Contains(err.Error(), "9C (related)") {
		t.Error(err)
	}
}

// Whatever is written, it is one of the 91 codes or an error, and a code that was read
// is read again from the form that it is kept in.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{"EC: ICT: ICT: 1C", "economy - ict 1c", "KPI sc-sh-sa-9c", "EC\u00a0: I", "\xff(", "1C (related)"} {
		f.Add(seed)
	}
	known := map[u4ssc.Code]bool{{}: true}
	for _, code := range u4ssc.All() {
		known[code] = true
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := u4ssc.ParseReference(text)
		if !known[got.Code] || (err == nil) == (got.Code == u4ssc.Code{}) {
			t.Fatalf("%q is read as %v, %v", text, got, err)
		}
		if err == nil {
			if again, err := u4ssc.ParseReference(got.String()); again != got || err != nil {
				t.Fatalf("%q is read as %v and then as %v, %v", text, got, again, err)
			}
		}
	})
}
