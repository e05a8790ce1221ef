package orgs_test

import (
	"testing"
	"time"

	"github.com/alexedwards/scs/v2"

	"loftet/orgs"
)

func TestASessionIsReadAsItWasWritten(t *testing.T) {
	deadline := time.Date(2026, 5, 4, 3, 2, 1, 987, time.UTC)
	values := map[string]any{"person": "a", "organisation": `{"b"`}
	for name, codec := range map[string]scs.Codec{"ours": orgs.SessionCodec{}, "of an earlier version": scs.GobCodec{}} {
		data, err := codec.Encode(deadline, values)
		if err != nil {
			t.Fatal(err)
		}
		at, read, err := orgs.SessionCodec{}.Decode(data)
		if err != nil || !at.Equal(deadline) || len(read) != 2 || read["person"] != "a" || read["organisation"] != `{"b"` {
			t.Errorf("%s: %v %v %v", name, at, read, err)
		}
	}
	if _, _, err := (orgs.SessionCodec{}).Decode([]byte("{")); err == nil {
		t.Error("a broken session was read")
	}
	if _, err := (orgs.SessionCodec{}).Encode(deadline, map[string]any{"n": 3}); err == nil {
		t.Error("a number was written")
	}
}
