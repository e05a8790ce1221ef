package api

import (
	"loftet/api/contract"
	"loftet/indicators"
	"loftet/indicators/catalogue"
)

// toIndicator shows an indicator by the catalogue's own bounds.
func toIndicator(in indicators.Indicator, lang string) contract.Indicator {
	return toScoredIndicator(in, in.Scored(), lang)
}

// toScoredIndicator is toIndicator where a round may have set the bounds.
func toScoredIndicator(in indicators.Indicator, scored bool, lang string) contract.Indicator {
	out := contract.Indicator{
		Code: in.Code, Goal: in.Goal, Target: in.Target, TargetLabel: textOrNil(targetLabel(in.Target, lang)),
		Name: say(in.Name, lang), Unit: say(in.Unit, lang), Decimals: in.Decimals,
		Direction: contract.Direction(in.Direction), Type: contract.QuestionType(in.Type), Scored: scored,
	}
	if len(in.Also) > 0 {
		also := convertAll(in.Also, func(id string) contract.Target { return contract.Target{Code: id, Label: targetLabel(id, lang)} })
		out.Also = &also
	}
	if in.Prefillable != "" {
		prefillable := contract.Prefillable(in.Prefillable)
		out.Prefillable = &prefillable
	}
	out.U4Ssc = textOrNil(in.U4SSC)
	if class, sorted := catalogue.ClassOf(in.Code); sorted {
		line, perspective, quality := contract.BottomLine(class.BottomLine), contract.Perspective(class.Perspective), contract.FigureGrade(class.Quality)
		out.BottomLine, out.Perspective, out.Quality = &line, &perspective, &quality
	}
	return out
}

// toVersions shows the versions of an indicator, the newest first, each with what it says
// otherwise than the one before.
func toVersions(list []indicators.Version, lang string) []contract.IndicatorVersion {
	out := make([]contract.IndicatorVersion, len(list))
	for i, v := range list {
		out[i] = contract.IndicatorVersion{Version: v.CatalogueVersion, Since: v.Since, Changes: []contract.DefinitionChange{}}
		if i+1 < len(list) {
			out[i].Changes = convertAll(v.Definition.Changes(list[i+1].Definition, lang), func(c indicators.Change) contract.DefinitionChange {
				return contract.DefinitionChange{Field: contract.DefinitionField(c.Field), Before: c.Before, After: c.After}
			})
		}
	}
	return out
}

// targetLabel is empty for a target that the core and the additional set do not use.
func targetLabel(id, lang string) string {
	for _, t := range catalogue.Targets() {
		if t.ID == id {
			return t.Label.In(lang)
		}
	}
	return ""
}

// toOwnBounds shows what the catalogue itself says an indicator is scored by.
func toOwnBounds(d indicators.Definition, lang string) contract.Bounds {
	return toBounds(d.OwnBounds(), lang)
}

func toBounds(b indicators.Bounds, lang string) contract.Bounds {
	out := contract.Bounds{
		Lower: b.Lower, Optimum: b.Optimum, Green: b.Green, Yellow: b.Yellow, Red: b.Red,
		Basis: contract.BoundsBasis(b.Basis), ReferenceSet: paragraphOrNil(b.ReferenceSet, lang), Note: say(b.Note, lang),
	}
	if b.ReferenceYear > 0 {
		out.ReferenceYear = &b.ReferenceYear
	}
	return out
}

// toBandValues shows a band in the values of an indicator.
func toBandValues(b indicators.BandValues) contract.BandValues {
	out := contract.BandValues{Band: contract.Band(b.Band), From: b.From, To: b.To, Worst: b.Worst, Best: b.Best, Decimals: b.Decimals}
	if b.Answers != nil {
		out.Answers = &b.Answers
	}
	return out
}

func toStatisticsSource(d indicators.Definition, lang string) contract.StatisticsSource {
	owner := d.Owner
	if owner == catalogue.OwnerMunicipality {
		owner = phrase(lang, "owner_municipality")
	}
	return contract.StatisticsSource{
		Owner: owner, Table: d.Table, OtherTable: textOrNil(d.OtherTable), Dimensions: textOrNil(d.Dimensions), Note: say(d.SourceNote, lang),
	}
}
