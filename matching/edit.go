package matching

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"loftet/indicators/catalogue"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/needs/cpv"
)

// Edit is what a business may change of a solution. A draft may lack anything;
// what it has must be sound.
type Edit struct {
	Title, Summary, Description models.Text

	Goals       []int
	Targets     []string // such as "6.4"
	Indicators  []models.IndicatorEffect
	CPV         []string    // with or without check digit
	RegionIDs   []uuid.UUID // empty: offered everywhere
	TRL         int         // 0 for not told
	MarketState string
	PriceModel  string
	References  string
	Website     string
}

// maxTitle is how long a title may be, in characters.
const maxTitle = 300

// apply checks the edit and puts it into a solution.
func (in Edit) apply(tx *models.Tx, s *models.Solution) error {
	codes, faults, err := cpv.Check(tx, "cpv", in.CPV)
	if err != nil {
		return err
	}
	known, err := knownRegions(tx, in.RegionIDs)
	if err != nil {
		return err
	}
	for i, region := range in.RegionIDs {
		if !known[region] {
			faults = append(faults, fault.OnField(fmt.Sprintf("regionIds.%d", i), "not_in_list"))
		}
	}
	for lang, text := range in.Title {
		if utf8.RuneCountInString(text) > maxTitle {
			faults = append(faults, fault.OnField("title."+lang, "too_long", "max", maxTitle))
		}
	}
	faults = append(faults, in.effectFaults()...)
	if in.TRL < 0 || in.TRL > 9 {
		faults = append(faults, fault.OnField("trl", "not_in_list"))
	}
	if len(faults) > 0 {
		return fault.InvalidFields(faults...)
	}
	s.Title, s.Summary, s.Description = tidy(in.Title), tidy(in.Summary), tidy(in.Description)
	s.Goals, s.Targets, s.RegionIDs = once(in.Goals), once(in.Targets), once(in.RegionIDs)
	slices.Sort(s.Goals)
	s.Indicators, s.CPV, s.TRL = append([]models.IndicatorEffect{}, in.Indicators...), codes, in.TRL
	s.MarketState, s.PriceModel = in.MarketState, in.PriceModel
	s.References, s.Website = strings.TrimSpace(in.References), strings.TrimSpace(in.Website)
	return nil
}

// effectFaults checks that the indicators are of the common core, each named
// once.
func (in Edit) effectFaults() []fault.Field {
	var faults []fault.Field
	core := catalogue.Core()
	seen := map[string]bool{}
	for i, e := range in.Indicators {
		path := fmt.Sprintf("indicators.%d.", i)
		if _, ok := core.ByCode(e.Code); !ok {
			faults = append(faults, fault.OnField(path+"code", "indicator_unknown", "code", e.Code))
		} else if seen[e.Code] {
			faults = append(faults, fault.OnField(path+"code", "repeated"))
		}
		seen[e.Code] = true
		if proven[e.Proof] == 0 {
			faults = append(faults, fault.OnField(path+"proof", "not_in_list"))
		}
	}
	return faults
}

// lacking is what a solution lacks before it can be sent in: title, summary, a
// goal, targets that belong to its goals, and one of indicator, target and CPV
// code, without which it could not be found for a need.
func lacking(s models.Solution) []fault.Field {
	var faults []fault.Field
	if text, _ := s.Title.In(""); text == "" {
		faults = append(faults, fault.OnField("title", "solution_title"))
	}
	if text, _ := s.Summary.In(""); text == "" {
		faults = append(faults, fault.OnField("summary", "solution_summary"))
	}
	if len(s.Goals) == 0 {
		faults = append(faults, fault.OnField("goals", "solution_goal"))
	}
	for i, target := range s.Targets {
		number, _, _ := strings.Cut(target, ".")
		goal, err := strconv.Atoi(number)
		if err != nil || !slices.Contains(s.Goals, goal) {
			faults = append(faults, fault.OnField(fmt.Sprintf("targets.%d", i), "target_of_other_goal", "target", target))
		}
	}
	if len(s.Indicators) == 0 && len(s.Targets) == 0 && len(s.CPV) == 0 {
		faults = append(faults, fault.OnField("indicators", "solution_anchor"))
	}
	return faults
}

// once leaves out repetitions; it never gives nil, which the tables don't take.
func once[T comparable](list []T) []T {
	kept := []T{}
	for _, x := range list {
		if !slices.Contains(kept, x) {
			kept = append(kept, x)
		}
	}
	return kept
}

// tidy trims the texts and leaves out the empty ones.
func tidy(text models.Text) models.Text {
	kept := models.Text{}
	for lang, t := range text {
		if t = strings.TrimSpace(t); t != "" {
			kept[lang] = t
		}
	}
	return kept
}
