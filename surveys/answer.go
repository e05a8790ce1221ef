package surveys

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"loftet/indicators"
	"loftet/indicators/catalogue"
	"loftet/internal/fault"
)

// minReason is how many characters a reason must have to be one.
const minReason = 3

// saysWhy tells whether a text is a reason.
func saysWhy(reason string) bool {
	return utf8.RuneCountInString(strings.TrimSpace(reason)) >= minReason
}

// AnswerState says what an answer is: a value, or why there is none.
type AnswerState string

// The states of an answer. NotAnswered is no answer at all.
const (
	Value         AnswerState = "value"
	NoData        AnswerState = "no_data"
	NotApplicable AnswerState = "not_applicable"
	Declined      AnswerState = "declined"
	NotAnswered   AnswerState = "not_answered"
)

// Origins of an answer: typed, or taken over from statistics by a person who
// confirmed it.
const (
	OriginTyped      = "typed"
	OriginStatistics = "statistics"
	// as in an earlier round, which a person has said of this very question
	OriginPrevious = "previous"
	// from an earlier round together with others, and no answer before it is confirmed
	OriginTakenOver = "taken_over"
)

var qualities = []string{
	"accurate_measurement", "inhabitant_survey", "higher_level_data", "assumptions", "personal_estimate", "untraceable",
}

// AnswerInput is an answer as it is typed. Value is for questions that ask for
// a number, Choice ("yes", "partly", "no") and Parts for the two other types;
// their value is worked out, never typed.
type AnswerInput struct {
	State          AnswerState
	Value          *float64
	Choice         string
	Parts          map[string]float64
	Reason         string
	Quality        string
	Source         string
	Comment        string
	OverrideReason string
	PriorityReason string // empty: the municipality gives it no priority
	CaseNumber     string // of the case it was decided in
	Internal       bool   // source, comment and evidence stay with the municipality and its council
}

// judged gives the answer as it is kept: trimmed, with the value worked out,
// without what does not belong to its state. Statistic is the figure the
// question is filled in with, nil when there is none. The field faults say all
// that must be mended; the answer counts only when there are none.
func judged(q indicators.Definition, statistic *Figure, in AnswerInput) (AnswerInput, []fault.Field) {
	in.Reason, in.Source = strings.TrimSpace(in.Reason), strings.TrimSpace(in.Source)
	in.Comment, in.OverrideReason = strings.TrimSpace(in.Comment), strings.TrimSpace(in.OverrideReason)
	in.PriorityReason, in.CaseNumber = strings.TrimSpace(in.PriorityReason), strings.TrimSpace(in.CaseNumber)
	var faults []fault.Field
	if in.Quality != "" && !slices.Contains(qualities, in.Quality) {
		faults = append(faults, fault.OnField("quality", "not_in_list"))
	}
	switch in.State {
	case Value:
		value, wrong := worth(q, in)
		if len(wrong) > 0 {
			return in, append(faults, wrong...)
		}
		in.Value, in.Reason = &value, ""
		if !corrects(q, statistic, value) {
			in.OverrideReason = ""
		} else if !saysWhy(in.OverrideReason) {
			faults = append(faults, fault.OnField("overrideReason", "override_reason_required", "min", minReason))
		}
		if in.PriorityReason != "" && !saysWhy(in.PriorityReason) {
			faults = append(faults, fault.OnField("priorityReason", "reason_required", "min", minReason))
		}
	case NoData, NotApplicable, Declined:
		in.Value, in.Choice, in.Parts, in.OverrideReason = nil, "", nil, ""
		in.PriorityReason = "" // missing knowledge is a gap, never a need
		if !saysWhy(in.Reason) {
			faults = append(faults, fault.OnField("reason", "reason_required", "min", minReason))
		}
	default:
		faults = append(faults, fault.OnField("state", "not_in_list"))
	}
	return in, faults
}

// worth works out the value of an answer of state value.
func worth(q indicators.Definition, in AnswerInput) (float64, []fault.Field) {
	kind := catalogue.Type(q.Type)
	var faults []fault.Field
	if in.Choice != "" && kind != catalogue.YesPartlyNo {
		faults = append(faults, fault.OnField("choice", "not_asked"))
	}
	if len(in.Parts) > 0 && kind != catalogue.InParts {
		faults = append(faults, fault.OnField("parts", "not_asked"))
	}
	if len(faults) > 0 {
		return 0, faults
	}
	switch kind {
	case catalogue.YesPartlyNo:
		value, ok := catalogue.ChoiceValue(in.Choice)
		if !ok {
			return 0, []fault.Field{fault.OnField("choice", "choice_required")}
		}
		return value, workedOut(in, value)
	case catalogue.InParts:
		value, wrong := combined(q, in.Parts)
		if len(wrong) > 0 {
			return 0, wrong
		}
		return value, workedOut(in, value)
	}
	return typed(q, in.Value)
}

// workedOut refuses a typed value beside choice or parts that says otherwise.
func workedOut(in AnswerInput, value float64) []fault.Field {
	if in.Value != nil && *in.Value != value {
		return []fault.Field{fault.OnField("value", "worked_out", "value", value)}
	}
	return nil
}

// typed checks a number against the limits of a possible answer.
func typed(q indicators.Definition, value *float64) (float64, []fault.Field) {
	if value == nil {
		return 0, []fault.Field{fault.OnField("value", "number_required")}
	}
	if wrong := q.Impossible(*value); wrong != nil {
		return 0, []fault.Field{*wrong}
	}
	return *value, nil
}

// corrects tells whether a value differs from the statistic it was filled in
// with, as both are shown.
func corrects(q indicators.Definition, statistic *Figure, value float64) bool {
	if statistic == nil || statistic.Value == nil {
		return false
	}
	half := 0.5 * math.Pow10(-q.Decimals)
	return math.Abs(*statistic.Value-value) > half*(1+1e-9)
}
