package api

import (
	"cmp"
	"slices"

	"loftet/api/contract"
	"loftet/internal/fault"
	"loftet/surveys"
)

// fromAnswerEdit fails where a part is given twice: nobody could say which counts.
func fromAnswerEdit(in contract.AnswerEdit) (surveys.AnswerInput, error) {
	text := func(s *string) string {
		if s == nil {
			return ""
		}
		return *s
	}
	edit := surveys.AnswerInput{
		State: surveys.AnswerState(in.State), Value: in.Value, Reason: text(in.Reason), Source: text(in.Source),
		Comment: text(in.Comment), OverrideReason: text(in.OverrideReason), PriorityReason: text(in.PriorityReason),
		CaseNumber: text(in.CaseNumber), Internal: valueOf(in.Internal),
	}
	if in.Choice != nil {
		edit.Choice = string(*in.Choice)
	}
	if in.Quality != nil {
		edit.Quality = string(*in.Quality)
	}
	if in.Parts != nil {
		edit.Parts = make(map[string]float64, len(*in.Parts))
		for _, part := range *in.Parts {
			if _, twice := edit.Parts[part.Key]; twice {
				return edit, fault.InvalidFields(fault.OnField("parts."+part.Key, "repeated"))
			}
			edit.Parts[part.Key] = part.Value
		}
	}
	return edit, nil
}

func toAnswer(a surveys.Answer, lang string) contract.Answer {
	answer := contract.Answer{
		Code: a.Code, State: contract.AnswerState(a.State), Value: a.Value, Parts: []contract.AnswerPart{},
		Reason: a.Reason, Quality: contract.QualityOrNone(a.Quality), Source: a.Source, Comment: a.Comment,
		OverrideReason: a.OverrideReason, PriorityReason: a.PriorityReason, CaseNumber: a.CaseNumber, Internal: a.Internal, Origin: contract.AnswerOrigin(a.Origin), StatisticValue: a.StatisticValue,
		Version: a.Version, UpdatedAt: a.UpdatedAt, UpdatedBy: toPersonName(a.By),
		Warnings: convertAll(a.Doubts, func(d surveys.Doubt) string {
			return phrase(lang, d.Code, "was", inFull(d.Was, lang), "year", d.Year)
		}),
	}
	if a.Choice != "" {
		choice := contract.Choice(a.Choice)
		answer.Choice = &choice
	}
	for key, value := range a.Parts {
		answer.Parts = append(answer.Parts, contract.AnswerPart{Key: key, Value: value})
	}
	slices.SortFunc(answer.Parts, func(x, y contract.AnswerPart) int { return cmp.Compare(x.Key, y.Key) })
	return answer
}
