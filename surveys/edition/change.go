package edition

import "github.com/google/uuid"

// Change is one figure, or one score of a goal, that is another in a later edition.
// Municipality is nil for a sum over all. Indicator is empty for a goal.
type Change struct {
	Municipality  *Named
	Indicator     *Indicator
	Goal          int
	Before, After Said
}

// Said is what an edition says of it. State is withheld, not_answered and so on where
// there is no value, absent where the edition does not have it at all.
type Said struct {
	State string
	Value *float64 // of a goal its score
	Score *float64 // of a figure
	Units int      // of a sum
}

// The states of what is no figure of a municipality, and of what is not there.
const (
	Absent = "absent"

	valued = "value"
	tooFew = "too_few"
	hidden = "withheld"
	left   = "left_out"
)

// Changes holds two editions for the same readers against each other: first the figures
// by municipality and indicator, then the goals of municipalities, then the sums. It
// knows no more than the two documents tell.
func Changes(before, after Document) []Change {
	figures, goals, sums := []Change{}, []Change{}, []Change{}
	was := index(before)
	for _, m := range after.Municipalities {
		name := m.Named
		for _, in := range after.Indicators {
			figures = add(figures, Change{Municipality: &name, Indicator: &in, Goal: in.Goal, Before: there(was.figures, figureKey{m.ID, in.Code})}, figureIn(m, in.Code))
		}
		for _, g := range m.Goals {
			goals = add(goals, Change{Municipality: &name, Goal: g.Goal, Before: there(was.goals, goalKey{m.ID, g.Goal})}, g.said())
		}
	}
	for _, in := range after.Indicators {
		sums = add(sums, Change{Indicator: &in, Goal: in.Goal, Before: there(was.sums, in.Code)}, sumIn(after.Sums, in.Code))
	}
	for _, g := range after.GoalSums {
		sums = add(sums, Change{Goal: g.Goal, Before: there(was.goalSums, g.Goal)}, g.said())
	}
	return append(append(figures, goals...), sums...)
}

func add(list []Change, c Change, after Said) []Change {
	if c.After = after; c.Before.same(after) {
		return list
	}
	return append(list, c)
}

func (s Said) same(other Said) bool {
	return s.State == other.State && s.Units == other.Units && equal(s.Value, other.Value) && equal(s.Score, other.Score)
}

func equal(x, y *float64) bool {
	return x == nil && y == nil || x != nil && y != nil && *x == *y
}

type figureKey struct {
	municipality uuid.UUID
	code         string
}

type goalKey struct {
	municipality uuid.UUID
	goal         int
}

// indexed is a document by what its numbers are of.
type indexed struct {
	figures  map[figureKey]Said
	goals    map[goalKey]Said
	sums     map[string]Said
	goalSums map[int]Said
}

func index(d Document) indexed {
	x := indexed{map[figureKey]Said{}, map[goalKey]Said{}, map[string]Said{}, map[int]Said{}}
	for _, m := range d.Municipalities {
		for _, f := range m.Figures {
			x.figures[figureKey{m.ID, f.Indicator}] = f.said()
		}
		for _, g := range m.Goals {
			x.goals[goalKey{m.ID, g.Goal}] = g.said()
		}
	}
	for _, s := range d.Sums {
		x.sums[s.Indicator] = s.said()
	}
	for _, s := range d.GoalSums {
		x.goalSums[s.Goal] = s.said()
	}
	return x
}

func there[K comparable](known map[K]Said, key K) Said {
	if said, ok := known[key]; ok {
		return said
	}
	return Said{State: Absent}
}

func figureIn(m Municipality, code string) Said {
	for _, f := range m.Figures {
		if f.Indicator == code {
			return f.said()
		}
	}
	return Said{State: Absent}
}

func sumIn(sums []Sum, code string) Said {
	for _, s := range sums {
		if s.Indicator == code {
			return s.said()
		}
	}
	return Said{State: Absent}
}

func (f Figure) said() Said { return Said{State: f.State, Value: f.Value, Score: f.Score} }

func (g Goal) said() Said {
	switch {
	case g.LeftOut:
		return Said{State: left}
	case g.Score != nil && g.Covered:
		return Said{State: valued, Value: g.Score}
	case g.Withheld:
		return Said{State: hidden}
	}
	return Said{State: tooFew}
}

func (s Sum) said() Said {
	if s.Mean == nil {
		return Said{State: tooFew}
	}
	return Said{State: valued, Value: s.Mean, Units: s.Units}
}
