package surveys

import (
	"slices"

	"loftet/internal/fault"
	"loftet/orgs"
)

// Lock says why an action is not possible now: Code is its message.
type Lock struct {
	Action Action
	Code   string
}

// The locks that are no matter of the table.
const (
	lockOwnAnswers  = "lock_own_answers"  // four eyes, see [fourEyes]
	lockNotFrozen   = "lock_not_frozen"   // before the freeze one asks
	lockNoQuestions = "lock_no_questions" // nobody has asked
	lockAfterClose  = "lock_only_asked"   // after closing only what was asked about is corrected
)

// whileCorrecting are the states in which questions may wait though no answer to them is
// taken in all of them.
var whileCorrecting = []ResponseState{InProgress, ForReview, Approved}

var lockOfRound = map[RoundState]string{
	RoundDraft: "lock_round_planned", RoundScheduled: "lock_round_planned", RoundClosed: "lock_round_closed",
	RoundFrozen: "lock_round_frozen", RoundPublished: "lock_round_over", RoundArchived: "lock_round_over",
}

// locks gives for each action of the reader's own side, which is not possible now,
// the reason. A municipality's side fills in and answers; the other one reviews.
func locks(a orgs.Actor, at situation, allowed []Action) []Lock {
	list := []Lock{}
	for _, action := range sideOf(a) {
		if slices.Contains(allowed, action) {
			continue
		}
		list = append(list, Lock{action, lockOf(a, at, action)})
	}
	return list
}

// sideOf gives the actions of the actor's side, each once.
func sideOf(a orgs.Actor) (side []Action) {
	inside := a.Scope == orgs.ScopeMunicipality
	for _, step := range responseSteps {
		if reviews := step.by.name == theyReview.name || step.by.name == theyCorrect.name; inside != reviews && !slices.Contains(side, step.action) {
			side = append(side, step.action)
		}
	}
	return side
}

func lockOf(a orgs.Actor, at situation, action Action) string {
	refused, _ := fault.As(mayAct(a, at, action, "---"))
	switch {
	case refused == nil:
		return ""
	case refused.Kind == fault.Denied:
		return "lock_role_" + action.steps()[0].by.name
	case action == Correct && !slices.Contains(afterFreeze, at.round) && at.round != RoundArchived:
		return lockNotFrozen
	case refused.Code == "round-not-open":
		return lockOfRound[at.round]
	case action == StandBy && !slices.Contains(whileCorrecting, at.state):
		return lockNoQuestions
	case action == Reopen && at.round == RoundClosed && at.again:
		return lockAfterClose
	}
	return "lock_state_" + string(at.state)
}
