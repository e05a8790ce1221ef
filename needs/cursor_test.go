package needs

import (
	"testing"
	"time"

	"loftet/internal/dbtest"
	"loftet/internal/fault"
	"loftet/models"
)

func TestACursorNamesItsPlace(t *testing.T) {
	published := dbtest.Start.Add(123456 * time.Microsecond)
	n := models.Need{Base: models.Base{ID: id(7)}, PublishedAt: &published, PublishedDeadline: "2026-09-01", PublishedPriority: 100. / 3}
	for sort, want := range map[Sort]any{SortNewest: published, SortPriority: nil, SortDeadline: "2026-09-01"} {
		key, at, err := readCursor(cursorAt(sort, n), sort)
		if err != nil || key != want || at != id(7) {
			t.Errorf("%s: %v %v %v", sort, key, at, err)
		}
	}
	// a priority tells how far single municipalities are from the target
	other := n
	other.PublishedPriority = 12.5
	if cursorAt(SortPriority, n) != cursorAt(SortPriority, other) {
		t.Error("the cursor tells the priority")
	}
}

// FuzzCursor holds that any text is either a place or refused as input.
func FuzzCursor(f *testing.F) {
	f.Add(cursorAt(SortDeadline, models.Need{}), "deadline")
	f.Add("eyJzIjoicHJpb3JpdHkiLCJrIjoiTmFOIn0", "priority")
	f.Fuzz(func(t *testing.T, text, sort string) {
		key, _, err := readCursor(text, Sort(sort))
		if err != nil && fault.KindOf(err) != fault.Invalid {
			t.Fatal(err)
		}
		if s, ok := key.(string); ok && len(s) != len("2026-09-01") {
			t.Fatalf("%q is no day", s)
		}
	})
}
