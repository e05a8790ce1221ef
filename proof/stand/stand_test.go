package stand_test

import (
	"errors"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"

	"loftet/proof/stand"
)

// TestTheStandHoldsWhatItSays starts the built service on a country and reads as
// one of its people.
func TestTheStandHoldsWhatItSays(t *testing.T) {
	dir := t.TempDir()
	binary, err := stand.Build(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("sqlite", func(t *testing.T) { readAsOneOfThem(t, binary, "sqlite:"+dir+"/loftet.db") })
	t.Run("postgres", func(t *testing.T) {
		postgres, err := stand.NewPostgres(t.Context())
		if errors.Is(err, stand.ErrNoPostgres) && os.Getenv("CI") != "true" {
			t.Skip(err)
		}
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			if err := postgres.Close(); err != nil {
				t.Error(err)
			}
		}()
		database, err := postgres.Create(t.Context(), "loftet")
		if err != nil {
			t.Fatal(err)
		}
		readAsOneOfThem(t, binary, database)
	})
}

func readAsOneOfThem(t *testing.T, binary, database string) {
	t.Helper()
	country, err := stand.Fill(t.Context(), database, stand.Plan{Municipalities: 3, Indicators: 20, Published: 2, Open: 2, Approved: true})
	if err != nil {
		t.Fatal(err)
	}
	s, err := stand.Start(t.Context(), stand.Setting{Binary: binary, Database: database})
	if err != nil {
		t.Fatal(err)
	}
	m := country.Municipalities[2]
	if body := get(t, s.URL+"/api/v1/responses/"+m.Responses[1].String(), m.Person.Cookie); !strings.Contains(body, `"state":"approved"`) {
		t.Errorf("the response: %s", body)
	}
	if code, err := s.Stop(); err != nil || code != 0 {
		t.Errorf("stopped with %d, %v\n%s", code, err, s.Log())
	}
}

func get(t *testing.T, url, cookie string) string {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Cookie", cookie)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}
