package catalogue

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"loftet/indicators/u4ssc"
)

var (
	hexColour = regexp.MustCompile(`^#[0-9A-F]{6}$`)
	partKey   = regexp.MustCompile(`^[a-z][a-z_]*$`)
)

// faults collects what is wrong, so that a person can mend all of it at once.
type faults []error

func (f *faults) add(where, format string, args ...any) {
	*f = append(*f, fmt.Errorf("%s: %s", where, fmt.Sprintf(format, args...)))
}

// Validate gives every fault of a catalogue and of the goals and targets it
// stands on, joined, each naming the goal, target or code; nil when it is sound.
func Validate(goals []Goal, targets []Target, c Catalogue) error {
	var f faults
	labels := map[string]int{}
	if len(goals) != 17 {
		f.add("goals", "17 are needed, found %d", len(goals))
	}
	for i, g := range goals {
		where := fmt.Sprintf("goal %d", g.Number)
		if g.Number != i+1 {
			f.add(where, "stands in place %d", i+1)
		}
		if !hexColour.MatchString(g.Colour) {
			f.add(where, "colour %q is not #RRGGBB", g.Colour)
		}
		f.text(where, "name", g.Name)
		f.text(where, "description", g.Description)
	}
	for _, t := range targets {
		where := "target " + t.ID
		if _, twice := labels[t.ID]; twice {
			f.add(where, "stands twice")
		}
		labels[t.ID] = t.Goal
		if !strings.HasPrefix(t.ID, fmt.Sprintf("%d.", t.Goal)) {
			f.add(where, "does not belong to goal %d", t.Goal)
		}
		f.text(where, "label", t.Label)
	}
	if c.Version == "" {
		f.add("catalogue", "version is missing")
	}
	seen := map[string]bool{}
	for _, in := range c.Indicators {
		if seen[in.Code] {
			f.add(in.Code, "stands twice")
		}
		seen[in.Code] = true
		if goal, known := labels[in.Target]; !known {
			f.add(in.Code, "target %q has no label", in.Target)
		} else if goal != in.Goal {
			f.add(in.Code, "target %s is not of goal %d", in.Target, in.Goal)
		}
		for i, also := range in.Also {
			if _, known := labels[also]; !known {
				f.add(in.Code, "also: target %q has no label", also)
			}
			if also == in.Target || slices.Contains(in.Also[:i], also) {
				f.add(in.Code, "also: target %s stands twice", also)
			}
		}
		f.indicator(in)
	}
	for _, fault := range FormulaFaults(c.Indicators) {
		f.add(fault.Code, "formula: %s", fault.Reason)
	}
	return errors.Join(f...)
}

func (f *faults) indicator(in Indicator) {
	if rest, ok := strings.CutPrefix(in.Code, in.Target+"-"); !ok || rest == "" {
		f.add(in.Code, "the code does not begin with target %s and a hyphen", in.Target)
	}
	oneOf(f, in.Code, "type", in.Type, Percent, Number, Ratio, YesPartlyNo, Points, InParts)
	oneOf(f, in.Code, "direction", in.Direction, Higher, Lower, Middle)
	if (in.Direction == Middle) != (in.Middle != nil) {
		f.add(in.Code, "direction middle and the number middle go together")
	}
	if in.Decimals < 0 || in.Decimals > 3 {
		f.add(in.Code, "decimals %d is not 0 to 3", in.Decimals)
	}
	if in.Min != nil && in.Max != nil && *in.Min >= *in.Max {
		f.add(in.Code, "min is not below max")
	}
	f.text(in.Code, "unit", in.Unit)
	f.text(in.Code, "name", in.Name)
	f.text(in.Code, "question", in.Question)
	f.text(in.Code, "help", in.Help)
	if in.Numerator != nil {
		f.text(in.Code, "numerator", *in.Numerator)
	}
	if in.Denominator != nil {
		f.text(in.Code, "denominator", *in.Denominator)
	}
	f.parts(in)
	f.source(in)
	if in.Bounds != nil {
		f.bounds(in.Code, in.Direction, *in.Bounds)
	}
}

func (f *faults) parts(in Indicator) {
	if in.Type != InParts {
		if len(in.Parts) > 0 || in.Combine != "" {
			f.add(in.Code, "parts and combine need type parts")
		}
		return
	}
	if (in.Combine == "") == (in.Formula == "") {
		f.add(in.Code, "parts need either combine or formula")
	}
	oneOf(f, in.Code, "combine", in.Combine, "", Share, Positive, Yes)
	wanted := Count
	if in.Combine == Yes {
		wanted = YesNo
	}
	if len(in.Parts) < 2 || (in.Combine == Share && len(in.Parts) != 2) {
		f.add(in.Code, "combine %s does not fit %d parts", in.Combine, len(in.Parts))
	}
	keys := map[string]bool{}
	for _, p := range in.Parts {
		if keys[p.Key] || !partKey.MatchString(p.Key) {
			f.add(in.Code, "part key %q is malformed or stands twice", p.Key)
		}
		keys[p.Key] = true
		if in.Combine == "" {
			oneOf(f, in.Code, "type of part "+p.Key, p.Type, Count, YesNo)
		} else if p.Type != wanted {
			f.add(in.Code, "part %s: type %q does not fit combine %s", p.Key, p.Type, in.Combine)
		}
		f.text(in.Code, "part "+p.Key, p.Label)
	}
}

func (f *faults) source(in Indicator) {
	s := in.Source
	if s.Owner == "" {
		f.add(in.Code, "source: owner is missing")
	}
	oneOf(f, in.Code, "prefillable", s.Prefillable, Prefillable, PartlyPrefillable, NotPrefillable)
	oneOf(f, in.Code, "mapping", s.Mapping, FullMapping, TableMapping, OwnQuestion, NoMapping)
	if s.U4SSC != "" {
		if _, err := u4ssc.ParseReference(s.U4SSC); err != nil {
			f.add(in.Code, "source: u4ssc: %v", err)
		}
	}
	if (s.Mapping == OwnQuestion || s.Mapping == NoMapping) && s.Table+s.ContentsCode != "" {
		f.add(in.Code, "source: mapping %s names a table or code", s.Mapping)
	}
}

func (f *faults) text(where, what string, t Text) {
	for _, lang := range [...]string{"nb", "nn", "en"} {
		if s := t.In(lang); s == "" || strings.TrimSpace(s) != s {
			f.add(where, "%s in %s is missing or has blanks at its ends", what, lang)
		}
	}
}

func oneOf[T ~string](f *faults, code, what string, got T, allowed ...T) {
	if !slices.Contains(allowed, got) {
		f.add(code, "%s %q is unknown", what, got)
	}
}
