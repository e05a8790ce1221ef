package matching

import (
	"slices"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// State is where a solution is on its way.
type State string

// The states. Stale, suspended and archived have no action that leads to them
// yet.
const (
	StateDraft     State = "draft"
	StateSubmitted State = "submitted"
	StateReturned  State = "returned"
	StatePublished State = "published"
	StateStale     State = "stale"
	StateSuspended State = "suspended"
	StateArchived  State = "archived"
)

// Action is something that a person may do with a solution.
type Action string

// The actions: the first two are the business's, the others the publisher's.
const (
	ActionEdit    Action = "edit"
	ActionSubmit  Action = "submit"
	ActionPublish Action = "publish"
	ActionReturn  Action = "return"
)

// steps is the table of what is allowed in which state and where it leads. What
// a publisher has not seen is not public: an edited solution is a draft again
// and out of sight until it has been sent in and published anew. A returned one
// stays returned, with its reason, until it is sent in.
var steps = []struct {
	action Action
	from   State
	to     State
}{
	{ActionEdit, StateDraft, StateDraft},
	{ActionEdit, StateReturned, StateReturned},
	{ActionEdit, StateSubmitted, StateDraft},
	{ActionEdit, StatePublished, StateDraft},
	{ActionEdit, StateStale, StateDraft},
	{ActionSubmit, StateDraft, StateSubmitted},
	{ActionSubmit, StateReturned, StateSubmitted},
	{ActionPublish, StateSubmitted, StatePublished},
	{ActionReturn, StateSubmitted, StateReturned},
}

// after gives the state that an action leads to; a Conflict where the
// solution's state does not allow it.
func after(action Action, from State) (State, error) {
	for _, s := range steps {
		if s.action == action && s.from == from {
			return s.to, nil
		}
	}
	code := map[Action]string{
		ActionEdit: "solution-not-editable", ActionSubmit: "solution-not-draft",
		ActionPublish: "solution-not-submitted", ActionReturn: "solution-not-submitted",
	}[action]
	return "", fault.New(fault.Conflict, code, "state", string(from))
}

// actions are what the actor may do with a solution that it sees.
func actions(a orgs.Actor, solution models.Solution) []Action {
	list := []Action{}
	for _, s := range steps {
		if s.from == State(solution.State) && mayDo(a, s.action) && !slices.Contains(list, s.action) {
			list = append(list, s.action)
		}
	}
	return list
}

// mayDo tells whether the actor's roles let it do an action at all.
func mayDo(a orgs.Actor, action Action) bool {
	switch action {
	case ActionEdit, ActionSubmit:
		return a.Has(orgs.Supplier) && a.Scope == orgs.ScopeBusiness
	}
	return a.Has(orgs.Coordinator) || a.Has(orgs.Admin)
}
