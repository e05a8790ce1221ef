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

	"loftet/api/contract"
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
			{as: "lia-respondent", method: "GET", path: at + "/file?format=html&lang=en", status: 200, has: []string{"Draft, not submitted"}},
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
		files := h.unzipped(row{as: "council", method: "GET", path: one + "?format=zip&lang=nn"})
		sum := sha256.Sum256([]byte(files["document.json"]))
		if hex.EncodeToString(sum[:]) != receipt.Checksum {
			t.Error("the document in the bundle is not the one that was submitted")
		}
		if files["attachments/001-Klimaplan å.exe.pdf"] != string(pdf) || !strings.Contains(files["metadata.json"], receipt.Receipt) || !strings.Contains(files["page.html"], `lang="nn"`) {
			t.Errorf("%v", strings.Split(files["SHA256SUMS"], "\n"))
		}
		outside := h.unzipped(row{as: "admin", method: "GET", path: one + "?format=zip"})
		if len(outside) != 4 || !strings.Contains(outside["metadata.json"], `"ground": "offentleglova § 14"`) || strings.Contains(outside["page.html"], "hemmelig kilde") {
			t.Errorf("those outside get %v", outside["SHA256SUMS"])
		}
	})
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
