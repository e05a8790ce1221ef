package api

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"loftet/charts"
	"loftet/indicators"
	"loftet/indicators/catalogue"
	"loftet/surveys/paper"
)

// chartStates are the states of missing figures in the words of charts.
var chartStates = map[string]charts.State{
	indicators.StateSuppressed: charts.Suppressed, indicators.StateNoData: charts.NoData,
	indicators.StateNotApplicable: charts.NotApplicable, indicators.StateDeclined: charts.Declined,
	indicators.StateNotAnswered: charts.NotAnswered, indicators.StateLeftOut: charts.LeftOut, indicators.StateWithheld: charts.Withheld,
}

// chartValue shows a figure of an indicator.
func chartValue(c indicators.Cell) charts.Value {
	if c.Value == nil {
		return charts.Value{State: chartStates[c.State]}
	}
	v := charts.Value{Number: *c.Value, Band: charts.Band(c.Band), State: charts.Unconfirmed}
	switch {
	case c.Uncertain:
		v.State = charts.Uncertain
	case c.Confirmed:
		v.State = charts.Confirmed
	}
	return v
}

// chartGoal shows a goal score; without enough figures behind it there is none
// to compare.
func chartGoal(g indicators.GoalCell) charts.Value {
	switch {
	case g.LeftOut:
		return charts.Value{State: charts.LeftOut}
	case g.Score != nil && g.Covered:
		return charts.Value{Number: *g.Score, Band: charts.Band(g.Band), State: confirmedBy(g.Confirmed >= g.Available)}
	case g.Withheld:
		return charts.Value{State: charts.Withheld}
	}
	return charts.Value{State: charts.TooFew}
}

// chartMean shows the mean of a goal over the region: confirmed where every
// figure behind it is.
func (b *chartBuilder) chartMean(goal int, mean *float64) charts.Value {
	if mean == nil {
		return charts.Value{State: charts.TooFew}
	}
	confirmed := true
	for _, m := range b.Members {
		g := b.goalOf(m.ID, goal)
		if g.Covered && g.Score != nil {
			confirmed = confirmed && g.Confirmed >= g.Available
		}
	}
	return charts.Value{Number: *mean, Band: charts.Band(indicators.BandOf(*mean)), State: confirmedBy(confirmed)}
}

// chartChoices are the answers that the figures of an indicator stand for, none
// where they are numbers.
func chartChoices(in indicators.Indicator, lang string) []charts.Choice {
	if in.Type != string(catalogue.YesPartlyNo) {
		return nil
	}
	var choices []charts.Choice
	for _, word := range catalogue.Choices() {
		number, _ := catalogue.ChoiceValue(word)
		choices = append(choices, charts.Choice{Number: number, Word: paper.ChoiceWord(word, lang)})
	}
	return choices
}

func confirmedBy(yes bool) charts.State {
	if yes {
		return charts.Confirmed
	}
	return charts.Unconfirmed
}

// maxSources is how many sources a chart names; the rest are counted.
const maxSources = 5

// sources names where the figures come from, the most used first: of one
// indicator, or of all.
func (b *chartBuilder) sources(only *indicators.Indicator) string {
	count := map[string]int{}
	for _, m := range b.Members {
		if b.municipality != nil && only == nil && m.ID != b.municipality.ID {
			continue
		}
		b.countSources(count, m.ID, only)
	}
	names := slices.SortedFunc(maps.Keys(count), func(x, y string) int {
		return cmp.Or(cmp.Compare(count[y], count[x]), cmp.Compare(x, y))
	})
	if len(names) <= maxSources {
		return strings.Join(names, "; ")
	}
	return strings.Join(names[:maxSources], "; ") + "; " + fmt.Sprintf(b.words.moreSources, len(names)-maxSources)
}

func (b *chartBuilder) countSources(count map[string]int, organisation uuid.UUID, only *indicators.Indicator) {
	list := b.Indicators
	if only != nil {
		list = []indicators.Indicator{*only}
	}
	for _, in := range list {
		c := b.Cell(organisation, in.ID)
		switch {
		case c.Value == nil:
		case c.Source != "":
			count[c.Source]++
		case c.Origin == indicators.OriginResponse:
			count[b.words.ownSource]++
		}
	}
}

// years names a span of years, or the one year that it is.
func years(first, last int) string {
	if first == last {
		return strconv.Itoa(first)
	}
	return fmt.Sprintf("%d–%d", first, last)
}
