package orgs

import (
	"slices"
	"strings"
	"unicode/utf8"

	"loftet/internal/fault"
)

// ParticipationState is where a municipality is between hearing of a region's
// rounds and having taken part in them. A municipality that was never told has none.
type ParticipationState string

// The states in their usual order.
const (
	Uninvited   ParticipationState = ""
	Informed    ParticipationState = "informed"
	Considering ParticipationState = "considering"
	Joined      ParticipationState = "joined"
	Declined    ParticipationState = "declined"
	Active      ParticipationState = "active"
	OnHold      ParticipationState = "on_hold"
	Completed   ParticipationState = "completed"
	Withdrawn   ParticipationState = "withdrawn"
)

// ParticipationAction is what somebody may do with a participation.
type ParticipationAction string

// The actions. Join, Decline and SayAlready record the municipality's own decision;
// Correct mends what was recorded of it, and never its outcome.
const (
	InviteToJoin ParticipationAction = "invite"
	Consider     ParticipationAction = "consider"
	Join         ParticipationAction = "join"
	Decline      ParticipationAction = "decline"
	SayAlready   ParticipationAction = "say_already"
	Correct      ParticipationAction = "correct"
	Begin        ParticipationAction = "begin"
	Hold         ParticipationAction = "hold"
	Resume       ParticipationAction = "resume"
	Complete     ParticipationAction = "complete"
	Withdraw     ParticipationAction = "withdraw"
)

// participationStep is one line of the table: who may do what in which states,
// what becomes of it (it stays as it is where nothing stands), and whether a reason
// must be given.
type participationStep struct {
	action ParticipationAction
	from   []ParticipationState
	to     ParticipationState
	roles  []Role
	reason bool
}

// Whoever runs the region invites and follows; deciding is the municipality's own,
// and binding it is for those who may speak in its name.
var (
	runsRegion = []Role{Coordinator, Admin}
	atHome     = []Role{Respondent, Approver, MunicipalityAdmin}
	binds      = []Role{Approver, MunicipalityAdmin}
)

// participationSteps is the one table of action, state and role. Whoever decides has
// considered: a decision on an invitation passes through Considering (see passing).
// A participation that is over begins anew with a new invitation; until somebody
// considers it, an invitation may be sent again.
var participationSteps = []participationStep{
	{action: InviteToJoin, from: []ParticipationState{Uninvited, Informed, Declined, Completed, Withdrawn}, to: Informed, roles: runsRegion},
	{action: Consider, from: []ParticipationState{Informed}, to: Considering, roles: atHome},
	{action: Join, from: []ParticipationState{Informed, Considering}, to: Joined, roles: binds},
	{action: Decline, from: []ParticipationState{Informed, Considering}, to: Declined, roles: binds},
	{action: SayAlready, from: []ParticipationState{Uninvited, Informed, Considering}, to: Active, roles: binds},
	{action: Correct, from: []ParticipationState{Joined, Declined, Active, OnHold}, roles: binds},
	{action: Begin, from: []ParticipationState{Joined}, to: Active, roles: runsRegion},
	{action: Hold, from: []ParticipationState{Active}, to: OnHold, roles: runsRegion, reason: true},
	{action: Resume, from: []ParticipationState{OnHold}, to: Active, roles: runsRegion},
	{action: Complete, from: []ParticipationState{Active}, to: Completed, roles: runsRegion},
	{action: Withdraw, from: []ParticipationState{Active}, to: Withdrawn, roles: binds, reason: true},
}

// minReason is how many letters a reason has at least.
const minReason = 3

// mayAct checks an action against the table: Denied for the wrong role, a Conflict
// for the wrong state, Invalid for a reason that is missing.
func (s ParticipationState) mayAct(a Actor, action ParticipationAction, reason string) error {
	step := action.step()
	switch {
	case a.System == "" && !slices.ContainsFunc(step.roles, a.Has):
		return fault.New(fault.Denied, "not-your-role")
	case !slices.Contains(step.from, s):
		return fault.New(fault.Conflict, "participation-state", "state", string(s))
	case step.reason && utf8.RuneCountInString(strings.TrimSpace(reason)) < minReason:
		return fault.InvalidFields(fault.OnField("reason", "reason_required", "min", minReason))
	}
	return nil
}

// Actions gives what the actor may do with a participation in this state, in the
// order of the table.
func (s ParticipationState) Actions(a Actor) []ParticipationAction {
	allowed := []ParticipationAction{}
	for _, step := range participationSteps {
		if s.mayAct(a, step.action, strings.Repeat("-", minReason)) == nil {
			allowed = append(allowed, step.action)
		}
	}
	return allowed
}

// passing tells whether an action from this state goes through Considering on its way.
func (s ParticipationState) passing(action ParticipationAction) bool {
	return s == Informed && (action == Join || action == Decline)
}

// step finds an action's line of the table; every action has one.
func (action ParticipationAction) step() participationStep {
	return participationSteps[slices.IndexFunc(participationSteps, func(s participationStep) bool { return s.action == action })]
}
