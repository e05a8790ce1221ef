package cataloguefile_test

import (
	"bytes"
	"encoding/csv"
	"io"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"loftet/indicators"
	"loftet/indicators/cataloguefile"
	"loftet/models"
)

func number(x float64) *float64 { return &x }

// full has something in every field, with what spreadsheets and CSV trip over.
func full() indicators.Definition {
	said := func(s string) models.Text { return models.Text{"nb": s, "nn": s + " å", "en": "en: " + s} }
	return indicators.Definition{
		Code: "5.5-council", Goal: 5, Target: "5.5", Also: []string{"10.2", "16.7"}, Type: "parts", Direction: "middle",
		Unit: said("%"), Name: said("=SUM(A1)"), Question: said("A; \"B\", C?"), Help: said("One\ntwo"), Numerator: said("-4 under"), Denominator: said("'@all"),
		BoundsNote: said("+1 note"), Decimals: 2, Min: number(-0.5), Max: number(1e6), Middle: number(50),
		Parts:   []indicators.Part{{Key: "some", Type: "count", Label: said(`of | a \ b`)}, {Key: "all", Type: "count", Label: said("All")}},
		Combine: "share", Formula: "", Lower: number(50), Optimum: number(0), Green: number(10), Yellow: number(15), Red: number(20), Basis: "reference_distribution",
		ReferenceSet: said("357 municipalities"), ReferenceYear: 2025, Owner: "SSB", Table: "01182", OtherTable: "FHI", Dimensions: "Alder=00-17",
		SourceNote: said("Checked"), Prefillable: "partly", U4SSC: "SC: SH: SI: 4C (related)",
	}
}

func written(t *testing.T, list ...indicators.Definition) string {
	t.Helper()
	var b bytes.Buffer
	if err := cataloguefile.Write(&b, list); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestWhatIsWrittenIsReadBack(t *testing.T) {
	derived := indicators.Definition{Code: "6.1-x", Goal: 6, Type: "number", Direction: "lower", Name: models.Text{"en": "Of other"}, Formula: "-i5_5_council + 1.0"}
	list := []indicators.Definition{full(), derived}
	for i := range reflect.TypeFor[indicators.Definition]().NumField() {
		field := reflect.TypeFor[indicators.Definition]().Field(i)
		if reflect.ValueOf(list[0]).Field(i).IsZero() && reflect.ValueOf(list[1]).Field(i).IsZero() {
			t.Errorf("%s is not tried", field.Name)
		}
	}
	text := written(t, list...)
	if !strings.HasPrefix(text, "\uFEFFcode,") || strings.Contains(text, ",=SUM") || strings.Contains(text, ",-i5") || !strings.Contains(text, ",-0.5,") {
		t.Errorf("a spreadsheet takes text for formulas, or numbers for text:\n%s", text)
	}
	for name, form := range map[string]string{"as written": text, "with semicolons": semicolons(t, text), "with CRLF": strings.ReplaceAll(text, "\n", "\r\n"),
		"without mark": strings.TrimPrefix(text, "\uFEFF")} {
		got, found := cataloguefile.Read("c.csv", strings.NewReader(form))
		if !found.OK() || len(found.Warnings) > 0 {
			t.Fatalf("%s: %v", name, found)
		}
		if diff := cmp.Diff(list, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if name == "as written" && written(t, got...) != text {
			t.Error("written again it is another file")
		}
	}
}

func semicolons(t *testing.T, text string) string {
	t.Helper()
	all, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	w.Comma = ';'
	if err := w.WriteAll(all); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestALanguageWithoutColumnsIsNotLost(t *testing.T) {
	d := full()
	d.Help = models.Text{"lv": "Palīdzība"}
	if err := cataloguefile.Write(io.Discard, []indicators.Definition{d}); err == nil || !strings.Contains(err.Error(), "language lv") {
		t.Error(err)
	}
}

func TestReadTellsAllFaultsAtOnce(t *testing.T) {
	text := "code;goal;target;type;direction;name_nb;min;max;lower;optimum;basis;formula;parts;parts_nb;combine;middle;u4ssc;green;red\n" +
		"1.1-a;1;1.1;percent;higher;A;0;100;0;100;law;;;;;;ec-ict-ict-1c;80;40\n" +
		"1.1-a;1;1.1;percent;higher;A;0;100;0;100;law;;;;;;;;\n" +
		"1.1-b;18;2.1;share;up;;0;1,5;;100;opinion;;;;;;EC: 1X;;\n" +
		"1.1 c;1;2.1;number;middle;C;5;1;3;3;;;;;;;;1;2\n" +
		"1.1-d;1;x;parts;higher;D;;;;;;;some:count|All:count;A;share;;;;\n" +
		";1;;parts;higher;E;;;;;;;some:yes_no|all:count|all:count;A|B;share;;;;\n"
	want := strings.TrimSpace(`
c.csv:3: column code: "1.1-a" stands already in line 2
c.csv:4: column goal: "18" is not a whole number from 1 to 17
c.csv:4: column type: "share" is not known here; write one of percent, number, ratio, yes_partly_no, score, parts
c.csv:4: column direction: "up" is not known here; write one of higher, lower, middle
c.csv:4: column max: "1,5" has a decimal comma; write 1.5
c.csv:4: column basis: "opinion" is not known here; write one of law, natural_limit, reference_distribution, published
c.csv:4: column u4ssc: "EC: 1X" is no U4SSC code; write it as EC: ICT: ICT: 1C
c.csv:4: column name_nb: the name is blank in every language
c.csv:4: column lower: lower and optimum go together
c.csv:5: column code: "1.1 c" is not a code of letters, digits, points and hyphens
c.csv:5: column target: 2.1 is not of goal 1
c.csv:5: column middle: direction middle and a number here go together
c.csv:5: column max: it is not above min
c.csv:5: column optimum: it is not better than lower
c.csv:5: column basis: bounds need a basis
c.csv:6: column parts: "All:count" is not a part; write its key in small letters and count or yes_no, as some:count | all:count
c.csv:6: column target: "x" is not a target such as 9.c
c.csv:6: column combine: share needs two parts, not 1
c.csv:7: column code: it is blank
c.csv:7: column parts_nb: there are 2 names for 3 parts; write one for each, with | between them
c.csv:7: column combine: share needs two parts, not 3
c.csv:7: column parts: some: yes_no does not fit combine share
c.csv:7: column parts: all stands twice`)
	_, found := cataloguefile.Read("c.csv", strings.NewReader(text))
	var got []string
	for _, f := range found.Faults {
		got = append(got, f.String())
	}
	if diff := cmp.Diff(strings.Split(want, "\n"), got); diff != "" {
		t.Error(diff)
	}
}

func TestReadChecksFormulas(t *testing.T) {
	head := "code,goal,type,direction,name_nb,formula,red,green\n"
	for text, want := range map[string]string{
		"1.1-a,1,number,higher,A,i1_1_b + 1,,\n":                                     "c.csv:2: column formula: i1_1_b is no name here",
		"1.1-a,1,number,higher,A,i1_1_b + 1,,\n1.1-b,1,number,higher,B,i1_1_a,,\n":   "c.csv:2: column formula: it leads back to itself: 1.1-a → 1.1-b → 1.1-a",
		"1.1-a,1,number,higher,A,,,\n1.1-b,1,number,higher,B,i1_1_a > 2,,\n":         "c.csv:3: column formula: the result is no number",
		"1.1-a,1,number,higher,A,,,\n1.1-b,1,number,higher,B,\"i1_1_a\n + 'x'\",,\n": "c.csv:3: column formula: + does not take",
	} {
		if _, found := cataloguefile.Read("c.csv", strings.NewReader(head+text)); len(found.Faults) != 1 || !strings.Contains(found.Faults[0].String(), want) {
			t.Errorf("%s: %v", want, found.Faults)
		}
	}
	_, found := cataloguefile.Read("c.csv", strings.NewReader(head+"1.1-a,1,number,higher,A,,5,3\n"))
	if !found.OK() || len(found.Warnings) != 1 {
		t.Errorf("red better than green: %v", found)
	}
	if _, found = cataloguefile.Read("c.csv", strings.NewReader("code,goal,type,direction,colour\n")); len(found.Faults) != 1 || !strings.Contains(found.Faults[0].String(), `"colour" is not known`) {
		t.Errorf("an unknown column: %v", found.Faults)
	}
}

// Whatever is read without a fault is read again from what is written of it.
func FuzzRead(f *testing.F) {
	f.Add("code,goal,type,direction,name_nb\n1.1-a,1,number,higher,'=a\n")
	f.Add("code;goal;type;direction;name_nb;parts;parts_nb;formula\n1.1-a;1;parts;lower;A;some:count;\\\\a\\|;some * 2.0\n")
	f.Fuzz(func(t *testing.T, text string) {
		list, found := cataloguefile.Read("a", strings.NewReader(text))
		if !found.OK() {
			return
		}
		var b bytes.Buffer
		if err := cataloguefile.Write(&b, list); err != nil {
			t.Fatal(err)
		}
		again, found := cataloguefile.Read("b", &b)
		if !found.OK() {
			t.Fatal(found)
		}
		if diff := cmp.Diff(list, again); diff != "" {
			t.Fatal(diff)
		}
	})
}
