package catalogue_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"loftet/indicators/catalogue"
	"loftet/indicators/scoring"
)

type demoTarget struct {
	Code                       string
	Lower, Optimum, Green, Red *float64
	Reason                     catalogue.Text
}

type demoFigure struct {
	Number, Code, State, Source string
	Year                        int
	Value                       *float64
}

type demoAnswer struct {
	Round                                     int
	Number, Code, Choice                      string
	Value                                     *float64
	Parts                                     map[string]any
	State, Reason, Quality, Comment, Priority string
}

var (
	hallingdal = []string{"3320", "3322", "3324", "3326", "3328", "3330"}
	qualities  = []string{"accurate_measurement", "inhabitant_survey", "higher_level_data",
		"assumptions", "personal_estimate", "untraceable"}
)

func TestDemoTargetsFillExactlyTheGaps(t *testing.T) {
	targets := map[string]demoTarget{}
	for _, target := range demoTargets(t) {
		if _, known := catalogue.Core().ByCode(target.Code); !known {
			t.Errorf("%s is no code of the core", target.Code)
		}
		targets[target.Code] = target
		for lang, phrase := range map[string]string{"nb": "Oppdiktet", "nn": "Oppdikta", "en": "Made-up"} {
			if !strings.HasPrefix(target.Reason.In(lang), phrase) {
				t.Errorf("%s does not say in %s that it is made up", target.Code, lang)
			}
		}
	}
	for _, in := range catalogue.Core().Indicators {
		target, has := targets[in.Code]
		if in.Bounds.Scores() == has {
			t.Errorf("%s: bounds of its own %v, demo target %v", in.Code, !has, has)
		}
		if !has {
			continue
		}
		_, doubts, err := scoring.NewScale(spec(in, targets))
		if err != nil || len(doubts) > 0 {
			t.Errorf("%s: %v %v", in.Code, err, doubts)
		}
		if (*target.Optimum > *target.Lower) != (in.Direction == catalogue.Higher) {
			t.Errorf("%s: the target runs against direction %s", in.Code, in.Direction)
		}
	}
}

func TestDemoFiguresAreWhole(t *testing.T) {
	var file struct {
		Groups []struct{ Number, Group, Source string } `yaml:"kostra_groups"`
		Figures,
		Background []demoFigure
	}
	read(t, "figures.yaml", &file)
	if len(file.Groups) != len(hallingdal) || len(file.Background) == 0 {
		t.Errorf("%d KOSTRA groups and %d background figures", len(file.Groups), len(file.Background))
	}
	for _, f := range file.Figures {
		in, known := catalogue.Core().ByCode(f.Code)
		if !known && f.Code != "pop" {
			t.Errorf("%s is no code of the core", f.Code)
		}
		if f.Source == "" || f.Year < 2019 || !slices.Contains(hallingdal, f.Number) {
			t.Errorf("%+v lacks its source, year or municipality", f)
		}
		if (f.Value == nil) != (f.State == "suppressed") {
			t.Errorf("%+v has neither or both of value and suppression", f)
		}
		if known && f.Value != nil && !possible(in, *f.Value) {
			t.Errorf("%+v is no possible value", f)
		}
	}
	for _, f := range file.Background {
		if _, known := catalogue.Core().ByCode(f.Code); known {
			t.Errorf("%s would be scored", f.Code)
		}
	}
}

func TestDemoAnswersCanBeGiven(t *testing.T) {
	given := map[string]int{}
	seen := map[string]bool{}
	for _, a := range demoAnswers(t) {
		in, known := catalogue.Core().ByCode(a.Code)
		id := fmt.Sprint(a.Round, a.Number, a.Code)
		if !known || seen[id] || !slices.Contains(hallingdal, a.Number) {
			t.Errorf("%+v is unknown or stands twice", a)
		}
		seen[id] = true
		if a.State != "" {
			if a.Reason == "" || !slices.Contains([]string{"no_data", "not_applicable", "declined"}, a.State) {
				t.Errorf("%+v lacks its reason", a)
			}
			continue
		}
		if value, ok := valueOf(in, a); !ok || !possible(in, value) || !slices.Contains(qualities, a.Quality) {
			t.Errorf("%+v is no possible answer", a)
		}
		if a.Round == 2025 {
			given[a.Code]++
		}
	}
	var figures struct{ Figures []demoFigure }
	read(t, "figures.yaml", &figures)
	for _, f := range figures.Figures {
		given[f.Code]++
	}
	for _, in := range catalogue.Core().Indicators {
		if given[in.Code] < 3 {
			t.Errorf("%s: only %d values in the first round; at least three municipalities are needed to show it", in.Code, given[in.Code])
		}
	}
}

// The demonstration is about needs that municipalities have in common, and about
// getting better at them.
func TestDemoHasCommonNeedsThatEase(t *testing.T) {
	targets := map[string]demoTarget{}
	for _, target := range demoTargets(t) {
		targets[target.Code] = target
	}
	for _, code := range []string{"6.4-leak", "7.3-bldg", "12.7-proc", "13.2-budget", "9.c-fibre"} {
		in, _ := catalogue.Core().ByCode(code)
		scale, _, err := scoring.NewScale(spec(in, targets))
		if err != nil {
			t.Fatal(err)
		}
		weak, scores := 0, map[int]map[string]float64{2025: {}, 2026: {}}
		for _, a := range demoAnswers(t) {
			if a.Code != code || a.State != "" {
				continue
			}
			value, _ := valueOf(in, a)
			score, _ := scale.Score(value)
			scores[a.Round][a.Number] = score
			if band := scoring.BandOf(score); a.Round == 2025 && (band == scoring.BandBehind || band == scoring.BandFar) {
				weak++
			}
		}
		if weak < 3 {
			t.Errorf("%s: weak in %d municipalities, want at least 3", code, weak)
		}
		for number, now := range scores[2026] {
			if then := scores[2025][number]; now < then {
				t.Errorf("%s in %s falls from %g to %g", code, number, then, now)
			}
		}
	}
}

func spec(in catalogue.Indicator, targets map[string]demoTarget) scoring.Spec {
	s := scoring.Spec{Code: in.Code, Goal: in.Goal, Middle: in.Middle}
	if b := in.Bounds; b.Scores() {
		s.Lower, s.Optimum, s.Green, s.Red = *b.Lower, *b.Optimum, b.Green, b.Red
		return s
	}
	t := targets[in.Code]
	s.Lower, s.Optimum, s.Green, s.Red = *t.Lower, *t.Optimum, t.Green, t.Red
	return s
}

func valueOf(in catalogue.Indicator, a demoAnswer) (float64, bool) {
	switch in.Type {
	case catalogue.YesPartlyNo:
		return catalogue.ChoiceValue(a.Choice)
	case catalogue.InParts:
		parts := map[string]float64{}
		for key, part := range a.Parts {
			switch x := part.(type) {
			case int:
				parts[key] = float64(x)
			case bool:
				if parts[key] = 0; x {
					parts[key] = 1
				}
			}
		}
		return in.Combined(parts)
	}
	if a.Value == nil {
		return 0, false
	}
	return *a.Value, true
}

func possible(in catalogue.Indicator, x float64) bool {
	return (in.Min == nil || x >= *in.Min) && (in.Max == nil || x <= *in.Max)
}

func demoTargets(t *testing.T) []demoTarget {
	var file struct{ Targets []demoTarget }
	read(t, "targets.yaml", &file)
	return file.Targets
}

func demoAnswers(t *testing.T) []demoAnswer {
	var file struct {
		MadeUp  bool `yaml:"made_up"`
		Answers []demoAnswer
	}
	read(t, "answers.yaml", &file)
	if !file.MadeUp {
		t.Error("the answers are not marked as made up")
	}
	return file.Answers
}

// read decodes a file of the demonstration strictly, but for keys of figures.yaml
// that a test leaves out.
func read(t *testing.T, name string, into any) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "demo", name))
	if err != nil {
		t.Fatal(err)
	}
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(name != "figures.yaml")
	if err := d.Decode(into); err != nil {
		t.Fatal(name, err)
	}
}
