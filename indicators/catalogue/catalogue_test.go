package catalogue

import (
	"encoding/csv"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestShippedCatalogueIsSound(t *testing.T) {
	if err := Validate(Goals(), Targets(), Core()); err != nil {
		t.Fatal(err)
	}
	// A code stands for one thing in both, so that they are checked as one too.
	whole := Core()
	whole.Indicators = append(whole.Indicators, Additional().Indicators...)
	if err := errors.Join(Validate(Goals(), Targets(), Additional()), Validate(Goals(), Targets(), whole)); err != nil {
		t.Fatal(err)
	}
}

func TestEveryGoalHasTwoOrThreeIndicators(t *testing.T) {
	core := Core()
	if len(core.Indicators) != 44 {
		t.Errorf("%d indicators, want 44", len(core.Indicators))
	}
	count := map[int]int{}
	for _, in := range core.Indicators {
		count[in.Goal]++
	}
	for _, g := range Goals() {
		if n := count[g.Number]; n < 2 || n > 3 {
			t.Errorf("goal %d has %d indicators, want 2 or 3", g.Number, n)
		}
	}
}

func TestEveryTargetIsInUseAndShort(t *testing.T) {
	used := map[string]bool{}
	for _, in := range slices.Concat(Core().Indicators, Additional().Indicators) {
		for _, id := range append([]string{in.Target}, in.Also...) {
			used[id] = true
		}
	}
	for _, target := range Targets() {
		if !used[target.ID] {
			t.Errorf("target %s has a label but no indicator", target.ID)
		}
		for _, lang := range []string{"nb", "nn", "en"} {
			if n := len([]rune(target.Label.In(lang))); n > 90 {
				t.Errorf("target %s: %d characters in %s, at most 90", target.ID, n, lang)
			}
		}
	}
}

// What a yes, a part or a percentage can be follows from the type; the content
// must say the same.
func TestLimitsFitTheType(t *testing.T) {
	for _, in := range slices.Concat(Core().Indicators, Additional().Indicators) {
		if in.Min == nil {
			t.Errorf("%s: no figure is unlimited downwards", in.Code)
			continue
		}
		switch {
		case in.Type == YesPartlyNo && (*in.Min != 0 || in.Max == nil || *in.Max != 100):
			t.Errorf("%s: yes/partly/no counts 0 to 100", in.Code)
		case in.Combine == Yes || in.Combine == Positive:
			if *in.Min != 0 || in.Max == nil || *in.Max != float64(len(in.Parts)) {
				t.Errorf("%s: %d parts give 0 to %d", in.Code, len(in.Parts), len(in.Parts))
			}
		case in.Combine == Share && (*in.Min != 0 || in.Max == nil || *in.Max != 100):
			t.Errorf("%s: a share is 0 to 100", in.Code)
		}
		if b := in.Bounds; b.Scores() && in.Direction != Middle {
			for _, p := range []float64{*b.Lower, *b.Optimum} {
				if p < *in.Min || (in.Max != nil && p > *in.Max) {
					t.Errorf("%s: bound %g can never be answered", in.Code, p)
				}
			}
		}
	}
}

func TestWomenInCouncilScoresByDistance(t *testing.T) {
	in, ok := Core().ByCode("5.5-council")
	if !ok || in.Direction != Middle || *in.Middle != 50 || *in.Bounds.Lower != 50 || *in.Bounds.Optimum != 0 {
		t.Errorf("5.5-council = %+v, want distance from 50", in)
	}
}

func TestByCodeUnknown(t *testing.T) {
	if in, ok := Core().ByCode("1.1-none"); ok || in.Code != "" {
		t.Errorf("ByCode of an unknown code = %+v, %v", in, ok)
	}
}

func TestCoreCannotBeShortenedByACaller(t *testing.T) {
	Core().Indicators[0] = Indicator{}
	if Core().Indicators[0].Code == "" {
		t.Error("a caller's write reached the shared catalogue")
	}
}

// The list of codes, goals and targets is the one that was researched; tables
// and codes of statistics are never typed in from memory.
func TestCoreEqualsResearchedList(t *testing.T) {
	rows := researched(t, "core_indicators.csv")
	core := Core()
	if len(rows) != len(core.Indicators) {
		t.Fatalf("%d indicators, the list has %d", len(core.Indicators), len(rows))
	}
	for i, in := range core.Indicators {
		r := rows[i]
		got := []string{in.Code, in.Target, in.Source.Table, in.Source.OtherTable, in.Source.RegionVariable,
			in.Source.ContentsCode, in.Source.Dimensions, in.Source.Kolada, in.Source.U4SSC, string(in.Source.Prefillable)}
		want := []string{r["code"], r["target"], r["ssb_table"], r["other_table"], r["region_variable"],
			r["contents_code"], r["other_dimensions"], r["kolada_kpi"], r["u4ssc_code"], r["prefillable"]}
		if !slices.Equal(got, want) {
			t.Errorf("row %d:\n got %q\nwant %q", i+2, got, want)
		}
	}
}

// researched reads a list of indicators from the test data.
func researched(t *testing.T, name string) []map[string]string {
	t.Helper()
	folder := os.Getenv("LOFTET_TESTDATA")
	if folder == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("LOFTET_TESTDATA is not set; CI needs the test data")
		}
		t.Skip("LOFTET_TESTDATA is not set: the list of core indicators was not compared")
	}
	file, err := os.Open(filepath.Join(folder, "core-indicators", name))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	lines, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, name := range lines[0] {
			row[name] = line[i]
		}
		rows = append(rows, row)
	}
	return rows
}
