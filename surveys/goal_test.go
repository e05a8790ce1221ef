package surveys

import "testing"

func TestGoalsBesideOneAnother(t *testing.T) {
	sections := []Section{
		{Goal: 1, State: SectionLeftOut}, {Goal: 3, State: SectionComplete}, {Goal: 6, State: SectionLeftOut},
		{Goal: 7, State: SectionLeftOut}, {Goal: 16, State: SectionNotStarted}, {Goal: 17, State: SectionLeftOut},
	}
	for _, row := range []struct {
		name         string
		i            int
		before, next int
	}{
		{"the first that is answered", 1, -1, 16},
		{"the last that is answered", 4, 3, -1},
		{"one that is left out itself", 2, 3, 16},
	} {
		t.Run(row.name, func(t *testing.T) {
			if before, next := beside(sections, row.i, -1), beside(sections, row.i, 1); before != row.before || next != row.next {
				t.Errorf("beside section %d = %d and %d, want %d and %d", row.i, before, next, row.before, row.next)
			}
		})
	}
}
