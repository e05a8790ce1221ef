package matching

import (
	"context"

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
		offers, versions, words, err := s.offersTo(tx, a)
		if err != nil {
			return err
		}
		wanted := wantedOf(need, words)
		wanted.IndicatorName = need.IndicatorName
		r, err := rankingFor(tx, a, offers)
		if err != nil {
			return err
		}
		for i := range offers {
			r.weigh(&wanted, &offers[i], 0, i)
		}
		best := r.best()
		chosen := make([]version, len(best))
		for i, hit := range best {
			chosen[i] = versions[hit.offered]
		}
		solutions, err := solutionsAt(tx, chosen)
		if err != nil {
			return err
		}
		for i, solution := range solutions {
			if solution != nil { // or edited since, and out of sight
				list = append(list, NeedMatch{Suggested: r.suggested(best[i], wanted), Solution: Detail{Solution: *solution}})
			}
		}
		return describe(tx, a, list)
	})
	return list, err
}

// offersTo gives the published solutions that the actor may see, with their
// versions, and the lexicon to compare them in.
func (s *Service) offersTo(tx *models.Tx, a orgs.Actor) (offers []Offered, versions []version, words *lexicon, err error) {
	r, err := readerOf(tx, a)
	if err != nil {
		return nil, nil, nil, err
	}
	published, err := publishedSolutions(tx)
	if err != nil {
		return nil, nil, nil, err
	}
	all, words, err := s.offers.all(tx.Context(), published, func(some []version) ([]*models.Solution, error) { return solutionsAt(tx, some) })
	if err != nil {
		return nil, nil, nil, err
	}
	for i, o := range all {
		if o != nil {
			offers, versions = append(offers, *o), append(versions, published[i])
		}
	}
	g, err := mapOf(tx, places(offers), r.regions...)
	if err != nil {
		return nil, nil, nil, err
	}
	seen := 0
	for i, o := range offers {
		if r.sees(g, o.placed) {
			offers[seen], versions[seen] = o, versions[i]
			seen++
		}
	}
	return offers[:seen], versions[:seen], words, nil
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
		if err != nil || len(solutions) == 0 {
			return err
		}
		open, err := needs.OpenVersions(tx)
		if err != nil {
			return err
		}
		wanted, words, err := s.wantedIn(tx, open)
		if err != nil {
			return err
		}
		offers := make([]Offered, len(solutions))
		for i, solution := range solutions {
			offers[i] = offeredOf(solution, words)
		}
		r, err := rankingFor(tx, a, offers)
		if err != nil {
			return err
		}
		for i, need := range wanted {
			for k := range offers {
				r.weigh(need, &offers[k], i, k)
			}
		}
		best := r.best()
		chosen := make([]needs.OpenVersion, len(best))
		for i, hit := range best {
			chosen[i] = open[hit.wanted]
		}
		shown, err := s.needs.AtVersions(tx, chosen)
		if err != nil {
			return err
		}
		for i, hit := range best {
			need := *wanted[hit.wanted]
			need.IndicatorName = shown[i].IndicatorName
			list = append(list, SolutionMatch{Suggested: r.suggested(hit, need), Need: shown[i], Solution: solutions[hit.offered]})
		}
		return nil
	})
	return list, err
}

// wantedIn gives the open needs as they are compared, and the lexicon to compare
// them in.
func (s *Service) wantedIn(tx *models.Tx, open []needs.OpenVersion) ([]*Wanted, *lexicon, error) {
	published := make([]version, len(open))
	for i, v := range open {
		published[i] = version{v.ID, v.Number}
	}
	return s.wanted.all(tx.Context(), published, func(some []version) ([]*needs.Document, error) {
		named := make([]needs.OpenVersion, len(some))
		for i, v := range some {
			named[i] = needs.OpenVersion{ID: v.id, Number: v.number}
		}
		return needs.ReadVersions(tx, named)
	})
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
