package catalogue

import (
	"loftet/indicators/formula"
	"loftet/indicators/scoring"
)

// ChoiceValue gives what "yes", "partly" or "no" counts: 100, 50 or 0; false
// for any other word.
func ChoiceValue(choice string) (float64, bool) {
	switch choice {
	case "yes":
		return 100, true
	case "partly":
		return 50, true
	case "no":
		return 0, true
	}
	return 0, false
}

// Choices are the words that [ChoiceValue] knows, the best first.
func Choices() []string { return []string{"yes", "partly", "no"} }

// ChoiceOf gives the word that counts as much as a value; false where none does.
func ChoiceOf(value float64) (string, bool) {
	for _, choice := range Choices() {
		if counts, _ := ChoiceValue(choice); counts == value {
			return choice, true
		}
	}
	return "", false
}

// Combined gives the value that the parts of an answer make together by the
// indicator's [Indicator.Rule], by their keys; a yes is 1 and a no 0. False when a part
// is missing, is not a whole number from 0 (a yes_no: 0 or 1), when the rule has no
// result, as for a share of nothing, or when a share would exceed the whole. A
// municipality that has published no procurement has no share of them: not 0, but not
// applicable.
func (in Indicator) Combined(parts map[string]float64) (float64, bool) {
	for _, p := range in.Parts {
		if x, given := parts[p.Key]; !given || !p.admits(x) {
			return 0, false
		}
	}
	if in.Combine == Share && parts[in.Parts[0].Key] > parts[in.Parts[1].Key] {
		return 0, false
	}
	got := rules.of(in).Work("", func(key string) formula.Operand { return formula.Operand{Value: parts[key]} })
	return got.Value, got.Missing == scoring.Present
}

// admits refuses fractions, negative numbers, NaN and what no municipality can
// have counted.
func (p Part) admits(x float64) bool {
	limit := 1e9
	if p.Type == YesNo {
		limit = 1
	}
	return x >= 0 && x <= limit && x == float64(int64(x))
}
