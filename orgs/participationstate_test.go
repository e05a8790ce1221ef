package orgs

import (
	"slices"
	"testing"

	"github.com/google/uuid"

	"loftet/internal/fault"
)

var allParticipations = []ParticipationState{Uninvited, Informed, Considering, Joined, Declined, Active, OnHold, Completed, Withdrawn}

func anybody(roles ...Role) Actor { return Actor{Person: uuid.New(), Roles: roles} }

// TestParticipationActions lists what each role may do in each state; whatever is
// not here is refused.
func TestParticipationActions(t *testing.T) {
	council := map[ParticipationState][]ParticipationAction{
		Uninvited: {InviteToJoin}, Informed: {InviteToJoin}, Declined: {InviteToJoin}, Completed: {InviteToJoin}, Withdrawn: {InviteToJoin},
		Joined: {Begin}, Active: {Hold, Complete}, OnHold: {Resume},
	}
	binding := map[ParticipationState][]ParticipationAction{
		Uninvited: {SayAlready}, Informed: {Consider, Join, Decline, SayAlready}, Considering: {Join, Decline, SayAlready},
		Joined: {Correct}, Declined: {Correct}, Active: {Correct, Withdraw}, OnHold: {Correct},
	}
	want := map[Role]map[ParticipationState][]ParticipationAction{
		Coordinator: council, Admin: council, Approver: binding, MunicipalityAdmin: binding,
		Respondent: {Informed: {Consider}}, CouncilMember: {}, Supplier: {},
	}
	for role, states := range want {
		for _, s := range allParticipations {
			if got := s.Actions(anybody(role)); !slices.Equal(got, append([]ParticipationAction{}, states[s]...)) {
				t.Errorf("%s in %q: %v, want %v", role, s, got, states[s])
			}
		}
	}
}

// TestWhereParticipationsLead holds the table against the order of the states: what
// leads from where to where, through considering where somebody decides at once.
func TestWhereParticipationsLead(t *testing.T) {
	follows := map[ParticipationState][]ParticipationState{
		Uninvited: {Informed, Active}, Informed: {Informed, Considering, Active}, Considering: {Joined, Declined, Active},
		Joined: {Active}, Declined: {Informed}, Active: {OnHold, Completed, Withdrawn}, OnHold: {Active},
		Completed: {Informed}, Withdrawn: {Informed},
	}
	for _, from := range allParticipations {
		for _, step := range participationSteps {
			if step.action == Correct || !slices.Contains(step.from, from) {
				continue
			}
			to := step.to
			if from.passing(step.action) {
				to = Considering
			}
			if !slices.Contains(follows[from], to) {
				t.Errorf("%s leads from %q to %q", step.action, from, to)
			}
		}
	}
}

func TestWhyAParticipationStepIsRefused(t *testing.T) {
	for _, c := range []struct {
		role   Role
		state  ParticipationState
		action ParticipationAction
		reason string
		want   fault.Kind
	}{
		{Coordinator, Considering, Join, "", fault.Denied},
		{Respondent, Considering, Join, "", fault.Denied},
		{Approver, Joined, Join, "", fault.Conflict},
		{Approver, OnHold, Withdraw, "går ut", fault.Conflict},
		{Approver, Active, Withdraw, " a ", fault.Invalid},
		{Coordinator, Active, Hold, "", fault.Invalid},
	} {
		if err := c.state.mayAct(anybody(c.role), c.action, c.reason); fault.KindOf(err) != c.want {
			t.Errorf("%s as %s in %s: %v", c.action, c.role, c.state, err)
		}
	}
}
