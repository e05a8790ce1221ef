package statbank_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"loftet/internal/statbank"
)

func TestKoladaGivesAllPagesForBothSexes(t *testing.T) {
	var paths []string
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		paths = append(paths, r.URL.String())
		switch {
		case r.URL.Path == "/v3/kpi/N05401":
			_, _ = fmt.Fprint(w, `{"values":[{"id":"N05401","title":"Valdeltagande i senaste kommunvalet, andel (%)"}],"count":1}`)
		case r.URL.Query().Get("page") == "2":
			_, _ = fmt.Fprint(w, `{"values":[{"kpi":"N05401","municipality":"1280","period":2022,
				"values":[{"gender":"T","value":null,"status":"Private"}]}],"count":1,"next_url":null}`)
		default:
			// an address of the bank's own on another name: only its query counts
			_, _ = fmt.Fprintf(w, `{"values":[{"kpi":"N05401","municipality":"0180","period":2022,
				"values":[{"gender":"K","value":84.1,"status":""},{"gender":"T","value":0,"status":""}]}],
				"count":1,"next_url":"http://elsewhere.example.org%s?page=2"}`, r.URL.Path)
		}
	}))
	defer server.Close()
	client, err := statbank.New(server.URL + "/v3")
	if err != nil {
		t.Fatal(err)
	}
	k := statbank.OpenKolada(client)
	title, err := k.Title(context.Background(), "N05401")
	if err != nil || !strings.HasPrefix(title, "Valdeltagande") {
		t.Errorf("%q, %v", title, err)
	}
	figures, err := k.Figures(context.Background(), "N05401", []int{2022})
	if err != nil {
		t.Fatal(err)
	}
	if len(figures) != 2 || figures[0].Value == nil || *figures[0].Value != 0 || figures[0].Municipality != "0180" ||
		figures[1].Value != nil || figures[1].Status != "Private" || figures[1].Year != 2022 {
		t.Errorf("%+v", figures)
	}
	if last := paths[len(paths)-1]; last != "/v3/data/kpi/N05401/year/2022?page=2" {
		t.Errorf("the last question was %s", last)
	}
}
