package sources_test

import (
	"strings"
	"testing"

	"loftet/indicators/catalogue"
	"loftet/indicators/sources"
)

// TestTheCoreMappingIsWhatTheCatalogueSays holds the machine's way to a figure
// against the one that people read.
func TestTheCoreMappingIsWhatTheCatalogueSays(t *testing.T) {
	known := map[string]catalogue.Source{}
	for _, i := range catalogue.Core().Indicators {
		known[i.Code] = i.Source
	}
	for _, s := range sources.Core().Series {
		said, there := known[s.Code]
		switch {
		case !there:
			t.Errorf("%s is no indicator of the core", s.Code)
		case said.Mapping != catalogue.FullMapping:
			t.Errorf("%s is mapped, and the catalogue calls the way %s", s.Code, said.Mapping)
		case said.Table != s.Table || said.RegionVariable != s.Region.Variable || said.ContentsCode != s.Take["ContentsCode"][0]:
			t.Errorf("%s: the catalogue says %s, %s, %s", s.Code, said.Table, said.RegionVariable, said.ContentsCode)
		}
	}
}

func TestParseSaysAllThatIsWrong(t *testing.T) {
	_, err := sources.Parse(strings.NewReader(`
banks:
  ssb: {kind: pxweb1, address: "https://bank.example.org", owner: Bureau, country: Norway}
  px: {kind: pxweb2, address: "https://bank.example.org", owner: Bureau, country: "NO"}
series:
- {code: a, bank: other, table: "1"}
- {bank: px, table: "1", time: {form: month}}
- {code: b, bank: px, table: "1", region: {variable: R}, time: {variable: T}, per: {X: [y]}}
- {code: b, bank: px, table: "1", region: {variable: R}, time: {variable: T}}`))
	if err == nil {
		t.Fatal("it is taken")
	}
	for _, want := range []string{"bank ssb", `no bank "other"`, "code is missing", "time.form", "region.variable", "take has not", "twice"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("nothing is said of %q:\n%v", want, err)
		}
	}
	if _, err := sources.Parse(strings.NewReader("banks: {}\nserie: []")); err == nil {
		t.Error("a misspelt word is passed over")
	}
}

func TestOnlyNamesWhatIsMissing(t *testing.T) {
	some, missing := sources.Core().Only([]string{"4.1-read8", "4.9-none"})
	if len(some.Series) != 1 || some.Series[0].Code != "4.1-read8" || len(missing) != 1 || missing[0] != "4.9-none" {
		t.Errorf("%+v, %v", some.Series, missing)
	}
}
