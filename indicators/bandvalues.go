package indicators

import (
	"math"

	"loftet/indicators/catalogue"
	"loftet/indicators/scoring"
)

// BandValues is a band in the values of an indicator; with direction middle they
// are distances from the middle.
type BandValues struct {
	scoring.BandRange // in points

	Worst, Best float64   // where the band begins, and where the next better one does
	Decimals    int       // to write Worst and Best with
	Answers     []float64 // of the values that alone can be answered, those in the band; nil where all can
}

// At gives the value that scores so many points, which is Scale.Score turned
// around. The bounds must be such that [Bounds.Scored].
func (b Bounds) At(score float64) float64 {
	return *b.Lower + (*b.Optimum-*b.Lower)*score/100
}

// BandsIn gives the bands in the values of an indicator on some bounds, from best
// to worst; none where they score nothing.
func (in Indicator) BandsIn(b Bounds) []BandValues {
	if !b.Scored() {
		return nil
	}
	scale, _, err := scoring.NewScale(in.spec(b))
	if err != nil { // a catalogue or target with such bounds is refused
		return nil
	}
	bands, decimals := scoring.Bands(), in.Decimals
	for _, r := range bands[:len(bands)-1] { // the lowest has no limit below it
		// a limit between two numbers would be told wrongly, so that all have one more
		if power := math.Pow10(in.Decimals); math.Abs(math.Round(b.At(r.From)*power)/power-b.At(r.From)) > 1e-9 {
			decimals = in.Decimals + 1
		}
	}
	list := make([]BandValues, len(bands))
	for i, r := range bands {
		list[i] = BandValues{BandRange: r, Worst: b.At(r.From), Best: b.At(r.To), Decimals: decimals}
		if catalogue.Type(in.Type) == catalogue.YesPartlyNo {
			list[i].Answers = answersIn(scale, r.Band)
		}
	}
	return list
}

// answersIn gives what yes, partly and no count where they fall into a band.
func answersIn(scale *scoring.Scale, band scoring.Band) []float64 {
	answers := []float64{}
	for _, choice := range catalogue.Choices() {
		value, _ := catalogue.ChoiceValue(choice)
		if score, _ := scale.Score(value); scoring.BandOf(score) == band {
			answers = append(answers, value)
		}
	}
	return answers
}
