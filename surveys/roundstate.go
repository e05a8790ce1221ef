package surveys

import (
	"slices"

	"loftet/internal/fault"
	"loftet/orgs"
)

// RoundState is where a round is on its way.
type RoundState string

// The states in their usual order.
const (
	RoundDraft     RoundState = "draft"
	RoundScheduled RoundState = "scheduled"
	RoundOpen      RoundState = "open"
	RoundClosed    RoundState = "closed"
	RoundFrozen    RoundState = "frozen"
	RoundPublished RoundState = "published"
	RoundArchived  RoundState = "archived"
)

// roundSteps is the table of all changes of state: from, to, and whether a
// reason must be given. What is not here is refused.
var roundSteps = []struct {
	from, to RoundState
	reason   bool
}{
	{from: RoundDraft, to: RoundScheduled},
	{from: RoundDraft, to: RoundOpen}, // opened now, without waiting for the date
	{from: RoundScheduled, to: RoundOpen},
	{from: RoundOpen, to: RoundClosed},
	{from: RoundClosed, to: RoundOpen, reason: true},
	{from: RoundClosed, to: RoundFrozen},
	{from: RoundFrozen, to: RoundPublished},
	{from: RoundPublished, to: RoundArchived},
}

// Next gives the states that may follow, in the order of the table.
func (s RoundState) Next() []RoundState {
	next := []RoundState{}
	for _, step := range roundSteps {
		if step.from == s {
			next = append(next, step.to)
		}
	}
	return next
}

// mayBecome checks a change of state: a Conflict when the table does not have
// it, an Invalid when it needs a reason and has none.
func (s RoundState) mayBecome(to RoundState, reason string) error {
	for _, step := range roundSteps {
		if step.from != s || step.to != to {
			continue
		}
		if step.reason && !saysWhy(reason) {
			return fault.InvalidFields(fault.OnField("reason", "reason_required", "min", minReason))
		}
		return nil
	}
	return fault.New(fault.Conflict, "round-step", "from", string(s), "to", string(to))
}

// The rounds that somebody outside the region's owner may see.
var (
	publicRounds = []RoundState{RoundOpen, RoundClosed, RoundFrozen, RoundPublished, RoundArchived}
	memberRounds = []RoundState{RoundScheduled, RoundOpen, RoundClosed, RoundFrozen, RoundPublished, RoundArchived}
)

// doneRounds are those with which nobody works any more.
var doneRounds = []RoundState{RoundPublished, RoundArchived}

// opened tells whether the round has been opened at some time.
func (s RoundState) opened() bool {
	return !slices.Contains([]RoundState{RoundDraft, RoundScheduled}, s)
}

// finished are the states in which a round's figures are compared with later
// ones.
var finished = []RoundState{RoundClosed, RoundFrozen, RoundPublished, RoundArchived}

// runsRounds tells whether the actor's roles let it change rounds at all; which
// ones is a matter of its scope.
func runsRounds(a orgs.Actor) bool {
	return a.System != "" || a.Has(orgs.Coordinator) || a.Has(orgs.Admin)
}
