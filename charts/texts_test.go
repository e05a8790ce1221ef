package charts

import (
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
)

var verbs = regexp.MustCompile(`%\[\d+\][a-z]`)

// Every language says everything, with the same figures in it.
func TestDictionaryIsComplete(t *testing.T) {
	want := reflect.ValueOf(*dictionary[Bokmal])
	for lang, w := range dictionary {
		got := reflect.ValueOf(*w)
		for _, field := range reflect.VisibleFields(got.Type()) {
			name, said := field.Name, got.FieldByIndex(field.Index)
			if said.Kind() != reflect.String {
				continue
			}
			if said.String() == "" {
				t.Errorf("%s: %s is empty", lang, name)
			}
			a, b := verbs.FindAllString(want.FieldByIndex(field.Index).String(), -1), verbs.FindAllString(said.String(), -1)
			slices.Sort(a)
			slices.Sort(b)
			if !slices.Equal(a, b) {
				t.Errorf("%s: %s takes %v, bokmål takes %v", lang, name, b, a)
			}
		}
		seen := map[string]bool{}
		for _, s := range states {
			if w.states[s] == "" || (w.short[s] == "") == !s.HasNumber() || (w.lacks[s] == "") == !s.HasNumber() {
				t.Errorf("%s: words or sign of %s", lang, s)
			}
			if !s.HasNumber() && seen[w.short[s]] {
				t.Errorf("%s: sign %s twice", lang, w.short[s])
			}
			seen[w.short[s]] = true
		}
		for _, b := range bands {
			if w.bands[b] == "" {
				t.Errorf("%s: no word for %s", lang, b)
			}
		}
		if slices.Contains(w.months[:], "") {
			t.Errorf("%s: months", lang)
		}
	}
}

func TestSummaryInThreeLanguages(t *testing.T) {
	for lang, want := range map[Lang]string{
		Bokmal:  "Høyest ligger Flå med 71,2 prosent, og lavest ligger Gol med 59,1 prosent. Medianen er 67,4 prosent.",
		Nynorsk: "Høgast ligg Flå med 71,2 prosent, og lågast ligg Gol med 59,1 prosent. Medianen er 67,4 prosent.",
		English: "The highest is Flå with 71.2 per cent, and the lowest is Gol with 59.1 per cent. The median is 67.4 per cent.",
	} {
		b := turnoutBars()
		b.Lang, b.Unit = lang, "%"
		if got := b.Summary(); got != want {
			t.Errorf("%s: %s", lang, got)
		}
	}
}

func TestSummaryOfTies(t *testing.T) {
	b := Bars{Text: Text{Title: "x"}, Decimals: 0}
	for i, n := range []float64{10.2, 9.8, 3, 3, 3, 3} { // both round to 10
		b.Bars = append(b.Bars, Bar{hallingdal[i], 0, has(n, "")})
	}
	want := "Høyest ligger Flå og Nesbyen med 10, og lavest ligger Gol, Hemsedal og 2 andre med 3. Medianen er 3."
	if got := b.Summary(); got != want {
		t.Error(got)
	}
}

// A unit is said as a person says it, and a long one only once.
func TestUnitsInASentence(t *testing.T) {
	for unit, want := range map[string]string{
		"%":                     "2 prosent, så 1 prosent",
		"% av arealet":          "2 prosent av arealet, så 1",
		"kWh/m²":                "2 kilowattimer per kvadratmeter, så 1",
		"µg/m³, årssnitt":       "2 mikrogram per kubikkmeter, så 1",
		"per 10 000 innbyggere": "2 per 10 000 innbyggere, så 1",
		"sektorer (0–4)":        "2 sektorer, så 1 sektor",
		"forholdstall":          "2, så 1",
		"kg per innbygger":      "2 kilo per innbygger, så 1",
		"":                      "2, så 1",
	} {
		s := Text{Unit: unit}.teller(0)
		if got := s.figure(2) + ", så " + s.figure(1); got != want {
			t.Errorf("%q: %q, want %q", unit, got, want)
		}
	}
}

// The own municipality is placed among the others, also as the last or first.
func TestPlaceAmongOthers(t *testing.T) {
	for lang, want := range map[Lang][2]string{
		Bokmal:  {"Flå har 1 prosent, med ingen kommuner under seg og 2 over.", "Gol har 3 prosent, med 2\u00a0kommuner under seg og ingen over."},
		Nynorsk: {"Flå har 1 prosent, med ingen kommunar under seg og 2 over.", "Gol har 3 prosent, med 2\u00a0kommunar under seg og ingen over."},
		English: {"Flå has 1 per cent, with no municipalities below it and 2 above.", "Gol has 3 per cent, with 2\u00a0municipalities below it and none above."},
	} {
		for own := range 2 {
			d := Distribution{Text: Text{Title: "x", Unit: "%", Lang: lang}}
			for i, n := range []float64{1, 2, 3} {
				d.Units = append(d.Units, Unit{hallingdal[i], has(n, ""), i == 2*own})
			}
			if got := d.Summary(); !strings.HasSuffix(got, want[own]) {
				t.Errorf("%s: %s", lang, got)
			}
		}
	}
}

func TestSummaryOfPartsNamesTheWhole(t *testing.T) {
	for lang, want := range map[Lang][2]string{
		Bokmal:  {"tall", "Av i alt 3 tall er 1 sendt inn og 2 påbegynt."},
		Nynorsk: {"tal", "Av i alt 3 tal er 1 sendt inn og 2 påbegynt."},
		English: {"figures", "There are 3 figures in all: 1 sendt inn and 2 påbegynt."},
	} {
		k := Stacked{Text: Text{Title: "x", Unit: want[0], Lang: lang}, Parts: progressParts, Rows: []StackedRow{{"Gol", 0, []int{1, 2, 0}}}}
		if got := k.Summary(); got != want[1] {
			t.Errorf("%s: %s", lang, got)
		}
	}
}

func TestReferencesInOneSentence(t *testing.T) {
	refs := []Reference{{"Grensen for grønt", 67.7}, {"Grensen for rødt", 60.5}}
	for lang, want := range map[Lang]string{
		Bokmal:  "Grensen for grønt ligger på 67,7 prosent og grensen for rødt på 60,5 prosent.",
		Nynorsk: "Grensen for grønt ligg på 67,7 prosent og grensen for rødt på 60,5 prosent.",
		English: "Grensen for grønt is at 67.7 per cent and grensen for rødt at 60.5 per cent.",
	} {
		s := Text{Unit: "%", Lang: lang}.teller(1)
		if s.against(refs); s.String() != want {
			t.Errorf("%s: %s", lang, s)
		}
	}
}

// One that is far off is no "most".
func TestHeatSaysWhereSeveralAreFarOff(t *testing.T) {
	h := HeatTable{Text: Text{Title: "x"}, Columns: []HeatColumn{{goals[0], 1}, {goals[1], 2}},
		Rows: []HeatRow{{"Gol", []Value{has(10, Far), has(70, Near)}}, {"Hol", []Value{has(40, Behind), has(80, Near)}}}}
	if got := h.Summary(); strings.Contains(got, "Flest") {
		t.Error(got)
	}
	h.Rows[1].Values[0] = has(20, Far)
	if got := h.Summary(); !strings.Contains(got, "Flest er langt unna på mål 1 (Utrydde fattigdom): 2 av 2.") {
		t.Error(got)
	}
}
