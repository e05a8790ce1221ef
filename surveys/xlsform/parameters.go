package xlsform

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"loftet/surveys/form"
)

var (
	pair       = regexp.MustCompile(`^[\s,;]*([^\s=,;]+)[\s,;]*=[\s,;]*([^\s=,;]+)[\s,;]*`)
	integer    = regexp.MustCompile(`^\s*[+-]?[0-9]+(_[0-9]+)*\s*$`)
	selectKeys = []string{"randomize", "seed"}
	rangeKeys  = []string{"end", "placeholder", "start", "step", "tick_interval", "tick_labelset"}
)

// parameters reads a cell such as start=0 end=10 step=2.
func (r *reader) parameters(at cell) (map[string]string, bool) {
	out := make(map[string]string)
	rest := strings.Trim(at.text, " ,;\t\n")
	for rest != "" {
		found := pair.FindStringSubmatch(rest)
		if found == nil {
			r.fault(at.place, BadParameters, "Parameters are written as start=0 end=10, with a blank between two.")
			return nil, false
		}
		out[strings.ToLower(found[1])] = found[2]
		rest = rest[len(found[0]):]
	}
	return out, true
}

// known tells of parameters that a type does not have.
func (r *reader) knownParameters(at cell, given map[string]string, keys []string) bool {
	var others []string
	for key := range given {
		if !slices.Contains(keys, key) {
			others = append(others, key)
		}
	}
	if len(others) == 0 {
		return true
	}
	slices.Sort(others)
	r.fault(at.place, BadParameters, "This type of question has no parameter %s; it has %s.",
		strings.Join(others, ", "), strings.Join(keys, ", "))
	return false
}

// scale reads the ends and steps of a range.
func (r *reader) scale(item *form.Item, at cell, given map[string]string) {
	if !r.knownParameters(at, given, rangeKeys) {
		return
	}
	of := func(key string, otherwise float64) float64 {
		text, ok := given[key]
		if !ok {
			return otherwise
		}
		n, err := strconv.ParseFloat(text, 64)
		if err != nil || math.IsInf(n, 0) || math.IsNaN(n) {
			r.fault(at.place, BadParameters, "%s must be a number; it is %q.", key, text)
			return otherwise
		}
		return n
	}
	start, end, step := of("start", 1), of("end", 10), of("step", 1)
	width := math.Abs(end - start)
	multiple := func(n float64) bool { times := n / step; return math.Abs(times-math.Round(times)) < 1e-9 }
	switch {
	case step == 0:
		r.fault(at.place, BadParameters, "step must not be 0.")
		return
	case step > width:
		r.fault(at.place, BadParameters, "step must not be larger than the way from start to end.")
		return
	}
	if _, ok := given["tick_interval"]; ok {
		if ticks := of("tick_interval", step); ticks == 0 || ticks > width || !multiple(ticks) {
			r.fault(at.place, BadParameters, "tick_interval must be a multiple of step, and not larger than the way from start to end.")
		}
	}
	if _, ok := given["placeholder"]; ok {
		if n := of("placeholder", start); !multiple(n-start) || n < min(start, end) || n > max(start, end) {
			r.fault(at.place, BadParameters, "placeholder must be one of the steps from start to end.")
		}
	}
	if list, ok := given["tick_labelset"]; ok && r.lists[list] == nil {
		r.fault(at.place, UnknownList, "tick_labelset names the list %q, which the sheet choices does not have.", list)
	}
	item.Min, item.Max, item.Step = number(min(start, end)), number(max(start, end)), 0
	if _, ok := given["step"]; ok {
		item.Step = math.Abs(step)
	}
}
