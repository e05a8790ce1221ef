package main

import "testing"

func TestThereIsAlwaysRoomForWhatComesAndGoes(t *testing.T) {
	const mega = 1 << 20
	for live, want := range map[int64]int64{0: room, 5 * mega: room, 100 * mega: 160 * mega} {
		if got := roomFor(live, 20*mega); got != want {
			t.Errorf("%d MB in use: room for %d MB, want %d", live/mega, got/mega, want/mega)
		}
	}
	if live, beside := inUse(); live < 0 || beside <= 0 {
		t.Errorf("%d bytes live, %d beside", live, beside)
	}
}
