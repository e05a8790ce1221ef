package indicators

import (
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// readCohorts finds the cohorts that the reader may look at by themselves: those that
// a round the reader may see was for, and to who belongs to the region all.
func readCohorts(tx *models.Tx, v *View, r reader) error {
	for _, round := range v.Rounds {
		if round.Cohort != "" {
			v.Cohorts = append(v.Cohorts, round.Cohort)
		}
	}
	if r.inside() {
		all, err := orgs.Cohorts(tx, v.Region.ID, models.DateOf(tx.Now))
		if err != nil {
			return err
		}
		for _, c := range all {
			v.Cohorts = append(v.Cohorts, c.Name)
		}
	}
	slices.Sort(v.Cohorts)
	v.Cohorts = slices.Compact(v.Cohorts)
	return nil
}

// chooseCohort takes the round's cohort, else the one that was asked for. A round of
// one cohort has nothing of another.
func chooseCohort(v *View, wanted string) error {
	v.Cohort = wanted
	if v.Round == nil || v.Round.Cohort == "" {
		return nil
	}
	if wanted != "" && wanted != v.Round.Cohort {
		return fault.InvalidFields(fault.OnField("cohort", "cohort_not_in_round", "cohort", v.Round.Cohort))
	}
	v.Cohort = v.Round.Cohort
	return nil
}

// ofCohort keeps the members that the view is about. A round of a cohort that has
// begun is about those whom it asks. Else it is about those who take part in the
// cohort today, as far as the reader may know, and those whom its rounds have asked.
func ofCohort(tx *models.Tx, v *View, r reader, members []orgs.Member, responses map[uuid.UUID]models.Response) ([]orgs.Member, error) {
	if v.Cohort == "" {
		return members, nil
	}
	in := map[uuid.UUID]bool{}
	if v.Round != nil && v.Round.Cohort != "" && slices.Contains(begunRounds, v.Round.State) {
		for id := range responses {
			in[id] = true
		}
	} else {
		var rounds []uuid.UUID
		for _, round := range v.Rounds {
			if round.Cohort == v.Cohort {
				rounds = append(rounds, round.ID)
			}
		}
		if err := tx.Ask(askAsked(rounds, in)); err != nil {
			return nil, err
		}
		if r.inside() {
			today, err := orgs.CohortMembers(tx, v.Region.ID, v.Cohort, models.DateOf(tx.Now))
			if err != nil {
				return nil, err
			}
			for _, m := range today {
				in[m.ID] = true
			}
		}
	}
	return slices.DeleteFunc(members, func(m orgs.Member) bool { return !in[m.ID] }), nil
}

// narrowed tells that a reader who sees no single figures looks at a part of a round.
// The sum over the part would tell, beside that of the whole, what the rest has.
func (v View) narrowed(r reader) bool {
	return !r.all && v.Cohort != "" && v.Round != nil && v.Round.Cohort == ""
}
