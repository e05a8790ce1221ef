package needs

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"loftet/models"
)

// id makes a readable id that sorts by n.
func id(n int) uuid.UUID { return uuid.MustParse(fmt.Sprintf("00000000-0000-0000-0000-%012d", n)) }

func at(x float64) *float64 { return &x }

func people(n int) *int { return &n }

// region makes municipalities 1..n with 1000 residents each, of which the first
// have responded.
func municipalities(n, responded int) []Standing {
	list := make([]Standing, n)
	for i := range list {
		list[i] = Standing{Organisation: id(i + 1), Residents: people(1000), Responded: i < responded}
	}
	return list
}

// scores makes results on one indicator, one for each municipality from 1 on.
func scores(code string, indicator int, list ...float64) []Result {
	results := make([]Result, len(list))
	for i, score := range list {
		results[i] = Result{Organisation: id(i + 1), Indicator: id(indicator), Code: code, Score: at(score)}
	}
	return results
}

func codes(f Finding) []string {
	var list []string
	for _, c := range f.Candidates {
		list = append(list, c.Code)
	}
	return list
}

func TestWhatIsCommonToARegion(t *testing.T) {
	falling := func(now, before float64) []Result {
		results := scores("6.4-leak", 100, now, now, 90, 90, 90, 90)
		for i := range results[:2] {
			results[i].Previous = at(before)
		}
		return results
	}
	prioritised := func(results []Result, of ...int) []Result {
		for _, i := range of {
			results[i].Prioritised = true
		}
		return results
	}
	large := municipalities(10, 10)
	large[0].Residents, large[1].Residents = people(3000), people(2000)
	unknown := slices.Clone(large)
	unknown[9].Residents = nil
	absent := scores("6.4-leak", 100, 10, 10, 10)
	absent[0].Score, absent[1].Score = nil, nil
	gaps := slices.Clone(absent)
	gaps[0].Missing, gaps[1].Missing = true, true
	for name, row := range map[string]struct {
		members []Standing
		results []Result
		found   bool
	}{
		"two of six far":                            {municipalities(6, 6), scores("6.4-leak", 100, 20, 32.9, 90, 90, 90, 90), true},
		"behind up to but not at 66":                {municipalities(6, 6), scores("6.4-leak", 100, 65.9, 33, 90, 90, 90, 90), true},
		"66 is near":                                {municipalities(6, 6), scores("6.4-leak", 100, 66, 33, 90, 90, 90, 90), false},
		"one alone is never common":                 {municipalities(3, 3), scores("6.4-leak", 100, 0, 90, 90), false},
		"three of ten are 30 per cent":              {municipalities(10, 10), scores("6.4-leak", 100, 0, 0, 0, 90, 90, 90, 90, 90, 90, 90), true},
		"two of ten are not":                        {municipalities(10, 10), scores("6.4-leak", 100, 0, 0, 90, 90, 90, 90, 90, 90, 90, 90), false},
		"two of ten with 5 of 13 residents are":     {large, scores("6.4-leak", 100, 0, 0, 90, 90, 90, 90, 90, 90, 90, 90), true},
		"not when a number of residents is unknown": {unknown, scores("6.4-leak", 100, 0, 0, 90, 90, 90, 90, 90, 90, 90, 90), false},
		"two fell by five":                          {municipalities(6, 6), falling(80, 85), true},
		"two fell by less":                          {municipalities(6, 6), falling(80, 84.9), false},
		"two rose":                                  {municipalities(6, 6), falling(80, 60), false},
		"two give it priority":                      {municipalities(6, 6), prioritised(scores("6.4-leak", 100, 96, 90, 90, 90, 90, 90), 0, 1), true},
		"one gives it priority, one is far":         {municipalities(6, 6), prioritised(scores("6.4-leak", 100, 96, 0, 90, 90, 90, 90), 0), true},
		"one gives it priority":                     {municipalities(6, 6), prioritised(scores("6.4-leak", 100, 90, 90, 90, 90, 90, 90), 0), false},
		"priority where nothing gives a score":      {municipalities(3, 3), prioritised(slices.Clone(absent), 0, 1), true},
		"priority without a figure is a gap":        {municipalities(3, 3), prioritised(gaps, 0, 1), false},
		"half have responded":                       {municipalities(6, 3), scores("6.4-leak", 100, 0, 0, 0), true},
		"fewer than half have":                      {municipalities(7, 3), scores("6.4-leak", 100, 0, 0, 0), false},
		"a region of two":                           {municipalities(2, 2), scores("6.4-leak", 100, 0, 0), false},
		"who has not responded does not count":      {municipalities(6, 3), scores("6.4-leak", 100, 0, 90, 90, 0, 0, 0), false},
		"no score is no need":                       {municipalities(3, 3), absent, false},
	} {
		t.Run(name, func(t *testing.T) {
			found := Rules().Find(row.members, row.results)
			if got := len(found.Candidates) == 1; got != row.found {
				t.Errorf("candidate: %v, want %v (%+v)", got, row.found, found)
			}
		})
	}
}

func TestMissingDataIsAGapAndNeverANeed(t *testing.T) {
	results := scores("6.4-leak", 100, 0, 0, 0)
	for i := range results {
		results[i].Score, results[i].Missing = nil, true
	}
	found := Rules().Find(municipalities(3, 3), results)
	want := []Gap{{Indicator: id(100), Code: "6.4-leak", Missing: 3}}
	if len(found.Candidates) != 0 || !cmp.Equal(found.Gaps, want) {
		t.Errorf("got %+v", found)
	}
}

func TestPriorityAddsUpByHand(t *testing.T) {
	members := municipalities(4, 4)
	members[0].Residents = people(7000) // 10,000 in all
	results := scores("6.4-leak", 100, 20, 40, 90, 90)
	results[0].Previous, results[1].Previous = at(30), at(40)
	found := Rules().Find(members, results)
	if len(found.Candidates) != 1 {
		t.Fatalf("got %+v", found)
	}
	got := found.Candidates[0]
	want := map[string]float64{
		PartSeverity:  30 * 0.70, // gaps 80 and 60
		PartBreadth:   20 * 0.50, // two of four
		PartPeople:    20 * 0.80, // 8,000 of 10,000
		PartPolitical: 0,
		PartTrend:     10 * 0.50, // one of two has fallen
		PartReadiness: 0,
	}
	for key, points := range want {
		if math.Abs(got.Parts[key]-points) > 1e-9 {
			t.Errorf("%s = %v, want %v", key, got.Parts[key], points)
		}
	}
	if len(got.Parts) != len(want) || math.Abs(got.Priority-52) > 1e-9 {
		t.Errorf("priority %v of %v, want 52", got.Priority, got.Parts)
	}
	if !got.Hits[0].Fell || got.Hits[1].Fell || got.Hits[0].Because != BecauseBand {
		t.Errorf("hits %+v", got.Hits)
	}
}

func TestTiesAreBrokenByPeopleBreadthCode(t *testing.T) {
	members := municipalities(4, 4)
	same := append(scores("b", 101, 0, 0, 90, 90), scores("a", 102, 0, 0, 90, 90)...)
	if got := codes(Rules().Find(members, same)); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("by code: %v", got)
	}
	list := []Candidate{
		{Code: "a", Priority: 40, People: .2, Hits: make([]Hit, 9)},
		{Code: "b", Priority: 40, People: .3, Hits: make([]Hit, 2)},
		{Code: "c", Priority: 40, People: .3, Hits: make([]Hit, 3)},
		{Code: "d", Priority: 41},
	}
	slices.SortFunc(list, byPriority)
	if got := codes(Finding{Candidates: list}); !slices.Equal(got, []string{"d", "c", "b", "a"}) {
		t.Errorf("by priority, people, breadth: %v", got)
	}
}

func TestReadinessCountsContactAndDeadline(t *testing.T) {
	r := Rules()
	for _, row := range []struct {
		contact  string
		deadline models.Date
		want     float64
	}{{"", "", 0}, {"post@gol.example", "", 5. / 3}, {"post@gol.example", "2026-09-01", 10. / 3}} {
		if got := r.readiness(row.contact, row.deadline); math.Abs(got-row.want) > 1e-9 {
			t.Errorf("%q, %q: %v, want %v", row.contact, row.deadline, got, row.want)
		}
	}
}

func TestWeightsSumToAHundred(t *testing.T) {
	sum := 0.0
	for _, w := range Rules().Weights {
		sum += w.Points
	}
	if sum != 100 {
		t.Errorf("weights sum to %v", sum)
	}
}

// rounds draws a region with results on a few indicators.
var rounds = rapid.Custom(func(t *rapid.T) (r struct {
	Members []Standing
	Results []Result
},
) {
	score := rapid.Custom(func(t *rapid.T) *float64 {
		if rapid.Bool().Draw(t, "none") {
			return nil
		}
		return at(rapid.Float64Range(0, 100).Draw(t, "score"))
	})
	for m := range rapid.IntRange(0, 9).Draw(t, "members") {
		member := Standing{Organisation: id(m + 1), Responded: rapid.Bool().Draw(t, "responded")}
		if rapid.Bool().Draw(t, "known") {
			member.Residents = people(rapid.IntRange(0, 30000).Draw(t, "residents"))
		}
		r.Members = append(r.Members, member)
		for i := range 4 {
			r.Results = append(r.Results, Result{
				Organisation: member.Organisation, Indicator: id(100 + i), Code: fmt.Sprint("c", i),
				Score: score.Draw(t, "now"), Previous: score.Draw(t, "before"),
			})
		}
	}
	return r
})

func TestOrderOfTheInputDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rounds.Draw(t, "round")
		want := Rules().Find(in.Members, in.Results)
		seed := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "a"), 1))
		seed.Shuffle(len(in.Members), func(i, j int) { in.Members[i], in.Members[j] = in.Members[j], in.Members[i] })
		seed.Shuffle(len(in.Results), func(i, j int) { in.Results[i], in.Results[j] = in.Results[j], in.Results[i] })
		if diff := cmp.Diff(want, Rules().Find(in.Members, in.Results)); diff != "" {
			t.Fatalf("order changes the finding:\n%s", diff)
		}
	})
}

func TestEveryCandidateKeepsTheRules(t *testing.T) {
	r := Rules()
	rapid.Check(t, func(t *rapid.T) {
		in := rounds.Draw(t, "round")
		found := r.Find(in.Members, in.Results)
		for i, c := range found.Candidates {
			sum := 0.0
			for _, w := range r.Weights {
				points := c.Parts[w.Key]
				if points < 0 || points > w.Points {
					t.Errorf("%s gives %v of %v", w.Key, points, w.Points)
				}
				sum += points
			}
			if sum != c.Priority || c.Priority > 100 {
				t.Errorf("parts sum to %v, priority is %v", sum, c.Priority)
			}
			if len(c.Hits) < r.MinimumMunicipalities || found.TooSmall || found.TooFew {
				t.Errorf("candidate of %d in %+v", len(c.Hits), found)
			}
			if i > 0 && found.Candidates[i-1].Priority < c.Priority {
				t.Error("candidates are out of order")
			}
		}
	})
}
