package api_test

import (
	"encoding/csv"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"

	"loftet/models"
)

// script is text that a browser would run if somebody took it for a page.
const script = `<script>alert(1)</script><img src=x onerror=alert(2)>"'&`

// renamed gives organisations, regions and rounds names of somebody's choice, as
// an import could.
func (h *harness) renamed(names ...string) {
	h.t.Helper()
	h.write(func(tx *models.Tx) error {
		for i, id := range []any{h.w.lia, h.w.vika, h.w.moen} {
			if err := tx.G.Model(&models.Organisation{}).Where("id = ?", id).Update("name", names[i%len(names)]).Error; err != nil {
				return err
			}
		}
		if err := tx.G.Model(&models.Region{}).Where("id = ?", h.w.testdal).Update("name", names[0]).Error; err != nil {
			return err
		}
		var rounds []models.Round
		must(tx.G.Where("region_id = ?", h.w.testdal).Order("id").Find(&rounds).Error)
		for i, round := range rounds { // no two of a region have the same name
			name := names[len(names)-1] + strings.Repeat("!", i)
			must(tx.G.Model(&models.Round{}).Where("id = ?", round.ID).Update("name", name).Error)
		}
		return nil
	})
}

// chartFiles gives all charts of the region in a format.
func (h *harness) chartFiles(format string) map[string]string {
	h.t.Helper()
	files := map[string]string{}
	for _, chart := range chartNames {
		path := fmt.Sprintf("/charts/%s?region=%s&indicator=13.2-budget&municipality=%s&lang=en&format=%s", chart, h.w.testdal, h.w.lia, format)
		_, body := h.call(row{as: "coordinator", method: "GET", path: path})
		if files[chart] = body; strings.HasPrefix(body, `{"code"`) {
			h.t.Fatalf("%s: %s", path, body)
		}
	}
	return files
}

// scripted stores script text in every field that takes text.
func scripted(t *testing.T) *matrixWorld {
	t.Helper()
	h := onSQLite(t)
	h.renamed(script) // what is submitted keeps the names of its day
	w := matrixWorldOn(h)
	w.renamed(script)
	text := map[string]string{"nb": script}
	edit := needEdit(script)
	for _, field := range []string{"fact", "rootCauses", "wantedEffect", "volume", "timeline"} {
		edit[field] = text
	}
	need := "/workbench/needs/" + w.own["coordinator"]["needId"]
	read := w.must(row{as: "coordinator", method: "GET", path: need}, nil)
	w.must(put(need, read.Header.Get("ETag"), edit).by("coordinator"), nil)
	w.must(w.decide("coordinator", need, "publication"), nil)
	offer := solutionEdit(nil)
	for _, field := range []string{"title", "summary", "description"} {
		offer[field] = text
	}
	offer["references"] = script
	w.must(row{as: "varme", method: "POST", path: "/solutions", body: offer}, nil)
	w.must(put("/organisations/"+w.w.lia.String(), "1", map[string]any{"website": "", "mailbox": "", "language": "nb", "description": script,
		"publishesFigures": true}).by("lia-admin"), nil)
	return w
}

// TestQuality16ScriptIsText stores script text wherever text is taken and reads
// it everywhere. In JSON, which is never served as a page, no tag stands as one; a
// page shows it as text, and a table is a file to be saved.
func TestQuality16ScriptIsText(t *testing.T) {
	w := scripted(t)
	escaped, told := `\u003cscript\u003e`, map[string]bool{}
	for _, op := range matrixOperations(t) {
		for role, actor := range matrixRoles {
			if op.method != http.MethodGet || op.answersFile() || !op.roles["public"] && !op.roles[role] {
				continue
			}
			res, body := w.call(op.call(actor, w.ownFor(op, role)))
			switch kind := res.Header.Get("Content-Type"); {
			case strings.HasPrefix(kind, "text/csv") && strings.HasPrefix(res.Header.Get("Content-Disposition"), "attachment"):
			case strings.HasPrefix(kind, "text/html") && !strings.Contains(body, "<script") && !strings.Contains(body, "<img src=x"):
			case strings.HasPrefix(kind, "image/svg+xml") && !strings.Contains(body, "<script") && res.Header.Get("Content-Security-Policy") != "":
			case strings.Contains(kind, "json") && !strings.ContainsAny(body, "<>&"):
			default:
				t.Errorf("%s as %q: %s: %s", op.id, role, kind, short(body))
			}
			told[op.id] = told[op.id] || strings.Contains(body, escaped)
		}
	}
	for _, id := range []string{"getNeed", "listNeeds", "getWorkbenchNeed", "listSolutions", "getOrganisation", "getRegion", "getRound",
		"getChart", "listMatches", "getSubmission"} {
		if !told[id] {
			t.Errorf("%s did not show the text: the search is blind", id)
		}
	}
}

// TestQuality19ChartsEscapeTheirLabels draws charts of organisations with script
// text for names: well-formed XML without any element or attribute that does
// something, served to be saved and never run.
func TestQuality19ChartsEscapeTheirLabels(t *testing.T) {
	w := scripted(t)
	for chart, svg := range w.chartFiles("svg") {
		words := ""
		for d := xml.NewDecoder(strings.NewReader(svg)); ; {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", chart, err)
			}
			switch e := token.(type) {
			case xml.CharData:
				words += string(e)
			case xml.StartElement:
				if !strings.Contains(" svg g title desc path text style ", " "+e.Name.Local+" ") {
					t.Errorf("%s: an element %s", chart, e.Name.Local)
				}
				for _, a := range e.Attr {
					if strings.HasPrefix(a.Name.Local, "on") || strings.Contains(a.Name.Local, "href") || strings.Contains(a.Value, "url(") {
						t.Errorf("%s: an attribute %s=%q", chart, a.Name.Local, a.Value)
					}
				}
			}
		}
		if !strings.Contains(words, "<script>alert(1)") {
			t.Errorf("%s does not show the name: the search is blind", chart)
		}
	}
	res, _ := w.call(row{as: "coordinator", method: "GET", path: "/charts/heat?region=" + w.w.testdal.String() + "&format=svg"})
	if policy := res.Header.Get("Content-Security-Policy"); !strings.Contains(policy, "sandbox") || !strings.HasPrefix(res.Header.Get("Content-Disposition"), "attachment") {
		t.Errorf("%v", res.Header)
	}
}

// TestQuality18CellsAreNoFormulas reads the tables of organisations whose names a
// spreadsheet would take for formulas.
func TestQuality18CellsAreNoFormulas(t *testing.T) {
	w := newMatrixWorld(t)
	number := regexp.MustCompile(`^-?[0-9][0-9 .,]*$`)
	for _, name := range []string{`=cmd|' /C calc'!A0`, "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", `a",=1`, "=1\r\n=2", "；=1", "＝1+1", " =1"} {
		w.renamed(name)
		for chart, text := range w.chartFiles("csv") {
			r := csv.NewReader(strings.NewReader(text))
			records, err := r.ReadAll()
			if err != nil || len(records) < 2 {
				t.Fatalf("%s of %q: %v\n%s", chart, name, err, short(text))
			}
			if strings.Count(text, "\n") > strings.Count(text, "\r\n") && !strings.ContainsAny(name, "\n") {
				t.Errorf("%s of %q: lines do not end as RFC 4180 has it", chart, name)
			}
			for _, record := range records {
				for _, cell := range record {
					if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r\n\x00") && !number.MatchString(cell) {
						t.Errorf("%s of %q: the cell %q", chart, name, cell)
					}
				}
			}
		}
	}
}

// TestQuality17LinksAreWebAddresses tries to store other links in every field that
// takes one.
func TestQuality17LinksAreWebAddresses(t *testing.T) {
	h := onSQLite(t)
	offer := func(link string) row {
		body := solutionEdit(nil)
		body["website"] = link
		return row{as: "varme", method: "POST", path: "/solutions", body: body}
	}
	organisation := func(link string) row {
		return put("/organisations/"+h.w.lys.String(), "9", map[string]any{"website": link, "mailbox": "", "language": "nb", "description": "",
			"publishesFigures": false}).by("lys")
	}
	registration := func(link string) row {
		return row{method: "POST", path: "/businesses", body: map[string]string{"orgNumber": "889640782", "businessName": "Ny AS", "personName": "Ny",
			"email": "ny@example.no", "language": "nb", "website": link}}
	}
	for _, link := range []string{"javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>",
		"vbscript:x", "file:///etc/passwd", "ftp://x.example", "//evil.example", "blob:https://x.example/1", "https:evil", "https://", "http://a b",
		"https://x.example/\njavascript:alert(1)", "https://x.example\u2028javascript:alert(1)", "xhttps://x.example", "view-source:https://x.example"} {
		for name, r := range map[string]row{"offer": offer(link), "organisation": organisation(link), "registration": registration(link)} {
			res, body := h.call(r)
			if res.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(body, `"path":"website"`) {
				t.Errorf("%s %q: %d %s", name, link, res.StatusCode, short(body))
			}
		}
	}
	h.run([]row{offer("https://x.example/a?b=c#d").gives(201), offer("http://xn--lftet-vua.example").gives(201), offer("").gives(201)})
}
