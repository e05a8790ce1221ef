package catalogue

import (
	"regexp"
	"slices"
	"testing"
	"testing/fstest"
)

func TestTheAdditionalSetCoversEveryGoal(t *testing.T) {
	more := Additional().Indicators
	if len(more) < 80 || len(more)+len(Core().Indicators) < 120 {
		t.Errorf("%d additional indicators beside %d of the core", len(more), len(Core().Indicators))
	}
	count := map[int]int{}
	several := 0
	for _, in := range more {
		count[in.Goal]++
		if len(in.Also) > 0 {
			several++
		}
	}
	for _, g := range Goals() {
		if count[g.Number] == 0 {
			t.Errorf("goal %d has no additional indicator", g.Number)
		}
	}
	if several < len(more)/2 {
		t.Errorf("only %d of %d speak of several targets", several, len(more))
	}
}

// What the set is scored by is a natural limit or the law: nobody has looked at the
// distribution of these figures.
func TestAdditionalBoundsAreNotGuessed(t *testing.T) {
	for _, in := range Additional().Indicators {
		b := in.Bounds
		if b == nil {
			continue
		}
		switch b.Basis {
		case NaturalLimit:
			if (b.Green != nil || b.Red != nil) || (in.Type == Number && in.Max == nil) {
				t.Errorf("%s has no natural limit: %+v", in.Code, *b)
			}
		case Law:
			if b.Scores() || b.Green != nil || b.Red == nil {
				t.Errorf("%s: the law sets a limit and nothing else: %+v", in.Code, *b)
			}
		default:
			t.Errorf("%s: bounds by %s", in.Code, b.Basis)
		}
	}
}

// Five series of air quality carry the limit of the law, so that a chart can draw it.
func TestAirQualityHasItsLimits(t *testing.T) {
	limits := map[string]float64{"11.6-pm10": 20, "11.6-pm10days": 25, "11.6-pm25station": 10, "11.6-no2": 40, "11.6-no2hours": 18}
	for code, limit := range limits {
		in, found := Additional().ByCode(code)
		if !found || in.Bounds == nil || *in.Bounds.Red != limit || !slices.Contains(in.Also, "3.9") {
			t.Errorf("%s: %+v", code, in.Bounds)
		}
	}
}

// Codes of U4SSC are written in one way: dimension, sub-dimension, category, number.
func TestU4SSCCodesAreSpeltInOneWay(t *testing.T) {
	spelling := regexp.MustCompile(`^(EC|EN|SC): (ICT|P|I|EN|E|EH|SH): [A-Z]{1,3}: \d[AC]( \(related\))?$`)
	n := 0
	for _, in := range Additional().Indicators {
		if code := in.Source.U4SSC; code != "" {
			n++
			if !spelling.MatchString(code) {
				t.Errorf("%s: %q", in.Code, code)
			}
		}
	}
	if n < 30 {
		t.Errorf("only %d have a U4SSC equivalent", n)
	}
}

// Tables and codes of statistics come from the list of reserves and from nowhere else.
func TestTablesAreThoseOfTheReserves(t *testing.T) {
	rows := map[string]map[string]string{}
	for _, r := range researched(t, "reserve_indicators.csv") {
		rows[r["code"]] = r
		if _, found := Additional().ByCode(r["code"]); !found {
			t.Errorf("%s is not in the set", r["code"])
		}
	}
	for _, in := range Additional().Indicators {
		r := rows[in.Code]
		s := in.Source
		got := []string{s.Table, s.OtherTable, s.RegionVariable, s.ContentsCode, s.Dimensions, s.Kolada}
		want := []string{r["ssb_table"], r["other_table"], r["region_variable"], r["contents_code"], r["other_dimensions"], r["kolada_kpi"]}
		if r == nil {
			want = make([]string, len(got))
		} else {
			got, want = append(got, in.Target, string(s.Prefillable)), append(want, r["target"], r["prefillable"])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n got %q\nwant %q", in.Code, got, want)
		}
	}
}

func TestAdditionalFilesAreOneSet(t *testing.T) {
	first := []byte("version: \"1\"\nindicators:\n- code: 1.1-a\n")
	if c, err := parseAdditional(fstest.MapFS{"additional/a.yaml": {Data: first}, "additional/b.yaml": {Data: first}}); err != nil || len(c.Indicators) != 2 {
		t.Errorf("%+v, %v", c, err)
	}
	for name, second := range map[string]string{"another version": "version: \"2\"\nindicators: []\n", "a misspelt key": "version: \"1\"\nindicator: []\n"} {
		if _, err := parseAdditional(fstest.MapFS{"additional/a.yaml": {Data: first}, "additional/b.yaml": {Data: []byte(second)}}); err == nil {
			t.Errorf("%s was accepted", name)
		}
	}
}
