package surveys

import (
	"slices"
	"strings"

	"loftet/internal/fault"
	"loftet/orgs"
)

// ResponseState is where a response is between the first answer and the
// decision it ends in.
type ResponseState string

// The states in their usual order. Questioned has plausibility questions that wait
// for the municipality; Anchored is decided on at both levels.
const (
	NotStarted ResponseState = "not_started"
	InProgress ResponseState = "in_progress"
	ForReview  ResponseState = "for_review"
	Approved   ResponseState = "approved"
	Submitted  ResponseState = "submitted"
	Questioned ResponseState = "questioned"
	Checked    ResponseState = "checked"
	Anchored   ResponseState = "anchored"
)

// ResponseStates are all of them, in their usual order.
var ResponseStates = []ResponseState{NotStarted, InProgress, ForReview, Approved, Submitted, Questioned, Checked, Anchored}

// Action is what a person may do with a response.
type Action string

// The actions.
const (
	Edit             Action = "edit"
	Comment          Action = "comment"
	SendForReview    Action = "send_for_review"
	Return           Action = "return"
	Approve          Action = "approve"
	Submit           Action = "submit"
	Reopen           Action = "reopen"
	Correct          Action = "correct"
	Ask              Action = "ask"
	WithdrawQuestion Action = "withdraw_question"
	StandBy          Action = "stand_by"
	Check            Action = "check"
	Anchor           Action = "anchor"
)

// group is who may do something: a name for the message and the roles it stands for.
type group struct {
	name  string
	roles []orgs.Role
}

var (
	theyFill     = group{"fill", []orgs.Role{orgs.Respondent, orgs.MunicipalityAdmin}}
	theyAnswer   = group{"fill", []orgs.Role{orgs.Respondent, orgs.MunicipalityAdmin, orgs.Helper}}
	theyApprove  = group{"approve", []orgs.Role{orgs.Approver}}
	theySubmit   = group{"submit", []orgs.Role{orgs.Approver, orgs.Respondent}}
	municipality = group{"municipality", []orgs.Role{orgs.Respondent, orgs.Approver, orgs.MunicipalityAdmin}}
	theyComment  = group{"municipality", []orgs.Role{orgs.Respondent, orgs.Approver, orgs.MunicipalityAdmin, orgs.Helper}}
	theyCorrect  = group{"correct", []orgs.Role{orgs.Coordinator, orgs.Admin}}
	theyReview   = group{"review", []orgs.Role{orgs.Coordinator, orgs.Verifier}}
)

// responseStep is a line of the table: who may do what in which state of response
// and round, what becomes of it, and whether a reason must be given.
type responseStep struct {
	action Action
	from   []ResponseState
	to     ResponseState // empty: it stays as it is
	rounds []RoundState
	again  []RoundState // in these only with a response that has been submitted before
	mended []RoundState // in these only with a response that the council has opened again
	by     group
	reason bool
}

var (
	open          = []RoundState{RoundOpen}
	closed        = []RoundState{RoundClosed}
	beforeFreeze  = []RoundState{RoundOpen, RoundClosed}
	afterFreeze   = []RoundState{RoundFrozen, RoundPublished}
	beforeResults = []RoundState{RoundOpen, RoundClosed, RoundFrozen}
	beforeArchive = []RoundState{RoundOpen, RoundClosed, RoundFrozen, RoundPublished}
)

// responseSteps is the one table of action, state, round and role. Figures change
// while the round is open; once it has closed only where a question was asked, and
// after it froze only where the council opens a response again, for the next edition of
// the results. Marking and decisions change no figure, and come later.
var responseSteps = []responseStep{
	{action: Edit, from: []ResponseState{NotStarted, InProgress}, to: InProgress, rounds: open, again: closed, mended: afterFreeze, by: theyAnswer},
	{action: Comment, from: ResponseStates, rounds: beforeFreeze, by: theyComment},
	{action: SendForReview, from: []ResponseState{InProgress}, to: ForReview, rounds: open, again: closed, mended: afterFreeze, by: theyFill},
	{action: Return, from: []ResponseState{ForReview, Approved}, to: InProgress, rounds: open, again: closed, mended: afterFreeze, by: theyApprove, reason: true},
	{action: Approve, from: []ResponseState{ForReview}, to: Approved, rounds: open, again: closed, mended: afterFreeze, by: theyApprove},
	{action: Submit, from: []ResponseState{Approved}, to: Submitted, rounds: open, again: closed, mended: afterFreeze, by: theySubmit},
	{action: Reopen, from: []ResponseState{Submitted, Questioned, Checked, Anchored}, to: InProgress, rounds: open, by: theyApprove, reason: true},
	{action: Reopen, from: []ResponseState{Questioned}, to: InProgress, rounds: closed, by: theyApprove, reason: true},
	{action: Correct, from: ResponseStates, to: InProgress, again: afterFreeze, by: theyCorrect, reason: true},
	{action: Ask, from: []ResponseState{Submitted, Questioned}, to: Questioned, rounds: beforeFreeze, by: theyReview, reason: true},
	{action: WithdrawQuestion, from: []ResponseState{Questioned}, to: Submitted, rounds: beforeFreeze, by: theyReview},
	{action: StandBy, from: []ResponseState{Questioned}, to: Submitted, rounds: beforeFreeze, by: municipality, reason: true},
	{action: StandBy, from: []ResponseState{InProgress}, rounds: open, again: closed, by: municipality, reason: true},
	{action: Check, from: []ResponseState{Submitted}, to: Checked, rounds: beforeResults, by: theyReview},
	{action: Anchor, from: []ResponseState{Checked, Anchored}, to: Anchored, rounds: beforeArchive, by: municipality},
}

// situation is what the table is asked with.
type situation struct {
	round RoundState
	state ResponseState
	again bool // it has been submitted before
	mends bool // the council has opened it again after the freeze
}

func (o opened) situation() situation {
	return situation{RoundState(o.round.State), ResponseState(o.response.State), o.response.Revision > 0, o.response.Correcting}
}

// within tells whether the round is such that the step may be taken.
func (step responseStep) within(at situation) bool {
	return slices.Contains(step.rounds, at.round) || at.again && slices.Contains(step.again, at.round) ||
		at.mends && slices.Contains(step.mended, at.round)
}

func (g group) has(a orgs.Actor) bool { return a.System != "" || slices.ContainsFunc(g.roles, a.Has) }

// actions gives what this actor may do with a response, in the order of the table.
func actions(a orgs.Actor, at situation) []Action {
	allowed := []Action{}
	for _, step := range responseSteps {
		if !slices.Contains(allowed, step.action) && mayAct(a, at, step.action, strings.Repeat("-", minReason)) == nil {
			allowed = append(allowed, step.action)
		}
	}
	return allowed
}

// mayAct checks an action against the table: Denied for the wrong role, a
// Conflict for the wrong state of round or response, Invalid for a reason that
// is missing.
func mayAct(a orgs.Actor, at situation, action Action, reason string) error {
	steps := action.steps()
	open, fits := false, false
	for _, step := range steps {
		if step.within(at) {
			open, fits = true, fits || slices.Contains(step.from, at.state)
		}
	}
	switch {
	case !steps[0].by.has(a):
		return fault.New(fault.Denied, "not-your-role")
	case !open:
		return fault.New(fault.Conflict, "round-not-open", "state", string(at.round))
	case !fits:
		return fault.New(fault.Conflict, "response-state", "state", string(at.state))
	case steps[0].reason && !saysWhy(reason):
		return fault.InvalidFields(fault.OnField("reason", "reason_required", "min", minReason))
	}
	return nil
}

// steps gives the lines of an action; every action has one at least, and who may
// do it and whether with a reason is the same in all.
func (action Action) steps() []responseStep { return stepsOf[action] }

var stepsOf = func() map[Action][]responseStep {
	of := map[Action][]responseStep{}
	for _, step := range responseSteps {
		of[step.action] = append(of[step.action], step)
	}
	return of
}()

// leadsTo gives the state a response has after the action.
func (action Action) leadsTo(from ResponseState) ResponseState {
	for _, step := range responseSteps {
		if step.action == action && slices.Contains(step.from, from) && step.to != "" {
			return step.to
		}
	}
	return from
}
