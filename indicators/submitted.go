package indicators

import (
	"github.com/google/uuid"

	"loftet/models"
)

// keptCells is how many cells of rounds a process keeps, some 200 bytes each: a
// country in three rounds.
const keptCells = 45_000

// roundFigures is what the newest submissions of a round say: for each
// municipality its figures and the goals that it has not left out. It is shared
// and must not be changed.
type roundFigures struct {
	places   map[uuid.UUID]int          // of the indicators in the lines
	lines    map[uuid.UUID][]Cell       // by organisation; a cell without a state is not answered
	answered map[uuid.UUID]map[int]bool // goals by organisation; no entry: nothing submitted
}

// roundState is a round as a number of submissions has left it. Each submission
// counts the revision of its response up, so that none goes unnoticed.
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
	figures := &roundFigures{places: map[uuid.UUID]int{}, lines: map[uuid.UUID][]Cell{}}
	if err := submittedFigures(tx, round, figures.add); err != nil {
		return nil, err
	}
	if figures.answered, err = answeredGoals(tx, round); err != nil {
		return nil, err
	}
	// what a transaction sees of its own may be rolled back, and another one gives
	// the same number to other figures
	if tx.SQLTx() == nil {
		s.rounds.Put(key, figures, len(figures.lines)*len(figures.places)+1)
	}
	return figures, nil
}

// add takes in an observation.
func (r *roundFigures) add(o models.Observation) {
	place, known := r.places[o.IndicatorID]
	if !known {
		place = len(r.places)
		r.places[o.IndicatorID] = place
	}
	line := r.lines[o.OrganisationID]
	for len(line) <= place {
		line = append(line, Cell{})
	}
	line[place] = Cell{State: o.State, Value: o.Value, Year: o.Year, Source: o.Source, Quality: o.Quality,
		Origin: OriginResponse, Confirmed: o.Confirmed, Uncertain: Uncertain(o.Quality),
		Prioritised: o.PriorityReason != "", ObservationID: o.ID, SubmissionID: o.SubmissionID}
	r.lines[o.OrganisationID] = line
}

// cellAt gives what a line says at a place; false where it is silent.
func cellAt(line []Cell, place int) (Cell, bool) {
	if place < 0 || place >= len(line) || line[place].State == "" {
		return Cell{}, false
	}
	return line[place], true
}
