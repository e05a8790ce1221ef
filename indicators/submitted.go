package indicators

import (
	"github.com/google/uuid"

	"loftet/models"
)

// keptCells is how many cells of rounds a process keeps, some 60 bytes each: a
// country in five rounds.
const keptCells = 75_000

// roundFigures is what the newest submissions of a round say: for each
// municipality its figures and the goals that it has not left out. It is shared
// and must not be changed.
type roundFigures struct {
	places   map[uuid.UUID]int          // of the indicators in the lines
	lines    map[uuid.UUID][]said       // by organisation
	answered map[uuid.UUID]map[int]bool // goals by organisation; no entry: nothing submitted

	notChosen map[uuid.UUID]map[uuid.UUID]bool // indicators that are left out, by organisation
}

// roundState is a round as a number of submissions and editions has left it. Each
// submission counts the revision of its response up, and an edition takes in those that
// waited for it, so that none goes unnoticed.
type roundState struct {
	round     uuid.UUID
	revisions int64
}

// submitted gives the figures of a round. They are read once for each state that
// the round was in.
func (s *Service) submitted(tx *models.Tx, round uuid.UUID) (*roundFigures, error) {
	revisions, err := revisionsOf(tx, round)
	if err != nil {
		return nil, err
	}
	key := roundState{round, revisions}
	if figures, ok := s.rounds.Get(key); ok {
		return figures, nil
	}
	figures, err := gather(tx, counting(round))
	if err != nil {
		return nil, err
	}
	// what a transaction sees of its own may be rolled back, and another one gives
	// the same number to other figures
	if tx.SQLTx() == nil {
		s.rounds.Put(key, figures, len(figures.lines)*len(figures.places)+1)
	}
	return figures, nil
}

// gather reads what some submissions say.
func gather(tx *models.Tx, which submissions) (*roundFigures, error) {
	figures := &roundFigures{places: map[uuid.UUID]int{}, lines: map[uuid.UUID][]said{}}
	g := gathering{figures, map[words]*words{}}
	err := submittedFigures(tx, which, g.add)
	if err != nil {
		return nil, err
	}
	g.done()
	if figures.answered, err = answeredGoals(tx, which); err != nil {
		return nil, err
	}
	figures.notChosen, err = notChosen(tx, which)
	return figures, err
}

// said is what a municipality says of one indicator, in as little memory as may be:
// a country has some ten thousand in each round.
type said struct {
	words       *words // nil: nothing
	value       float64
	id          uuid.UUID // of the observation
	submission  *uuid.UUID
	year        int16
	valued      bool
	confirmed   bool
	prioritised bool
}

// words come again and again in a round, and each combination is kept once.
type words struct{ state, source, quality string }

// gathering is a round's figures while they are read.
type gathering struct {
	*roundFigures

	known map[words]*words
}

// add takes in an observation.
func (g gathering) add(o models.Observation) {
	place, known := g.places[o.IndicatorID]
	if !known {
		place = len(g.places)
		g.places[o.IndicatorID] = place
	}
	line := g.lines[o.OrganisationID]
	for len(line) <= place {
		line = append(line, said{})
	}
	w := words{o.State, o.Source, o.Quality}
	if g.known[w] == nil {
		g.known[w] = &w
	}
	one := said{words: g.known[w], id: o.ID, submission: o.SubmissionID, year: int16(o.Year), //nolint:gosec // a year
		valued: o.Value != nil, confirmed: o.Confirmed, prioritised: o.PriorityReason != ""}
	if one.valued {
		one.value = *o.Value
	}
	line[place] = one
	g.lines[o.OrganisationID] = line
}

// done gives back what the lines have too much.
func (g gathering) done() {
	for organisation, line := range g.lines {
		g.lines[organisation] = append(make([]said, 0, len(line)), line...)
	}
}

// cellAt gives what a line says at a place; false where it is silent.
func cellAt(line []said, place int) (Cell, bool) {
	if place < 0 || place >= len(line) || line[place].words == nil {
		return Cell{}, false
	}
	s := &line[place]
	c := Cell{State: s.words.state, Year: int(s.year), Source: s.words.source, Quality: s.words.quality,
		Origin: OriginResponse, Confirmed: s.confirmed, Uncertain: Uncertain(s.words.quality),
		Prioritised: s.prioritised, ObservationID: s.id, SubmissionID: s.submission}
	if s.valued {
		c.Value = &s.value
	}
	return c, true
}
