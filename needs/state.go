package needs

import (
	"slices"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// State is where a need is on its way.
type State string

// The states in their usual order. Rejected ends a candidate; the states after
// published belong to dialogue and procurement.
const (
	StateCandidate           State = "candidate"
	StateUnderReview         State = "under_review"
	StateConfirmed           State = "confirmed"
	StatePublished           State = "published"
	StateInDialogue          State = "in_dialogue"
	StateInProcurement       State = "in_procurement"
	StateCovered             State = "covered"
	StateClosedWithoutResult State = "closed_without_result"
	StateRejected            State = "rejected"
	StateMerged              State = "merged"
)

// open tells whether nobody has decided yet that it is a need.
func (s State) open() bool { return s == StateCandidate || s == StateUnderReview }

// underWay tells whether it is a need that is not settled yet.
func (s State) underWay() bool {
	return slices.Contains([]State{StateConfirmed, StatePublished, StateInDialogue, StateInProcurement}, s)
}

// Action is something that a person may do with a need.
type Action string

// The actions.
const (
	ActionEdit    Action = "edit"
	ActionConfirm Action = "confirm"
	ActionReject  Action = "reject"
	ActionPublish Action = "publish"
)

// steps is the table of what is allowed in which state and where it leads. An
// edited candidate is under review: a person has taken it up. Publishing is
// reached through confirming alone, and both are done by people.
var steps = []struct {
	action Action
	from   State
	to     State
}{
	{ActionEdit, StateCandidate, StateUnderReview},
	{ActionEdit, StateUnderReview, StateUnderReview},
	{ActionEdit, StateConfirmed, StateConfirmed},
	{ActionEdit, StatePublished, StatePublished},
	{ActionConfirm, StateCandidate, StateConfirmed},
	{ActionConfirm, StateUnderReview, StateConfirmed},
	{ActionReject, StateCandidate, StateRejected},
	{ActionReject, StateUnderReview, StateRejected},
	{ActionReject, StateConfirmed, StateRejected},
	{ActionPublish, StateConfirmed, StatePublished},
	{ActionPublish, StatePublished, StatePublished},
}

// after gives the state that an action leads to; a Conflict where the need's
// state does not allow it.
func after(action Action, from State) (State, error) {
	for _, s := range steps {
		if s.action == action && s.from == from {
			return s.to, nil
		}
	}
	code := map[Action]string{
		ActionEdit: "need-not-editable", ActionConfirm: "need-not-candidate",
		ActionReject: "need-not-rejectable", ActionPublish: "need-not-confirmed",
	}[action]
	return "", fault.New(fault.Conflict, code, "state", string(from))
}

// actions are what the actor may do with a need of its region in a state.
func actions(a orgs.Actor, n models.Need) []Action {
	list := []Action{}
	if !mayChange(a) {
		return list
	}
	for _, s := range steps {
		if s.from == State(n.State) && !slices.Contains(list, s.action) {
			list = append(list, s.action)
		}
	}
	return list
}

// mayChange tells whether the actor's roles let it change needs at all. A
// computation never publishes: the service itself may not either.
func mayChange(a orgs.Actor) bool {
	return a.SignedIn() && (a.Has(orgs.Coordinator) || a.Has(orgs.Admin))
}
