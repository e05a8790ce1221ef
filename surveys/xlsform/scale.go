package xlsform

import (
	"math"
	"strings"

	"loftet/surveys/form"
)

// scale reads the ends and steps of a range.
func (r *reader) scale(item *form.Item, n *node, given map[string]string) {
	at := n.get("parameters")
	if !r.knownParameters(at, given, rangeKeys) {
		return
	}
	fine := true
	of := func(key string, otherwise float64) float64 {
		text, ok := given[key]
		if !ok {
			return otherwise
		}
		v, isNumber := finite(text)
		if !isNumber {
			r.fault(at.place, BadParameters, "must_be_number", "%s must be a number; it is %q.", key, text)
			fine = false
		}
		return v
	}
	s := steps{start: of("start", 1), end: of("end", 10), step: of("step", 1)}
	ticks, mark := of("tick_interval", s.step), of("placeholder", s.start)
	looks := n.get("control/appearance").text
	_, ticked := given["tick_interval"]
	_, marked := given["placeholder"]
	list, labelled := given["tick_labelset"]
	switch {
	case !fine:
	case s.step == 0 || s.step > s.width():
		r.fault(at.place, BadParameters, "range_step", "step must be neither 0 nor larger than the way from start to end.")
	case (ticked || marked || labelled) && looks != "" && !strings.Contains(looks, "vertical") && !strings.Contains(looks, "no-ticks"):
		r.fault(at.place, BadParameters, "range_looks", "tick_interval, placeholder and tick_labelset go with the appearances vertical and no-ticks, or none.")
	case ticks == 0 || ticks > s.width() || !multiple(ticks, s.step):
		r.fault(at.place, BadParameters, "range_ticks", "tick_interval must be a multiple of step, and not larger than the way from start to end.")
	case !s.on(mark, s.step):
		r.fault(at.place, BadParameters, "range_placeholder", "placeholder must be one of the steps from start to end.")
	case labelled:
		r.labelledSteps(at, s, ticks, list, strings.Contains(looks, "no-ticks"))
	}
	item.Min, item.Max = number(min(s.start, s.end)), number(max(s.start, s.end))
	if _, ok := given["step"]; ok {
		item.Step = math.Abs(s.step)
	}
}

// labelledSteps checks the list that names steps of a range: its choices are
// called as the steps are.
func (r *reader) labelledSteps(at cell, s steps, ticks float64, list string, endsOnly bool) {
	rows, known := r.lists[list]
	if !known {
		r.fault(at.place, UnknownList, "range_list", "tick_labelset names the list %q, which the sheet choices does not have.", list)
		return
	}
	named := make(map[float64]bool)
	for _, row := range rows {
		v, isNumber := finite(row.get("name").text)
		if !isNumber || !s.on(v, ticks) {
			r.fault(at.place, BadParameters, "range_labels", "The choices of the list %q must be called like steps from start to end; %q is none.", list, row.get("name").text)
			return
		}
		named[v] = true
	}
	if endsOnly && !(len(named) == 2 && named[s.start] && named[s.end]) {
		r.fault(at.place, BadParameters, "range_ends", "Without ticks (no-ticks), the list %q names the two ends of the range and nothing else.", list)
	}
}

// steps are those of a range.
type steps struct{ start, end, step float64 }

func (s steps) width() float64 { return math.Abs(s.end - s.start) }

// on tells whether a number is one of the steps, or of every so many.
func (s steps) on(v, every float64) bool {
	return v >= min(s.start, s.end) && v <= max(s.start, s.end) && multiple(v-s.start, every)
}

func multiple(of, step float64) bool {
	times := of / step
	return math.Abs(times-math.Round(times)) < 1e-9
}
