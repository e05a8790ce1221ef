package resultset

import (
	"cmp"
	"maps"
	"math"
	"slices"

	"loftet/indicators/scoring"
	"loftet/internal/csvtable"
)

// Tolerance is the largest difference between a published and a recomputed
// score that counts as none. Published sets are kept in single precision.
const Tolerance = 0.0002

// Agreement compares published numbers with recomputed ones.
type Agreement struct {
	Compared int     // published numbers
	Off      int     // of these, the ones that differ by more than Tolerance or can't be recomputed
	Worst    float64 // largest difference among those that could be recomputed
}

func (a *Agreement) add(published, computed float64, scored bool) {
	a.Compared++
	if !scored {
		a.Off++
		return
	}
	difference := math.Abs(published - computed)
	a.Worst = max(a.Worst, difference)
	if difference > Tolerance {
		a.Off++
	}
}

// Verification is how well the published results can be computed again.
type Verification struct {
	Scores, Goals, Indices, Ranks Agreement
	ByIndicator                   map[string]Agreement // by code
}

// Verify computes everything again by the method, without filling, and compares
// it with what was published. The set must be sound.
func Verify(set Set, method scoring.Method) (Verification, error) {
	units, err := scoring.Evaluate(method, set.Scales(), set.Units(), scoring.Options{})
	if err != nil {
		return Verification{}, err
	}
	v := Verification{ByIndicator: make(map[string]Agreement)}
	for _, u := range units {
		for _, r := range u.Indicators {
			if published, there := set.Published.Scores[u.Code][r.Code]; there {
				v.Scores.add(published, r.Score, r.Scored)
				one := v.ByIndicator[r.Code]
				one.add(published, r.Score, r.Scored)
				v.ByIndicator[r.Code] = one
			}
		}
		for _, g := range u.Goals {
			if published, there := set.Published.Goals[u.Code][g.Goal]; there {
				v.Goals.add(published, g.Score, g.Scored)
			}
		}
		if published, there := set.Published.Index[u.Code]; there {
			v.Indices.add(published, u.Index.Score, u.Index.Scored)
		}
		if published, there := set.Published.Rank[u.Code]; there {
			v.Ranks.add(float64(published), float64(u.Rank), u.Rank > 0)
		}
	}
	return v, nil
}

// Warnings says which published numbers don't fit, one line for each indicator
// and one each for goals, indices and ranks.
func (v Verification) Warnings(set Set, codebook, values string) []csvtable.Fault {
	var found csvtable.Findings
	lines := make(map[string]int)
	for _, indicator := range set.Indicators {
		lines[indicator.Code] = indicator.line
	}
	codes := slices.SortedFunc(maps.Keys(v.ByIndicator), func(a, b string) int { return cmp.Compare(lines[a], lines[b]) })
	for _, code := range codes {
		if a := v.ByIndicator[code]; a.Off > 0 {
			found.Warn(codebook, lines[code], "%s: %d of %d published scores do not follow from lower and optimum, the worst by %.4g", code, a.Off, a.Compared, a.Worst)
		}
	}
	for _, part := range []struct {
		name string
		Agreement
	}{{"goal scores", v.Goals}, {"index values", v.Indices}, {"ranks", v.Ranks}} {
		if part.Off > 0 {
			found.Warn(values, 0, "%d of %d published %s do not come out again, the worst by %.4g", part.Off, part.Compared, part.name, part.Worst)
		}
	}
	return found.Warnings
}
