package surveys

import (
	"cmp"
	"math"
	"slices"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/models"
	"loftet/orgs"
)

// Oddity is something about a submitted figure that is worth a question. Kind is its
// message, Was and Year are the figure it is compared with.
type Oddity struct {
	Indicator indicators.Indicator
	Kind      string
	Value     float64
	Was       float64
	Year      int    // 0 where Was is a bound
	Said      string // what the municipality writes about it, empty where nothing
}

// The kinds of oddities.
const (
	OddChange     = "odd_since_last"       // over half away from last round
	OddBounds     = "odd_beyond_usual"     // worse than the worst of what is usual
	OddStatistics = "odd_unlike_statistic" // over half away from the official figure
)

// oddities gives what is odd about the answers of a submission, the least explained
// first. Before holds what the municipality submitted in the round before.
func oddities(document Document, texts []indicators.Indicator, before map[string]DocumentAnswer) []Oddity {
	list := []Oddity{}
	for _, answer := range document.Answers {
		i := slices.IndexFunc(texts, byID(answer.IndicatorID))
		if i < 0 || answer.State != Value || answer.Value == nil {
			continue
		}
		list = append(list, oddAnswer(answer, texts[i], before[answer.Code])...)
	}
	slices.SortStableFunc(list, func(x, y Oddity) int {
		return cmp.Or(cmp.Compare(min(len(x.Said), 1), min(len(y.Said), 1)), -cmp.Compare(x.distance(), y.distance()))
	})
	return list
}

func oddAnswer(answer DocumentAnswer, i indicators.Indicator, before DocumentAnswer) (list []Oddity) {
	odd := Oddity{Indicator: i, Value: *answer.Value, Said: cmp.Or(answer.Comment, answer.OverrideReason)}
	add := func(kind string, was float64, year int) {
		odd.Kind, odd.Was, odd.Year = kind, was, year
		list = append(list, odd)
	}
	if before.State == Value && before.Value != nil && i.OddChange(*before.Value, *answer.Value) {
		add(OddChange, *before.Value, before.Year)
	}
	if answer.StatisticValue != nil && i.OddChange(*answer.StatisticValue, *answer.Value) {
		add(OddStatistics, *answer.StatisticValue, answer.StatisticYear)
	}
	if worst, known := i.WorstUsual(); known && i.Better(*answer.Value, worst) < 0 {
		add(OddBounds, worst, 0)
	}
	return list
}

// distance tells how many times as far off a figure is as it was large.
func (o Oddity) distance() float64 {
	if o.Was == 0 {
		return math.MaxFloat64
	}
	return math.Abs(o.Value-o.Was) / math.Abs(o.Was)
}

// odditiesOf gives what is odd about one submission, without what those outside do
// not get to see.
func (s *Service) odditiesOf(tx *models.Tx, a orgs.Actor, o opened, row models.Submission) ([]Oddity, error) {
	document, err := parseDocument(row.Document)
	if err != nil {
		return nil, err
	}
	if !insider(a) {
		document.withhold()
	}
	texts, err := s.indicators.Asked(tx, o.version.ID)
	if err != nil {
		return nil, err
	}
	last, err := latestBefore(tx, o.round, []uuid.UUID{o.response.OrganisationID})
	if err != nil {
		return nil, err
	}
	was := last[o.response.OrganisationID]
	before, err := documentsOf(tx, []uuid.UUID{was})
	return oddities(document, texts, byCode(before[was])), err
}

// byCode gives the answers of a submission by code, which outlives the versions of a
// catalogue.
func byCode(document Document) map[string]DocumentAnswer {
	found := make(map[string]DocumentAnswer, len(document.Answers))
	for _, answer := range document.Answers {
		found[answer.Code] = answer
	}
	return found
}
