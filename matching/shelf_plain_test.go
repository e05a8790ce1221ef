package matching

import (
	"math"
	"slices"

	"pgregory.net/rapid"

	"loftet/models"
	"loftet/needs"
)

// plainly matches a need and a solution as if there were nothing else: with a
// lexicon of their own, and their words compared as sets of texts.
func plainly(d needs.Document, s models.Solution, g geography, lang string) (Suggested, bool) {
	own := newLexicon(nil)
	n := wantedOf(d, own)
	n.IndicatorName = d.IndicatorName
	o := offeredOf(s, own).to(g, &n)
	m, ok := Weights().Match(n, o)
	return Suggested{Match: m, Reasons: m.Reasons(n, o, lang), Missing: m.Missing(n, o, lang)}, ok
}

// plainFit is the fit of the words of two sides, compared as sets of texts.
func plainFit(d needs.Document, s models.Solution) float64 {
	wanted := bags(d.RegionName, d.Title, d.RootCauses, d.WantedEffect, d.Volume, d.IndicatorName)
	offered := bags("", s.Title, s.Summary, s.Description)
	fit := 0.0
	for lang, words := range wanted {
		if n := len(offered[lang]); n > 0 {
			fit = max(fit, float64(len(shared(d, s, lang)))/math.Sqrt(float64(len(words))*float64(n))/fullCosine)
		}
	}
	return min(fit, 1)
}

// shared are the words of a need, as they are written there, whose stems a
// solution has too.
func shared(d needs.Document, s models.Solution, lang string) []string {
	wanted := bags(d.RegionName, d.Title, d.RootCauses, d.WantedEffect, d.Volume, d.IndicatorName)[lang]
	offered := bags("", s.Title, s.Summary, s.Description)[lang]
	stems := []string{}
	for stem := range wanted {
		if offered[stem] != "" {
			stems = append(stems, stem)
		}
	}
	slices.Sort(stems)
	words := make([]string, len(stems))
	for i, stem := range stems {
		words[i] = wanted[stem]
	}
	return words
}

var (
	someWords = rapid.SampledFrom([]string{"vann", "lekkasje", "lekkasjer", "rør", "skole", "skoler", "måling", "målingen", "water", "leaks", "leaking", "buildings", "Dalen"})
	someCodes = rapid.SampledFrom([]string{"45231300", "45231100", "45200000", "33000000"})
	somePlace = rapid.Map(rapid.IntRange(900, 903), id)
)

func someText(t *rapid.T, label string) models.Text {
	text := models.Text{}
	for _, lang := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"nb", "en", "lv"}), 0, 3, rapid.ID).Draw(t, label+" languages") {
		for _, word := range rapid.SliceOfN(someWords, 0, 6).Draw(t, label+" "+lang) {
			text[lang] += word + ", "
		}
	}
	return text
}

func someNeed(t *rapid.T, n int) needs.Document {
	d := needs.Document{
		ID: id(n), Number: rapid.IntRange(1, 2).Draw(t, "number"), RegionID: somePlace.Draw(t, "region"), RegionName: "Dalen",
		IndicatorCode: rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "indicator"), IndicatorName: someText(t, "name"),
		Core: rapid.Bool().Draw(t, "core"), Goal: rapid.IntRange(1, 3).Draw(t, "goal"), Target: rapid.SampledFrom([]string{"", "1.1", "2.2"}).Draw(t, "target"),
		Title: someText(t, "title"), RootCauses: someText(t, "causes"), CPV: rapid.SliceOfN(someCodes, 0, 2).Draw(t, "wanted codes"),
		MinimumTRL: rapid.IntRange(0, 9).Draw(t, "minimum"),
	}
	for i := range rapid.IntRange(0, 3).Draw(t, "participants") {
		d.Participants = append(d.Participants, needs.Participant{ID: id(800 + i)})
	}
	return d
}

func someSolution(t *rapid.T, n int) models.Solution {
	s := models.Solution{
		Base: models.Base{ID: id(n), Version: rapid.IntRange(1, 2).Draw(t, "version")}, State: string(StatePublished),
		Title: someText(t, "offer"), Summary: someText(t, "summary"), Goals: rapid.SliceOfN(rapid.IntRange(1, 3), 0, 2).Draw(t, "goals"),
		Targets: rapid.SliceOfN(rapid.SampledFrom([]string{"1.1", "2.2"}), 0, 2).Draw(t, "targets"),
		CPV:     rapid.SliceOfN(someCodes, 0, 2).Draw(t, "offered codes"), TRL: rapid.IntRange(0, 9).Draw(t, "trl"),
		RegionIDs: rapid.SliceOfN(somePlace, 0, 2).Draw(t, "regions"),
	}
	for _, code := range rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b"}), 0, 2).Draw(t, "effects") {
		s.Indicators = append(s.Indicators, models.IndicatorEffect{Code: code, Proof: rapid.SampledFrom([]string{"measured", "claimed"}).Draw(t, "proof")})
	}
	return s
}
