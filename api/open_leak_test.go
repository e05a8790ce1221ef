package api_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/google/uuid"

	"loftet/api"
	"loftet/models"
	"loftet/orgs"
)

// leakWorld is a published round that five municipalities have answered.
type leakWorld struct {
	*harness
	round uuid.UUID
	towns []uuid.UUID
}

const leaky = "9.4-ev"

func newLeakWorld(t *testing.T) *leakWorld {
	t.Helper()
	h := onSQLite(t)
	w := &leakWorld{harness: h, towns: []uuid.UUID{h.w.moen, h.w.lia, h.w.vika}}
	err := h.w.db.Write(t.Context(), func(tx *models.Tx) error {
		for i, name := range []string{"Storli", "Tunet"} {
			w.towns = append(w.towns, h.w.municipality(tx, name, fmt.Sprint(9910+i), h.w.testdal, 700))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	w.round = withOpenData(t, h)
	rooms := api.NewRooms(h.w.db, nil, nil, "http://loftet.test")
	round, err := rooms.Surveys.GetRound(t.Context(), orgs.SystemActor("test"), w.round)
	if err != nil {
		t.Fatal(err)
	}
	for i, town := range w.towns {
		if town != h.w.lia && town != h.w.vika {
			h.submit(rooms, round, town, map[string]float64{leaky: float64(20 + 7*i)})
		}
	}
	return w
}

// add adds to what a municipality has answered, behind everybody's back.
func (w *leakWorld) add(town uuid.UUID, more float64) {
	w.exec("update observations set value = value + ? where organisation_id = ? and origin = 'response' and state = 'value' and indicator_id in (select id from indicators where code = ?)", more, town, leaky)
}

func (w *leakWorld) exec(query string, args ...any) {
	w.t.Helper()
	if err := w.w.db.Write(w.t.Context(), func(tx *models.Tx) error { return tx.G.Exec(query, args...).Error }); err != nil {
		w.t.Fatal(err)
	}
}

// everything is all that open data say, read by a program that has just begun.
func (w *leakWorld) everything() string {
	w.t.Helper()
	server := newServer(w.t, w.w.db)
	handler, err := server.Handler()
	if err != nil {
		w.t.Fatal(err)
	}
	w.handler = handler
	region, all := w.w.testdal.String(), ""
	for _, path := range []string{"datasets", "datasets/" + region,
		"datasets/" + region + "/" + w.round.String() + "/data.json", "datasets/" + region + "/latest/data.csv", "datasets/" + region + "/2026/data.json",
		"datasets/" + region + "/latest/data.csv-metadata.json", "sdg/" + region + "/" + leaky + "/data.csv", "sdg/" + region + "/" + leaky + "/meta.json",
		"kolada/" + region + "/data/kpi/" + leaky + "/municipality/all", "kolada/" + region + "/data/kpi/all/year/2026", "kolada/" + region + "/kpi"} {
		_, body := w.open(path)
		all += body + "\n"
	}
	return all
}

// TestNobodyCanWorkOutAWithheldFigure: whatever some municipalities publish, each
// withheld figure could as well be another one, with all that is told the same byte
// by byte. With up to two withheld nothing depends on them; with three or more only
// their sum does, so that one may be more when another is less.
func TestNobodyCanWorkOutAWithheldFigure(t *testing.T) {
	w := newLeakWorld(t)
	random := rand.New(rand.NewPCG(5, 9))
	counts := map[int]bool{}
	for range 7 {
		var hidden, shown []uuid.UUID
		for _, town := range w.towns {
			publishes := random.IntN(5) < 2
			w.exec("update organisations set publishes_figures = ?, version = version + 1 where id = ?", publishes, town)
			if publishes {
				shown = append(shown, town)
			} else {
				hidden = append(hidden, town)
			}
		}
		counts[min(len(hidden), 3)] = true
		before := w.everything()
		for i, town := range hidden {
			w.add(town, 3)
			if len(hidden) > 2 {
				w.add(hidden[(i+1)%len(hidden)], -3)
			}
			if w.everything() != before {
				t.Fatalf("with %d withheld, what is told depends on one of them", len(hidden))
			}
			w.add(town, -3)
			if len(hidden) > 2 {
				w.add(hidden[(i+1)%len(hidden)], 3)
			}
		}
		if len(shown) > 0 { // else nothing would be tested
			w.add(shown[0], 3)
			if w.everything() == before {
				t.Fatal("what is published does not show")
			}
			w.add(shown[0], -3)
		}
	}
	if !counts[3] || !(counts[1] || counts[2]) {
		t.Errorf("the patterns had only %v withheld", counts)
	}
}
