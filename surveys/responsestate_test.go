package surveys

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/orgs"
)

var allRoles = []orgs.Role{orgs.Respondent, orgs.Approver, orgs.MunicipalityAdmin, orgs.Coordinator, orgs.CouncilMember, orgs.Supplier, orgs.Verifier, orgs.Admin}

func person(roles ...orgs.Role) orgs.Actor {
	return orgs.Actor{Person: uuid.New(), Roles: roles, Scope: orgs.ScopeMunicipality}
}

// told is a line of the table as docs/review.md has it.
type told struct {
	action                           Action
	from, rounds, again, mended, who []string
	to                               ResponseState
	reason                           bool
	fromAny                          bool
}

// documented reads the table from docs/review.md.
func documented(t *testing.T) (lines []told) {
	t.Helper()
	text, err := os.ReadFile("../docs/review.md")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(line, "|")
		if len(cells) != 10 || strings.HasPrefix(cells[1], "---") || strings.TrimSpace(cells[1]) == "action" {
			continue
		}
		list := func(i int) []string {
			return strings.FieldsFunc(cells[i], func(r rune) bool { return r == ',' || r == ' ' })
		}
		l := told{action: Action(strings.TrimSpace(cells[1])), from: list(2), rounds: list(3), again: list(4), mended: list(5), who: list(6), reason: strings.TrimSpace(cells[8]) == "yes"}
		l.to, l.fromAny = ResponseState(strings.TrimSpace(cells[7])), strings.TrimSpace(cells[2]) == "every state"
		lines = append(lines, l)
	}
	if len(lines) == 0 {
		t.Fatal("docs/review.md has no table")
	}
	return lines
}

func (l told) allows(role orgs.Role, at situation) bool {
	return slices.Contains(l.who, string(role)) && (l.fromAny || slices.Contains(l.from, string(at.state))) &&
		(slices.Contains(l.rounds, string(at.round)) || at.again && slices.Contains(l.again, string(at.round)) ||
			at.mends && slices.Contains(l.mended, string(at.round)))
}

// situations are all that a response may be in, submitted before or not.
func situations() (all []situation) {
	for _, round := range allRounds {
		for _, state := range ResponseStates {
			all = append(all, situation{round, state, false, false}, situation{round, state, true, false}, situation{round, state, true, true})
		}
	}
	return all
}

// TestTheTable tries every action in every state as every role in every state of a
// round, against the table as it is written down for people.
func TestTheTable(t *testing.T) {
	lines := documented(t)
	tried := 0
	for _, role := range allRoles {
		for _, at := range situations() {
			got := actions(person(role), at)
			for _, action := range allActions() {
				tried++
				i := slices.IndexFunc(lines, func(l told) bool { return l.action == action && l.allows(role, at) })
				if slices.Contains(got, action) != (i >= 0) {
					t.Errorf("%s as %s at %+v: allowed %v, written down %v", action, role, at, i < 0, i >= 0)
				}
				if i < 0 {
					continue
				}
				want := lines[i].to
				if want == "" {
					want = at.state
				}
				if to := action.leadsTo(at.state); to != want {
					t.Errorf("%s from %s leads to %s, want %s", action, at.state, to, want)
				}
				if err := mayAct(person(role), at, action, " x "); (fault.KindOf(err) == fault.Invalid && err != nil) != lines[i].reason {
					t.Errorf("%s without a reason: %v", action, err)
				}
			}
		}
	}
	if want := len(allRoles) * len(allRounds) * len(ResponseStates) * 3 * 13; tried != want {
		t.Errorf("tried %d, want %d", tried, want)
	}
}

func allActions() (list []Action) {
	for _, step := range responseSteps {
		if !slices.Contains(list, step.action) {
			list = append(list, step.action)
		}
	}
	return list
}

// TestEveryLockSaysWhy: whatever is not possible has a reason, and what is has none.
func TestEveryLockSaysWhy(t *testing.T) {
	for _, role := range allRoles {
		a := person(role)
		if !slices.ContainsFunc(municipality.roles, a.Has) {
			a.Scope = orgs.ScopeRegion
		}
		for _, at := range situations() {
			allowed := actions(a, at)
			list := locks(a, at, allowed)
			for _, action := range sideOf(a) {
				i := slices.IndexFunc(list, func(l Lock) bool { return l.Action == action })
				if (i < 0) != slices.Contains(allowed, action) || i >= 0 && list[i].Code == "" {
					t.Errorf("%s as %s at %+v: %v", action, role, at, list)
				}
			}
		}
	}
}

func TestWhyAnActionIsRefused(t *testing.T) {
	for _, c := range []struct {
		actor  orgs.Actor
		at     situation
		action Action
		reason string
		want   fault.Kind
		lock   string
	}{
		{person(orgs.Respondent), situation{RoundOpen, ForReview, false, false}, Approve, "", fault.Denied, "lock_role_approve"},
		{person(orgs.Approver), situation{RoundClosed, ForReview, false, false}, Approve, "", fault.Conflict, "lock_round_closed"},
		{person(orgs.Approver), situation{RoundFrozen, ForReview, true, false}, Approve, "", fault.Conflict, "lock_round_frozen"},
		{person(orgs.Approver), situation{RoundOpen, Submitted, true, false}, Approve, "", fault.Conflict, "lock_state_submitted"},
		{person(orgs.Approver), situation{RoundOpen, ForReview, false, false}, Return, "", fault.Invalid, ""},
		{person(orgs.Approver), situation{RoundOpen, Submitted, true, false}, Reopen, " a ", fault.Invalid, ""},
		{person(orgs.Approver), situation{RoundOpen, Submitted, true, false}, Reopen, "øå", fault.Invalid, ""},
		{person(orgs.Approver), situation{RoundClosed, Submitted, true, false}, Reopen, "a slip", fault.Conflict, "lock_only_asked"},
		{person(orgs.Approver), situation{RoundOpen, Submitted, true, false}, StandBy, "it is so", fault.Conflict, "lock_no_questions"},
		{person(orgs.Approver), situation{RoundOpen, Approved, true, false}, StandBy, "it is so", fault.Conflict, "lock_state_approved"},
		{person(orgs.Coordinator), situation{RoundOpen, Questioned, true, false}, Check, "", fault.Conflict, "lock_state_questioned"},
		{person(orgs.Coordinator), situation{RoundClosed, Submitted, true, false}, Correct, "a slip", fault.Conflict, "lock_not_frozen"},
		{person(orgs.Verifier), situation{RoundPublished, Submitted, true, false}, Correct, "a slip", fault.Denied, "lock_role_correct"},
		{person(orgs.Coordinator), situation{RoundArchived, Submitted, true, false}, Correct, "a slip", fault.Conflict, "lock_round_over"},
		{person(orgs.Respondent), situation{RoundPublished, InProgress, true, false}, Edit, "", fault.Conflict, "lock_round_over"},
		{person(orgs.Coordinator), situation{RoundOpen, ForReview, false, false}, Approve, "", fault.Denied, "lock_role_approve"},
	} {
		if err := mayAct(c.actor, c.at, c.action, c.reason); fault.KindOf(err) != c.want {
			t.Errorf("%s at %+v: got %v", c.action, c.at, err)
		}
		if got := lockOf(c.actor, c.at, c.action); got != c.lock {
			t.Errorf("%s at %+v: lock %q, want %q", c.action, c.at, got, c.lock)
		}
	}
}
