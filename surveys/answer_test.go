package surveys

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"loftet/indicators"
)

func num(x float64) *float64 { return &x }

var (
	percent = indicators.Definition{Type: "percent", Min: num(0), Max: num(100), Decimals: 1}
	number  = indicators.Definition{Type: "number", Min: num(0)}
	choice  = indicators.Definition{Type: "yes_partly_no"}
	share   = indicators.Definition{Type: "parts", Combine: "share", Parts: []indicators.Part{{Key: "some", Type: "count"}, {Key: "all", Type: "count"}}}
	yeses   = indicators.Definition{Type: "parts", Combine: "yes", Parts: []indicators.Part{{Key: "a", Type: "yes_no"}, {Key: "b", Type: "yes_no"}}}
	counts  = indicators.Definition{Type: "parts", Combine: "positive", Parts: []indicators.Part{{Key: "a", Type: "count"}, {Key: "b", Type: "count"}}}
)

func parts(kv ...any) map[string]float64 {
	m := map[string]float64{}
	for i := 0; i < len(kv); i += 2 {
		m[kv[i].(string)] = float64(kv[i+1].(int))
	}
	return m
}

func TestAnswerValue(t *testing.T) {
	for name, c := range map[string]struct {
		q    indicators.Definition
		in   AnswerInput
		want float64
	}{
		"percent":            {percent, AnswerInput{Value: num(12.34)}, 12.34},
		"zero is a value":    {percent, AnswerInput{Value: num(0)}, 0},
		"upper limit":        {percent, AnswerInput{Value: num(100)}, 100},
		"no upper limit":     {number, AnswerInput{Value: num(1e9)}, 1e9},
		"yes":                {choice, AnswerInput{Choice: "yes"}, 100},
		"partly":             {choice, AnswerInput{Choice: "partly"}, 50},
		"no":                 {choice, AnswerInput{Choice: "no"}, 0},
		"no with its value":  {choice, AnswerInput{Choice: "no", Value: num(0)}, 0},
		"share":              {share, AnswerInput{Parts: parts("some", 2, "all", 8)}, 25},
		"share of none":      {share, AnswerInput{Parts: parts("some", 0, "all", 8)}, 0},
		"number of yes":      {yeses, AnswerInput{Parts: parts("a", 1, "b", 0)}, 1},
		"number of positive": {counts, AnswerInput{Parts: parts("a", 0, "b", 7)}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			c.in.State = Value
			got, faults := judged(c.q, nil, c.in)
			if len(faults) > 0 || got.Value == nil || *got.Value != c.want {
				t.Fatalf("%+v, faults %v", got, faults)
			}
		})
	}
}

func TestAnswerFaults(t *testing.T) {
	statistic := &Figure{State: "value", Value: num(40)}
	for name, c := range map[string]struct {
		q          indicators.Definition
		statistic  *Figure
		in         AnswerInput
		path, code string
	}{
		"nothing typed":          {percent, nil, AnswerInput{State: Value}, "value", "number_required"},
		"not a number":           {percent, nil, AnswerInput{State: Value, Value: num(math.NaN())}, "value", "number_required"},
		"infinite":               {number, nil, AnswerInput{State: Value, Value: num(math.Inf(1))}, "value", "number_required"},
		"below":                  {percent, nil, AnswerInput{State: Value, Value: num(-0.1)}, "value", "too_small"},
		"above":                  {percent, nil, AnswerInput{State: Value, Value: num(100.1)}, "value", "too_large"},
		"choice where a number":  {percent, nil, AnswerInput{State: Value, Value: num(1), Choice: "yes"}, "choice", "not_asked"},
		"parts where a number":   {percent, nil, AnswerInput{State: Value, Value: num(1), Parts: parts("a", 1)}, "parts", "not_asked"},
		"no choice":              {choice, nil, AnswerInput{State: Value}, "choice", "choice_required"},
		"unknown choice":         {choice, nil, AnswerInput{State: Value, Choice: "maybe"}, "choice", "choice_required"},
		"typed value of choice":  {choice, nil, AnswerInput{State: Value, Choice: "yes", Value: num(70)}, "value", "worked_out"},
		"a part missing":         {share, nil, AnswerInput{State: Value, Parts: parts("all", 3)}, "parts.some", "count_required"},
		"half a part":            {share, nil, AnswerInput{State: Value, Parts: map[string]float64{"some": 0.5, "all": 1}}, "parts.some", "count_required"},
		"negative part":          {share, nil, AnswerInput{State: Value, Parts: parts("some", -1, "all", 1)}, "parts.some", "count_required"},
		"unknown part":           {yeses, nil, AnswerInput{State: Value, Parts: parts("a", 1, "b", 0, "c", 1)}, "parts.c", "not_asked"},
		"more than the whole":    {share, nil, AnswerInput{State: Value, Parts: parts("some", 4, "all", 3)}, "parts.some", "more_than_whole"},
		"share of nothing":       {share, nil, AnswerInput{State: Value, Parts: parts("some", 0, "all", 0)}, "parts.all", "share_of_nothing"},
		"neither yes nor no":     {yeses, nil, AnswerInput{State: Value, Parts: parts("a", 2, "b", 0)}, "parts.a", "yes_or_no_required"},
		"no data without reason": {percent, nil, AnswerInput{State: NoData}, "reason", "reason_required"},
		"reason of blanks":       {percent, nil, AnswerInput{State: NotApplicable, Reason: "  a  "}, "reason", "reason_required"},
		"declined in silence":    {percent, nil, AnswerInput{State: Declined, Reason: "--"}, "reason", "reason_required"},
		"unknown state":          {percent, nil, AnswerInput{State: "maybe"}, "state", "not_in_list"},
		"unknown quality":        {percent, nil, AnswerInput{State: Value, Value: num(1), Quality: "superb"}, "quality", "not_in_list"},
		"priority in a word":     {percent, nil, AnswerInput{State: Value, Value: num(41), PriorityReason: " ja "}, "priorityReason", "reason_required"},
		"corrected in silence":   {percent, statistic, AnswerInput{State: Value, Value: num(41)}, "overrideReason", "override_reason_required"},
	} {
		t.Run(name, func(t *testing.T) {
			_, faults := judged(c.q, c.statistic, c.in)
			if len(faults) != 1 || faults[0].Path != c.path || faults[0].Code != c.code {
				t.Fatalf("got %v", faults)
			}
		})
	}
}

func TestAnswerKeepsOnlyWhatBelongsToIt(t *testing.T) {
	got, faults := judged(share, nil, AnswerInput{
		State: NoData, Value: num(3), Parts: parts("some", 1, "all", 3), Choice: "no", Reason: " not counted ", OverrideReason: "x", PriorityReason: "voted",
	})
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	if got.Value != nil || got.Parts != nil || got.Choice != "" || got.OverrideReason != "" || got.PriorityReason != "" || got.Reason != "not counted" {
		t.Fatalf("%+v", got)
	}
}

func TestCorrectionIsWhatIsSeen(t *testing.T) {
	statistic := &Figure{State: "value", Value: num(12.34)}
	for value, want := range map[float64]bool{12.34: false, 12.3: false, 12.4: true, 0: true} {
		if got := corrects(percent, statistic, value); got != want {
			t.Errorf("%v beside 12.34: %v", value, got)
		}
	}
	if corrects(percent, &Figure{State: "suppressed"}, 1) || corrects(percent, nil, 1) {
		t.Error("corrects a figure that is not there")
	}
}

// TestAnyAnswerIsWholeOrRefused: whatever is typed, an answer without faults has
// either a finite value within the limits or a reason, never both or neither.
func TestAnyAnswerIsWholeOrRefused(t *testing.T) {
	figures := rapid.OneOf(rapid.Float64(), rapid.Float64Range(-10, 110), rapid.Just(math.NaN()), rapid.Just(math.Inf(-1)))
	rapid.Check(t, func(t *rapid.T) {
		q := rapid.SampledFrom([]indicators.Definition{percent, number, choice, share, yeses, counts}).Draw(t, "question")
		in := AnswerInput{
			State:  rapid.SampledFrom([]AnswerState{Value, NoData, NotApplicable, Declined, "", "other"}).Draw(t, "state"),
			Choice: rapid.SampledFrom([]string{"", "yes", "partly", "no", "?"}).Draw(t, "choice"),
			Parts:  rapid.MapOf(rapid.SampledFrom([]string{"some", "all", "a", "b"}), figures).Draw(t, "parts"),
			Reason: rapid.String().Draw(t, "reason"), OverrideReason: rapid.String().Draw(t, "override"),
		}
		if rapid.Bool().Draw(t, "typed") {
			in.Value = num(figures.Draw(t, "value"))
		}
		got, faults := judged(q, &Figure{State: "value", Value: num(1)}, in)
		if len(faults) > 0 {
			for _, f := range faults {
				if f.Path == "" || f.Code == "" {
					t.Fatalf("a fault without place or code: %+v", f)
				}
			}
			return
		}
		switch got.State {
		case Value:
			if got.Value == nil || math.IsNaN(*got.Value) || math.IsInf(*got.Value, 0) || got.Reason != "" {
				t.Fatalf("%+v", got)
			}
			if q.Min != nil && *got.Value < *q.Min || q.Max != nil && *got.Value > *q.Max {
				t.Fatalf("out of limits: %v", *got.Value)
			}
		case NoData, NotApplicable, Declined:
			if got.Value != nil || len([]rune(got.Reason)) < minReason {
				t.Fatalf("%+v", got)
			}
		default:
			t.Fatalf("state %q passed", got.State)
		}
		again, faults := judged(q, &Figure{State: "value", Value: num(1)}, got)
		if len(faults) > 0 || again.State != got.State {
			t.Fatalf("not accepted a second time: %v", faults)
		}
	})
}

func TestDoubts(t *testing.T) {
	before := &Figure{State: "value", Value: num(10), Year: 2025}
	older := &Figure{State: "value", Value: num(100), Year: 2024}
	for name, c := range map[string]struct {
		q       indicators.Definition
		value   float64
		comment string
		before  []*Figure
		want    float64 // the figure compared with, 0 for no doubt
	}{
		"more than half up":     {number, 15.1, "", []*Figure{before}, 10},
		"just half up":          {number, 15, "", []*Figure{before}, 0},
		"more than half down":   {number, 4.9, "", []*Figure{before}, 10},
		"explained":             {number, 40, "a new school", []*Figure{before}, 0},
		"own figure goes first": {number, 12, "", []*Figure{before, older}, 0},
		"statistics when alone": {number, 12, "", []*Figure{nil, older}, 100},
		"nothing before":        {number, 12, "", nil, 0},
		"from zero":             {number, 12, "", []*Figure{{State: "value", Value: num(0)}}, 0},
		"without a value":       {number, 12, "", []*Figure{{State: "no_data"}}, 0},
		"yes and no":            {choice, 100, "", []*Figure{{State: "value", Value: num(50)}}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			got := doubts(c.q, Value, &c.value, c.comment, c.before...)
			if (c.want == 0) != (len(got) == 0) || len(got) == 1 && (got[0].Was != c.want || got[0].Code != DoubtChange) {
				t.Fatalf("got %+v", got)
			}
		})
	}
}
