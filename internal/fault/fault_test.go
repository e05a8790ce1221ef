package fault_test

import (
	"errors"
	"fmt"
	"testing"

	"loftet/internal/fault"
)

func TestKindSurvivesWrapping(t *testing.T) {
	err := fmt.Errorf("close round: %w", fault.New(fault.Conflict, "round-not-open", "state", "draft"))
	if got := fault.KindOf(err); got != fault.Conflict {
		t.Fatalf("kind %v, want Conflict", got)
	}
	f, ok := fault.As(err)
	if !ok || f.Params["state"] != "draft" {
		t.Fatalf("params lost: %+v", f)
	}
}

func TestUnknownErrorIsInternal(t *testing.T) {
	if got := fault.KindOf(errors.New("x")); got != fault.Internal {
		t.Fatalf("kind %v, want Internal", got)
	}
}

func TestCauseStaysReachable(t *testing.T) {
	cause := errors.New("disk")
	if !errors.Is(fault.Wrap(cause, fault.Unavailable, "database-unavailable"), cause) {
		t.Fatal("cause lost")
	}
}
