package surveys

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/orgs"
)

var allResponses = []ResponseState{NotStarted, InProgress, ForReview, Approved, Submitted}

func person(roles ...orgs.Role) orgs.Actor {
	return orgs.Actor{Person: uuid.New(), Roles: roles, Scope: orgs.ScopeMunicipality}
}

// TestActions lists what each role may do in each state of an open round.
func TestActions(t *testing.T) {
	want := map[orgs.Role]map[ResponseState][]Action{
		orgs.Respondent: {
			NotStarted: {Edit}, InProgress: {Edit, SendForReview}, Approved: {Submit},
		},
		orgs.MunicipalityAdmin: {
			NotStarted: {Edit}, InProgress: {Edit, SendForReview},
		},
		orgs.Approver: {
			ForReview: {Return, Approve}, Approved: {Return, Submit}, Submitted: {Reopen},
		},
		orgs.Coordinator: {}, orgs.CouncilMember: {}, orgs.Supplier: {}, orgs.Admin: {},
	}
	for role, states := range want {
		for _, s := range allResponses {
			if got := actions(person(role), RoundOpen, s); !slices.Equal(got, append([]Action{}, states[s]...)) {
				t.Errorf("%s in %s: %v, want %v", role, s, got, states[s])
			}
		}
	}
}

func TestNothingMayBeDoneUnlessTheRoundIsOpen(t *testing.T) {
	everybody := person(orgs.Respondent, orgs.Approver, orgs.MunicipalityAdmin)
	for _, round := range allRounds {
		for _, s := range allResponses {
			if got := actions(everybody, round, s); (len(got) > 0) != (round == RoundOpen) {
				t.Errorf("round %s, response %s: %v", round, s, got)
			}
		}
	}
}

func TestWhyAnActionIsRefused(t *testing.T) {
	for _, c := range []struct {
		actor  orgs.Actor
		round  RoundState
		state  ResponseState
		action Action
		reason string
		want   fault.Kind
	}{
		{person(orgs.Respondent), RoundOpen, ForReview, Approve, "", fault.Denied},
		{person(orgs.Approver), RoundClosed, ForReview, Approve, "", fault.Conflict},
		{person(orgs.Approver), RoundOpen, Submitted, Approve, "", fault.Conflict},
		{person(orgs.Approver), RoundOpen, ForReview, Return, "", fault.Invalid},
		{person(orgs.Approver), RoundOpen, Submitted, Reopen, " a ", fault.Invalid},
		{person(orgs.Approver), RoundOpen, Submitted, Reopen, "øå", fault.Invalid},
	} {
		t.Run(fmt.Sprint(c.action, c.round, c.state), func(t *testing.T) {
			err := mayAct(c.actor, c.round, c.state, c.action, c.reason)
			if fault.KindOf(err) != c.want {
				t.Fatalf("got %v", err)
			}
		})
	}
}
