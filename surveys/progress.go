package surveys

import (
	"context"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// lateWithin is how near the deadline a response that is not submitted counts
// as late.
const lateWithin = 7 * 24 * time.Hour

// MunicipalityProgress is how far one municipality has come in a round. It
// tells no answers.
type MunicipalityProgress struct {
	Municipality orgs.Member
	State        ResponseState
	SectionsDone int
	Sections     int
	Late         bool
	SubmittedAt  *time.Time
	Revision     int
	ResponseID   uuid.UUID  // uuid.Nil before the round opens
	LastActivity *time.Time // when an answer was changed last
	HandedOut    int        // sections that are with a colleague now
	Cohort       string
	Minutes      int // of its own effort in the round
}

// RoundProgress gives how far each municipality of a round has come, in
// alphabetical order: members of the region, and those who left it since they
// were asked. Only who runs the region sees it.
func (s *Service) RoundProgress(ctx context.Context, a orgs.Actor, roundID uuid.UUID) (info RoundInfo, items []MunicipalityProgress, err error) {
	err = s.db.Read(ctx, func(tx *models.Tx) (err error) {
		v, err := viewerOf(tx, a)
		if err != nil {
			return err
		}
		if info, err = s.Info(tx, a, roundID); err != nil {
			return err
		}
		if !v.owns(info.RegionID) {
			return fault.Missing()
		}
		items, err = s.progress(tx, info.Round)
		return err
	})
	return info, items, err
}

func (s *Service) progress(tx *models.Tx, round models.Round) ([]MunicipalityProgress, error) {
	all, err := s.turnouts(tx, round)
	if err != nil {
		return nil, err
	}
	cohorts, err := orgs.CohortsOf(tx, round.RegionID)
	if err != nil {
		return nil, err
	}
	members, err := asking(tx, round, responding(all.list))
	if err != nil {
		return nil, err
	}
	of := make(map[uuid.UUID]turnout, len(all.list))
	for _, t := range all.list {
		of[t.municipality] = t
	}
	items := make([]MunicipalityProgress, 0, len(members))
	for _, m := range members {
		t, there := of[m.ID]
		if !there {
			t.state = NotStarted
		}
		count := all.counts[t.id]
		item := MunicipalityProgress{Municipality: m, State: t.state, Late: late(round, t.revision, tx.Now), SubmittedAt: t.submittedAt,
			Revision: t.revision, ResponseID: t.id, LastActivity: lastActivity(t, count.at), SectionsDone: count.done, Sections: count.sections,
			HandedOut: all.out[m.ID], Cohort: cohorts[m.ID], Minutes: all.minutes[m.ID]}
		items = append(items, item)
	}
	return items, nil
}

// lastActivity gives when an answer was changed last, or else when the response
// was; nil where nobody has begun.
func lastActivity(t turnout, answered time.Time) *time.Time {
	switch {
	case handedIn(t.state):
		return &t.changedAt
	case answered.IsZero():
		return nil
	}
	return &answered
}

// late tells whether a municipality is behind: the round is or was open, the
// deadline is near or past, and nothing was submitted.
func late(round models.Round, revision int, now time.Time) bool {
	return RoundState(round.State).opened() && revision == 0 && !now.Before(round.ClosesAt.Add(-lateWithin))
}
