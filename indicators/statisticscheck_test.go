package indicators_test

import (
	"strings"
	"testing"

	"loftet/indicators"
	"loftet/internal/csvtable"
	"loftet/internal/dbtest"
	"loftet/models"
)

// limited has one indicator of each kind that has limits: a share, a count
// without an upper one, a choice, and a number of parts.
func limited() []indicators.Definition {
	list := append(threeIndicators()[:2], threeIndicators()[:2]...)
	for i, code := range []string{"1.1-share", "1.1-count", "1.1-choice", "1.1-parts"} {
		d := &list[i]
		d.Code, d.Min, d.Max = code, f(0), f(100)
		d.Lower, d.Optimum, d.Green, d.Red, d.Basis = nil, nil, nil, nil, ""
	}
	list[1].Type, list[1].Max = "number", nil
	list[2].Type = "yes_partly_no"
	list[3].Type, list[3].Combine, list[3].Max = "parts", "positive", f(2)
	list[3].Parts = []indicators.Part{{Key: "a", Type: "count"}, {Key: "b", Type: "count"}}
	return list
}

func told(list []csvtable.Fault) string {
	lines := make([]string, len(list))
	for i, one := range list {
		lines[i] = one.String()
	}
	return strings.Join(lines, "\n")
}

func TestImportRefusesWhatAnIndicatorCannotBe(t *testing.T) {
	w := newWorld(t, dbtest.SQLite(t), limited(), "Flå")
	w.numbered(map[string]string{"Flå": "3320"})
	report, found := w.load(header + `3320,1.1-share,2020,0
3320,1.1-share,2021,100
3320,1.1-share,2022,100.1
3320,1.1-share,2023,-0.1
3320,1.1-count,2022,-3000000
3320,1.1-count,2023,1e6
3320,1.1-choice,2022,40
3320,1.1-choice,2023,50
3320,1.1-choice,2024,150
3320,1.1-parts,2022,1.5
3320,1.1-parts,2023,2
3320,1.1-parts,2024,3
3320,1.1-share,2024,:
3320,1.1-count,2024,1.7e308
`)
	want := `f.csv:4: 100.1 is too large: 1.1-share is at most 100
f.csv:5: -0.1 is too small: 1.1-share is at least 0
f.csv:6: -3000000 is too small: 1.1-count is at least 0
f.csv:8: 40 is neither 100 (yes), 50 (partly) nor 0 (no), and 1.1-choice is nothing else
f.csv:10: 150 is too large: 1.1-choice is at most 100
f.csv:11: 1.5 is not a whole number, and 1.1-parts is one
f.csv:13: 3 is too large: 1.1-parts is at most 2
f.csv:15: 1.7e+308 is too large: 1.1-count is at most 1000000000000000`
	if got := told(found.Faults); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if n := count(w, "observations"); n != 0 || report != (indicators.StatisticsReport{}) {
		t.Errorf("%d rows were written, report %+v", n, report)
	}
}

func TestImportWarnsOfOddChanges(t *testing.T) {
	dbtest.Each(t, func(t *testing.T, db *models.DB) {
		w := newWorld(t, db, limited(), "Flå", "Gol")
		w.numbered(map[string]string{"Flå": "3320", "Gol": "3324"})
		odd := "is more than half away from"
		for _, step := range []struct{ name, rows, want string }{
			{"years in any order, one left out", "3320,1.1-share,2024,31\n3320,1.1-share,2020,10\n3320,1.1-share,2022,15\n3324,1.1-share,2024,90\n3320,1.1-share,2023,:\n",
				"f.csv:2: 3320, 1.1-share: 31 in 2024 " + odd + " 15 in 2022; it is imported, but have a look at it"},
			{"the same again", "3320,1.1-share,2024,31\n3320,1.1-share,2020,10\n", ""},
			{"from zero, just half, and no to yes", "3320,1.1-count,2022,0\n3320,1.1-count,2023,10\n3320,1.1-count,2024,5\n3320,1.1-choice,2023,50\n3320,1.1-choice,2024,100\n", ""},
			{"over what is stored", "3324,1.1-share,2025,44\n3320,1.1-share,2022,50\n",
				"f.csv:2: 3324, 1.1-share: 44 in 2025 " + odd + " 90 in 2024; it is imported, but have a look at it\n" +
					"f.csv:3: 3320, 1.1-share: 50 in 2022 " + odd + " 15 in 2022; it is imported, but have a look at it"},
		} {
			report, found := w.load(header + step.rows)
			if got := told(found.Warnings); got != step.want || !found.OK() {
				t.Errorf("%s:\n%s\nwant\n%s", step.name, got, step.want)
			}
			if done := report.Added + report.Revised + report.Unchanged; done != strings.Count(step.rows, "\n") {
				t.Errorf("%s: %+v", step.name, report)
			}
		}
	})
}
