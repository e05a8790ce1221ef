package surveys

import (
	"slices"
	"strings"

	"loftet/internal/fault"
	"loftet/orgs"
)

// ResponseState is where a response is between the first answer and the
// submission.
type ResponseState string

// The states in their usual order.
const (
	NotStarted ResponseState = "not_started"
	InProgress ResponseState = "in_progress"
	ForReview  ResponseState = "for_review"
	Approved   ResponseState = "approved"
	Submitted  ResponseState = "submitted"
)

// Action is what a person may do with a response.
type Action string

// The actions.
const (
	Edit          Action = "edit"
	SendForReview Action = "send_for_review"
	Return        Action = "return"
	Approve       Action = "approve"
	Submit        Action = "submit"
	Reopen        Action = "reopen"
)

// responseStep is one line of the table: who may do what in which state, what
// becomes of it, and whether a reason must be given.
type responseStep struct {
	action Action
	from   []ResponseState
	to     ResponseState
	roles  []orgs.Role
	reason bool
}

// responseSteps is the one table of action, state and role; all of it only
// while the round is open.
var responseSteps = []responseStep{
	{action: Edit, from: []ResponseState{NotStarted, InProgress}, to: InProgress, roles: []orgs.Role{orgs.Respondent, orgs.MunicipalityAdmin}},
	{action: SendForReview, from: []ResponseState{InProgress}, to: ForReview, roles: []orgs.Role{orgs.Respondent, orgs.MunicipalityAdmin}},
	{action: Return, from: []ResponseState{ForReview, Approved}, to: InProgress, roles: []orgs.Role{orgs.Approver}, reason: true},
	{action: Approve, from: []ResponseState{ForReview}, to: Approved, roles: []orgs.Role{orgs.Approver}},
	{action: Submit, from: []ResponseState{Approved}, to: Submitted, roles: []orgs.Role{orgs.Approver, orgs.Respondent}},
	{action: Reopen, from: []ResponseState{Submitted}, to: InProgress, roles: []orgs.Role{orgs.Approver}, reason: true},
}

// actions gives what this actor may do with a response in a state.
func actions(a orgs.Actor, round RoundState, s ResponseState) []Action {
	allowed := []Action{}
	for _, step := range responseSteps {
		if mayAct(a, round, s, step.action, strings.Repeat("-", minReason)) == nil {
			allowed = append(allowed, step.action)
		}
	}
	return allowed
}

// mayAct checks an action against the table: Denied for the wrong role, a
// Conflict for the wrong state of round or response, Invalid for a reason that
// is missing.
func mayAct(a orgs.Actor, round RoundState, s ResponseState, action Action, reason string) error {
	step := action.step()
	switch {
	case a.System == "" && !slices.ContainsFunc(step.roles, a.Has):
		return fault.New(fault.Denied, "not-your-role")
	case round != RoundOpen:
		return fault.New(fault.Conflict, "round-not-open", "state", string(round))
	case !slices.Contains(step.from, s):
		return fault.New(fault.Conflict, "response-state", "state", string(s))
	case step.reason && !saysWhy(reason):
		return fault.InvalidFields(fault.OnField("reason", "reason_required", "min", minReason))
	}
	return nil
}

// step finds an action's line of the table; every action has one.
func (action Action) step() responseStep {
	return responseSteps[slices.IndexFunc(responseSteps, func(s responseStep) bool { return s.action == action })]
}

// leadsTo gives the state a response has after the action.
func (action Action) leadsTo() ResponseState { return action.step().to }
