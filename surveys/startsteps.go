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
		{StepDecision, decided, left(decided, decisionMinutes)},
		{StepStatistics, f.Filled == 0, f.Filled * minutesFor(ConfirmWork)},
		{StepTeam, teamed, left(teamed, teamMinutes)},
		{StepAsk, asked, left(asked, len(f.Ask)*handOutMinutes)},
		{StepAnswer, f.Missing == 0, own},
		{StepReview, sent, left(sent, minutesFor(ReadWork))},
	}, nil
}
