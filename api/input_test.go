package api_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"
)

// offerText is a solution that may be created, as JSON text to be spoilt.
const offerText = `{"title":{"nb":"Måler"},"summary":{},"description":{},"goals":[6],"targets":[],"indicators":[],"cpv":[],` +
	`"regionIds":[],"trl":1,"marketState":"","priceModel":"","references":"","website":""}`

// TestWhatIsCheckedIsWhatIsRead sends bodies that one reader of JSON understands
// one way and another one another way.
func TestWhatIsCheckedIsWhatIsRead(t *testing.T) {
	h := onSQLite(t)
	spoilt := func(old, by string) row {
		text := strings.Replace(offerText, old, by, 1)
		if text == offerText {
			t.Fatalf("%q is not in the text", old)
		}
		return row{as: "varme", method: "POST", path: "/solutions", body: text}
	}
	h.run([]row{
		spoilt(`"trl":1`, `"trl":2`).gives(201),
		spoilt(`"title":`, `"title":{"<script>":"x","nb":"y"},"title":`).gives(422, `"path":"title","code":"once"`),
		spoilt(`{"nb":"Måler"}`, `{"nb":"x","nb":"y"}`).gives(422, `"path":"title.nb","code":"once"`),
		spoilt(`"goals":[6]`, `"goals":[6],"Goals":[99]`).gives(422, `"path":"Goals","code":"unknown_field"`),
		spoilt(`"Måler"`, "\"M\xe5ler\"").gives(400, `"malformed"`),
		spoilt(`"Måler"`, `"M\u0000ler"`).gives(422, `"path":"title.nb","code":"characters"`),
		spoilt(`{"nb":`, `{"n\u0000b":`).gives(422, `"code":"characters"`),
		spoilt(`"Måler"`, `"M\ud83dler"`).gives(422, `"path":"title.nb","code":"characters"`),
		spoilt(`"Måler"`, `"M\udeb0\ud83dler"`).gives(422, `"path":"title.nb","code":"characters"`),
		spoilt(`"Måler"`, `"\ud83d\udeb0 og \\ud83d"`).gives(201, "🚰 og \\\\ud83d"),
		spoilt(`{"nb":`, `{"bokmål":"x","nb":`).gives(422, `"path":"title.bokmål","code":"unknown_field"`),
		spoilt(`[6]`, `[1e400]`).gives(422, `"path":"goals.0","code":"not_finite"`),
		spoilt(`[6]`, `[1e999999999]`).gives(422, `"path":"goals.0","code":"not_finite"`),
		spoilt(`[6]`, `[1e-999999999]`).gives(422, `"path":"goals.0"`),
		spoilt(`[6]`, `[6.5]`).gives(422, `"path":"goals.0","code":"wrong_type"`),
		spoilt(`[6]`, strings.Repeat("[", 20000)+strings.Repeat("]", 20000)).gives(400, `"malformed"`),
		spoilt(`"website":""}`, `"website":""}{}`).gives(400, `"malformed"`),
		{method: "GET", path: "/needs?sort=deadline;goal=7", status: 400, has: []string{`"malformed"`}},
		{method: "GET", path: "/needs?goal=%zz", status: 400},
		{method: "GET", path: "/needs?goal=7.0", status: 422, has: []string{`"path":"goal","code":"wrong_type"`}},
		{method: "GET", path: "/needs?goal=1e1", status: 422},
		{method: "GET", path: "/needs?goal=0x7", status: 422},
		{method: "GET", path: "/needs?limit=99999999999999999999", status: 422},
	})
}

// TestALinkGoesWhereItLooksLike: of https://bank@evil a reader sees the bank. Behind
// the first slash an @ says nothing of where it goes.
func TestALinkGoesWhereItLooksLike(t *testing.T) {
	h := onSQLite(t)
	offer := solutionEdit([]string{h.w.testdal.String()})
	for _, wrong := range []string{
		"https://bank.example@evil.example", "https://bank.example:x@evil.example/a", "https://@evil.example", `https://evil.example\@bank.example`,
		"https:///evil.example", "https://?evil.example", "javascript:alert(1)", "//evil.example", "https://varme.example/a b", "https://varme.example/\u202ea",
	} {
		offer["website"] = wrong
		h.run([]row{{name: wrong, as: "varme", method: "POST", path: "/solutions", body: offer, status: 422,
			has: []string{`"path":"website","code":"web_address"`}}})
	}
	for _, right := range []string{"", "https://varme.example", "http://varme.example:8080/@varme?a=b@c#d@e", "https://blåbær.example/å", "https://[2001:db8::1]/", "https://varme.example?a@b"} {
		offer["website"] = right
		h.run([]row{{name: right, as: "varme", method: "POST", path: "/solutions", body: offer, status: 201}})
	}
}

// TestManyFaultsMakeAShortAnswer sends a body in which nearly everything is
// wrong: the answer keeps to the contract, which the harness checks, and comes
// at once, though exact arithmetic would take hours for numbers like these.
func TestManyFaultsMakeAShortAnswer(t *testing.T) {
	h := onSQLite(t)
	unknown := make([]string, 2000)
	for i := range unknown {
		unknown[i] = fmt.Sprintf(`"%s%d":1e-999999`, strings.Repeat("x", 400), i)
	}
	huge := strings.Repeat("1e-999999,", 2000) + "1"
	for _, body := range []string{
		"{" + strings.Join(unknown, ",") + "}",
		strings.Replace(offerText, "[6]", "["+huge+"]", 1),
	} {
		done := make(chan struct{})
		var res *http.Response
		var answer string
		go func() {
			defer close(done)
			res, answer = h.call(row{as: "varme", method: "POST", path: "/solutions", body: body})
		}()
		select {
		case <-done:
		case <-time.After(20 * time.Second):
			t.Fatal("no answer in 20 seconds")
		}
		var problem struct{ Fields []struct{ Path string } }
		if err := json.Unmarshal([]byte(answer), &problem); err != nil || res.StatusCode != 422 || len(problem.Fields) == 0 {
			t.Fatalf("%d %s", res.StatusCode, short(answer))
		}
	}
}

func TestAPartIsGivenOnce(t *testing.T) {
	h := onSQLite(t)
	h.openRound()
	answer := "/responses/" + h.responseOf("lia-respondent") + "/answers/17.17-partner"
	parts := []map[string]any{{"key": "business", "value": 1}, {"key": "business", "value": 2}, {"key": "voluntary", "value": 3},
		{"key": "research", "value": 0}, {"key": "municipalities", "value": 2}}
	save := func(parts []map[string]any) row {
		return put(answer, "0", map[string]any{"state": "value", "parts": parts}).by("lia-respondent")
	}
	h.run([]row{save(parts).gives(422, `"path":"parts.business","code":"repeated"`), save(parts[1:]).gives(200)})
}
