package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"loftet/models"
)

// A published set of results becomes a region whose stored scores are the
// published ones.
func TestImportResultsOfUSCities(t *testing.T) {
	set := usCities(t)
	scores, goals := make(map[string]float64), make(map[string]float64)
	for entity, byCode := range set.Published.Scores {
		for code, score := range byCode {
			scores[entity+" "+code] = score
		}
	}
	for entity, byGoal := range set.Published.Goals {
		for goal, score := range byGoal {
			goals[fmt.Sprint(entity, " ", goal)] = score
		}
	}
	data, files := t.TempDir(), usCitiesFiles()
	args := []string{"import", "results", "--codebook", files[0], "--values", files[1], "--region", "US cities"}
	code, stdout, stderr := command(t, data, "", args...)
	if code != exitOK {
		t.Fatalf("exit %d\n%s", code, stderr)
	}
	for _, want := range []string{"105 units, 57 indicators", "5815 of 5815", "1574 of 1574"} {
		if !strings.Contains(stdout, want) {
			t.Errorf("it does not say %q:\n%s", want, stdout)
		}
	}
	for _, want := range []string{"sdg3v8_leRWJ is the column sdg3v8_lifeExpectancy", `the column "maincity" belongs to no indicator`} {
		if !strings.Contains(stderr, want) {
			t.Errorf("it does not say %q:\n%s", want, stderr)
		}
	}
	stored := map[string]float64{}
	storedGoals := map[string]float64{}
	look(t, data, func(tx *models.Tx) error {
		var rows []struct {
			Number, Code string
			Score        float64
		}
		err := tx.G.Table("scores s").Select("n.number, i.code, s.score").
			Joins("join municipality_numbers n on n.organisation_id = s.organisation_id").
			Joins("join indicators i on i.id = s.indicator_id").Where("s.score is not null").Scan(&rows).Error
		for _, row := range rows {
			stored[row.Number+" "+row.Code] = row.Score
		}
		if err != nil {
			return err
		}
		err = tx.G.Table("goal_scores s").Select("n.number, cast(s.goal as text) as code, s.score").
			Joins("join municipality_numbers n on n.organisation_id = s.organisation_id").
			Where("s.score is not null").Scan(&rows).Error
		for _, row := range rows {
			storedGoals[row.Number+" "+row.Code] = row.Score
		}
		return err
	})
	compare(t, "stored scores", 5815, scores, stored, 0.0002)
	compare(t, "stored goal scores", 1574, goals, storedGoals, 0.0002)

	before := counts(t, data)
	if before["needs"] == 0 || before["rounds"] != 1 || before["submissions"] != 105 {
		t.Errorf("after the import: %v", before)
	}
	code, _, stderr = command(t, data, "", args...)
	if code != exitFailed || !strings.Contains(stderr, "there is a region called US cities already") {
		t.Errorf("a second time: exit %d, %s", code, stderr)
	}
	if after := counts(t, data); fmt.Sprint(after) != fmt.Sprint(before) {
		t.Errorf("a second time changed something: %v, before %v", after, before)
	}
}

func TestImportResultsRefusesWhatItCannotRead(t *testing.T) {
	dir := folder(t, map[string]string{
		"codebook.csv": "code,goal,lower,optimum,year\na,1,0,0,2020\n", // no way from 0 to 0
		"values.csv":   "entity,a\nX,1\n",
	})
	codebook, values, data := filepath.Join(dir, "codebook.csv"), filepath.Join(dir, "values.csv"), t.TempDir()
	for name, c := range map[string]struct {
		args []string
		code int
		says string
	}{
		"faulty codebook": {[]string{"--codebook", codebook, "--values", values}, exitFailed, "codebook.csv:2"},
		"no such file":    {[]string{"--codebook", filepath.Join(dir, "none.csv"), "--values", values}, exitFailed, "none.csv"},
		"country":         {[]string{"--codebook", codebook, "--values", values, "--country", "USA"}, exitUsage, "two letters"},
		"method":          {[]string{"--codebook", codebook, "--values", values, "--method", "guess"}, exitUsage, "guess"},
	} {
		code, _, stderr := command(t, data, "", append([]string{"import", "results", "--region", "R"}, c.args...)...)
		if code != c.code || !strings.Contains(stderr, c.says) {
			t.Errorf("%s: exit %d, %s", name, code, stderr)
		}
	}
}

// look reads the database of a data folder.
func look(t *testing.T, data string, read func(tx *models.Tx) error) {
	t.Helper()
	db, err := openDatabase(t.Context(), Environ{"LOFTET_DATA=" + data})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if err := db.Read(t.Context(), read); err != nil {
		t.Fatal(err)
	}
}

// counts gives the number of rows of the tables that an import fills.
func counts(t *testing.T, data string) map[string]int64 {
	t.Helper()
	found := map[string]int64{}
	look(t, data, func(tx *models.Tx) error {
		for _, table := range []string{"organisations", "regions", "rounds", "submissions", "observations", "needs", "audit_events"} {
			var n int64
			if err := tx.G.Table(table).Count(&n).Error; err != nil {
				return err
			}
			found[table] = n
		}
		return nil
	})
	return found
}

func usCitiesFiles() [2]string {
	at := filepath.Join(os.Getenv("LOFTET_TESTDATA"), "us-cities-2019")
	return [2]string{filepath.Join(at, "codebook.csv"), filepath.Join(at, "results.csv")}
}
