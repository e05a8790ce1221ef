package api_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"loftet/api"
	"loftet/api/contract"
	"loftet/indicators"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

// hiddenRound publishes a round in which Lia, whose figures are odd enough to be
// known again anywhere, hides them, Vika shows its own, and Moen has only
// statistics.
func hiddenRound(h *harness) uuid.UUID {
	h.t.Helper()
	rooms := api.NewRooms(h.w.db, nil, nil, "http://loftet.test")
	system := orgs.SystemActor("test")
	rows, _ := indicators.ParseStatistics("f.csv", strings.NewReader("entity,code,year,value,source\n9903,16.7-turnout,2023,60,SSB 09475\n"), "")
	if _, found, err := rooms.Indicators.ImportStatistics(h.t.Context(), system, indicators.StatisticsInput{Country: "NO", Rows: rows}); err != nil || !found.OK() {
		h.t.Fatal(err, found.Faults)
	}
	round, err := rooms.Surveys.CreateRound(h.t.Context(), system, surveys.RoundPlan{RegionID: h.w.testdal, Name: "Runde 1", Year: 2026,
		OpensAt: h.w.db.Clock.Now().Add(-1), ClosesAt: h.w.db.Clock.Now().Add(1)})
	if err == nil {
		_, err = rooms.Surveys.ChangeRoundState(h.t.Context(), system, round.ID, surveys.RoundOpen, "")
	}
	if err != nil {
		h.t.Fatal(err)
	}
	h.submit(rooms, round, h.w.lia, map[string]float64{"16.7-turnout": 73.19, "16.1-crime": 12.83, "16.10-open": 3, "9.c-fibre": 41.73, "9.4-ev": 17.91, "6.4-leak": 38.57})
	h.submit(rooms, round, h.w.vika, map[string]float64{"16.7-turnout": 70, "9.c-fibre": 20, "9.4-ev": 20})
	h.write(func(tx *models.Tx) error {
		return tx.G.Model(&models.Organisation{}).Where("id = ?", h.w.vika).Updates(map[string]any{"publishes_figures": true, "version": 2}).Error
	})
	for _, state := range []surveys.RoundState{surveys.RoundClosed, surveys.RoundFrozen, surveys.RoundPublished} {
		if _, err := rooms.Surveys.ChangeRoundState(h.t.Context(), system, round.ID, state, ""); err != nil {
			h.t.Fatal(err)
		}
	}
	return round.ID
}

// secrets are the numbers of Lia that the council sees, in every way in which they
// may be written, and the means with Vika's, from which they follow.
func secrets(h *harness, round uuid.UUID) *regexp.Regexp {
	h.t.Helper()
	read := func(town uuid.UUID) (status contract.MunicipalityStatus) {
		h.must(row{as: "coordinator", method: "GET", path: fmt.Sprintf("/status/municipalities/%s?round=%s", town, round)}, &status)
		return status
	}
	var numbers []float64
	bounds := map[string]bool{} // which stand everywhere
	lia, vika := read(h.w.lia), read(h.w.vika)
	for i, in := range lia.Indicators {
		for _, bound := range []*float64{in.Bounds.Lower, in.Bounds.Optimum, in.Bounds.Green, in.Bounds.Yellow, in.Bounds.Red} {
			if bound != nil {
				bounds[fmt.Sprint(*bound)] = true
			}
		}
		for _, pair := range [][2]*float64{{in.Cell.Value, vika.Indicators[i].Cell.Value}, {in.Cell.Score, vika.Indicators[i].Cell.Score}} {
			if pair[0] == nil {
				continue
			}
			numbers = append(numbers, *pair[0])
			if pair[1] != nil {
				numbers = append(numbers, (*pair[0]+*pair[1])/2, *pair[0]+*pair[1])
			}
		}
	}
	for i, goal := range lia.Goals {
		if goal.Cell.Score != nil {
			numbers = append(numbers, *goal.Cell.Score)
			if other := vika.Goals[i].Cell.Score; other != nil {
				numbers = append(numbers, (*goal.Cell.Score+*other)/2)
			}
		}
	}
	var written []string
	for _, x := range numbers {
		for _, decimals := range []int{1, 2} {
			text := fmt.Sprintf("%.*f", decimals, x)
			if !strings.HasSuffix(text, "0") && !bounds[text] {
				written = append(written, strings.Replace(text, ".", "[.,]", 1))
			}
		}
	}
	slices.Sort(written)
	written = slices.Compact(written)
	if len(written) < 20 {
		h.t.Fatalf("only %d secrets: %v", len(written), written)
	}
	return regexp.MustCompile(`(^|[^0-9.,])(` + strings.Join(written, "|") + `)([^0-9]|$)`)
}

// TestQuality04WhatIsWithheldStandsNowhere reads everything that can be read of the round,
// in every format, as those who may not see Lia's figures.
func TestQuality04WhatIsWithheldStandsNowhere(t *testing.T) {
	h := onSQLite(t)
	round := hiddenRound(h)
	secret := secrets(h, round)
	region := h.w.testdal.String()
	paths := []string{"/status/regions/" + region + "?round=" + round.String(), "/status/regions/" + region, "/needs", "/rounds?region=" + region}
	codes := []string{"16.7-turnout", "16.1-crime", "9.c-fibre", "9.4-ev", "6.4-leak"}
	for _, code := range codes {
		paths = append(paths, fmt.Sprintf("/status/regions/%s/indicators/%s?round=%s", region, code, round))
	}
	for _, town := range []uuid.UUID{h.w.lia, h.w.vika, h.w.moen} {
		paths = append(paths, fmt.Sprintf("/status/municipalities/%s?round=%s", town, round), fmt.Sprintf("/status/municipalities/%s", town))
	}
	for _, chart := range chartNames {
		for _, town := range []string{"", h.w.lia.String(), h.w.vika.String()} {
			for _, format := range []string{"json", "csv", "svg"} {
				for i, code := range codes {
					if town == "" && (chart == "comparison" || chart == "radar") || i > 0 && chart != "distribution" && chart != "trend" && chart != "bars" {
						continue
					}
					path := fmt.Sprintf("/charts/%s?region=%s&round=%s&indicator=%s&format=%s&lang=en", chart, region, round, code, format)
					if town != "" {
						path += "&municipality=" + town
					}
					paths = append(paths, path)
				}
			}
		}
	}
	coordinates := regexp.MustCompile(`(?s)<(path|rect|line|circle|polygon)[^>]*>| [a-z-]+="[^"]*"`) // of drawings, not figures
	found := 0
	for _, as := range []string{"", "vika-respondent", "moen-respondent", "fjell-respondent", "nabo-coordinator", "varme", "coordinator", "lia-respondent"} {
		for _, path := range paths {
			res, body := h.call(row{as: as, method: "GET", path: path})
			if res.StatusCode != 200 {
				t.Fatalf("%s as %q: %d %s", path, as, res.StatusCode, short(body))
			}
			told := secret.FindString(coordinates.ReplaceAllString(body, ""))
			switch {
			case as == "coordinator" || as == "lia-respondent":
				if told != "" {
					found++
				}
			case told != "":
				t.Errorf("%s as %q tells %q", path, as, told)
			}
		}
	}
	if found < 20 {
		t.Errorf("those who may see the figures find them on %d pages only: the search is blind", found)
	}
}
