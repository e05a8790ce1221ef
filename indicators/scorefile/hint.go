package scorefile

import (
	"fmt"
	"math"

	"loftet/indicators/scoring"
)

// ownHint says what would make this one score come out: another year's value, the
// bounds the other way round, another scale, or no limits.
func (c *Checked) ownHint(scale *scoring.Scale, list []scoring.Observation) string {
	spec := scale.Spec()
	for _, o := range list {
		if o.Missing != scoring.Present || o.FromScore || o.Year == c.year {
			continue
		}
		if score, ok := scale.Score(o.Value); ok && c.near(score) {
			return fmt.Sprintf("the value of %d gives it", o.Year)
		}
	}
	if c.near(100 - c.computed) {
		return "it fits with lower and optimum the other way round"
	}
	if math.Abs(100*c.score-c.computed) <= 100*c.tolerance && c.score >= 0 && c.score <= 1 {
		return "it fits as a share of 1 instead of 100"
	}
	if c.score < 0 || c.score > 100 {
		if spec.Middle == nil && c.near(100*(c.value-spec.Lower)/(spec.Optimum-spec.Lower)) {
			return "it fits without the limits 0 and 100"
		}
		return "no bounds give a score outside 0 to 100"
	}
	return ""
}

// boundsHint says which bounds the published scores of an indicator fit instead, all
// of them; or how many fit the stated ones, so that single rows are at fault. It
// needs three different scores between the limits, for two fit any line.
func boundsHint(rows []Checked) string {
	agree := 0
	for i := range rows {
		if rows[i].Verdict == Agrees {
			agree++
		}
	}
	if lower, optimum, ok := fitted(rows); ok {
		return fmt.Sprintf("all %d published scores fit lower %.6g and optimum %.6g", len(rows), lower, optimum)
	}
	return fmt.Sprintf("%d of %d published scores of the indicator fit the stated bounds, and no other bounds fit them all", agree, len(rows))
}

// fitted draws the line through the scores strictly between the limits and gives
// its bounds, where every row then comes out within twice its tolerance: the
// values, too, are published rounded.
func fitted(rows []Checked) (lower, optimum float64, ok bool) {
	var n, sumX, sumY float64
	different := make(map[float64]bool)
	for i := range rows {
		if c := &rows[i]; c.score > 0 && c.score < 100 {
			n, sumX, sumY = n+1, sumX+c.value, sumY+c.score
			different[c.score] = true
		}
	}
	if len(different) < 3 {
		return 0, 0, false
	}
	meanX, meanY := sumX/n, sumY/n
	var xx, xy float64
	for i := range rows {
		if c := &rows[i]; c.score > 0 && c.score < 100 {
			xx += (c.value - meanX) * (c.value - meanX)
			xy += (c.value - meanX) * (c.score - meanY)
		}
	}
	slope := xy / xx
	lower, optimum = meanX-meanY/slope, meanX+(100-meanY)/slope
	scale, _, err := scoring.NewScale(scoring.Spec{Goal: 1, Lower: lower, Optimum: optimum})
	if err != nil {
		return 0, 0, false
	}
	for i := range rows {
		score, _ := scale.Score(rows[i].value)
		if !(math.Abs(score-rows[i].score) <= 2*rows[i].tolerance) {
			return 0, 0, false
		}
	}
	return lower, optimum, true
}
