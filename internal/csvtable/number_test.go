package csvtable_test

import (
	"math"
	"strings"
	"testing"

	"loftet/internal/csvtable"
)

func TestNumber(t *testing.T) {
	for text, want := range map[string]float64{
		"0": 0, "-0.5": -0.5, ".5": 0.5, "5.": 5, "+3": 3, "1e3": 1000, "7.9000000000000001E-2": 0.079,
	} {
		if got, reason := csvtable.Number(text); reason != "" || got != want {
			t.Errorf("%q: got %v, %s", text, got, reason)
		}
	}
	for text, want := range map[string]string{
		"12,5":         "has a decimal comma; write 12.5",
		"1 234":        "has spaces",
		"1\u00a0234,5": "has spaces",
		"NaN":          "not a finite number",
		"-inf":         "not a finite number",
		"1e999":        "not a finite number",
		"0x1p4":        "not a number",
		"1_000":        "not a number",
		"":             "not a number",
		"..":           "leave the field blank",
		"1,234,567":    "not a number",
	} {
		if got, reason := csvtable.Number(text); !strings.Contains(reason, want) || got != 0 {
			t.Errorf("%q: got %v, %q, want %q", text, got, reason, want)
		}
	}
}

func TestNumberCutsLongText(t *testing.T) {
	_, reason := csvtable.Number(strings.Repeat("å", 500))
	if len(reason) > 200 {
		t.Errorf("the message has %d bytes", len(reason))
	}
}

func TestYear(t *testing.T) {
	if year, reason := csvtable.Year("2024"); year != 2024 || reason != "" {
		t.Error(year, reason)
	}
	for _, text := range []string{"", "24", "2013-2017", "-202", "+202", "2024.0", "0999", "20245"} {
		if year, reason := csvtable.Year(text); reason == "" || year != 0 {
			t.Errorf("%q was taken as %d", text, year)
		}
	}
}

func FuzzNumber(f *testing.F) {
	for _, seed := range []string{"1", "12,5", "nan", "1e999", "\xff"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		value, reason := csvtable.Number(text)
		if math.IsNaN(value) || math.IsInf(value, 0) {
			t.Fatalf("%q gave %v", text, value)
		}
		if _, yearReason := csvtable.Year(text); reason == "" && yearReason == "" && value < 1000 {
			t.Fatalf("%q is a year but no year number", text)
		}
	})
}

func TestADecimalCommaIsTakenWhereItCanMeanNothingElse(t *testing.T) {
	for text, want := range map[string]string{
		"a;b\n1,5;x,y\n-2;3,25": "1.5|x,y|-2|3.25",
		"a\tb\n1,500\t2,5":      "1.500|2.5",
		"a;b\n1,500;2,250":      "1,500|2,250", // thousands, for all that is known
		"a;b\n1.5;2,5":          "1.5|2,5",
		"a,b\n\"1,5\",\"2,5\"":  "1,5|2,5",
		"a;c\n1,5;2,5":          "1.5|2,5", // c was not said to hold numbers
	} {
		table, found := csvtable.Read(csvtable.Source{Name: "f", Reader: strings.NewReader(text)}, []csvtable.Column{{Name: "a"}, {Name: "b", Optional: true}})
		if !found.OK() {
			t.Fatal(found.Faults)
		}
		table.PointDecimals(table.Places("a", "b")...)
		var cells []string
		for _, row := range table.Rows {
			cells = append(cells, row.Cells...)
		}
		if got := strings.Join(cells, "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
