package paper_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"

	"loftet/surveys"
	"loftet/surveys/form"
	"loftet/surveys/paper"
)

var ownFile = uuid.MustParse("0199b2c4-5e6f-7a8b-9c0d-000000000003")

func nb(text string) form.Text { return form.Text{"nb": text} }

// ownForm asks a question of each kind; those with an odd label would be a formula.
func ownForm() form.Form {
	list := func(kind form.Kind, name string, other bool) form.Item {
		return form.Item{Kind: kind, Name: name, Label: nb(name), List: "places", Other: other}
	}
	return form.Form{
		ID: "own", Languages: []string{"nb", "en"}, Lists: map[string][]form.Choice{"places": {{Name: "gol", Label: nb("Gol")}, {Name: "al", Label: form.Text{"nb": "Ål", "en": "Aal"}}}},
		Items: []form.Item{
			{Kind: form.YesNo, Name: "plan", Label: nb("=Plan?"), Hint: nb("+hint")},
			{Kind: form.ShortText, Name: "odd", Label: nb("Tekst")},
			{Kind: form.Group, Name: "g", Label: nb("Klima"), Goal: 13, Items: []form.Item{
				{Kind: form.Money, Name: "cost", Label: nb("Kostnad"), Currency: "NOK"}, {Kind: form.Percent, Name: "share", Label: nb("Andel")},
				{Kind: form.Year, Name: "since", Label: nb("Siden")}, {Kind: form.Date, Name: "day", Label: nb("Dag")}, list(form.ChoiceOf, "where", true),
			}},
			list(form.ChoicesOf, "all", false), list(form.Ranking, "best", false),
			{Kind: form.Parts, Name: "air", Label: nb("Luft"), Parts: []form.Part{{Name: "nox", Label: nb("NOx"), Unit: nb("tonn")}, {Name: "pm", Label: nb("PM")}}},
			{Kind: form.Repeat, Name: "plants", Label: nb("Anlegg"), Items: []form.Item{{Kind: form.Decimal, Name: "power", Label: nb("Effekt"), Unit: nb("MW")}}},
			{Kind: form.Attachment, Name: "file", Label: nb("Fil")},
			{Kind: form.Repeat, Name: "none", Label: nb("Ingen rader"), Items: []form.Item{{Kind: form.Decimal, Name: "x", Label: nb("x")}}},
		},
	}
}

// ownEntries answers it as a submission has it.
func ownEntries() []surveys.DocumentEntry {
	return []surveys.DocumentEntry{
		{Name: "plan", Value: true}, {Name: "odd", Value: "=cmd()"}, {Goal: 13, Name: "cost", Value: -1234.5}, {Goal: 13, Name: "share", Value: nil},
		{Goal: 13, Name: "since", Value: 2026.0}, {Goal: 13, Name: "day", Value: "2026-05-17"}, {Goal: 13, Name: "where", Value: "other"}, {Goal: 13, Name: "where_other", Value: "@Hol"},
		{Name: "all", Value: []any{"gol", "al"}}, {Name: "best", Value: []any{"al", "gol"}}, {Name: "air", Value: map[string]any{"pm": 0.0, "nox": 1.5}},
		{Name: "power", Row: 3, Value: 2.5}, {Name: "power", Row: 1, Value: 0.0}, {Name: "none", Value: nil}, {Name: "gone", Value: "stays"},
		{Name: "file", Value: ownFile.String(), File: &surveys.DocumentEvidence{ID: ownFile, Kind: "file", Name: "kart.png", Checksum: "cafe"}},
	}
}

func TestOwnAnswersAreTold(t *testing.T) {
	told := func(lang string) (lines []string) {
		for _, o := range paper.OwnAnswers(surveys.Document{Entries: ownEntries()}, taken().Own, lang) {
			lines = append(lines, fmt.Sprintf("%d %s/%s: %s", o.Goal, o.Around, o.Label, o.InWords(lang)))
		}
		return lines
	}
	want := []string{
		"0 /=Plan?: Ja", "0 /Tekst: =cmd()", "13 Klima/Kostnad: -1234,5 NOK", "13 Klima/Andel: Ikke besvart", "13 Klima/Siden: 2026", "13 Klima/Dag: 17. mai 2026",
		"13 Klima/where: Annet", "13 Klima/where – annet: @Hol", "0 /all: Gol; Ål", "0 /best: 1. Ål; 2. Gol", "0 /Luft: NOx: 1,5 tonn; PM: 0",
		"0 Anlegg, rad 1/Effekt: 2,5 MW", "0 Anlegg, rad 2/Effekt: 0 MW", "0 /Ingen rader: Ikke besvart", "0 /gone: stays", "0 /Fil: kart.png (cafe)",
	}
	if diff := cmp.Diff(want, told("nb")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if english := strings.Join(told("en"), "\n"); !strings.Contains(english, "all: Gol; Aal") || !strings.Contains(english, "17 May 2026") || !strings.Contains(english, "-1234.5 NOK") {
		t.Error(english)
	}
}

func TestAReceiptCountsByGoal(t *testing.T) {
	one := taken()
	one.Document.LeftOut, one.Document.LeftOutReasons = []int{14}, map[int]string{14: "Ingen kyst"}
	one.Document.NotChosen = []surveys.DocumentChoice{{Goal: 2, Code: "2.9", Reason: "Uaktuelt"}}
	page, err := paper.Receipt(one, "nb")
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"L2026-ABCDEF", "Lia &lt;b&gt; 9901", "2. mars 2026 kl. 11:30", "Utelatt: Ingen kyst", "Ikke valgt: 2.9", "4 av 4", "5 av 6", "Generelle spørsmål", "14 av 16 spørsmål"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("the receipt lacks %q", want)
		}
	}
	if strings.Contains(string(page), "script") {
		t.Error("a receipt tells no answers")
	}
}
