package paper_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/xuri/excelize/v2"

	"loftet/indicators"
	"loftet/models"
	"loftet/surveys"
	"loftet/surveys/form"
	"loftet/surveys/paper"
)

var odd = []string{"=1+1", "+1", "-1", "@x", "\t=1", "＝1", "<script>alert(1)</script>", "a\"b,c\r\nd"}

func f(x float64) *float64 { return &x }

// taken is a revision with an answer for each odd text, which stands everywhere.
func taken() surveys.Taken {
	version, file := uuid.MustParse("0199b2c4-5e6f-7a8b-9c0d-000000000001"), uuid.MustParse("0199b2c4-5e6f-7a8b-9c0d-000000000002")
	content := []byte("%PDF-1.7 a plan")
	sum := sha256.Sum256(content)
	t := surveys.Taken{
		Text: `{"format":"loftet-submission-1"}`,
		Document: surveys.Document{Format: "loftet-submission-1", Revision: 2, Receipt: "L2026-ABCDEF", SubmittedAt: time.Date(2026, 3, 2, 10, 30, 0, 0, time.UTC),
			Municipality: surveys.DocumentUnit{Name: "Lia <b>", Number: "9901"}, Round: surveys.DocumentRound{Name: "Runde", Year: 2026}},
		Submission: surveys.Submission{Receipt: "L2026-ABCDEF", Checksum: "abc", SubmittedBy: "Ola", OwnAnswers: 14},
		Questions: map[uuid.UUID]indicators.Indicator{version: {Definition: indicators.Definition{Name: models.Text{"nb": "=Navn"}, Unit: models.Text{"nb": "%"},
			Parts: []indicators.Part{{Key: "a", Label: models.Text{"nb": "Del"}}, {Key: "b", Type: "yes_no", Label: models.Text{"nb": "Plan"}}}}}},
		Files: map[uuid.UUID]surveys.AttachedFile{file: {Content: content}, ownFile: {Content: []byte("a map")}},
	}
	at := t.Document.SubmittedAt
	t.Beside = surveys.Beside{
		Decisions: []surveys.Anchoring{{Anchoring: models.Anchoring{Level: "political", Revision: 2, Body: "Kommunestyret <i>", CaseNumber: "26/9", DecidedOn: "2026-03-01", Text: "Tatt til etterretning"}}},
		Asked: []surveys.PlausibilityQuestion{{PlausibilityQuestion: models.PlausibilityQuestion{Revision: 1, Reason: "Stemmer dette?", State: "corrected", AskedAt: at, SettledAt: &at, SettledRevision: 2},
			Indicator: &indicators.Indicator{Definition: indicators.Definition{Code: "1.0", Name: models.Text{"nb": "Fattigdom"}}}, AskedBy: &surveys.Who{Name: "Kari"}}},
		History: []surveys.Event{{At: at, Action: "answer.save", Code: "1.0", By: &surveys.Who{Name: "Ola"}, Before: []byte("null"), After: []byte(`{"value":1}`)}},
	}
	own, faults := form.Compile(ownForm())
	if len(faults) > 0 {
		panic(faults)
	}
	t.Own, t.Document.Entries = own, ownEntries()
	for i, text := range odd {
		t.Judgements = append(t.Judgements, surveys.Judgement{By: &surveys.Who{Name: "Kari"},
			JudgementText: surveys.JudgementText{Kind: "weakness", Goal: 13, Text: text, Source: text, JudgedOn: "2026-02-01"}})
		t.Document.Answers = append(t.Document.Answers, surveys.DocumentAnswer{Goal: 1 + i/4, Code: fmt.Sprint("1.", i), VersionID: version, State: surveys.Value, Value: f(-0.5),
			Parts: map[string]float64{"a": 3, "b": 0}, Year: 2025, Source: text, Comment: text, CaseNumber: "26/" + fmt.Sprint(i%2),
			Evidence: []surveys.DocumentEvidence{{ID: file, Kind: "file", Name: "plan.pdf", MediaType: "application/pdf", Checksum: hex.EncodeToString(sum[:])}}})
	}
	return t
}

func noFormula(t *testing.T, where, cell string) {
	t.Helper()
	if _, err := strconv.ParseFloat(cell, 64); err != nil && cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n\x00") {
		t.Errorf("%s: the cell %q", where, cell)
	}
}

func TestTablesHoldNoFormulas(t *testing.T) {
	text, err := paper.CSV(taken(), "nb")
	if err != nil {
		t.Fatal(err)
	}
	records, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil || len(records) != len(odd)+1+len(ownEntries()) || !bytes.Contains(text, []byte("\r\n")) {
		t.Fatalf("%d records: %v", len(records), err)
	}
	for _, record := range records {
		for _, cell := range record {
			noFormula(t, "csv", cell)
		}
	}
	own, err := paper.JudgementsCSV(taken().Judgements, "nb")
	if err != nil {
		t.Fatal(err)
	}
	records, err = csv.NewReader(bytes.NewReader(own)).ReadAll()
	if err != nil || len(records) != len(odd)+1 || records[1][0] != "Svakhet" || records[1][7] != "Kari" {
		t.Fatalf("%q: %v", records, err)
	}
	for _, record := range records {
		for _, cell := range record {
			noFormula(t, "judgements", cell)
		}
	}
	book, err := paper.XLSX(taken(), "nb")
	if err != nil {
		t.Fatal(err)
	}
	read, err := excelize.OpenReader(bytes.NewReader(book))
	if err != nil {
		t.Fatal(err)
	}
	lines, err := read.GetRows("Svar")
	if err != nil || len(lines) != len(odd)+1+len(ownEntries()) || lines[1][6] != "-0.5" || lines[1][2] != "'=Navn" {
		t.Fatalf("%q: %v", lines[:2], err)
	}
	more, err := read.GetRows("Styrker og svakheter")
	if err != nil || len(more) != len(odd)+1 {
		t.Fatalf("%q: %v", more, err)
	}
	for _, line := range append(lines, more...) {
		for _, cell := range line {
			noFormula(t, "xlsx", cell)
		}
	}
}

func TestThePageShowsTextAsText(t *testing.T) {
	for _, lang := range []string{"nb", "nn", "en"} {
		page, err := paper.HTML(taken(), lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{`<html lang="` + lang + `">`, "Lia &lt;b&gt;", "&lt;script&gt;alert(1)", "L2026-ABCDEF", "plan.pdf", "26/1", "Del: 3; Plan: " + paper.ChoiceWord("no", lang),
			"Klima", "@Hol", "Kommunestyret &lt;i&gt;", "26/9", "Tatt til etterretning", "Stemmer dette?", "Fattigdom (1.0)", "Kari"} {
			if !strings.Contains(string(page), want) {
				t.Errorf("%s: %q is missing", lang, want)
			}
		}
		if strings.Contains(string(page), "<script") {
			t.Error("a script stands in the page")
		}
	}
}

func TestABundleIsWholeAndAlwaysTheSame(t *testing.T) {
	first, err := paper.Bundle(taken(), "nb", "loftet test")
	if err != nil {
		t.Fatal(err)
	}
	if again, err := paper.Bundle(taken(), "nb", "loftet test"); err != nil || !bytes.Equal(first, again) {
		t.Errorf("packed again it has other bytes: %v", err)
	}
	archive, err := zip.NewReader(bytes.NewReader(first), int64(len(first)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, entry := range archive.File {
		r, err := entry.Open()
		if err != nil {
			t.Fatal(err)
		}
		content, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[entry.Name] = string(content)
	}
	for _, line := range strings.Split(strings.TrimSpace(files["SHA256SUMS"]), "\n") {
		sum, name, _ := strings.Cut(line, "  ")
		if got := sha256.Sum256([]byte(files[name])); hex.EncodeToString(got[:]) != sum {
			t.Errorf("%s does not match its checksum", name)
		}
	}
	if n := strings.Count(files["SHA256SUMS"], "\n"); n != 10 || len(files) != 11 || files["judgements.csv"] == "" || files["attachments/002-kart.png"] != "a map" || files["document.json"] != taken().Text || files["attachments/001-plan.pdf"] == "" {
		t.Errorf("%d sums of %d files: %v", n, len(files), files["SHA256SUMS"])
	}
	for name, want := range map[string]string{
		"own-questions.json": `"name": "where"`, "decisions.json": `"caseNumber": "26/9"`, "questions.json": `"settledRevision": 2`, "history.json": `"action": "answer.save"`,
	} {
		if !strings.Contains(files[name], want) {
			t.Errorf("%s lacks %s:\n%s", name, want, files[name])
		}
	}
	for _, want := range []string{`"caseNumbers": [`, `"26/9"`, `"kept": []`, `"26/0",`, `"software": "loftet test"`, `"revision": 2`, `"path": "attachments/001-plan.pdf"`, `"submittedDocumentSha256": "abc"`} {
		if !strings.Contains(files["metadata.json"], want) {
			t.Errorf("metadata.json lacks %s:\n%s", want, files["metadata.json"])
		}
	}
}
