package surveys

import (
	"math"

	"loftet/indicators"
	"loftet/indicators/catalogue"
	"loftet/internal/fault"
)

// combined works out what the parts of an answer make together. Every part
// must be there: one that nobody gave is not zero.
func combined(q indicators.Definition, parts map[string]float64) (float64, []fault.Field) {
	var faults []fault.Field
	asked := make(map[string]bool, len(q.Parts))
	rule := catalogue.Indicator{Combine: catalogue.Combine(q.Combine), Formula: q.Formula}
	for _, part := range q.Parts {
		asked[part.Key] = true
		rule.Parts = append(rule.Parts, catalogue.Part{Key: part.Key, Type: catalogue.PartType(part.Type)})
		if code := partFault(part, parts); code != "" {
			faults = append(faults, fault.OnField("parts."+part.Key, code))
		}
	}
	for key := range parts {
		if !asked[key] {
			faults = append(faults, fault.OnField("parts."+key, "not_asked"))
		}
	}
	if len(faults) > 0 {
		return 0, faults
	}
	if rule.Combine == catalogue.Share && len(q.Parts) == 2 {
		share, whole := q.Parts[0].Key, q.Parts[1].Key
		switch {
		case parts[whole] == 0:
			return 0, []fault.Field{fault.OnField("parts."+whole, "share_of_nothing")}
		case parts[share] > parts[whole]:
			return 0, []fault.Field{fault.OnField("parts."+share, "more_than_whole", "max", parts[whole])}
		}
	}
	value, ok := rule.Combined(parts)
	if !ok {
		return 0, []fault.Field{fault.OnField("parts", "parts_give_no_figure")}
	}
	if wrong := q.Impossible(value); wrong != nil {
		wrong.Path = "parts"
		return 0, []fault.Field{*wrong}
	}
	return value, nil
}

// partFault gives the code of what is wrong with one part, "" for nothing.
func partFault(part indicators.Part, parts map[string]float64) string {
	given, there := parts[part.Key]
	switch {
	case catalogue.PartType(part.Type) == catalogue.YesNo && (!there || given != 0 && given != 1):
		return "yes_or_no_required"
	case !there || math.IsNaN(given) || given < 0 || given > 1e9 || given != math.Trunc(given):
		return "count_required"
	}
	return ""
}
