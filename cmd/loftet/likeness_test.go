package main

import (
	"fmt"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"loftet/api"
	"loftet/demo"
	"loftet/internal/dbtest"
	"loftet/models"
)

// TestR15BothDatabasesGiveTheSameAnswers serves the same data from SQLite and from
// PostgreSQL and asks both for everything that the contract lets one read, by
// everybody: each answer is the same to the byte. The data have names that
// languages, databases and cases order differently, and figures with decimals.
func TestR15BothDatabasesGiveTheSameAnswers(t *testing.T) {
	first := stored(t, released(t)[0], models.SQLite)
	names := filepath.Join(t.TempDir(), "regions.csv")
	rows := "number,name\n9001,Ås\n9002,ås\n9003,Ärla\n9004,Östersund\n9005,Zulu\n9006,alta\n9007,Éire\n9008,-x\n9009,Žagarė\n9010,Øst\n9011,Aa\n"
	if err := os.WriteFile(names, []byte(rows), 0o600); err != nil {
		t.Fatal(err)
	}
	on(t, first, "import", "regions", names, "--region", "Ørland og Ål")
	one := running(t, first) // which adds the catalogues that the release did not have
	saved := filepath.Join(t.TempDir(), "all.zip")
	on(t, first, "backup", saved)
	second := dbtest.Empty(t, models.Postgres)
	on(t, second, "restore", saved)
	values := parameters(t, first)
	other := running(t, second)
	accounts, err := demo.Accounts()
	if err != nil {
		t.Fatal(err)
	}
	readers := map[string]string{"nobody": ""} // one of each role
	for _, a := range accounts {
		if a.Shown && a.Role != "verifier" { // the released database has nobody of this role yet
			readers[a.Role] = a.Email
		}
	}
	asked, found := 0, 0
	for role, email := range readers {
		var cookies [2]string
		if email != "" {
			cookies = [2]string{signedIn(t, one, email), signedIn(t, other, email)}
		}
		for _, path := range readable(t, values) {
			want := ask(t, http.MethodGet, one+"/api/v1"+path, cookies[0], "")
			got := ask(t, http.MethodGet, other+"/api/v1"+path, cookies[1], "")
			asked++
			if want.status == http.StatusOK {
				found++
			}
			if want.status >= 500 || want.status != got.status || plain(want) != plain(got) || want.header.Get("Content-Type") != got.header.Get("Content-Type") {
				t.Errorf("%s as %s:\nSQLite     %d %.600s\nPostgreSQL %d %.600s", path, role, want.status, want.body, got.status, got.body)
			}
		}
	}
	t.Logf("%d answers compared, %d of them 200", asked, found)
	if found < 500 {
		t.Errorf("only %d answers had anything to compare", found)
	}
}

// plain leaves out what is of the request: its id, its moment, and how long its session lives yet.
func plain(a answer) string {
	return momentRead.ReplaceAllString(secondsLeft.ReplaceAllString(strings.ReplaceAll(a.body, a.header.Get("X-Request-Id"), ""), ""), "")
}

// momentRead is when a number was looked at, while its round is not closed, and where.
var momentRead = regexp.MustCompile(`"asOf":"[^"]+",?|http://127\.0\.0\.1:\d+`)

var secondsLeft = regexp.MustCompile(`"secondsLeft":\d+,?`)

// parameters gives values for the parameters of the contract, by name: ids that
// are there, and what is typical.
func parameters(t *testing.T, address string) map[string][]string {
	t.Helper()
	values := map[string][]string{
		"goal": {"7"}, "q": {"ENERGI", "å", "sol", "_%"}, "year": {"2024"}, "limit": {"2"}, "revision": {"1"},
		"deadlineFrom": {"2026-01-01"}, "deadlineTo": {"2027-03-01"}, "lang": {"nn"}, "cursor": {"x"}, "cohort": {"Kull 1"},
		"codes": {"16.7-turnout,1.2-lowinc"}, "numbers": {"3320,3324"}, "years": {"2023,2024"}, "from_date": {"2020-01-01"}, "title": {"a"}, "page": {"1"}, "per_page": {"2"},
		"period": {"2024"}, "picture": {"1"}, "edition": {"1"},
		"weights": {"30-20-20-15-10-5"},
		// the released database has none of these yet
		"paperId":         {"018f0000-0000-7000-8000-000000000000"},
		"questionnaireId": {"018f0000-0000-7000-8000-000000000000"}, "attachmentId": {"018f0000-0000-7000-8000-000000000000"},
		"judgementId": {"018f0000-0000-7000-8000-000000000000"}, "name": {"own"}, "row": {"0"},
	}
	db := openedFor(t, address)
	for names, query := range map[string]string{
		"region regionId":             "select id from regions order by kind, name",
		"municipality organisationId": "select id from organisations where kind <> 'business' order by kind desc, name limit 3",
		"round roundId":               "select id from rounds order by name",
		"responseId":                  "select id from responses order by state desc, id limit 3",
		"needId":                      "select id from needs order by published_version desc, id limit 3",
		"solution solutionId":         "select id from solutions order by state, id limit 2",
		"code indicator":              "select code from indicators order by code limit 3",
		"catalogue":                   "select id from catalogues",
	} {
		var found []string
		err := db.Read(t.Context(), func(tx *models.Tx) error { return tx.G.Raw(query).Scan(&found).Error })
		if err != nil || len(found) == 0 {
			t.Fatalf("%s: %d, %v", names, len(found), err)
		}
		for _, name := range strings.Fields(names) {
			values[name] = found
		}
	}
	values["peers"] = []string{strings.Join(values["organisationId"], ",")}
	return values
}

// readable lists paths to read: each operation with every value of the parameters
// it needs, and then with each of those that it may have.
func readable(t *testing.T, values map[string][]string) (paths []string) {
	t.Helper()
	contract, err := openapi3.NewLoader().LoadFromData(api.Document())
	if err != nil {
		t.Fatal(err)
	}
	for path, item := range contract.Paths.Map() {
		if item.Get == nil || path == "/account/sessions" || path == "/account/data" { // when one signed in is not the same
			continue
		}
		needed := []string{path}
		var more []string
		for _, ref := range append(append(openapi3.Parameters{}, item.Parameters...), item.Get.Parameters...) {
			p := ref.Value
			of := values[p.Name]
			for _, value := range p.Schema.Value.Enum {
				of = append(of, fmt.Sprint(value))
			}
			switch {
			case p.In == "header":
			case len(of) == 0:
				t.Errorf("%s: no value for %s", path, p.Name)
			case p.In == "path":
				needed = each(needed, of, func(path, value string) string {
					return strings.ReplaceAll(path, "{"+p.Name+"}", url.PathEscape(value))
				})
			case p.Required:
				needed = each(needed, of, func(path, value string) string { return with(path, p.Name+"="+url.QueryEscape(value)) })
			default:
				more = append(more, each([]string{""}, of, func(_, value string) string { return p.Name + "=" + url.QueryEscape(value) })...)
			}
		}
		paths = append(paths, needed...)
		for _, query := range more {
			paths = append(paths, with(needed[0], query))
		}
	}
	return paths
}

// with adds a parameter to a path that may have some.
func with(path, query string) string {
	if strings.Contains(path, "?") {
		return path + "&" + query
	}
	return path + "?" + query
}

func each(paths, values []string, join func(path, value string) string) (out []string) {
	for _, path := range paths {
		for _, value := range values {
			out = append(out, join(path, value))
		}
	}
	return out
}
