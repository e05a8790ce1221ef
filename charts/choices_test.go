package charts

import (
	"bytes"
	"strings"
	"testing"
)

var yesPartlyNo = map[Lang][]Choice{
	Bokmal: {{100, "Ja"}, {50, "Delvis"}, {0, "Nei"}}, Nynorsk: {{100, "Ja"}, {50, "Delvis"}, {0, "Nei"}}, English: {{100, "Yes"}, {50, "Partly"}, {0, "No"}},
}

func ofChoices(lang Lang) Text {
	t := about("Klimabudsjett", "", "ja/delvis/nei", "2025", 6)
	t.Lang, t.Choices = lang, yesPartlyNo[lang]
	return t
}

func answers(lang Lang, n int) Distribution {
	d := Distribution{Text: ofChoices(lang), UnitsAre: "Kommune"}
	for i := range n {
		v := has([]float64{100, 50, 100, 0, 100}[i%5], "")
		if i%7 == 5 {
			v = none(NotAnswered)
		}
		d.Units = append(d.Units, Unit{hallingdal[i%6], v, i == 1})
	}
	return d
}

func answersOverYears(lang Lang) Line {
	return Line{Text: ofChoices(lang), Years: []int{2023, 2024, 2025}, Series: []Series{
		{"Gol", []Value{has(0, ""), none(NotAnswered), has(100, "")}},
		{"Hol", []Value{has(50, ""), has(50, ""), has(50, "")}},
		{"Det midterste svaret", []Value{has(25, ""), has(75, ""), has(100, "")}},
	}}
}

func TestAnswersInWords(t *testing.T) {
	for lang, want := range map[Lang][2]string{
		Bokmal: {"Svarene fra 5\u00a0kommuner er 3 ja, 1 delvis og 1 nei. Nesbyen har svart delvis. Tall mangler for 1 av 6 kommuner: ikke besvart.",
			"Gol gikk fra nei i 2023 til ja i 2025. Gol mangler tall for 2024 (ikke besvart). Hol: delvis både i 2023 og i 2025. Det midterste svaret gikk fra mellom nei og delvis i 2023 til ja i 2025."},
		Nynorsk: {"Svara frå 5\u00a0kommunar er 3 ja, 1 delvis og 1 nei. Nesbyen har svart delvis. Tal manglar for 1 av 6 kommunar: ikkje svart på.",
			"Gol gjekk frå nei i 2023 til ja i 2025. Gol manglar tal for 2024 (ikkje svart på). Hol: delvis både i 2023 og i 2025. Det midterste svaret gjekk frå mellom nei og delvis i 2023 til ja i 2025."},
		English: {"The answers from 5\u00a0municipalities are 3 yes, 1 partly and 1 no. Nesbyen answered partly. Figures are missing for 1 of 6 municipalities: not answered.",
			"Gol went from no in 2023 to yes in 2025. Gol has no figure for 2024 (not answered). Hol: partly in both 2023 and 2025. Det midterste svaret went from between no and partly in 2023 to yes in 2025."},
	} {
		if got := answers(lang, 6).Summary(); got != want[0] {
			t.Errorf("%s: %s", lang, got)
		}
		if got := answersOverYears(lang).Summary(); got != want[1] {
			t.Errorf("%s: %s", lang, got)
		}
	}
}

// Neither the picture nor the table of answers holds their numbers; CSV holds
// both and says which is which.
func TestAnswersAreNeverBareNumbers(t *testing.T) {
	for name, c := range map[string]Chart{"distribution": answers(English, 6), "many": answers(English, 60), "line": answersOverYears(English)} {
		for _, row := range c.Table().Rows {
			for _, cell := range row[1:] {
				if strings.ContainsAny(cell.Text, "0123456789") {
					t.Errorf("%s: %q in the table", name, cell.Text)
				}
			}
		}
		var svg, csv bytes.Buffer
		if err := Write(&svg, c, SVG, Options{}); err != nil {
			t.Fatal(err)
		}
		for _, word := range []string{">Yes<", ">Partly<", ">No<"} {
			if !strings.Contains(svg.String(), word) {
				t.Errorf("%s: the axis lacks %s", name, word)
			}
		}
		if strings.Contains(svg.String(), ">100<") || strings.Contains(svg.String(), ">50<") {
			t.Errorf("%s: bare numbers in the picture", name)
		}
		if err := Write(&csv, c, CSV, Options{}); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{": answer,", "100,Yes,", "50,Partly,", `"100 = yes, 50 = partly, 0 = no"`} {
			if !strings.Contains(csv.String(), want) {
				t.Errorf("%s: CSV lacks %q in\n%s", name, want, csv.String())
			}
		}
	}
}

func TestUnevenChoicesAreRefused(t *testing.T) {
	for _, choices := range [][]Choice{{{1, "Ja"}}, {{1, "Ja"}, {1, "Nei"}}, {{0, "Nei"}, {10, "Delvis"}, {100, "Ja"}}} {
		d := Distribution{Text: Text{Title: "x", Choices: choices}}
		if err := Write(&bytes.Buffer{}, d, SVG, Options{}); err == nil {
			t.Errorf("%v is drawn", choices)
		}
	}
}

func TestOneAnswerFromAll(t *testing.T) {
	d := Distribution{Text: ofChoices(Bokmal), Units: []Unit{{"Gol", has(100, ""), false}, {"Hol", has(100, ""), false}}}
	if got := d.Summary(); got != "Alle som har svart, svarer ja." {
		t.Error(got)
	}
}
