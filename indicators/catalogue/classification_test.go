package catalogue_test

import (
	"slices"
	"testing"

	"loftet/indicators/catalogue"
)

func TestEveryIndicatorIsSorted(t *testing.T) {
	t.Parallel()
	lines := []catalogue.BottomLine{catalogue.Social, catalogue.Environmental, catalogue.Economic}
	steps := []catalogue.Perspective{catalogue.Input, catalogue.Process, catalogue.Output, catalogue.Outcome, catalogue.Impact}
	grades := []catalogue.Grade{catalogue.FromRegister, catalogue.FromEstimate, catalogue.FromOwnCount}
	for _, in := range slices.Concat(catalogue.Core().Indicators, catalogue.Additional().Indicators) {
		c, found := catalogue.ClassOf(in.Code)
		if !found || !slices.Contains(lines, c.BottomLine) || !slices.Contains(steps, c.Perspective) || !slices.Contains(grades, c.Quality) {
			t.Errorf("%s: %+v", in.Code, c)
		}
		if own := in.Source.Owner == catalogue.OwnerMunicipality; own != (c.Quality == catalogue.FromOwnCount) {
			t.Errorf("%s: its figures are those of %q and graded %q", in.Code, in.Source.Owner, c.Quality)
		}
	}
	if _, found := catalogue.ClassOf("none"); found {
		t.Error("an indicator of elsewhere is sorted")
	}
}
