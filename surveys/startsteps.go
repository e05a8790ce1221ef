package surveys

import (
	"slices"

	"loftet/models"
	"loftet/orgs"
)

// The steps of a first start, in the order in which they pay off soonest: what takes
// minutes and moves much comes first, what takes hours is handed out before one
// begins with one's own.
const (
	StepDecision   = "decision"
	StepStatistics = "statistics"
	StepTeam       = "team"
	StepAsk        = "ask"
	StepAnswer     = "answer"
	StepReview     = "review"
)

// Minutes for steps that are no questions: writing down a decision, naming a team,
// sending each colleague what is theirs.
const (
	decisionMinutes = 3
	teamMinutes     = 5
	handOutMinutes  = 2 // for each of those who are asked
)

func startSteps(tx *models.Tx, o opened, f FirstStart, team orgs.Team) ([]StartStep, error) {
	decided, err := orgs.HasDecided(tx, o.round.RegionID, o.response.OrganisationID)
	if err != nil {
		return nil, err
	}
	handedOut, err := assignmentsIn(tx, o.response.ID)
	if err != nil {
		return nil, err
	}
	begun := []ResponseState{NotStarted, InProgress}
	own := 0
	for _, w := range f.Work {
		if w.Kind != ConfirmWork && w.Kind != ReadWork {
			own += w.Count * w.Each
		}
	}
	left := func(done bool, minutes int) int {
		if done {
			return 0
		}
		return minutes
	}
	teamed, asked := len(team.Missing) == 0, f.Missing == 0 || handedOut > 0
	sent := !slices.Contains(begun, ResponseState(o.response.State))
	return []StartStep{
		{Key: StepDecision, Done: decided, Minutes: left(decided, decisionMinutes)},
		{Key: StepStatistics, Done: f.Filled == 0, Minutes: f.Filled * minutesFor(ConfirmWork), Goal: f.filledAt},
		{Key: StepTeam, Done: teamed, Minutes: left(teamed, teamMinutes)},
		{Key: StepAsk, Done: asked, Minutes: left(asked, len(f.Ask)*handOutMinutes)},
		{Key: StepAnswer, Done: f.Missing == 0, Minutes: own},
		{Key: StepReview, Done: sent, Minutes: left(sent, minutesFor(ReadWork))},
	}, nil
}
