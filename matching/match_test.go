package matching

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"pgregory.net/rapid"

	"loftet/models"
)

func id(n int) uuid.UUID { return uuid.MustParse(fmt.Sprintf("00000000-0000-0000-0000-%012d", n)) }

// leak is a need with data for every part.
func leak() Wanted {
	return Wanted{
		ID: id(1), Indicator: "6.4-leak", IndicatorName: models.Text{"nb": "Lekkasje fra vannledningsnett", "en": "Water leakage"},
		Goal: 6, Target: "6.4", CPV: []string{"45231300"}, MinimumTRL: 6,
		words: worded("Dalen", models.Text{"nb": "Hvordan kan kommunene i Dalen finne lekkasjer i vannledninger?"}),
	}
}

// sensor is a solution that fits it in every part.
func sensor() Offered {
	return Offered{
		ID: id(2), Indicators: []models.IndicatorEffect{{Code: "6.4-leak", Proof: "measured"}}, Goals: []int{6}, Targets: []string{"6.4"},
		CPV: []string{"45231300"}, TRL: 9, Served: 1,
		words: worded("", models.Text{"nb": "Vi finner lekkasjer i vannledninger."}),
	}
}

func match(t *testing.T, n Wanted, s Offered) Match {
	t.Helper()
	m, ok := Weights().Match(n, s)
	if !ok {
		t.Fatal("no match")
	}
	return m
}

func (m Match) get(key string) Part { return *m.part(key) }

func TestAFitInEveryPartIsAHundred(t *testing.T) {
	n, s := leak(), sensor()
	m := match(t, n, s)
	if m.Score != 100 {
		t.Errorf("score %v of %+v", m.Score, m.Parts)
	}
	want := []string{
		"Bedriften oppgir virkning på indikatoren bak behovet: Lekkasje fra vannledningsnett (målt).",
		"Samme delmål: 6.4 Bruke vannet bedre og sløse mindre.", "Samme CPV-kode: 45231300.", "Felles ord: lekkasjer, vannledninger.",
		"Modenhet (TRL) 9; behovet krever minst 6.", "Tilbys i alle kommunene som har behovet.",
	}
	if got := m.Reasons(n, s, "nb"); !slices.Equal(got, want) {
		t.Errorf("reasons:\n%s", strings.Join(got, "\n"))
	}
	if got := m.Missing(n, s, "nb"); len(got) != 0 {
		t.Errorf("missing %v", got)
	}
	if got := m.Reasons(n, s, "en")[0]; got != "The business states an effect on the indicator behind the need: Water leakage (measured)." {
		t.Errorf("in English: %s", got)
	}
}

func TestATargetWithoutANameIsSaidToBeOne(t *testing.T) {
	n, s := leak(), sensor()
	n.Target, s.Targets = "6.a", []string{"6.a"}
	for lang, want := range map[string]string{
		"nb": "Behovet og løsningen gjelder begge delmål 6.a.", "nn": "Behovet og løysinga gjeld begge delmål 6.a.",
		"en": "Need and solution are both about target 6.a.",
	} {
		if got := match(t, n, s).Reasons(n, s, lang); !slices.Contains(got, want) {
			t.Errorf("%s: %q", lang, got)
		}
	}
}

func TestPartsByHand(t *testing.T) {
	for name, row := range map[string]struct {
		change func(*Wanted, *Offered)
		part   string
		fit    float64
		weight float64
		score  float64
	}{
		"only claimed":          {func(_ *Wanted, s *Offered) { s.Indicators[0].Proof = "claimed" }, PartIndicator, .5, .15, 92.5},
		"another indicator":     {func(_ *Wanted, s *Offered) { s.Indicators[0].Code = "6.1-water" }, PartIndicator, 0, .15, 85},
		"goal without target":   {func(_ *Wanted, s *Offered) { s.Targets = nil }, PartGoals, .6, .2, 92},
		"class":                 {func(_ *Wanted, s *Offered) { s.CPV = []string{"45231100"} }, PartCPV, .8, .3, 94},
		"group":                 {func(_ *Wanted, s *Offered) { s.CPV = []string{"45240000"} }, PartCPV, .6, .3, 88},
		"division":              {func(_ *Wanted, s *Offered) { s.CPV = []string{"45100000"} }, PartCPV, .3, .3, 79},
		"the best of two codes": {func(_ *Wanted, s *Offered) { s.CPV = []string{"45100000", "45240000"} }, PartCPV, .6, .3, 88},
		"other codes":           {func(_ *Wanted, s *Offered) { s.CPV = []string{"33000000"} }, PartCPV, 0, .3, 70},
		"no codes drop out":     {func(_ *Wanted, s *Offered) { s.CPV = nil; s.Targets = nil }, PartGoals, .6, .2 / .7, 88.6},
		"half of the towns":     {func(_ *Wanted, s *Offered) { s.Served = .5 }, PartRegion, .5, .05, 97.5},
		"readiness not told":    {func(_ *Wanted, s *Offered) { s.TRL = 0; s.Targets = nil }, PartGoals, .6, .2 / .9, 91.1},
		"codes carry the words": {func(_ *Wanted, s *Offered) {
			s.words, s.CPV = worded("", models.Text{"lv": "ūdens noplūdes"}), []string{"45231100"}
		}, PartCPV, .8, .5, 90},
		"no words on one side": {func(_ *Wanted, s *Offered) { s.words = vocabulary{}; s.Targets = nil }, PartGoals, .6, .2 / .8, 90},
	} {
		t.Run(name, func(t *testing.T) {
			n, s := leak(), sensor()
			row.change(&n, &s)
			m := match(t, n, s)
			p := m.get(row.part)
			if math.Abs(p.Fit-row.fit) > 1e-9 || math.Abs(p.Weight-row.weight) > 1e-9 || m.Score != row.score {
				t.Errorf("fit %v weight %v score %v, want %v %v %v", p.Fit, p.Weight, m.Score, row.fit, row.weight, row.score)
			}
		})
	}
}

func TestHardFilters(t *testing.T) {
	for name, change := range map[string]func(*Wanted, *Offered){
		"not offered there":   func(_ *Wanted, s *Offered) { s.Served = 0 },
		"known to be too raw": func(_ *Wanted, s *Offered) { s.TRL = 5 },
		"nothing in common": func(_ *Wanted, s *Offered) {
			*s = Offered{ID: s.ID, Served: 1, TRL: 9, Goals: []int{1}, words: worded("", models.Text{"nb": "skolemat"})}
		},
		"an empty draft": func(_ *Wanted, s *Offered) { *s = Offered{ID: s.ID, Served: 1, Everywhere: true} },
	} {
		n, s := leak(), sensor()
		change(&n, &s)
		if m, ok := Weights().Match(n, s); ok {
			t.Errorf("%s: %+v", name, m)
		}
	}
}

func TestWhatIsMissingIsTold(t *testing.T) {
	n, s := leak(), Offered{ID: id(2), Goals: []int{6}, Served: 1, Everywhere: true}
	m := match(t, n, s)
	want := []string{
		"Løysinga oppgir ingen indikator som ho påverkar.", "Løysinga har ingen CPV-kode.",
		"Det er for lite tekst å samanlikne.", "Løysinga oppgir ikkje kor mogen ho er (TRL).",
	}
	if got := m.Missing(n, s, "nn"); !slices.Equal(got, want) {
		t.Errorf("missing:\n%s", strings.Join(got, "\n"))
	}
}

func TestWordsAreComparedByTheirStems(t *testing.T) {
	for _, row := range []struct {
		lang, a, b string
		same       bool
	}{
		{"nb", "lekkasjer", "lekkasjene", true}, {"nb", "ledning", "ledninger", true}, {"nn", "skulane", "skular", true},
		{"nb", "måling", "målinger", true}, {"en", "leaks", "leak", true}, {"en", "measuring", "measured", true},
		{"nb", "vann", "vanning", true}, {"nb", "bil", "biler", false}, // three letters are too few to cut to
		{"nb", "skole", "skog", false}, {"lv", "ūdens", "ūdeni", false},
	} {
		if got := stem(row.a, row.lang) == stem(row.b, row.lang); got != row.same {
			t.Errorf("%s: %s and %s: %v", row.lang, row.a, row.b, got)
		}
	}
	if got := bags("Øst-Dalen", models.Text{"nb": "Hvordan kan kommunene i Øst-Dalen få ned tallet for matsvinn?"})["nb"]; len(got) != 1 || got["matsvinn"] == "" {
		t.Errorf("the title's frame is left: %v", got)
	}
}

// offers draws needs and solutions with any part of their data missing.
var offers = rapid.Custom(func(t *rapid.T) (pair struct {
	N Wanted
	S Offered
},
) {
	code := rapid.SampledFrom([]string{"45231300", "45231100", "45200000", "45000000", "33000000", "90700000"})
	text := func(label string) models.Text {
		return rapid.MapOf(rapid.SampledFrom([]string{"nb", "en", "lv"}), rapid.SampledFrom([]string{"vann lekkasje", "lekkasjer og rør", "skole", ""})).Draw(t, label)
	}
	goals := rapid.SliceOfN(rapid.IntRange(1, 3), 0, 3)
	pair.N = Wanted{
		ID: id(1), Goal: rapid.IntRange(1, 3).Draw(t, "goal"), Target: rapid.SampledFrom([]string{"", "1.1", "2.2"}).Draw(t, "target"),
		Indicator: rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "indicator"), CPV: rapid.SliceOfN(code, 0, 3).Draw(t, "wanted"),
		MinimumTRL: rapid.IntRange(0, 9).Draw(t, "minimum"), words: worded("", text("need")),
	}
	pair.S = Offered{
		ID: id(2), Goals: goals.Draw(t, "goals"), Targets: rapid.SliceOfN(rapid.SampledFrom([]string{"1.1", "2.2"}), 0, 2).Draw(t, "targets"),
		CPV: rapid.SliceOfN(code, 0, 3).Draw(t, "offered"), TRL: rapid.IntRange(0, 9).Draw(t, "trl"),
		Served: float64(rapid.IntRange(0, 6).Draw(t, "served")) / 6, words: worded("", text("solution")),
	}
	for _, c := range rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c"}), 0, 3).Draw(t, "effects") {
		pair.S.Indicators = append(pair.S.Indicators, models.IndicatorEffect{Code: c, Proof: rapid.SampledFrom([]string{"measured", "modelled", "claimed"}).Draw(t, "proof")})
	}
	return pair
})

func TestPartsSumToTheScore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := offers.Draw(t, "pair")
		m, ok := Weights().Match(in.N, in.S)
		if !ok {
			return
		}
		tenths, weights, exact := 0, 0.0, 0.0
		for _, p := range m.Parts {
			tenths += int(math.Round(p.Points * 10))
			weights += p.Weight
			exact += p.Weight * p.Fit * 100
			if p.Fit < 0 || p.Fit > 1 || !p.Known && (p.Weight != 0 || p.Points != 0) || p.Fit == 0 && p.Points != 0 {
				t.Fatalf("part %+v", p)
			}
			if math.Abs(p.Points-p.Weight*p.Fit*100) > .1 {
				t.Fatalf("points %v for %v", p.Points, p.Weight*p.Fit*100)
			}
		}
		if tenths != int(math.Round(m.Score*10)) || math.Abs(weights-1) > 1e-9 || math.Abs(exact-m.Score) > .05+1e-9 || m.Score > 100 {
			t.Fatalf("score %v, parts %+v", m.Score, m.Parts)
		}
		reasons := m.Reasons(in.N, in.S, "en")
		if m.get(PartIndicator).Points > 0 && !strings.Contains(reasons[0], "indicator") {
			t.Fatalf("the first reason is %s", reasons[0])
		}
		for _, lang := range []string{"nb", "nn", "en"} {
			for _, line := range append(m.Reasons(in.N, in.S, lang), m.Missing(in.N, in.S, lang)...) {
				if line == "" || strings.Contains(line, "%!") {
					t.Fatalf("%s: %q", lang, line)
				}
			}
		}
	})
}

func TestTheOrderOfListsDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := offers.Draw(t, "pair")
		before, ok := Weights().Match(in.N, in.S)
		slices.Reverse(in.N.CPV)
		slices.Reverse(in.S.CPV)
		slices.Reverse(in.S.Goals)
		slices.Reverse(in.S.Indicators)
		after, still := Weights().Match(in.N, in.S)
		if ok != still || before.Score != after.Score {
			t.Fatalf("%v became %v", before.Score, after.Score)
		}
	})
}
