package api_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"strings"
	"testing"
	"unicode/utf16"

	"loftet/api"
	"loftet/api/contract"
	"loftet/internal/dbtest"
	"loftet/internal/pdf"
	"loftet/internal/pdf/pdftest"
)

func TestASubmissionIsTakenAlong(t *testing.T) {
	eachDB(t, func(t *testing.T, h *harness) {
		h.openRound()
		id := h.answered("lia", "no")
		at := "/responses/" + id
		pdf := []byte("%PDF-1.7 plan")
		upload := row{as: "lia-respondent", method: "POST", path: at + "/answers/13.2-ghg/files?name=..%2FKlimaplan%20%C3%A5.exe&title=Planen", body: pdf}
		h.run([]row{
			upload.gives(201, `"name":"Klimaplan å.exe.pdf"`, `"mediaType":"application/pdf"`),
			{as: "lia-respondent", method: "POST", path: at + "/answers/13.2-ghg/files?name=a.pdf", body: []byte("<svg onload=alert(1)>"), status: 422, has: []string{`"path":"file","code":"file_kind"`}},
			{as: "lia-respondent", method: "POST", path: at + "/answers/13.2-ghg/files?name=a.pdf", body: bytes.Repeat([]byte("x"), 10<<20+1), status: 413, has: []string{"10485760"}},
			{as: "lia-respondent", method: "POST", path: at + "/answers/13.2-ghg/files?name=a.pdf", body: bytes.Repeat([]byte("x"), 10<<20), status: 201},
			{as: "lia-respondent", method: "POST", path: at + "/answers/13.2-ghg/files?name=a.pdf", body: map[string]any{}, status: 415, has: []string{"application/octet-stream"}},
			{as: "lia-respondent", method: "POST", path: at + "/answers/13.2-ghg/links", body: map[string]any{"link": "javascript:alert(1)"}, status: 422, has: []string{`"path":"link","code":"evidence_link"`}},
			{as: "lia-respondent", method: "POST", path: at + "/answers/13.2-ghg/links", body: map[string]any{"link": "mailto:post@lia.example"}, status: 201},
			{as: "lia-respondent", method: "GET", path: at + "/file?format=csv", status: 200, has: []string{"Klimaplan å.exe.pdf", "mailto:post@lia.example"}},
			{as: "lia-respondent", method: "GET", path: at + "/file?format=html&lang=en", status: 200, has: []string{"as they stand now, no receipt"}},
			{as: "lia-respondent", method: "GET", path: at + "/file", status: 200, has: []string{`"format":"loftet-draft-1"`, `"receipt":""`}},
			{as: "vika-respondent", method: "GET", path: at + "/file", status: 404},
		})
		h.must(put(at+"/answers/13.2-ghg", "1", map[string]any{"state": "no_data", "reason": "Ikke målt", "source": "hemmelig kilde", "internal": true, "caseNumber": "26/7"}).by("lia-respondent"), nil)
		h.must(row{as: "lia-respondent", method: "POST", path: at + "/review"}, nil)
		h.must(h.decide("lia-approver", at, "approval"), nil)
		var receipt contract.Submission
		h.must(row{as: "lia-respondent", method: "POST", path: at + "/submissions"}, &receipt)
		one := at + "/submissions/1/file"
		h.run([]row{
			{as: "council", method: "GET", path: one + "?format=csv", status: 200, has: []string{"hemmelig kilde", "26/7"}},
			{as: "admin", method: "GET", path: one + "?format=csv", status: 200, has: []string{"offentleglova § 14"}, lacks: []string{"hemmelig kilde", "Klimaplan"}},
			{as: "admin", method: "GET", path: one + "?format=html", status: 200, has: []string{"Krav om innsyn rettes til kommunen"}, lacks: []string{"hemmelig kilde"}},
			{as: "nabo-council", method: "GET", path: one + "?format=zip", status: 404},
			{as: "varme", method: "GET", path: one, status: 403},
		})
		own := h.unzipped(row{as: "lia-approver", method: "GET", path: one + "?format=zip"})
		for _, want := range []string{`"action": "answer.save"`, `"code": "13.2-ghg"`, `"action": "response.submit"`, `"reason": "Ikke målt"`} {
			if !strings.Contains(own["history.json"], want) {
				t.Errorf("the history lacks %s: %s", want, short(own["history.json"]))
			}
		}
		for format, name := range map[string]string{"html": receipt.Receipt + "-kvittering.html", "csv": receipt.Receipt + ".csv"} {
			res, _ := h.call(row{as: "lia-approver", method: "GET", path: one + "?paper=receipt&format=" + format})
			if got := res.Header.Get("Content-Disposition"); !strings.Contains(got, `"`+name+`"`) {
				t.Errorf("%s is called %s, want %s", format, got, name)
			}
		}
		files := h.unzipped(row{as: "council", method: "GET", path: one + "?format=zip&lang=nn"})
		sum := sha256.Sum256([]byte(files["document.json"]))
		if hex.EncodeToString(sum[:]) != receipt.Checksum {
			t.Error("the document in the bundle is not the one that was submitted")
		}
		if files["attachments/001-Klimaplan å.exe.pdf"] != string(pdf) || !strings.Contains(files["metadata.json"], receipt.Receipt) || !strings.Contains(files["page.html"], `lang="nn"`) {
			t.Errorf("%v", strings.Split(files["SHA256SUMS"], "\n"))
		}
		outside := h.unzipped(row{as: "admin", method: "GET", path: one + "?format=zip"})
		if len(outside) != 5 || !strings.Contains(outside["metadata.json"], `"kept": [
    "questions",
    "history"
  ]`) || !strings.Contains(outside["metadata.json"], `"ground": "offentleglova § 14"`) || strings.Contains(outside["page.html"], "hemmelig kilde") {
			t.Errorf("those outside get %v", outside["SHA256SUMS"])
		}
	})
}

// TestAResponseIsPrinted asks for every paper as PDF, by a real browser.
func TestAResponseIsPrinted(t *testing.T) {
	printer := pdftest.Printer(t)
	h := newHarness(t, dbtest.SQLite(t), func(s *api.Server) { s.Printer = printer })
	h.openRound()
	at := "/responses/" + h.answered("lia", "no")
	h.must(row{as: "lia-respondent", method: "POST", path: at + "/review"}, nil)
	h.must(h.decide("lia-approver", at, "approval"), nil)
	h.must(row{as: "lia-respondent", method: "POST", path: at + "/submissions"}, nil)
	paper := "/regions/" + h.w.testdal.String() + "/case-paper/page?format=pdf&language=nn"
	for path, title := range map[string]string{at + "/file?format=pdf": "Besvarelse – Lia", at + "/submissions/1/file?format=pdf&lang=nn": "Svar – Lia",
		at + "/submissions/1/file?format=pdf&paper=receipt&lang=en": "Receipt for a submitted response – Lia", paper: ""} {
		res, body := h.printed(row{as: "lia-respondent", method: "GET", path: path})
		if res.StatusCode != http.StatusOK || res.Header.Get("Content-Type") != "application/pdf" || !strings.Contains(res.Header.Get("Content-Disposition"), ".pdf") {
			t.Errorf("%s: %d %v", path, res.StatusCode, res.Header)
		}
		for _, want := range []string{"%PDF-", "/StructTreeRoot", "/Lang (", "/Title <" + inHex(title)} {
			if !strings.Contains(body, want) {
				t.Errorf("%s: the PDF has no %s", path, want)
			}
		}
	}
	h.run([]row{
		{as: "council", method: "GET", path: "/session", status: 200, has: []string{`"pdf":true`}},
		{as: "vika-respondent", method: "GET", path: at + "/submissions/1/file?format=pdf", status: 404},
	})
}

// printed asks for a PDF as somebody does who is told to try again: a busy machine may
// need longer than an answer.
func (h *harness) printed(r row) (*http.Response, string) {
	h.t.Helper()
	res, body := h.call(r)
	for range 4 {
		if res.StatusCode != http.StatusServiceUnavailable || res.Header.Get("Retry-After") == "" {
			break
		}
		res, body = h.call(r)
	}
	return res, body
}

// inHex writes a text as a PDF has it: UTF-16 with its mark, as digits.
func inHex(text string) string {
	out := []byte{0xFE, 0xFF}
	for _, unit := range utf16.Encode([]rune(text)) {
		out = append(out, byte(unit>>8), byte(unit))
	}
	return strings.ToUpper(hex.EncodeToString(out))
}

func TestWithoutABrowserNoPDFIsOffered(t *testing.T) {
	broken, err := pdf.New("false")
	if err != nil {
		t.Skip("there is no program that fails here")
	}
	for name, with := range map[string]struct {
		printer *pdf.Printer
		want    row
	}{
		"none":   {nil, row{status: 422, has: []string{`"path":"format","code":"pdf_not_offered"`, "LOFTET_CHROMIUM"}}},
		"broken": {broken, row{status: 503, has: []string{"pdf-unavailable", "HTML"}}},
	} {
		h := newHarness(t, dbtest.SQLite(t), func(s *api.Server) { s.Printer = with.printer })
		h.openRound()
		with.want.name, with.want.as, with.want.method, with.want.path = name, "lia-respondent", "GET", "/responses/"+h.answered("lia", "no")+"/file?format=pdf"
		h.run([]row{with.want})
	}
	h := onSQLite(t)
	h.run([]row{{method: "GET", path: "/session", status: 200, lacks: []string{`"pdf"`}}})
}

// unzipped gives what is in an archive that is answered with.
func (h *harness) unzipped(r row) map[string]string {
	h.t.Helper()
	res, body := h.call(r)
	if res.StatusCode != http.StatusOK {
		h.t.Fatalf("%d %s", res.StatusCode, short(body))
	}
	archive, err := zip.NewReader(strings.NewReader(body), int64(len(body)))
	if err != nil {
		h.t.Fatal(err)
	}
	files := map[string]string{}
	for _, entry := range archive.File {
		content, err := entry.Open()
		if err != nil {
			h.t.Fatal(err)
		}
		text, err := io.ReadAll(content)
		if err != nil {
			h.t.Fatal(err)
		}
		files[entry.Name] = string(text)
	}
	return files
}

// What is asked for may stand in the query alone: under one key, another name is
// another request.
func TestAKeyHoldsForOneQuery(t *testing.T) {
	h := onSQLite(t)
	h.openRound()
	at := "/responses/" + h.answered("lia", "no") + "/answers/13.2-ghg/files?name="
	send := row{as: "lia-respondent", method: "POST", body: []byte("%PDF-1.7 plan"), header: map[string]string{"Idempotency-Key": "one-and-the-same"}}
	for _, one := range []struct {
		name   string
		status int
	}{{"a.pdf", 201}, {"a.pdf", 201}, {"b.pdf", 422}} {
		send.path = at + one.name
		h.run([]row{send.gives(one.status)})
	}
}
