package indicators_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"loftet/indicators"
	"loftet/internal/dbtest"
	"loftet/models"
	"loftet/orgs"
)

const propertyYear = 2025

var towns = []string{"Flå", "Gol", "Hol", "Nesbyen", "Ål"}

// drawn is a random small region as a naive reader would note it down.
type drawn struct {
	statistics map[[2]string]map[int]answer // town and code: figure by year
	submitted  map[string]map[string]answer // town: answers by code
	leftOut    map[string][]int
	publishes  map[string]bool
}

func draw(t *rapid.T) drawn {
	d := drawn{map[[2]string]map[int]answer{}, map[string]map[string]answer{}, map[string][]int{}, map[string]bool{}}
	value := rapid.OneOf(
		rapid.Map(rapid.IntRange(-10, 110), func(n int) answer { return float64(n) }),
		rapid.SampledFrom([]answer{"no_data", "suppressed"}))
	own := rapid.OneOf(
		rapid.Map(rapid.IntRange(0, 100), func(n int) answer { return float64(n) }),
		rapid.SampledFrom([]answer{"no_data", "not_applicable", "declined", "not_answered"}))
	for _, town := range towns {
		d.publishes[town] = rapid.Bool().Draw(t, "publishes")
		if rapid.Bool().Draw(t, "submits") {
			d.submitted[town] = map[string]answer{}
			d.leftOut[town] = rapid.SliceOfNDistinct(rapid.SampledFrom([]int{1, 3}), 0, 1, rapid.ID[int]).Draw(t, "left out")
		}
		for _, one := range threeIndicators() {
			if d.submitted[town] != nil && !slices.Contains(d.leftOut[town], one.Goal) {
				d.submitted[town][one.Code] = own.Draw(t, "answer")
			}
			d.statistics[[2]string{town, one.Code}] = rapid.MapOfN(rapid.IntRange(2022, 2027), value, 0, 3).Draw(t, "statistics")
		}
	}
	return d
}

func (d drawn) write(w *world) {
	for _, town := range towns {
		if answers := d.submitted[town]; answers != nil {
			w.submit(town, d.leftOut[town], answers)
		}
	}
	w.write(func(tx *models.Tx) error {
		for _, town := range towns {
			if d.publishes[town] {
				if err := tx.G.Model(&models.Organisation{}).Where("id = ?", w.towns[town]).Updates(map[string]any{"publishes_figures": true, "version": 2}).Error; err != nil {
					return err
				}
			}
			for code, in := range w.inds {
				for year, a := range d.statistics[[2]string{town, code}] {
					state, value := figure(a)
					w.create(tx, &models.Observation{ID: models.NewID(), IndicatorID: in.ID, OrganisationID: w.towns[town], Year: year,
						State: state, Value: value, Origin: "statistics", Source: "s", Revision: 1, CreatedAt: tx.Now})
				}
			}
		}
		return imported(tx)
	})
}

// effective is the figure of a town by the rules, said anew; closed tells that
// its own figures may not be shown.
func (d drawn) effective(town, code string, closed bool) (answer, bool) {
	own, answered := d.submitted[town][code]
	answered = answered && own != "not_answered"
	if answered && !closed {
		return own, true
	}
	for year := propertyYear; year >= 2022; year-- {
		if a, ok := d.statistics[[2]string{town, code}][year]; ok {
			return a, false
		}
	}
	if answered {
		return "withheld", false
	}
	in := slices.IndexFunc(threeIndicators(), func(one indicators.Definition) bool { return one.Code == code })
	if slices.Contains(d.leftOut[town], threeIndicators()[in].Goal) {
		return "left_out", false
	}
	return "not_answered", false
}

// naiveScore is the score by pen and paper; NaN for none.
func naiveScore(code string, a answer) float64 {
	x, ok := a.(float64)
	if !ok {
		return math.NaN()
	}
	switch code {
	case "1.1-b":
		x = 100 * (20 - x) / 20
	case "3.1-c":
		x = 100 * (50 - math.Abs(x-50)) / 50
	}
	return math.Min(100, math.Max(0, x))
}

func TestViewEqualsNaiveRecomputation(t *testing.T) {
	db := dbtest.SQLite(t)
	rapid.Check(t, func(rt *rapid.T) {
		w := newWorld(t, db, threeIndicators(), towns...)
		w.newRound("published", propertyYear)
		d := draw(rt)
		d.write(w)
		reader := rapid.SampledFrom([]orgs.Actor{system, {}, {Org: w.towns["Gol"], Scope: orgs.ScopeMunicipality}}).Draw(rt, "reader")
		v := w.mustView(reader, indicators.ViewInput{RoundID: &w.round.ID})
		for _, town := range towns {
			closed := reader.Scope != orgs.ScopeAny && !d.publishes[town] && (reader.Org != w.towns[town])
			d.checkTown(rt, w, v, town, closed)
		}
		d.checkSums(rt, w, v, reader)
	})
}

func (d drawn) checkTown(t *rapid.T, w *world, v indicators.View, town string, closed bool) {
	sums, scored := map[int]float64{}, map[int]int{}
	for code, in := range w.inds {
		want, confirmed := d.effective(town, code, closed)
		state, value := figure(want)
		cell := w.cell(v, town, code)
		score := naiveScore(code, want)
		if cell.State != state || (value == nil) != (cell.Value == nil) || value != nil && *value != *cell.Value || cell.Confirmed != confirmed {
			t.Fatalf("%s %s: want %v confirmed %t, got %s", town, code, want, confirmed, show(cell))
		}
		if math.IsNaN(score) != (cell.Score == nil) || cell.Score != nil && math.Abs(*cell.Score-score) > 1e-9 {
			t.Fatalf("%s %s: want score %v, got %s", town, code, score, show(cell))
		}
		if !math.IsNaN(score) {
			sums[in.Goal] += score
			scored[in.Goal]++
		}
	}
	for goal, total := range map[int]int{1: 2, 3: 1} {
		got := w.goal(v, town, goal)
		if slices.Contains(d.leftOut[town], goal) {
			if !got.LeftOut || got.Score != nil || got.Covered {
				t.Fatalf("%s has left out goal %d: %s", town, goal, showGoal(got))
			}
			continue
		}
		if got.LeftOut || got.Available != scored[goal] || got.Total != total || got.Covered != (scored[goal] == total) {
			t.Fatalf("%s goal %d: want %d of %d, got %s", town, goal, scored[goal], total, showGoal(got))
		}
		if n := scored[goal]; n > 0 && math.Abs(*got.Score-sums[goal]/float64(n)) > 1e-9 {
			t.Fatalf("%s goal %d: want %v, got %s", town, goal, sums[goal]/float64(n), showGoal(got))
		}
	}
}

// checkSums holds means against the figures they may be made of: all of them
// where none, or at least three, of their values are hidden.
func (d drawn) checkSums(t *rapid.T, w *world, v indicators.View, reader orgs.Actor) {
	for code, in := range w.inds {
		var all, open []float64
		hidden, hiddenValues := 0, 0
		for _, town := range towns {
			closed := reader.Scope != orgs.ScopeAny && !d.publishes[town] && reader.Org != w.towns[town]
			truth, own := d.effective(town, code, false)
			if x, ok := truth.(float64); ok {
				all = append(all, x)
				if own && closed {
					hiddenValues++
				}
			}
			if own && closed {
				hidden++
			}
			if shown, _ := d.effective(town, code, closed); shown != nil {
				if x, ok := shown.(float64); ok {
					open = append(open, x)
				}
			}
		}
		want := all
		if hidden > 0 && hiddenValues < 3 {
			want = open
		}
		got := v.Values(in.ID)
		if got.Units != len(want) {
			t.Fatalf("%s: mean over %d, want %d (%d hidden)", code, got.Units, len(want), hidden)
		}
		var sum float64
		for _, x := range want {
			sum += x
		}
		if n := float64(len(want)); n > 0 && math.Abs(*got.Mean-sum/n) > 1e-9 {
			t.Fatalf("%s: mean %v, want %v", code, *got.Mean, sum/n)
		}
	}
}
