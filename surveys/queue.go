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
	_, version, err := s.questionnaire(tx, info.Round)
	if err != nil {
		return nil, err
	}
	texts, err := s.indicators.Asked(tx, version.ID)
	if err != nil {
		return nil, err
	}
	last, err := latestBefore(tx, info.Round, towns)
	if err != nil {
		return nil, err
	}
	items := make([]QueueItem, 0, len(rows))
	for _, row := range rows {
		item := QueueItem{ID: row.ResponseID, Round: info, Municipality: members[row.OrganisationID], State: states[row.ResponseID],
			Revision: row.Revision, SubmittedAt: row.SubmittedAt, OpenQuestions: waits[row.ResponseID].questions}
		document, err := parseDocument(row.Document)
		if err != nil {
			return nil, err
		}
		var before map[string]DocumentAnswer
		if was, there := last[row.OrganisationID]; there {
			if before, err = byCode(was); err != nil {
				return nil, err
			}
		}
		item.count(oddities(document, texts, before))
		items = append(items, item)
	}
	return items, nil
}

// count counts figures; one that is odd in two ways is one.
func (item *QueueItem) count(odd []Oddity) {
	seen := map[uuid.UUID]bool{}
	for _, o := range odd {
		if seen[o.Indicator.ID] {
			continue
		}
		seen[o.Indicator.ID] = true
		item.Odd++
		if o.Said == "" {
			item.Unexplained++
		}
	}
}
