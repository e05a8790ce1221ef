package api

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"golang.org/x/time/rate"
)

// TestCallersAreForgottenBeforeTheyAreTooMany calls from more addresses than are
// remembered, while one caller keeps coming.
func TestCallersAreForgottenBeforeTheyAreTooMany(t *testing.T) {
	known, now := newCallers(), time.Unix(0, 0)
	few := allowance{atOnce: 3, perSecond: 1}
	steady := caller{class: "searches", account: "one"}
	for range few.atOnce {
		if wait := take(now, known.of(steady, few)); wait > 0 {
			t.Fatalf("refused after less than %d", few.atOnce)
		}
	}
	for i := range 3 * maxCallers {
		known.of(caller{class: "searches", address: fmt.Sprint(i)}, few)
		if i%1000 == 0 && take(now, known.of(steady, few)) == 0 {
			t.Fatal("a caller that keeps coming was forgotten, and begins anew")
		}
	}
	if n := known.left.Len(); n != maxCallers {
		t.Errorf("%d are remembered, want %d", n, maxCallers)
	}
}

// TestARefusedCallTakesNothing: what one allowance refuses is not taken from the
// other.
func TestARefusedCallTakesNothing(t *testing.T) {
	now := time.Unix(0, 0)
	wide, narrow := rate.NewLimiter(1, 10), rate.NewLimiter(0.5, 1)
	if take(now, wide, narrow) != 0 {
		t.Fatal("the first is refused")
	}
	for range 5 {
		if wait := take(now, wide, narrow); wait != 2*time.Second {
			t.Fatalf("wait %s, want 2s", wait)
		}
	}
	if left := wide.TokensAt(now); left != 9 {
		t.Errorf("%v left, want 9", left)
	}
}

// slowedInRooms are the operations whose tries packages orgs and surveys count.
var slowedInRooms = []string{"changePassword", "inviteMunicipality", "invitePerson", "registerBusiness", "remindNow", "requestPasswordReset", "signIn"}

// TestQuality14TheContractTellsWhatIsLimited: the operations that may answer 429
// say so, and no others.
func TestQuality14TheContractTellsWhatIsLimited(t *testing.T) {
	spec, err := openapi3.NewLoader().LoadFromData(document)
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, item := range spec.Paths.Map() {
		for _, op := range item.Operations() {
			if op.Responses.Value("429") != nil {
				told = append(told, op.OperationID)
			}
		}
	}
	want := slices.AppendSeq(slices.Clone(slowedInRooms), maps.Keys(limitedCalls))
	slices.Sort(told)
	slices.Sort(want)
	if !slices.Equal(told, want) {
		t.Errorf("429 is told of %v, want %v", told, want)
	}
}

// TestQuality14WhatIsTakenAwayIsLimited: every operation that answers with a file counts.
func TestQuality14WhatIsTakenAwayIsLimited(t *testing.T) {
	spec, err := openapi3.NewLoader().LoadFromData(document)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, item := range spec.Paths.Map() {
		for _, op := range item.Operations() {
			answer := op.Responses.Value("200")
			if answer == nil || len(answer.Value.Content) == 0 || len(answer.Value.Content) == 1 && answer.Value.Content["application/json"] != nil {
				continue
			}
			if _, limited := limitedCalls[op.OperationID]; !limited {
				t.Errorf("%s answers with a file, and may be called without end", op.OperationID)
			}
			found++
		}
	}
	if found < 8 {
		t.Errorf("only %d operations answer with files", found)
	}
}
