package surveys

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/internal/clock"
	"loftet/models"
)

// turnout is how far a response has come, as far as the list of a round's tells it.
type turnout struct {
	id, municipality uuid.UUID
	state            ResponseState
	edition          *uuid.UUID // of the questionnaire, where it was moved to another
	leftOut          []int      // goals
	revision         int
	version, changes int
	changedAt        time.Time
	submittedAt      *time.Time // its latest revision
}

// responding lists whose responses they are.
func responding(turnouts []turnout) []uuid.UUID {
	ids := make([]uuid.UUID, len(turnouts))
	for i, t := range turnouts {
		ids[i] = t.municipality
	}
	return ids
}

// turnouts are a round's responses, with what the list of them tells beside.
type turnouts struct {
	list    []turnout
	counts  map[uuid.UUID]sectionCount // by response; uuid.Nil for who has none yet
	minutes map[uuid.UUID]int          // of own effort, by municipality
	out     map[uuid.UUID]int          // sections with colleagues, by municipality
}

// sectionCount is how many sections of a response are complete, of all that it answers, and
// when an answer was changed last; zero once it is handed in.
type sectionCount struct {
	done, sections int
	at             time.Time
}

// countedFrom names all that a count is made of: by it the count is kept, as a region
// has tens of thousands of answers. Minute is empty where no condition may ask for the
// time.
type countedFrom struct {
	round, response          uuid.UUID
	roundVersion             int
	responseVersion, changes int
	minute                   string
}

// countsKept is how many counts are kept, of some two hundred bytes each.
const countsKept = 10_000

// uncounted is a response whose count is not kept.
type uncounted struct {
	turnout
	from  countedFrom
	asked Questionnaire
}

func (s *Service) turnouts(tx *models.Tx, round models.Round) (all turnouts, err error) {
	all = turnouts{counts: map[uuid.UUID]sectionCount{}, minutes: map[uuid.UUID]int{}, out: map[uuid.UUID]int{}}
	said := map[uuid.UUID]choices{}
	additions, err := additionsOf(round)
	if err == nil {
		err = tx.Ask(askTurnouts(round.ID, &all.list), askRoundChoices(round.ID, said), askMinutes(round.ID, all.minutes), askHandedOut(round.ID, all.out))
	}
	if err != nil {
		return all, err
	}
	var left []uncounted
	for _, t := range append(all.list, turnout{state: NotStarted}) {
		edition := round.QuestionnaireVersionID
		if t.edition != nil {
			edition = *t.edition
		}
		whole, _, err := s.version(tx, edition)
		if err != nil {
			return all, err
		}
		from := countedFrom{round: round.ID, response: t.id, roundVersion: round.Version, responseVersion: t.version, changes: t.changes}
		if whole.own != nil {
			from.minute = clock.InNorway(tx.Now).Format("2006-01-02T15:04")
		}
		if count, there := s.counts.Get(from); there {
			all.counts[t.id] = count
		} else {
			left = append(left, uncounted{t, from, whole.chosen(said[t.id], additions)})
		}
	}
	return all, s.count(tx, left, all.counts)
}

// count counts the sections of responses. One that is handed in was not sent for
// review before every section was complete, so that nothing of it need be looked at.
func (s *Service) count(tx *models.Tx, left []uncounted, counts map[uuid.UUID]sectionCount) error {
	var open []uuid.UUID
	for _, u := range left {
		if !handedIn(u.state) {
			open = append(open, u.id)
		}
	}
	answered := map[uuid.UUID]soFar{}
	var rows []models.Entry
	if len(open) > 0 {
		if err := tx.Ask(askAnswered(tx.Dialect, open, answered), askEntries(open, &rows)); err != nil {
			return err
		}
	}
	entries := entriesBy(rows)
	for _, u := range left {
		count, err := u.count(answered[u.id], entries[u.id], tx.Now)
		if err != nil {
			return err
		}
		counts[u.id] = count
		if tx.SQLTx() == nil { // what a transaction has written may never come to be
			s.counts.Put(u.from, count, 1)
		}
	}
	return nil
}

func (u uncounted) count(answered soFar, entries []models.Entry, now time.Time) (sectionCount, error) {
	if handedIn(u.state) {
		all := 0
		for _, section := range u.asked.Sections {
			if !slices.Contains(u.leftOut, section.Goal) {
				all++
			}
		}
		return sectionCount{done: all, sections: all}, nil
	}
	standing, err := u.asked.standing(entries, now)
	if err != nil {
		return sectionCount{}, err
	}
	done, all := tally(sectionsOf(u.asked, u.leftOut, answered.indicators, nil, standing, false))
	last := answered.at
	for _, e := range entries {
		if e.UpdatedAt.After(last) {
			last = e.UpdatedAt
		}
	}
	return sectionCount{done, all, last}, nil
}

// handedIn tells whether a response is past the state in which it is answered.
func handedIn(state ResponseState) bool { return state != NotStarted && state != InProgress }
