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
	asked, _, err := s.questionnaire(tx, round)
	if err != nil {
		return nil, err
	}
	responses, err := responsesIn(tx, round.ID)
	if err != nil {
		return nil, err
	}
	ids, working := make([]uuid.UUID, len(responses)), []uuid.UUID{}
	for i, r := range responses {
		ids[i] = r.ID
		if ResponseState(r.State) == InProgress {
			working = append(working, r.ID)
		}
	}
	answers, sent := map[uuid.UUID][]given{}, map[uuid.UUID]time.Time{}
	minutes, out, said := map[uuid.UUID]int{}, map[uuid.UUID]int{}, map[uuid.UUID]choices{}
	if err := tx.Ask(askGiven(working, answers), askSubmitted(ids, sent), askChoices(ids, said),
		askMinutes(round.ID, minutes), askHandedOut(round.ID, out)); err != nil {
		return nil, err
	}
	var entries []models.Entry
	if asked.own != nil {
		if err := tx.Ask(askEntries(working, &entries)); err != nil {
			return nil, err
		}
	}
	own := entriesBy(entries)
	cohorts, err := orgs.CohortsOf(tx, round.RegionID)
	if err != nil {
		return nil, err
	}
	members, err := asking(tx, round, responses)
	if err != nil {
		return nil, err
	}
	additions, err := additionsOf(round)
	if err != nil {
		return nil, err
	}
	byOrganisation := make(map[uuid.UUID]models.Response, len(responses))
	for _, r := range responses {
		byOrganisation[r.OrganisationID] = r
	}
	blank, err := asked.standing(nil, tx.Now)
	if err != nil {
		return nil, err
	}
	items := make([]MunicipalityProgress, 0, len(members))
	for _, m := range members {
		r, there := byOrganisation[m.ID]
		if !there {
			r.State = string(NotStarted)
		}
		item := MunicipalityProgress{Municipality: m, State: ResponseState(r.State), Revision: r.Revision, ResponseID: r.ID,
			LastActivity: lastActivity(r, answers[r.ID]), HandedOut: out[m.ID], Cohort: cohorts[m.ID], Minutes: minutes[m.ID]}
		standing := blank
		if item.State == InProgress {
			if standing, err = asked.standing(own[r.ID], tx.Now); err != nil {
				return nil, err
			}
		}
		item.SectionsDone, item.Sections = tally(sectionsOf(asked.chosen(said[r.ID], additions), r.LeftOut, answeredBy(answers[r.ID]), nil, standing))
		if handedIn(item.State) {
			item.SectionsDone = item.Sections
		}
		if at, ok := sent[r.ID]; ok {
			item.SubmittedAt = &at
		}
		item.Late = late(round, item.Revision, tx.Now)
		items = append(items, item)
	}
	return items, nil
}

// handedIn tells whether a response is past the state in which it is answered. It
// was not sent for review before every section was complete, so that nothing of it
// need be counted; a region has hundreds of these.
func handedIn(state ResponseState) bool { return state != NotStarted && state != InProgress }

// lastActivity gives when an answer was changed last, or else when the response
// was; nil where nobody has begun.
func lastActivity(r models.Response, answers []given) *time.Time {
	var last *time.Time
	if handedIn(ResponseState(r.State)) {
		last = &r.UpdatedAt
	}
	for _, g := range answers {
		if last == nil || g.at.After(*last) {
			last = &g.at
		}
	}
	return last
}

// late tells whether a municipality is behind: the round is or was open, the
// deadline is near or past, and nothing was submitted.
func late(round models.Round, revision int, now time.Time) bool {
	return RoundState(round.State).opened() && revision == 0 && !now.Before(round.ClosesAt.Add(-lateWithin))
}
