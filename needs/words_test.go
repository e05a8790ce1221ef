package needs

import (
	"slices"
	"strings"
	"testing"

	"loftet/indicators"
	"loftet/indicators/catalogue"
	"loftet/models"
)

// texts takes over a text of the catalogue.
func texts(t catalogue.Text) models.Text { return models.Text{"nb": t.NB, "nn": t.NN, "en": t.EN} }

// core gives an indicator of the common core, as far as words go.
func core(t *testing.T, code string) indicators.Definition {
	t.Helper()
	in, ok := catalogue.Core().ByCode(code)
	if !ok {
		t.Fatalf("the core has no indicator %s", code)
	}
	return indicators.Definition{
		Code: in.Code, Goal: in.Goal, Target: in.Target, Type: string(in.Type), Direction: string(in.Direction),
		Combine: string(in.Combine), Decimals: in.Decimals, Unit: texts(in.Unit), Name: texts(in.Name),
	}
}

func TestTitlesAreOpenQuestions(t *testing.T) {
	for code, want := range map[string]models.Text{
		"6.4-leak": {
			"nb": "Hvordan kan kommunene i Hallingdal få ned tallet for lekkasje fra kommunalt vannledningsnett?",
			"nn": "Korleis kan kommunane i Hallingdal få ned talet for lekkasje frå kommunalt vassleidningsnett?",
			"en": "How can the municipalities in Hallingdal bring down the figure for leakage from the municipal water network?",
		},
		"9.4-ev": {
			"nb": "Hvordan kan kommunene i Hallingdal få opp tallet for elbilandel av personbilparken?",
			"nn": "Korleis kan kommunane i Hallingdal få opp talet for del elbilar i personbilparken?",
			"en": "How can the municipalities in Hallingdal raise the figure for battery-electric share of passenger cars?",
		},
		"13.2-budget": {
			"nb": "Hvordan kan kommunene i Hallingdal få på plass klimabudsjett med mål og tiltak?",
			"nn": "Korleis kan kommunane i Hallingdal få på plass klimabudsjett med mål og tiltak?",
			"en": "How can the municipalities in Hallingdal put in place climate budget with targets and measures?",
		},
		"5.5-council": {
			"nb": "Hvordan kan kommunene i Hallingdal komme nærmere målet for kvinner i kommunestyret?",
			"nn": "Korleis kan kommunane i Hallingdal kome nærare målet for kvinner i kommunestyret?",
			"en": "How can the municipalities in Hallingdal come closer to the target for women in the municipal council?",
		},
	} {
		got := titleFor(core(t, code), "Hallingdal")
		for lang, title := range want {
			if got[lang] != title {
				t.Errorf("%s in %s:\n%s, want\n%s", code, lang, got[lang], title)
			}
		}
	}
}

func TestEveryCoreIndicatorGetsATitleInEachLanguage(t *testing.T) {
	for _, in := range catalogue.Core().Indicators {
		for lang, title := range titleFor(core(t, in.Code), "Nord-Gudbrandsdal") {
			if !strings.HasSuffix(title, "?") || strings.ContainsAny(title, "{}") || !strings.Contains(title, "Nord-Gudbrandsdal") {
				t.Errorf("%s in %s: %s", in.Code, lang, title)
			}
		}
	}
}

func TestATitleIsAutomaticUntilSomebodyWritesAnother(t *testing.T) {
	written := titleFor(core(t, "5.5-council"), "Hallingdal")
	title := models.Text{"nb": "Vår egen?", "nn": written["nn"]}
	if got := untouched(title, written); !slices.Equal(got, []string{"nn"}) {
		t.Errorf("automatic in %v", got)
	}
	if got := untouched(written, written); !slices.Equal(got, languages) {
		t.Errorf("all of them: %v", got)
	}
}

func TestABorrowedNameIsQuotedAndAnAbbreviationKept(t *testing.T) {
	name := models.Text{"en": "HIV rate"}
	if got := inSentence(name, "nb"); got != "«HIV rate»" {
		t.Errorf("borrowed: %s", got)
	}
	if got := inSentence(name, "en"); got != "HIV rate" {
		t.Errorf("abbreviation: %s", got)
	}
	if got := inSentence(models.Text{"nb": "Økologisk areal"}, "nb"); got != "økologisk areal" {
		t.Errorf("first letter: %s", got)
	}
}

func TestFactTellsFigureSourceAndYear(t *testing.T) {
	mean := 40.25
	f := fact{
		indicator: core(t, "6.4-leak"), round: "Hallingdal 2026", hits: map[string]int{BecauseBand: 4}, answered: 6,
		mean: &mean, meanOf: 4, from: 2024, to: 2025, sources: []string{"SSB 11787"},
	}
	for lang, want := range map[string]string{
		"nb": "Lekkasje fra kommunalt vannledningsnett: 4 av 6 kommuner som svarte, er et stykke eller langt fra målet. " +
			"Gjennomsnittet av tallene deres er 40,2 %. Tallene er fra 2024 til 2025. " +
			"Kilde: kommunenes svar i kartleggingsrunden «Hallingdal 2026» (SSB 11787).",
		"en": "Leakage from the municipal water network: 4 of 6 municipalities that responded are some way or far from the target. " +
			"The mean of their figures is 40.2%. The figures are from 2024 to 2025. " +
			"Source: the municipalities’ responses in the round “Hallingdal 2026” (SSB 11787).",
	} {
		if got := f.in(lang); got != want {
			t.Errorf("%s:\n%s, want\n%s", lang, got, want)
		}
	}
	f.hits, f.meanOf, f.from, f.sources = map[string]int{BecauseBand: 2, BecauseTrend: 1, BecausePriority: 1}, 5, 2025, nil
	want := "Lekkasje frå kommunalt vassleidningsnett: 2 av 6 kommunar som svarte, er eit stykke eller langt frå målet. " +
		"I tillegg har 1 gått tilbake sidan førre runde. I tillegg prioriterer 1 dette sjølve. " +
		"Gjennomsnittet for dei 5 kommunane som har tal, er 40,2 %. Tala er frå 2025. " +
		"Kjelde: svara frå kommunane i kartleggingsrunden «Hallingdal 2026»."
	if got := f.in("nn"); got != want {
		t.Errorf("nn:\n%s, want\n%s", got, want)
	}
	yes := fact{indicator: core(t, "13.2-budget"), round: "R", hits: map[string]int{BecauseBand: 3}, answered: 6, mean: &mean, meanOf: 3}
	want = "Klimabudsjett med mål og tiltak: I 3 av 6 kommuner som svarte, er dette ikke fullt på plass. Kilde: kommunenes svar i kartleggingsrunden «R»."
	if got := yes.in("nb"); got != want {
		t.Errorf("yes or no:\n%s, want\n%s", got, want)
	}
	chosen := fact{indicator: core(t, "1.2-lowinc"), round: "R", hits: map[string]int{BecausePriority: 2}, answered: 3}
	want = "Persistent low income: 2 of 3 municipalities that responded gave it priority themselves. Source: the municipalities’ responses in the round “R”."
	if got := chosen.in("en"); !strings.HasSuffix(got, want[strings.Index(want, ":"):]) {
		t.Errorf("priority alone:\n%s, want\n%s", got, want)
	}
}

func TestUnitsStandAsInTheLanguage(t *testing.T) {
	energy := core(t, "7.3-bldg")
	if got := withUnit(212.4, energy, "nb"); got != "212 kWh/m²" {
		t.Errorf("got %s", got)
	}
	if got := withUnit(-1.25, core(t, "17.1-econ"), "nn"); got != "−1,2 %" {
		t.Errorf("got %s", got)
	}
	if got := withUnit(3.1, core(t, "10.1-p90p10"), "en"); got != "3.1" {
		t.Errorf("got %s", got)
	}
}
