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

func TestUnitsKeepTheirSigns(t *testing.T) {
	for unit, want := range map[string]string{"µg/m³": "µg/m³", "kWh/m²": "kWh/m²", "kWh per år": "kWh per år", "prosent": "Prosent", "årsverk": "Årsverk", "": ""} {
		if got := unitFirst(unit); got != want {
			t.Errorf("%q, want %q", got, want)
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
		"Mt CO₂-ekvivalenter":   "2 Mt CO2-ekvivalenter, så 1",
		"bakgrunn":              "2 bakgrunn, så 1 bakgrunn",
		"":                      "2, så 1",
	} {
		s := Text{Unit: unit}.teller(0)
		if got := s.figure(2) + ", så " + s.figure(1); got != want {
			t.Errorf("%q: %q, want %q", unit, got, want)
		}
	}
}

// A ratio is said without a unit; words that only hold those letters are whole.
func TestRatioIsNoUnit(t *testing.T) {
	for _, c := range []struct {
		lang       Lang
		unit, want string
	}{
		{Bokmal, "forholdstall", "2"}, {Nynorsk, "forholdstal", "2"}, {English, "ratio", "2"}, {English, "ratio (0–1)", "2"},
		{English, "concentration", "2 concentration"}, {English, "ratio of debt", "2 ratio of debt"},
		{Bokmal, "forholdstallet", "2 forholdstallet"}, {Nynorsk, "forholdstala", "2 forholdstala"},
	} {
		if got := (Text{Unit: c.unit, Lang: c.lang}).teller(0).figure(2); got != c.want {
			t.Errorf("%s %q: %q, want %q", c.lang, c.unit, got, c.want)
		}
	}
}

// That there are no data is what a missing figure means; it is said once.
func TestNoDataIsSaidOnce(t *testing.T) {
	years := []int{2020, 2021, 2022, 2023, 2024}
	no, other := none(NoData), none(NotAnswered)
	for _, c := range []struct {
		lang   Lang
		values []Value
		want   string
	}{
		{Bokmal, []Value{has(1, ""), no, has(1, ""), has(1, ""), has(1, "")}, "Lia lå på 1 både i 2020 og i 2024. Lia mangler tall for 2021."},
		{Nynorsk, []Value{has(1, ""), no, has(1, ""), has(1, ""), has(1, "")}, "Lia låg på 1 både i 2020 og i 2024. Lia manglar tal for 2021."},
		{English, []Value{has(1, ""), no, has(1, ""), has(1, ""), has(1, "")}, "Lia was at 1 in both 2020 and 2024. Lia has no figure for 2021."},
		{Bokmal, []Value{has(1, ""), no, no, no, no}, "Lia lå på 1 i 2020. Lia mangler tall for 4 av 5 år."},
		{Bokmal, []Value{has(1, ""), no, other, has(1, ""), has(1, "")}, "Lia lå på 1 både i 2020 og i 2024. Lia mangler tall for 2021 og 2022 (1 ikke besvart og 1 uten data)."},
		{Bokmal, []Value{has(1, ""), other, has(1, ""), has(1, ""), has(1, "")}, "Lia lå på 1 både i 2020 og i 2024. Lia mangler tall for 2021 (ikke besvart)."},
		{English, []Value{no, no, no, no, no}, "Lia has no figures."},
	} {
		l := Line{Text: Text{Title: "x", Lang: c.lang}, Years: years, Series: []Series{{"Lia", c.values}, {"Hol", []Value{has(2, ""), has(2, ""), has(2, ""), has(2, ""), has(2, "")}}}}
		if got := l.Summary(); !strings.HasPrefix(got, c.want+" Hol ") {
			t.Errorf("%s: %s", c.lang, got)
		}
	}
	b := Bars{Text: Text{Title: "x"}, Bars: []Bar{{"Gol", 0, no}}}
	if got := b.Summary(); got != "Det er ingen tall å vise." {
		t.Error(got)
	}
	b.Bars = append(b.Bars, Bar{"Hol", 0, has(2, "")})
	if got := b.Summary(); !strings.HasSuffix(got, "Tall mangler for 1 av 2 kommuner.") {
		t.Error(got)
	}
	d := Distribution{Text: Text{Title: "x"}, Units: []Unit{{"Gol", no, true}, {"Hol", has(2, ""), false}}}
	if got := d.Summary(); !strings.Contains(got, "Gol mangler tall.") {
		t.Error(got)
	}
}

// Where the two are level on every row, that is what is said.
func TestPairsThatAreLevel(t *testing.T) {
	for lang, want := range map[Lang]string{
		Bokmal:  "Gol ligger likt med snittet på 1 av 1 mål.",
		Nynorsk: "Gol ligg likt med snittet på 1 av 1 mål.",
		English: "Gol is level with snittet on 1 of 1 goals.",
	} {
		d := Dumbbell{Text: Text{Title: "x", Lang: lang}, OneName: "Gol", OtherName: "snittet", Pairs: []Pair{{goals[0], 1, has(5, ""), has(5, "")}}}
		if got := d.Summary(); got != want {
			t.Errorf("%s: %s", lang, got)
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
