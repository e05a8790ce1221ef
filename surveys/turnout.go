package surveys

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/models"
)

// turnout is how far a response has come, as far as the list of a round's tells it.
type turnout struct {
	id, municipality uuid.UUID
	state            ResponseState
	edition          *uuid.UUID // of the questionnaire, where it was moved to another
	leftOut          []int      // goals
	revision         int
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

// turnouts are a round's responses, with what their progress is counted from. Answers
// and entries are those of the responses being answered.
type turnouts struct {
	round     models.Round
	additions []models.Addition
	list      []turnout
	answered  map[uuid.UUID]soFar // by response, as entries and said
	entries   map[uuid.UUID][]models.Entry
	said      map[uuid.UUID]choices
	minutes   map[uuid.UUID]int // of own effort, by municipality
	out       map[uuid.UUID]int // sections with colleagues, by municipality
}

func turnoutsOf(tx *models.Tx, round models.Round) (all turnouts, err error) {
	all = turnouts{round: round, answered: map[uuid.UUID]soFar{}, said: map[uuid.UUID]choices{}, minutes: map[uuid.UUID]int{}, out: map[uuid.UUID]int{}}
	if all.additions, err = additionsOf(round); err != nil {
		return all, err
	}
	err = tx.Ask(askTurnouts(round.ID, &all.list), askRoundChoices(round.ID, all.said), askMinutes(round.ID, all.minutes), askHandedOut(round.ID, all.out))
	if err != nil {
		return all, err
	}
	working := []uuid.UUID{}
	for _, t := range all.list {
		if t.state == InProgress {
			working = append(working, t.id)
		}
	}
	if len(working) == 0 {
		return all, nil
	}
	var entries []models.Entry
	err = tx.Ask(askAnswered(tx.Dialect, working, all.answered), askEntries(working, &entries))
	all.entries = entriesBy(entries)
	return all, err
}

// sections counts the sections of a response that are complete, and all that it
// answers. One that is handed in was not sent for review before every section was
// complete, so that nothing of it need be looked at; a region has hundreds of these.
func (s *Service) sections(tx *models.Tx, all turnouts, t turnout) (done, sections int, err error) {
	edition := all.round.QuestionnaireVersionID
	if t.edition != nil {
		edition = *t.edition
	}
	whole, _, err := s.version(tx, edition)
	if err != nil {
		return 0, 0, err
	}
	asked := whole.chosen(all.said[t.id], all.additions)
	if handedIn(t.state) {
		for _, section := range asked.Sections {
			if !slices.Contains(t.leftOut, section.Goal) {
				sections++
			}
		}
		return sections, sections, nil
	}
	standing, err := asked.standing(all.entries[t.id], tx.Now)
	if err != nil {
		return 0, 0, err
	}
	done, sections = tally(sectionsOf(asked, t.leftOut, all.answered[t.id].indicators, nil, standing))
	return done, sections, nil
}

// handedIn tells whether a response is past the state in which it is answered.
func handedIn(state ResponseState) bool { return state != NotStarted && state != InProgress }
