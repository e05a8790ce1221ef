package surveys

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/casepaper"
)

// CasePaper writes the paper on taking part in a region's rounds: for a municipality
// of the region, or for its regional council when municipality is nil. It holds what
// anybody may know, and of rounds those that the actor may see.
func (s *Service) CasePaper(ctx context.Context, a orgs.Actor, regionID uuid.UUID, municipality *uuid.UUID, language string) (casepaper.Paper, error) {
	var facts casepaper.Facts
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		facts, err = s.paperFacts(tx, a, regionID, municipality)
		return err
	})
	if err != nil {
		return casepaper.Paper{}, err
	}
	return casepaper.Write(language, facts)
}

func (s *Service) paperFacts(tx *models.Tx, a orgs.Actor, regionID uuid.UUID, municipality *uuid.UUID) (casepaper.Facts, error) {
	facts := casepaper.Facts{Today: tx.Now}
	region, err := orgs.Region(tx, regionID)
	if err != nil {
		return facts, err
	}
	if region.OwnerID == nil {
		return facts, fault.Missing()
	}
	council, err := orgs.Organisation(tx, *region.OwnerID)
	if err != nil {
		return facts, err
	}
	members, err := orgs.Members(tx, regionID, models.DateOf(tx.Now))
	if err != nil {
		return facts, err
	}
	facts.Region, facts.Council = region.Name, council.Name
	var about *orgs.Member
	for i, m := range members {
		facts.Members = append(facts.Members, m.Name)
		if m.Residents != nil {
			facts.RegionResidents += *m.Residents
		}
		if municipality != nil && m.ID == *municipality {
			about = &members[i]
		}
	}
	if municipality != nil && about == nil {
		return facts, fault.Missing()
	}
	if about != nil {
		facts.Municipality, facts.Number, facts.ResidentsYear = about.Name, about.Number, about.ResidentsYear
		if about.Residents != nil {
			facts.Residents = *about.Residents
		}
	}
	if facts.Said, err = saidOf(tx, regionID); err != nil {
		return facts, err
	}
	return facts, s.askedInPaper(tx, a, regionID, municipality, &facts)
}

// askedInPaper adds the next round and what it will ask: the round's own questions, or
// those of the common core where none is in sight.
func (s *Service) askedInPaper(tx *models.Tx, a orgs.Actor, regionID uuid.UUID, municipality *uuid.UUID, facts *casepaper.Facts) error {
	round, err := s.roundAhead(tx, a, regionID)
	if err != nil {
		return err
	}
	var questions []indicators.Indicator
	year := tx.Now.Year()
	if round != nil {
		facts.Round, facts.Opens, facts.Closes, year = round.Name, round.OpensAt, round.ClosesAt, round.Year
		questions, err = s.indicators.Asked(tx, round.QuestionnaireVersionID)
	} else {
		var core uuid.UUID
		if core, err = s.indicators.CoreCatalogueID(tx); err == nil {
			questions, err = s.indicators.ByCatalogue(tx, core)
		}
	}
	if err != nil {
		return err
	}
	statistics, err := s.indicators.Statistics(tx)
	if err != nil {
		return err
	}
	counts, goals := map[WorkKind]int{ReadWork: 1}, map[int]bool{}
	for _, q := range questions {
		filled := false
		if municipality != nil {
			f, there := statistics.Latest(*municipality, q.ID, year)
			filled = there && statisticOf(f).confirmable()
		}
		goals[q.Goal] = true
		counts[workFor(q.Definition, filled)]++
	}
	facts.Questions, facts.Goals, facts.Filled = len(questions), len(goals), counts[ConfirmWork]
	var work []Work
	work, facts.Minutes = workOf(counts)
	for _, w := range work {
		facts.Estimate = append(facts.Estimate, casepaper.Estimated{Kind: string(w.Kind), Count: w.Count, Each: w.Each})
	}
	return nil
}

// roundAhead gives the round of a region that is planned or open, the nearest in
// time; nil when the actor may know of none.
func (s *Service) roundAhead(tx *models.Tx, a orgs.Actor, regionID uuid.UUID) (*models.Round, error) {
	rounds, err := s.Rounds(tx, a, &regionID)
	if err != nil {
		return nil, err
	}
	rounds = slices.DeleteFunc(rounds, func(r models.Round) bool {
		return RoundState(r.State) != RoundScheduled && RoundState(r.State) != RoundOpen
	})
	if len(rounds) == 0 {
		return nil, nil
	}
	next := slices.MinFunc(rounds, func(x, y models.Round) int { return x.OpensAt.Compare(y.OpensAt) })
	return &next, nil
}

func saidOf(tx *models.Tx, regionID uuid.UUID) ([]casepaper.Said, error) {
	decisions, err := orgs.CouncilDecisions(tx, regionID)
	var said []casepaper.Said
	for _, d := range slices.Backward(decisions) { // oldest first
		day, bad := time.Parse(time.DateOnly, string(d.On))
		if bad != nil {
			day = time.Time{}
		}
		said = append(said, casepaper.Said{Outcome: d.Outcome, Body: d.Body, Reference: d.Reference, On: day})
	}
	return said, err
}
