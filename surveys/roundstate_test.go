package surveys

import (
	"slices"
	"testing"

	"loftet/internal/fault"
)

var allRounds = []RoundState{RoundDraft, RoundScheduled, RoundOpen, RoundClosed, RoundFrozen, RoundPublished, RoundArchived}

// TestRoundSteps tries every pair of states.
func TestRoundSteps(t *testing.T) {
	allowed := map[RoundState][]RoundState{
		RoundDraft:     {RoundScheduled, RoundOpen},
		RoundScheduled: {RoundOpen},
		RoundOpen:      {RoundClosed},
		RoundClosed:    {RoundOpen, RoundFrozen},
		RoundFrozen:    {RoundPublished},
		RoundPublished: {RoundArchived},
	}
	for _, from := range allRounds {
		if !slices.Equal(from.Next(), append([]RoundState{}, allowed[from]...)) {
			t.Errorf("after %s: %v", from, from.Next())
		}
		for _, to := range allRounds {
			err := from.mayBecome(to, "the deadline was a public holiday")
			if want := slices.Contains(allowed[from], to); (err == nil) != want {
				t.Errorf("%s -> %s: %v, allowed %v", from, to, err, want)
			}
			if err != nil && fault.KindOf(err) != fault.Conflict {
				t.Errorf("%s -> %s: kind %v", from, to, fault.KindOf(err))
			}
		}
	}
}

func TestReopeningARoundNeedsAReason(t *testing.T) {
	for reason, ok := range map[string]bool{"": false, "  x ": false, "øå": false, "snowed in": true} {
		err := RoundClosed.mayBecome(RoundOpen, reason)
		if (err == nil) != ok {
			t.Errorf("reason %q: %v", reason, err)
		}
		if err != nil && fault.KindOf(err) != fault.Invalid {
			t.Errorf("reason %q: kind %v", reason, fault.KindOf(err))
		}
	}
}
