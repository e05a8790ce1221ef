package papers

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

var update = flag.Bool("update", false, "write the golden files anew")

func score(x float64) *float64 { return &x }

func hallingdal(t *testing.T) Figures {
	t.Helper()
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 4, 2))); err != nil {
		t.Fatal(err)
	}
	return Figures{Region: "Hallingdal", Council: "Regionrådet for Hallingdal", Round: "Kartlegging 2026", Method: "us-cities", MadeAt: time.Date(2026, 3, 1, 9, 0, 0, 0, time.UTC),
		Members: 6, Submitted: 5, Compared: true, Sources: "SSB 09475",
		Goals: []Goal{
			{Goal: 3, Name: "God helse og livskvalitet", Score: score(81.2), Before: score(77), Beside: score(70.3), Units: 5},
			{Goal: 4, Name: "God utdanning", Score: score(64), Before: score(66.5), Beside: score(64), Units: 5},
			{Goal: 7, Name: "Ren energi til alle", Units: 1}, {Goal: 13, Name: "Stoppe klimaendringene", Score: score(28.4), Before: score(28.4), Units: 4}},
		Weak:       []Indicator{{Code: "13.2-budget", Name: "Klimabudsjett", Goal: 13, Score: 0}},
		Challenges: []Challenge{{Name: "Hvordan kan kommunene i Hallingdal få på plass klimabudsjett?", Goal: 13, Municipalities: 4, Reason: "4 kommuner er langt unna."}},
		Pictures:   []Picture{{Title: "Poeng per mål", Alt: "Mål 3 er høyest.", SVG: `<svg xmlns="http://www.w3.org/2000/svg"/>`, PNG: picture.Bytes(), Header: []string{"Mål", "Poeng"}, Rows: [][]string{{"3", "81,2"}}}}}
}

func content(t *testing.T, language, municipality string) Content {
	t.Helper()
	f := hallingdal(t)
	f.Municipality = municipality
	texts, err := Word(language, f)
	if err != nil {
		t.Fatal(err)
	}
	texts.CaseNumber, texts.MeetingOn, texts.Attachments = "12/26", "2026-04-14", []string{"Tabellhefte"}
	return Content{Language: language, Edition: 1, Finished: true, Figures: f, Texts: texts}
}

// TestPapersAreAsTheyWere holds both papers in both forms against files.
func TestPapersAreAsTheyWere(t *testing.T) {
	for name, municipality := range map[string]string{"region": "", "municipality": "Nesbyen"} {
		for _, language := range Languages {
			c := content(t, language, municipality)
			html, err := c.HTML()
			if err != nil {
				t.Fatal(err)
			}
			d, err := c.document()
			if err != nil {
				t.Fatal(err)
			}
			for file, got := range map[string][]byte{name + "-" + language + ".html": html, name + "-" + language + ".document.xml": []byte(d.Main())} {
				path := filepath.Join("testdata", file)
				if *update {
					if err := os.WriteFile(path, got, 0o600); err != nil {
						t.Fatal(err)
					}
				}
				if want, err := os.ReadFile(path); err != nil || !bytes.Equal(got, want) {
					t.Errorf("%s is another (%v); look at it and write it anew with -update", path, err)
				}
			}
			if text := string(html); strings.Contains(text, "ZgotmplZ") || strings.Contains(text, "<no value>") {
				t.Errorf("%s in %s has gaps", name, language)
			}
		}
	}
}

func TestBothFormsHaveTheSameParts(t *testing.T) {
	for _, municipality := range []string{"", "Gol"} {
		nb, nn := content(t, "nb", municipality).Blocks(), content(t, "nn", municipality).Blocks()
		if len(nb) != len(nn) {
			t.Fatalf("%d and %d blocks", len(nb), len(nn))
		}
		for i := range nb {
			if nb[i].Kind != nn[i].Kind || len(nb[i].Items) != len(nn[i].Items) || len(nb[i].Rows) != len(nn[i].Rows) {
				t.Errorf("block %d: %v and %v", i, nb[i], nn[i])
			}
		}
	}
}

func TestTheShortTextChangesWithTheFigures(t *testing.T) {
	f := hallingdal(t)
	short := func() string {
		t.Helper()
		texts, err := Word("nb", f)
		if err != nil {
			t.Fatal(err)
		}
		return texts.Sections["summary"]
	}
	for _, want := range []string{"5 av 6 kommuner", "3 av 4 mål har nok tall", "står best på mål 3 God helse og livskvalitet (81,2 poeng)", "svakest på mål 13 Stoppe klimaendringene (28,4 poeng)",
		"mest opp på mål 3 (+4,2)", "mest ned på mål 4 (−2,5)", "få på plass klimabudsjett?"} {
		if text := short(); !strings.Contains(text, want) {
			t.Errorf("%q lacks %q", text, want)
		}
	}
	f.Goals[3].Score, f.Goals[0].Score, f.Compared, f.Challenges = score(95), score(12.3), false, nil
	for _, want := range []string{"står best på mål 13 Stoppe klimaendringene (95,0 poeng)", "svakest på mål 3 God helse og livskvalitet (12,3 poeng)", "ingen tidligere runde", "ikke funnet noen felles utfordring"} {
		if text := short(); !strings.Contains(text, want) {
			t.Errorf("%q lacks %q", text, want)
		}
	}
	f.Goals = nil
	if text := short(); !strings.Contains(text, "Ingen mål har nok tall") || strings.Contains(text, "best på") {
		t.Error(text)
	}
}

func TestACouncilTakesNoteAndAMunicipalityDecides(t *testing.T) {
	for language, want := range map[string][2]string{"nb": {"til orientering", "Nesbyen vedtar"}, "nn": {"til orientering", "Nesbyen vedtek"}} {
		council, own := content(t, language, "").Texts.Proposal, content(t, language, "Nesbyen").Texts.Proposal
		if !strings.Contains(council[0], want[0]) || strings.Contains(strings.Join(council, ""), "vedta") {
			t.Errorf("the council: %q", council)
		}
		if !strings.HasPrefix(own[0], want[1]) || len(own) != 3 {
			t.Errorf("the municipality: %q", own)
		}
	}
}

func TestWhatIsWrittenBecomesBlocks(t *testing.T) {
	got := written("Én\nlinje til\n\nTo\n- a\n- b\n\nTre")
	if len(got) != 4 || got[0].Text != "Én\nlinje til" || got[2].Kind != Bullets || len(got[2].Items) != 2 || got[3].Text != "Tre" {
		t.Errorf("%+v", got)
	}
}

func TestATableThatIsTooWideForASheetIsTurned(t *testing.T) {
	header, row := []string{"Kommune"}, []string{"Gol"}
	for i := range widest {
		header, row = append(header, "Mål "+strconv.Itoa(i)), append(row, strconv.Itoa(i))
	}
	turned, lines := upright(header, [][]string{row})
	if !slices.Equal(turned, []string{"Kommune", "Gol"}) || len(lines) != widest || !slices.Equal(lines[2], []string{"Mål 2", "2"}) {
		t.Errorf("%q %q", turned, lines)
	}
	if turned, lines = upright(header[:widest], [][]string{row[:widest]}); len(turned) != widest || len(lines) != 1 {
		t.Errorf("a table that fits was turned: %q %q", turned, lines)
	}
}
