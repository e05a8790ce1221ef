package charts

import (
	"reflect"
	"regexp"
	"slices"
	"testing"
)

var verbs = regexp.MustCompile(`%\[\d+\][a-z]`)

// Every language says everything, with the same figures in it.
func TestDictionaryIsComplete(t *testing.T) {
	want := reflect.ValueOf(*dictionary[Bokmal])
	for lang, w := range dictionary {
		got := reflect.ValueOf(*w)
		for i := range got.NumField() {
			name := got.Type().Field(i).Name
			if got.Field(i).Kind() != reflect.String {
				continue
			}
			if got.Field(i).String() == "" {
				t.Errorf("%s: %s is empty", lang, name)
			}
			a, b := verbs.FindAllString(want.Field(i).String(), -1), verbs.FindAllString(got.Field(i).String(), -1)
			slices.Sort(a)
			slices.Sort(b)
			if !slices.Equal(a, b) {
				t.Errorf("%s: %s takes %v, bokmål takes %v", lang, name, b, a)
			}
		}
		seen := map[string]bool{}
		for _, s := range states {
			if w.states[s] == "" || (w.short[s] == "") == !s.HasNumber() {
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
		Bokmal:  "Tallene er i prosent. Høyest verdi har Flå med 71,2, lavest har Gol med 59,1. Medianen er 67,4.",
		Nynorsk: "Tala er i prosent. Høgast verdi har Flå med 71,2, lågast har Gol med 59,1. Medianen er 67,4.",
		English: "Figures are in prosent. The highest value is 71.2 (Flå), the lowest is 59.1 (Gol). The median is 67.4.",
	} {
		b := turnoutBars()
		b.Lang = lang
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
	want := "Høyest verdi har Flå og Nesbyen med 10, lavest har Gol, Hemsedal og 2 andre med 3. Medianen er 3."
	if got := b.Summary(); got != want {
		t.Error(got)
	}
}
