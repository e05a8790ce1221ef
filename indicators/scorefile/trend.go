package scorefile

import (
	"strconv"

	"loftet/indicators/scoring"
)

// arrowWords are SDSN's names of the arrows.
var arrowWords = map[scoring.Arrow]string{
	scoring.ArrowUp: "on_track", scoring.ArrowDiagonal: "moderately_improving",
	scoring.ArrowRight: "stagnating", scoring.ArrowDown: "decreasing",
}

// TrendTables are the arrows of indicators and of goals. span holds where an
// indicator's row in the specs states no year of its own; until, where not 0, is
// the newest year that counts.
func (d Data) TrendTables(span scoring.Span, until int) []Table {
	trends := [][]string{{"entity", "code", "goal", "y0", "y1", "s0", "s1", "target", "arrow", "trend", "method", "version"}}
	goals := [][]string{{"entity", "goal", "place", "arrow", "trend", "available", "total", "method", "version"}}
	var entity string
	var open []scoring.TrendResult
	closeGoal := func() {
		if len(open) == 0 {
			return
		}
		g := scoring.GoalTrend(open[0].Goal, open)
		there := g.Arrow != scoring.NoArrow
		goals = append(goals, []string{
			entity, strconv.Itoa(g.Goal), number(g.Place, there), string(g.Arrow), arrowWords[g.Arrow],
			strconv.Itoa(g.Available), strconv.Itoa(g.Total), string(g.Method), g.MethodVersion,
		})
		open = open[:0]
	}
	for _, s := range d.series(until) {
		t := scoring.Trend(s.scale, s.list, d.spanOf(s.scale, span))
		if len(open) > 0 && (entity != s.entity || open[0].Goal != t.Goal) {
			closeGoal()
		}
		entity = s.entity
		if s.scale.Spec().Basket != scoring.BasketScore {
			open = append(open, t)
		}
		word := arrowWords[t.Arrow]
		if t.Kept {
			word = "maintaining"
		}
		trends = append(trends, []string{
			s.entity, t.Code, strconv.Itoa(t.Goal), place(t.Year0), place(t.Year1), number(t.Score0, t.Year0 != 0), number(t.Score1, t.Year0 != 0),
			number(t.Target, t.Year0 != 0), string(t.Arrow), word, string(t.Method), t.MethodVersion,
		})
	}
	closeGoal()
	return []Table{{"trend.csv", trends}, {"goal_trend.csv", goals}}
}

// spanOf lets the years of an indicator's row go before the general ones.
func (d Data) spanOf(scale *scoring.Scale, general scoring.Span) scoring.Span {
	own := d.specs.spans[scale.Spec().Code]
	if own.First != 0 {
		general.First = own.First
	}
	if own.Last != 0 {
		general.Last = own.Last
	}
	return general
}

// ProgressTable is the outcome of the method progress.
func (d Data) ProgressTable(years scoring.Years, until int) Table {
	rows := [][]string{{"entity", "code", "goal", "y0", "y1", "value0", "value1", "target", "pace", "rate", "needed", "ratio", "status", "method", "version"}}
	for _, s := range d.series(until) {
		p := scoring.Progress(s.scale, s.list, years)
		spec, there := s.scale.Spec(), p.Status != scoring.NoProgress
		target := ""
		if spec.Target != nil {
			target = number(*spec.Target, true)
		}
		rows = append(rows, []string{
			s.entity, spec.Code, strconv.Itoa(spec.Goal), place(p.From.Year), place(p.To.Year),
			number(p.From.Value, p.From.Year != 0 && !p.From.FromScore), number(p.To.Value, p.To.Year != 0 && !p.To.FromScore), target,
			string(p.Pace), number(p.Rate, there), number(p.Needed, p.HasRatio), number(p.Ratio, p.HasRatio), string(p.Status),
			string(p.Method), p.MethodVersion,
		})
	}
	return Table{"progress.csv", rows}
}
