package surveys

import (
	"cmp"
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// QueueItem is a submitted response that waits for somebody to check it.
type QueueItem struct {
	ID            uuid.UUID
	Round         RoundInfo
	Municipality  orgs.Member
	State         ResponseState
	Revision      int
	SubmittedAt   time.Time
	Odd           int // figures with something odd about them
	Unexplained   int // of which nobody has written why
	OpenQuestions int
}

// maxQueue is how many items a queue shows.
const maxQueue = 500

// ReviewQueue gives the submitted responses that nobody has checked, in the rounds
// which the actor reaches and which are not published: those that wait for a check
// before those that wait for the municipality, the most implausible first.
func (s *Service) ReviewQueue(ctx context.Context, a orgs.Actor) ([]QueueItem, error) {
	items := []QueueItem{}
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		rounds, err := roundsToCheck(tx, a)
		if err != nil {
			return err
		}
		infos, err := s.Describe(tx, a, rounds)
		if err != nil {
			return err
		}
		for _, info := range infos {
			part, err := s.queueOf(tx, info)
			if err != nil {
				return err
			}
			items = append(items, part...)
		}
		return nil
	})
	slices.SortStableFunc(items, func(x, y QueueItem) int {
		waits := func(i QueueItem) int {
			if i.State == Submitted {
				return 0
			}
			return 1
		}
		return cmp.Or(cmp.Compare(waits(x), waits(y)), -cmp.Compare(x.Unexplained, y.Unexplained), -cmp.Compare(x.Odd, y.Odd), x.SubmittedAt.Compare(y.SubmittedAt))
	})
	return items[:min(len(items), maxQueue)], err
}

func (s *Service) queueOf(tx *models.Tx, info RoundInfo) ([]QueueItem, error) {
	rows, err := uncheckedIn(tx, info.ID)
	if err != nil || len(rows) == 0 {
		return nil, err
	}
	var ids, towns []uuid.UUID
	for _, row := range rows {
		ids, towns = append(ids, row.ResponseID), append(towns, row.OrganisationID)
	}
	waits, members, states := map[uuid.UUID]waiting{}, map[uuid.UUID]orgs.Member{}, map[uuid.UUID]ResponseState{}
	if err := tx.Ask(askWaiting(ids, waits), orgs.AskMunicipalities(towns, models.DateOf(tx.Now), members), askStates(ids, states)); err != nil {
		return nil, err
	}
	odd, err := s.oddIn(tx, info.Round, rows, towns)
	if err != nil {
		return nil, err
	}
	items := make([]QueueItem, 0, len(rows))
	for _, row := range rows {
		items = append(items, QueueItem{ID: row.ResponseID, Round: info, Municipality: members[row.OrganisationID], State: states[row.ResponseID],
			Revision: row.Revision, SubmittedAt: row.SubmittedAt, Odd: odd[row.ID].figures, Unexplained: odd[row.ID].unexplained,
			OpenQuestions: waits[row.ResponseID].questions})
	}
	return items, nil
}

// oddCount is how many figures of a submission have something odd about them, and how
// many of these nobody has written about; one that is odd in two ways is one.
type oddCount struct{ figures, unexplained int }

// oddFrom names what a count is made of, which never changes: by it the count is kept.
type oddFrom struct {
	submission uuid.UUID
	before     uuid.UUID // uuid.Nil where it is the first
}

// oddKept is how many counts are kept, of some hundred bytes each.
const oddKept = 10_000

// oddIn counts for submissions of one round, by their ids.
func (s *Service) oddIn(tx *models.Tx, round models.Round, rows []models.Submission, towns []uuid.UUID) (map[uuid.UUID]oddCount, error) {
	last, err := latestBefore(tx, round, towns)
	if err != nil {
		return nil, err
	}
	counts := make(map[uuid.UUID]oddCount, len(rows))
	var left []oddFrom
	var wanted []uuid.UUID
	for _, row := range rows {
		from := oddFrom{row.ID, last[row.OrganisationID]}
		if count, there := s.odd.Get(from); there {
			counts[row.ID] = count
			continue
		}
		if left, wanted = append(left, from), append(wanted, from.submission); from.before != uuid.Nil {
			wanted = append(wanted, from.before)
		}
	}
	if len(left) == 0 {
		return counts, nil
	}
	_, version, err := s.questionnaire(tx, round)
	if err != nil {
		return nil, err
	}
	texts, err := s.indicators.Asked(tx, version.ID)
	if err != nil {
		return nil, err
	}
	documents, err := documentsOf(tx, wanted)
	if err != nil {
		return nil, err
	}
	for _, from := range left {
		count := countOdd(oddities(documents[from.submission], texts, byCode(documents[from.before])))
		counts[from.submission] = count
		s.odd.Put(from, count, 1)
	}
	return counts, nil
}

func countOdd(odd []Oddity) (count oddCount) {
	seen := map[uuid.UUID]bool{}
	for _, o := range odd {
		if seen[o.Indicator.ID] {
			continue
		}
		seen[o.Indicator.ID] = true
		count.figures++
		if o.Said == "" {
			count.unexplained++
		}
	}
	return count
}
