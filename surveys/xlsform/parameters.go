package xlsform

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

var (
	pair       = regexp.MustCompile(`^[\s,;]*([^\s=,;]+)[\s,;]*=[\s,;]*([^\s=,;]+)[\s,;]*`)
	integer    = regexp.MustCompile(`^\s*[+-]?[0-9]+(_[0-9]+)*\s*$`)
	selectKeys = []string{"randomize", "seed"}
	auditKeys  = []string{"identify-user", "location-max-age", "location-min-interval", "location-priority", "track-changes", "track-changes-reasons"}
	rangeKeys  = []string{"end", "placeholder", "start", "step", "tick_interval", "tick_labelset"}
)

// parameters reads a cell such as start=0 end=10 step=2.
func (r *reader) parameters(at cell) (map[string]string, bool) {
	out := make(map[string]string)
	rest := strings.Trim(at.text, " ,;\t\n")
	for rest != "" {
		found := pair.FindStringSubmatch(rest)
		if found == nil {
			r.fault(at.place, BadParameters, "parameters_form", "Parameters are written as start=0 end=10, with a blank between two.")
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
	r.fault(at.place, BadParameters, "parameter_unknown", "This type of question has no parameter %s; it has %s.",
		strings.Join(others, ", "), strings.Join(keys, ", "))
	return false
}

// finite reads a number.
func finite(text string) (float64, bool) {
	n, err := strconv.ParseFloat(text, 64)
	return n, err == nil && !math.IsInf(n, 0) && !math.IsNaN(n)
}

// random checks the parameters of a question whose choices stand in any order.
func (r *reader) random(at cell, given map[string]string) {
	if !r.knownParameters(at, given, selectKeys) {
		return
	}
	random, shuffled := given["randomize"]
	seed, seeded := given["seed"]
	_, isNumber := finite(seed)
	switch {
	case shuffled && !slices.Contains([]string{"true", "false"}, strings.ToLower(random)):
		r.fault(at.place, BadParameters, "randomize", "randomize must be true or false.")
	case seeded && !shuffled:
		r.fault(at.place, BadParameters, "seed_alone", "seed goes with randomize=true.")
	case seeded && !isNumber && !reference.MatchString(seed):
		r.fault(at.place, BadParameters, "seed_form", "seed must be a number or a question such as ${age}.")
	case shuffled:
		r.warn(at.place, "random_order", "Choices are shown in their own order.")
	}
}

// audit checks the parameters of a record of what a person does, which is not kept.
func (r *reader) audit(from row) {
	at := from.get("parameters")
	given, fine := r.parameters(at)
	if !fine || !r.knownParameters(at, given, auditKeys) {
		return
	}
	one := func(key string, of ...string) {
		if value, ok := given[key]; ok && !slices.Contains(of, strings.ToLower(value)) {
			r.fault(at.place, BadParameters, "must_be", "%s must be one of %s.", key, strings.Join(of, ", "))
		}
	}
	one("track-changes", "true", "false")
	one("track-changes-reasons", "on-form-edit")
	one("identify-user", "true", "false")
	one("location-priority", "no-power", "low-power", "balanced", "high-accuracy")
	least, most := given["location-min-interval"], given["location-max-age"]
	switch located := strings.Contains(at.text, "location-"); {
	case !located:
	case given["location-priority"] == "" || !integer.MatchString(least) || !integer.MatchString(most):
		r.fault(at.place, BadParameters, "audit_location", "location-priority, location-min-interval and location-max-age go together; the latter are whole numbers.")
	default:
		low, _ := finite(least)
		if high, _ := finite(most); low < 0 || high < low {
			r.fault(at.place, BadParameters, "audit_ages", "location-max-age must not be less than location-min-interval, nor that less than 0.")
		}
	}
}
