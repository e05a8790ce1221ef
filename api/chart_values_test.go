package api

import "testing"

func TestYearsNameASpanOrTheOneYear(t *testing.T) {
	if got := years(2019, 2025); got != "2019–2025" {
		t.Errorf("a span: %s", got)
	}
	if got := years(2025, 2025); got != "2025" {
		t.Errorf("one year: %s", got)
	}
}
