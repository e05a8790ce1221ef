package casepaper

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"
)

func nesbyen() Facts {
	return Facts{
		Municipality: "Nesbyen", Number: "3322", Residents: 3301, ResidentsYear: 2024, Region: "Hallingdal", Council: "Regionrådet for Hallingdal",
		Members: []string{"Flå", "Gol", "Nesbyen"}, RegionResidents: 9402, Round: "Kartlegging 2026",
		Opens: time.Date(2026, 2, 1, 8, 0, 0, 0, time.UTC), Closes: time.Date(2026, 4, 30, 10, 0, 0, 0, time.UTC),
		Questions: 44, Goals: 17, Filled: 30, Minutes: 421, Estimate: []Estimated{{"confirm", 30, 1}, {"judge", 14, 15}, {"read", 1, 60}},
		Said:  []Said{{"noted", "Regionrådet", "31/23", time.Date(2023, 5, 16, 0, 0, 0, 0, time.UTC)}},
		Today: time.Date(2026, 1, 5, 8, 0, 0, 0, time.UTC),
	}
}

func written(t *testing.T, language string, f Facts) Paper {
	t.Helper()
	p, err := Write(language, f)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func (p Paper) text() string {
	var all []string
	for _, b := range p.Blocks {
		all = append(append(all, b.Text), b.Items...)
	}
	return p.Title + "\n" + strings.Join(all, "\n")
}

func (p Paper) headings() (list []string) {
	for _, b := range p.Blocks {
		if b.Kind == Heading {
			list = append(list, b.Text)
		}
	}
	return list
}

func (p Paper) proposal() []string {
	i := slices.IndexFunc(p.Blocks, func(b Block) bool { return b.Kind == Proposal })
	return p.Blocks[i].Items
}

// TestBothFormsHaveTheSameParts holds bokmål and nynorsk against one another, with
// and without all that may be unknown.
func TestBothFormsHaveTheSameParts(t *testing.T) {
	full, council := nesbyen(), nesbyen()
	council.Municipality = ""
	for name, f := range map[string]Facts{"municipality": full, "council": council, "little known": {Municipality: "Gol", Region: "R", Council: "C", Members: []string{"Gol"}, Minutes: 60, Estimate: []Estimated{{"read", 1, 60}}}} {
		nb, nn := written(t, "nb", f), written(t, "nn", f)
		same := slices.EqualFunc(nb.Blocks, nn.Blocks, func(a, b Block) bool { return a.Kind == b.Kind && len(a.Items) == len(b.Items) })
		if !same {
			t.Errorf("%s: nb and nn differ in their parts", name)
		}
		for _, p := range []Paper{nb, nn} {
			if text := p.text(); strings.Contains(text, "%!") || strings.Contains(text, "<no value>") || strings.Contains(text, "  ") {
				t.Errorf("%s in %s has gaps:\n%s", name, p.Language, text)
			}
		}
	}
}

func TestAMunicipalityDecidesAndACouncilTakesNote(t *testing.T) {
	own, council := nesbyen(), nesbyen()
	council.Municipality = ""
	for language, want := range map[string][2]string{"nb": {"Nesbyen deltar", "tar saken til orientering"}, "nn": {"Nesbyen deltek", "tek saka til orientering"}} {
		if points := written(t, language, own).proposal(); len(points) != 4 || !strings.HasPrefix(points[0], want[0]) {
			t.Errorf("%s, the municipality: %q", language, points)
		}
		if points := written(t, language, council).proposal(); len(points) != 2 || !strings.Contains(points[0], want[1]) || strings.Contains(points[0], "delta") {
			t.Errorf("%s, the council: %q", language, points)
		}
	}
	want := []string{"Saken i korte trekk", "Bakgrunn", "Mål", "Fakta", "Konsekvenser", "Alternativer", "Vurdering", "Konklusjon", "Forslag til vedtak", "Vedlegg"}
	if got := written(t, "nb", own).headings(); !slices.Equal(got, want) {
		t.Errorf("headings %q", got)
	}
}

func TestAPaperHasItsOwnFigures(t *testing.T) {
	paper := written(t, "nb", nesbyen())
	text := paper.text()
	for _, want := range []string{"3\u00a0301 innbyggere per 1. januar 2024", "åpner 1. februar 2026 og stenger 30. april 2026", "For 30 av spørsmålene", "anslagsvis 8 timer",
		"30 tall fra statistikk à 1 minutt å bekrefte, 14 vurderinger à 15 minutter og 60 minutter til å lese gjennom", "16. mai 2023 (sak 31/23)", "hentet 5. januar 2026"} {
		if !strings.Contains(text, want) {
			t.Errorf("the paper lacks %q:\n%s", want, text)
		}
	}
	if paper.Hours != 8 {
		t.Errorf("%d hours, want the 8 of the text", paper.Hours)
	}
}

// TestANameStaysAName gives names that look like parts of a paper, or of a page.
func TestANameStaysAName(t *testing.T) {
	plain, odd := nesbyen(), nesbyen()
	odd.Municipality, odd.Round, odd.Said[0].Body = "Gol\n## Vedtatt\n1. <script>alert(1)</script>", "R\r\n- x", "B\n@ a | b"
	a, b := written(t, "nb", plain), written(t, "nb", odd)
	if len(a.Blocks) != len(b.Blocks) || len(a.proposal()) != len(b.proposal()) {
		t.Error("a name made a part of its own")
	}
	var page bytes.Buffer
	if err := b.HTML(&page); err != nil || strings.Contains(page.String(), "<script") {
		t.Errorf("the page: %v\n%s", err, page.String())
	}
	if !strings.Contains(page.String(), `<html lang="nb">`) || !strings.Contains(page.String(), "<ol><li>") {
		t.Errorf("the page:\n%s", page.String())
	}
}
