package indicators

import (
	"github.com/google/uuid"

	"loftet/indicators/scoring"
	"loftet/models"
)

// known is what the tables hold of the figures of a view.
type known struct {
	statistics *Statistics
	submitted  *roundFigures
}

func (s *Service) known(tx *models.Tx, round *models.Round, basis *Basis) (known, error) {
	k := known{submitted: &roundFigures{}}
	var err error
	if basis != nil {
		if k.statistics, err = s.statisticsUntil(tx, basis.At); err != nil {
			return k, err
		}
		k.submitted, err = gather(tx, basis.counting())
		return k, err
	}
	if k.statistics, err = s.Statistics(tx); err != nil || round == nil {
		return k, err
	}
	k.submitted, err = s.submitted(tx, round.ID)
	return k, err
}

// cell gives the effective figure: what was submitted in the municipality's line,
// else what statistics have.
// A submitted figure that is closed to the reader gives way to statistics, and
// is withheld where there are none.
func (f *filler) cell(organisation uuid.UUID, submitted []said, c column, closed bool) Cell {
	own, answered := cellAt(submitted, c.place)
	if answered && !closed {
		return own
	}
	if figure, found := latest(c.statistics[organisation], f.year); found {
		return figure.cell()
	}
	switch {
	case answered:
		return Cell{State: StateWithheld}
	case f.inRound:
		return Cell{State: silence(f.leftOut(organisation, c.goal) || f.known.submitted.notChosen[organisation][c.id])}
	}
	return Cell{State: StateNoData}
}

// leftOut tells whether a municipality has left a goal of the basket out. Everybody
// may know it who may see the round, as it hides no figure.
func (f *filler) leftOut(organisation uuid.UUID, goal int) bool {
	answered, submitted := f.known.submitted.answered[organisation]
	return submitted && goal > 0 && !answered[goal]
}

// silence says why nothing is known of a figure in a round.
func silence(leftOut bool) string {
	if leftOut {
		return StateLeftOut
	}
	return StateNotAnswered
}

// Uncertain tells whether a quality grade says that the figure is a guess.
func Uncertain(quality string) bool {
	return quality == "personal_estimate" || quality == "untraceable"
}

// basket is a goal with the places of its indicators among the columns.
type basket struct {
	goal   int
	places []int
}

func basketsOf(indicators []Indicator) []basket {
	places := make([][]int, goalCount+1)
	for i, in := range indicators {
		places[in.Goal] = append(places[in.Goal], i)
	}
	var list []basket
	for goal, p := range places {
		if len(p) > 0 {
			list = append(list, basket{goal, p})
		}
	}
	return list
}

// line is one municipality's cells in the order of the columns, and its goals in
// the order of the baskets.
type line struct {
	cells []Cell
	goals []GoalCell
}

// column is an indicator with what its cells are made of.
type column struct {
	id         uuid.UUID
	goal       int                    // 0 beside the basket
	place      int                    // in the lines that were submitted; -1 for none
	scale      *scoring.Scale         // nil where there are no bounds
	statistics map[uuid.UUID][]Figure // by organisation
}

// filler makes the lines of a view.
type filler struct {
	scorer  *scorer
	known   known
	columns []column // basket first, then additions
	baskets []basket
	year    int
	inRound bool
	results []scoring.Result // of the line at work
	scored  []bool
	perGoal []scoring.Result
}

// fill makes the cells and goals. A line with figures that the reader may not
// see is made twice: as it is, for sums, and as the reader sees it.
func (v *View) fill(sc *scorer, k known, r reader) {
	v.bounds = sc.bounds
	columns := make([]column, 0, len(v.Indicators)+len(v.Additions))
	for i, id := range v.indicatorIDs() {
		c := column{id: id, place: -1, scale: sc.scales[id], statistics: k.statistics.figures[id]}
		if place, asked := k.submitted.places[id]; asked {
			c.place = place
		}
		if i < len(v.Indicators) {
			c.goal = v.Indicators[i].Goal
		}
		columns = append(columns, c)
	}
	f := filler{scorer: sc, known: k, columns: columns, baskets: basketsOf(v.Indicators), year: v.Year, inRound: v.Round != nil,
		results: make([]scoring.Result, len(columns)), scored: make([]bool, len(columns))}
	v.rows, v.columns = make(map[uuid.UUID]int, len(v.Members)), make(map[uuid.UUID]int, len(columns))
	for i, c := range columns {
		v.columns[c.id] = i
	}
	v.lines = make([][]Cell, len(v.Members))
	v.Goals = make(map[GoalKey]GoalCell, len(v.Members)*len(f.baskets))
	full, seen := newTally(f), newTally(f)
	for i, m := range v.Members {
		truth := f.line(m.ID, false)
		shown := truth
		if !r.mayRead(m.Member) && f.hides(truth) {
			shown = f.line(m.ID, true)
			f.markWithheld(truth, shown, &full)
			v.Withheld = true
		}
		full.add(truth)
		seen.add(shown)
		v.rows[m.ID], v.lines[i] = i, shown.cells
		for _, g := range shown.goals {
			v.Goals[GoalKey{m.ID, g.Goal}] = g
		}
	}
	if v.narrowed(r) {
		full = seen
	}
	v.means = pooled(f, full, seen)
}

// line makes the cells and goals of a municipality; closed keeps submitted
// figures out.
func (f *filler) line(organisation uuid.UUID, closed bool) line {
	submitted := f.known.submitted.lines[organisation]
	l := line{cells: make([]Cell, len(f.columns)), goals: make([]GoalCell, len(f.baskets))}
	for i, column := range f.columns {
		c := &l.cells[i]
		*c = f.cell(organisation, submitted, column, closed)
		c.Colour = string(scoring.Grey)
		if f.scored[i] = column.scale != nil; f.scored[i] {
			f.results[i] = f.scorer.result(column.scale, c.State, c.Value, c.Year)
			r := &f.results[i]
			c.Colour, c.Band, c.Imputed = colourOf(r.Colour), string(r.Band()), r.Imputed
			if r.Scored {
				score := r.Score // not &r.Score, which would keep the whole result
				c.Score = &score
			}
		}
	}
	for i, b := range f.baskets {
		if f.leftOut(organisation, b.goal) {
			l.goals[i] = GoalCell{Goal: b.goal, Colour: string(scoring.Grey), Total: len(b.places), LeftOut: true}
			continue
		}
		l.goals[i] = f.goal(b, l.cells)
	}
	return l
}

func (f *filler) goal(b basket, cells []Cell) GoalCell {
	f.perGoal = f.perGoal[:0]
	confirmed := 0
	for _, place := range b.places {
		if f.scored[place] {
			f.perGoal = append(f.perGoal, f.results[place])
		}
		if c := cells[place]; c.Confirmed && c.State == StateValue {
			confirmed++
		}
	}
	g := f.scorer.goal(b.goal, len(b.places), f.perGoal)
	g.Confirmed = confirmed
	return g
}

// hides tells whether a line holds a submitted figure.
func (f *filler) hides(l line) bool {
	for _, c := range l.cells {
		if c.Origin == OriginResponse {
			return true
		}
	}
	return false
}

// markWithheld marks the goals of a shown line that lack a figure, and counts in
// the tally what the reader does not see.
func (f *filler) markWithheld(truth, shown line, t *tally) {
	for i, c := range truth.cells {
		if c.Origin == OriginResponse {
			t.hidden[i] = true
			if c.Value != nil {
				t.hiddenValues[i]++
			}
		}
	}
	for i, b := range f.baskets {
		for _, place := range b.places {
			if truth.cells[place].Origin == OriginResponse {
				shown.goals[i].Withheld = true
			}
		}
		if g := truth.goals[i]; shown.goals[i].Withheld {
			t.hiddenGoal[i] = true
			if g.Score != nil && g.Covered {
				t.hiddenGoals[i]++
			}
		}
	}
}
