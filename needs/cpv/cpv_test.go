package cpv

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"loftet/internal/csvtable"
	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
)

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		"09330000": "09330000/", " 09330000-1 ": "09330000/1",
		"0933000": "", "093300000": "", "09330000-": "", "09330000-12": "", "00100000": "", "0933000a": "", "": "",
	} {
		code, digit, ok := Parse(text)
		if ok != (want != "") || ok && code+"/"+digit != want {
			t.Errorf("%q: %q %q %v", text, code, digit, ok)
		}
	}
}

func TestNear(t *testing.T) {
	for _, row := range []struct {
		a, b string
		want Level
	}{
		{"09331000", "09331000", Same},
		{"09331100", "09331200", SameClass},
		{"09331000", "09330000", SameGroup + 1}, // 0933 is their class
		{"09331000", "09310000", SameGroup},
		{"09331000", "09300000", SameGroup}, // the group itself
		{"09331000", "09100000", SameDivision},
		{"09000000", "09331000", SameDivision},
		{"30000000", "30200000", SameDivision}, // 30 keeps its zero
		{"09331000", "45000000", Apart},
		{"30000000", "33000000", Apart},
	} {
		if got := Near(row.a, row.b); got != row.want {
			t.Errorf("%s and %s: %v, want %v", row.a, row.b, got, row.want)
		}
		if Near(row.a, row.b) != Near(row.b, row.a) {
			t.Errorf("%s and %s: the order matters", row.a, row.b)
		}
	}
}

func TestParentIsTheLongestBeginningThatExists(t *testing.T) {
	list := []string{"09000000", "09300000", "09331100"}
	exists := func(code string) bool { return slices.Contains(list, code) }
	for code, want := range map[string]string{"09331110": "09331100", "09331100": "09300000", "09300000": "09000000", "09000000": ""} {
		if got, _ := parent(code, exists); got != want {
			t.Errorf("above %s: %q, want %q", code, got, want)
		}
	}
}

const small = `code,check,parent,en,nb
09000000,3,,Petroleum products and fuel,Oljeprodukter og drivstoff
09300000,2,,"Electricity, heating, solar energy",Elektrisitet og fjernvarme
44161200,8,,Water mains,Hovedvannledninger
44000000,0,,Structures,Konstruksjoner
`

func read(t *testing.T, text string) ([]models.CPVCode, csvtable.Findings) {
	t.Helper()
	return Read(csvtable.Source{Name: "cpv.csv", Reader: strings.NewReader(text)})
}

func TestReadTellsAllThatIsWrong(t *testing.T) {
	codes, found := read(t, "code,check,nb\n0900000,3,a\n09000000,3,a\n09000000,3,b\n10000000,x,c\n11000000,1,\n12345000,1,d\n")
	var got []string
	for _, f := range append(found.Faults, found.Warnings...) {
		got = append(got, f.String())
	}
	want := []string{
		`cpv.csv:2: "0900000" is no CPV code; it has eight digits`,
		`cpv.csv:4: the code 09000000 stands on line 3 already`,
		`cpv.csv:5: "x" is no check digit`,
		`cpv.csv:6: the code 11000000 has no label`,
		`cpv.csv:7: the list lacks the division that 12345000 belongs to`,
	}
	if !slices.Equal(got, want) || len(codes) != 2 {
		t.Errorf("%d codes, findings:\n%s", len(codes), strings.Join(got, "\n"))
	}
	if _, found := read(t, "code,check\n09000000,3\n"); found.OK() {
		t.Error("a list without labels was taken")
	}
}

func store(t *testing.T, db *models.DB, codes []models.CPVCode) {
	t.Helper()
	if err := db.Write(t.Context(), func(tx *models.Tx) error { return Store(tx, codes) }); err != nil {
		t.Fatal(err)
	}
}

func TestSearchByWordInAnyLanguageAndByDigits(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		codes, _ := read(t, small)
		store(t, db, codes)
		store(t, db, codes) // again: in place of the first
		for text, want := range map[string]string{
			"VANNLEDNING":  "44161200-8 Hovedvannledninger",
			"water mains":  "44161200-8 Hovedvannledninger",
			"water solar":  "",
			"093":          "09300000-2 Elektrisitet og fjernvarme",
			"09300000-2":   "09300000-2 Elektrisitet og fjernvarme",
			"44 hovedvann": "44161200-8 Hovedvannledninger",
			"%":            "", "_": "",
		} {
			var got []Code
			err := db.Read(t.Context(), func(tx *models.Tx) (err error) {
				got, err = Search(tx, text, "nn", 50)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			line := ""
			for _, c := range got {
				line += c.Number() + " " + c.Label
			}
			if line != want {
				t.Errorf("%q: %q, want %q", text, line, want)
			}
		}
	})
}

func TestCheckKnowsTheListOnceItIsThere(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		check := func(texts ...string) (codes []string, faults []fault.Field) {
			t.Helper()
			err := db.Read(t.Context(), func(tx *models.Tx) (err error) {
				codes, faults, err = Check(tx, "cpv", texts)
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			return codes, faults
		}
		if codes, faults := check("09000000-9", "09000000", "12345678", "9"); !slices.Equal(codes, []string{"09000000", "12345678"}) ||
			len(faults) != 1 || faults[0].Code != "cpv_form" || faults[0].Path != "cpv.3" {
			t.Errorf("without the list: %v %v", codes, faults)
		}
		list, _ := read(t, small)
		store(t, db, list)
		_, faults := check("09000000-3", "09300000-9", "12345678")
		if got := fmt.Sprint(faults); len(faults) != 2 || faults[0].Code != "cpv_digit" || faults[1].Code != "cpv_unknown" {
			t.Errorf("with the list: %s", got)
		}
	})
}

// The official list: 9,454 codes in seven languages.
func TestOfficialListIsReadWhole(t *testing.T) {
	folder := os.Getenv("LOFTET_TESTDATA")
	if folder == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("LOFTET_TESTDATA is not set")
		}
		t.Skip("LOFTET_TESTDATA is not set: the official list is not read")
	}
	file, err := os.Open(filepath.Join(folder, "cpv", "cpv2008_labels.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	codes, found := Read(csvtable.Source{Name: "cpv", Reader: file})
	if !found.OK() || len(found.Warnings) > 0 || len(codes) != 9454 {
		t.Fatalf("%d codes, %v", len(codes), found)
	}
	db := dbtest.SQLite(t)
	store(t, db, codes)
	err = db.Read(t.Context(), func(tx *models.Tx) error {
		got, err := Labelled(tx, []string{"45231300", "03300000"}, "nb")
		if err == nil && (got[0].Number() != "45231300-8" || got[0].Label == "" || got[1].Number() != "03300000-2") {
			t.Errorf("got %+v", got)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
