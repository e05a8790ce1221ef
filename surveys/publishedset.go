package surveys

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"loftet/indicators"
	"loftet/indicators/resultset"
	"loftet/indicators/scoring"
	"loftet/models"
)

// FromSet makes published results of a set that was read from files. Indicators
// without a column of values are left out; the reader's report names them. The
// year of the round is the newest of the values when year is 0; a set without a
// citation is cited by region and year.
func FromSet(set resultset.Set, region, country, source, method string, year int) Published {
	in := Published{Region: region, Country: country, Source: source, Method: method, Year: year}
	place := make(map[string]int, len(set.Entities))
	for i, e := range set.Entities {
		place[e.Code] = i
		in.Units = append(in.Units, PublishedUnit{Number: e.Code, Name: e.Name, Values: map[string]PublishedValue{}})
	}
	for _, v := range set.Values {
		if v.Observation.Missing != scoring.Present {
			continue
		}
		in.Units[place[v.Entity]].Values[v.Code] = PublishedValue{Value: v.Observation.Value, Year: v.Observation.Year}
		if year == 0 {
			in.Year = max(in.Year, v.Observation.Year)
		}
	}
	in.Source = cmp.Or(in.Source, cited(region, in.Year))
	for _, i := range set.Indicators {
		if i.Column != "" {
			in.Definitions = append(in.Definitions, definitionOf(i, in.Source))
		}
	}
	slices.SortStableFunc(in.Definitions, func(a, b indicators.Definition) int { return cmp.Compare(a.Goal, b.Goal) })
	return in
}

// cited names a set by its region and year, the year once.
func cited(region string, year int) string {
	if strings.Contains(region, strconv.Itoa(year)) {
		return region
	}
	return fmt.Sprintf("%s %d", region, year)
}

func definitionOf(i resultset.Indicator, source string) indicators.Definition {
	text := func(s string) models.Text { return models.Text{"en": s} }
	direction := "lower"
	if i.Ascending {
		direction = "higher"
	}
	lower, optimum := i.Lower, i.Optimum
	return indicators.Definition{
		Code: i.Code, Goal: i.Goal, Target: i.Target, Type: "number", Direction: direction,
		Unit: text(i.Unit), Name: text(i.Name), Question: text(i.Name), Help: text(i.Description),
		Decimals: decimalsFor(optimum - lower),
		Lower:    &lower, Optimum: &optimum, Green: i.Green, Yellow: i.Yellow, Red: i.Red,
		Basis: "published", ReferenceSet: text(source), ReferenceYear: i.Year, Owner: i.Source,
	}
}

// decimalsFor shows three digits of a scale that is as wide as this; codebooks
// do not say how many decimals their values deserve.
func decimalsFor(width float64) int {
	return min(max(2-int(math.Floor(math.Log10(math.Abs(width)))), 0), 6)
}
