package matching

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"loftet/models"
)

// notice is a published notice of a purchase, for trying the rules on what
// people really write.
type notice struct {
	Title, Description string
	CPV                []string
}

func notices(t *testing.T) []notice {
	t.Helper()
	folder := os.Getenv("LOFTET_TESTDATA")
	if folder == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("LOFTET_TESTDATA is not set")
		}
		t.Skip("LOFTET_TESTDATA is not set: the rules are not tried on real notices")
	}
	file, err := os.Open(filepath.Join(folder, "matching", "uk-contracts-finder", "uk_notices.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	var list []notice
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var n notice
		if err := json.Unmarshal(lines.Bytes(), &n); err != nil {
			t.Fatal(err)
		}
		if len(n.CPV) > 0 && len(n.Description) > 100 {
			list = append(list, n)
		}
	}
	if lines.Err() != nil || len(list) < 200 {
		t.Fatalf("%d notices: %v", len(list), lines.Err())
	}
	return list
}

// A need that is taken from one notice finds the offer that is taken from the
// same notice, whose title alone it knows, before those of nearly all others.
func TestRealNoticesFindThemselves(t *testing.T) {
	list := notices(t)
	offers := make([]Offered, len(list))
	for i, n := range list {
		offers[i] = Offered{ID: id(i), CPV: n.CPV, Served: 1, words: worded("", models.Text{"en": n.Description})}
	}
	const tried = 60
	first := 0
	for i, n := range list[:tried] {
		w := Wanted{ID: id(i), CPV: n.CPV, words: worded("", models.Text{"en": n.Title})}
		own, _ := Weights().Match(w, offers[i])
		better := 0
		for j, o := range offers {
			if m, ok := Weights().Match(w, o); ok && j != i && m.Score > own.Score {
				better++
			}
		}
		if better == 0 {
			first++
		}
	}
	t.Logf("%d of %d notices find themselves first", first, tried)
	if first < tried*8/10 {
		t.Errorf("only %d of %d notices find themselves first", first, tried)
	}
}
