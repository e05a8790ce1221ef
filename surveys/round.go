package surveys

import (
	"context"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// RoundInfo is a round as it is shown.
type RoundInfo struct {
	models.Round
	RegionName           string
	CatalogueID          uuid.UUID
	QuestionnaireVersion int    // its number
	Questionnaire        string // the name of the region's own, where it asks one and facts of rounds are asked for
	Edition              int    // of that
	Municipalities       int    // that it asks, see [asking]
	Submitted            int    // responses submitted at least once
	NextStates           []RoundState
}

// ListRounds gives the rounds the actor may see, newest first; of one region
// when regionID is not nil.
func (s *Service) ListRounds(ctx context.Context, a orgs.Actor, regionID *uuid.UUID) ([]RoundInfo, error) {
	var infos []RoundInfo
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		v, err := viewerOf(tx, a)
		if err != nil {
			return err
		}
		rounds, err := roundsSeen(tx, v, regionID)
		if err != nil {
			return err
		}
		infos, err = s.describe(tx, a, v, rounds)
		return err
	})
	return infos, err
}

// GetRound gives a round.
func (s *Service) GetRound(ctx context.Context, a orgs.Actor, id uuid.UUID) (RoundInfo, error) {
	var info RoundInfo
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		info, err = s.Info(tx, a, id)
		return err
	})
	return info, err
}

// Info is GetRound inside a transaction.
func (s *Service) Info(tx *models.Tx, a orgs.Actor, id uuid.UUID) (RoundInfo, error) {
	v, err := viewerOf(tx, a)
	if err != nil {
		return RoundInfo{}, err
	}
	round, err := roundSeen(tx, v, id)
	if err != nil {
		return RoundInfo{}, err
	}
	infos, err := s.describe(tx, a, v, []models.Round{round})
	if err != nil {
		return RoundInfo{}, err
	}
	return infos[0], nil
}

// Round gives a round that the actor may see; a fault NotFound for any other.
func (s *Service) Round(tx *models.Tx, a orgs.Actor, id uuid.UUID) (models.Round, error) {
	v, err := viewerOf(tx, a)
	if err != nil {
		return models.Round{}, err
	}
	return roundSeen(tx, v, id)
}

// Rounds gives the rounds that the actor may see, newest first; of one region
// when regionID is not nil.
func (s *Service) Rounds(tx *models.Tx, a orgs.Actor, regionID *uuid.UUID) ([]models.Round, error) {
	v, err := viewerOf(tx, a)
	if err != nil {
		return nil, err
	}
	return roundsSeen(tx, v, regionID)
}

// Describe adds to rounds, which the actor may see, what is shown with them.
func (s *Service) Describe(tx *models.Tx, a orgs.Actor, rounds []models.Round) ([]RoundInfo, error) {
	v, err := runnerOf(tx, a)
	if err != nil {
		return nil, err
	}
	return s.describe(tx, a, v, rounds)
}

// runnerOf is viewerOf for what is told of rounds that the actor may see: of those
// who don't run rounds nothing depends on it.
func runnerOf(tx *models.Tx, a orgs.Actor) (viewer, error) {
	if !runsRounds(a) {
		return viewer{}, nil
	}
	return viewerOf(tx, a)
}

// PreviousRound gives the latest finished round of the same region before one;
// nil when there is none.
func (s *Service) PreviousRound(tx *models.Tx, round models.Round) (*models.Round, error) {
	return roundBefore(tx, round)
}

func (s *Service) describe(tx *models.Tx, a orgs.Actor, v viewer, rounds []models.Round) ([]RoundInfo, error) {
	facts, questions := factsOf(rounds)
	var versions []uuid.UUID
	for _, r := range rounds {
		versions = append(versions, r.QuestionnaireVersionID)
	}
	if err := tx.Ask(append(questions, askQuestionnaireNames(versions, facts.questionnaires))...); err != nil {
		return nil, err
	}
	return s.described(tx, a, v, rounds, facts)
}

// roundFacts is what is told of rounds beside what stands in their rows.
type roundFacts struct {
	counts  map[uuid.UUID][2]int // responses, and those submitted at least once
	regions map[uuid.UUID]string

	questionnaires map[uuid.UUID]string // names by version, of those that are a region's own; for rounds by themselves
}

// factsOf gives the questions that fill in the facts.
func factsOf(rounds []models.Round) (roundFacts, []models.Question) {
	facts := roundFacts{counts: map[uuid.UUID][2]int{}, regions: map[uuid.UUID]string{}, questionnaires: map[uuid.UUID]string{}}
	var ids, regions []uuid.UUID
	for _, r := range rounds {
		ids, regions = append(ids, r.ID), append(regions, r.RegionID)
	}
	return facts, []models.Question{askResponseCounts(ids, facts.counts), orgs.AskRegionNames(regions, facts.regions)}
}

func (s *Service) described(tx *models.Tx, a orgs.Actor, v viewer, rounds []models.Round, facts roundFacts) ([]RoundInfo, error) {
	infos := make([]RoundInfo, 0, len(rounds))
	for _, r := range rounds {
		_, version, err := s.questionnaire(tx, r)
		if err != nil {
			return nil, err
		}
		info := RoundInfo{
			Round: r, RegionName: facts.regions[r.RegionID], CatalogueID: version.CatalogueID, QuestionnaireVersion: version.Number,
			Questionnaire: facts.questionnaires[version.ID], Edition: version.Edition,
			Municipalities: facts.counts[r.ID][0], Submitted: facts.counts[r.ID][1], NextStates: []RoundState{},
		}
		if !RoundState(r.State).opened() {
			members, err := orgs.CohortMembers(tx, r.RegionID, r.Cohort, models.DateOf(tx.Now))
			if err != nil {
				return nil, err
			}
			info.Municipalities = len(members)
		}
		if runsRounds(a) && v.owns(r.RegionID) {
			info.NextStates = RoundState(r.State).Next()
		}
		infos = append(infos, info)
	}
	return infos, nil
}
