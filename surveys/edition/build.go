package edition

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/indicators/scoring"
)

// Head is what an edition says of itself.
type Head struct {
	Audience string
	Number   int
	Reason   string
	MadeAt   time.Time
}

// Of makes the document of a view of a round. Whoever may not run the round gets no ids
// of rows.
func Of(v indicators.View, h Head) Document {
	d := Document{Format: Format, Audience: h.Audience, Edition: h.Number, Reason: h.Reason, MadeAt: second(h.MadeAt),
		Region: Named{v.Region.ID, v.Region.Name}, Method: Method{ID: v.Method},
		Round:      Round{Named: Named{v.Round.ID, v.Round.Name}, Year: v.Round.Year, Questionnaire: v.Round.QuestionnaireVersionID, Cohort: v.Round.Cohort, MadeUp: v.Round.MadeUp},
		Indicators: []Indicator{}, Municipalities: []Municipality{}, Sums: []Sum{}, GoalSums: []Sum{}}
	if v.Round.ClosedAt != nil {
		closed := second(*v.Round.ClosedAt)
		d.Round.ClosedAt = &closed
	}
	if m, known := scoring.ByID(scoring.MethodID(v.Method)); known {
		d.Method.Version = m.Version()
	}
	all := slices.Concat(v.Indicators, v.Additions)
	for i, in := range all {
		d.Indicators = append(d.Indicators, indicatorOf(v, in, i >= len(v.Indicators)))
		sum := v.Values(in.ID)
		d.Sums = append(d.Sums, Sum{Indicator: in.Code, Units: sum.Units, Mean: rounded(sum.Mean), Median: rounded(sum.Median)})
	}
	goals := goalsOf(v)
	for _, goal := range goals {
		sum := v.Goal(goal)
		d.GoalSums = append(d.GoalSums, Sum{Goal: goal, Units: sum.Units, Mean: rounded(sum.Mean), Median: rounded(sum.Median)})
	}
	for _, m := range v.Members {
		one := Municipality{Named: Named{m.ID, m.Name}, Number: m.Number, Submitted: m.Submitted(), Figures: []Figure{}, Goals: []Goal{}}
		for _, in := range all {
			c := v.Cell(m.ID, in.ID)
			f := figureOf(in.Code, c)
			if h.Audience == Own && c.ObservationID != uuid.Nil {
				f.Observation = &c.ObservationID
			}
			if h.Audience == Own && c.SubmissionID != nil {
				one.Submission = c.SubmissionID
			}
			one.Figures = append(one.Figures, f)
		}
		for _, goal := range goals {
			one.Goals = append(one.Goals, goalOf(v.Goals[indicators.GoalKey{Organisation: m.ID, Goal: goal}]))
		}
		d.Municipalities = append(d.Municipalities, one)
	}
	return d
}

func indicatorOf(v indicators.View, in indicators.Indicator, beside bool) Indicator {
	b := v.Bounds(in.ID)
	return Indicator{Code: in.Code, Name: in.Name, Unit: in.Unit, Goal: in.Goal, Beside: beside, Version: in.VersionID,
		Catalogue: in.CatalogueVersion, Type: in.Type, Direction: in.Direction, Decimals: in.Decimals,
		Bounds: Bounds{b.Basis, b.Lower, b.Optimum, b.Green, b.Yellow, b.Red, b.TargetID, b.TargetVersion}}
}

func figureOf(code string, c indicators.Cell) Figure {
	return Figure{Indicator: code, State: c.State, Value: c.Value, Year: c.Year, Origin: c.Origin, Source: c.Source, Quality: c.Quality,
		Confirmed: c.Confirmed, Filled: c.Imputed, Score: rounded(c.Score), Band: c.Band, Colour: c.Colour}
}

func goalOf(g indicators.GoalCell) Goal {
	return Goal{g.Goal, rounded(g.Score), g.Band, g.Colour, g.Available, g.Total, g.Covered, g.LeftOut, g.Withheld}
}

// goalsOf gives the goals of the basket in order.
func goalsOf(v indicators.View) []int {
	var goals []int
	for _, in := range v.Indicators {
		if !slices.Contains(goals, in.Goal) {
			goals = append(goals, in.Goal)
		}
	}
	slices.Sort(goals)
	return goals
}
