package matching

import (
	"bytes"
	"cmp"
	"context"
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/needs"
	"loftet/orgs"
)

// maxMatches is the most matches that a list gives.
const maxMatches = 500

// Suggested is a match as one side sees it. Dismissed is that side's own reason
// against it, empty where there is none.
type Suggested struct {
	Match
	Reasons   []string // in the actor's language, the indicator first
	Missing   []string
	Dismissed string
}

// NeedMatch is a solution for a need.
type NeedMatch struct {
	Suggested
	Solution Detail
}

// SolutionMatch is a need for a solution.
type SolutionMatch struct {
	Suggested
	Need     needs.Public
	Solution models.Solution
}

// ForNeed ranks the published solutions for a need that the actor may see on the
// workbench, published or not. What its organisation has dismissed stands last.
func (s *Service) ForNeed(ctx context.Context, a orgs.Actor, needID uuid.UUID) ([]NeedMatch, error) {
	list := []NeedMatch{}
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		need, err := s.needs.Draft(tx, a, needID)
		if err != nil {
			return err
		}
		r, err := readerOf(tx, a)
		if err != nil {
			return err
		}
		solutions, err := r.solutions(tx)
		if err != nil {
			return err
		}
		g, err := mapOf(tx, solutions)
		if err != nil {
			return err
		}
		reasons, err := dismissalsBy(tx, a.Org)
		if err != nil {
			return err
		}
		wanted := wantedOf(need)
		for _, solution := range solutions {
			if State(solution.State) != StatePublished {
				continue
			}
			if suggested, ok := suggest(a, wanted, offeredOf(solution).to(g, need, solution), reasons); ok {
				list = append(list, NeedMatch{Suggested: suggested, Solution: Detail{Solution: solution}})
			}
		}
		slices.SortFunc(list, func(x, y NeedMatch) int {
			return cmp.Or(x.order(y.Suggested), compareIDs(x.Solution.ID, y.Solution.ID))
		})
		list = list[:min(len(list), maxMatches)]
		return describe(tx, a, list)
	})
	return list, err
}

// describe adds to the solutions of a list what is shown with them.
func describe(tx *models.Tx, a orgs.Actor, list []NeedMatch) error {
	solutions := make([]models.Solution, len(list))
	for i, m := range list {
		solutions[i] = m.Solution.Solution
	}
	details, err := detailed(tx, a, solutions)
	if err != nil {
		return err
	}
	for i := range list {
		list[i].Solution = details[i]
	}
	return nil
}

// ForBusiness ranks the published needs for the solutions of the actor's business
// in any state that it works on, so that it sees at once why one fits; for one
// solution when it is not nil.
func (s *Service) ForBusiness(ctx context.Context, a orgs.Actor, solutionID *uuid.UUID) ([]SolutionMatch, error) {
	list := []SolutionMatch{}
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		solutions, err := ownSolutions(tx, a, solutionID)
		if err != nil {
			return err
		}
		open, err := needs.OpenForMatching(tx)
		if err != nil {
			return err
		}
		g, err := mapOf(tx, solutions)
		if err != nil {
			return err
		}
		reasons, err := dismissalsBy(tx, a.Org)
		if err != nil {
			return err
		}
		offers := make([]Offered, len(solutions))
		for i, solution := range solutions {
			offers[i] = offeredOf(solution)
		}
		for _, need := range open {
			wanted := wantedOf(need.Document)
			for i, solution := range solutions {
				if suggested, ok := suggest(a, wanted, offers[i].to(g, need.Document, solution), reasons); ok {
					list = append(list, SolutionMatch{Suggested: suggested, Need: need, Solution: solution})
				}
			}
		}
		slices.SortFunc(list, func(x, y SolutionMatch) int {
			return cmp.Or(x.order(y.Suggested), compareIDs(x.Need.ID, y.Need.ID), compareIDs(x.Solution.ID, y.Solution.ID))
		})
		list = list[:min(len(list), maxMatches)]
		return nil
	})
	return list, err
}

func ownSolutions(tx *models.Tx, a orgs.Actor, id *uuid.UUID) ([]models.Solution, error) {
	if a.Scope != orgs.ScopeBusiness {
		return nil, fault.Missing()
	}
	if id != nil {
		solution, err := seen(tx, a, *id)
		return []models.Solution{solution}, err
	}
	return solutionsIn(tx, &a.Org, StateDraft, StateSubmitted, StateReturned, StatePublished, StateStale)
}

// order puts what is dismissed last and the highest score first.
func (s Suggested) order(other Suggested) int {
	if (s.Dismissed == "") != (other.Dismissed == "") {
		if s.Dismissed == "" {
			return -1
		}
		return 1
	}
	return cmp.Compare(other.Score, s.Score)
}

// suggest scores a pair and puts it into the actor's words.
func suggest(a orgs.Actor, n Wanted, o Offered, dismissed map[pair]string) (Suggested, bool) {
	m, ok := Weights().Match(n, o)
	if !ok {
		return Suggested{}, false
	}
	return Suggested{
		Match: m, Reasons: m.Reasons(n, o, a.Language), Missing: m.Missing(n, o, a.Language), Dismissed: dismissed[pair{n.ID, o.ID}],
	}, true
}

// wantedOf takes from a need what matching compares. Only indicators of the
// common core can be named by a solution; another's code means something else.
func wantedOf(d needs.Document) Wanted {
	w := Wanted{
		ID: d.ID, IndicatorName: d.IndicatorName, Goal: d.Goal, Target: d.Target, CPV: d.CPV, MinimumTRL: d.MinimumTRL,
		words: bags(d.RegionName, d.Title, d.RootCauses, d.WantedEffect, d.Volume, d.IndicatorName),
	}
	if d.Core {
		w.Indicator = d.IndicatorCode
	}
	return w
}

// offeredOf takes from a solution what matching compares, but for where it is
// offered, which [Offered.to] adds for one need.
func offeredOf(s models.Solution) Offered {
	return Offered{
		ID: s.ID, Indicators: s.Indicators, Goals: s.Goals, Targets: s.Targets, CPV: s.CPV, TRL: s.TRL,
		Everywhere: everywhere(s), words: bags("", s.Title, s.Summary, s.Description),
	}
}

func (o Offered) to(g geography, d needs.Document, s models.Solution) Offered {
	municipalities := make([]uuid.UUID, len(d.Participants))
	for i, p := range d.Participants {
		municipalities[i] = p.ID
	}
	o.Served = g.served(s, d.RegionID, municipalities)
	return o
}

func compareIDs(a, b uuid.UUID) int { return bytes.Compare(a[:], b[:]) }
