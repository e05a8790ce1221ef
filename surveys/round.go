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
	QuestionnaireVersion int // its number
	Municipalities       int // that take part: members of the region until it opens
	Submitted            int // responses submitted at least once
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
	var v viewer // of those who don't run rounds nothing depends on it
	if runsRounds(a) {
		var err error
		if v, err = viewerOf(tx, a); err != nil {
			return nil, err
		}
	}
	return s.describe(tx, a, v, rounds)
}

// PreviousRound gives the latest finished round of the same region before one;
// nil when there is none.
func (s *Service) PreviousRound(tx *models.Tx, round models.Round) (*models.Round, error) {
	return roundBefore(tx, round)
}

func (s *Service) describe(tx *models.Tx, a orgs.Actor, v viewer, rounds []models.Round) ([]RoundInfo, error) {
	ids := make([]uuid.UUID, len(rounds))
	for i, r := range rounds {
		ids[i] = r.ID
	}
	counts, err := responseCounts(tx, ids)
	if err != nil {
		return nil, err
	}
	names := map[uuid.UUID]string{}
	infos := make([]RoundInfo, 0, len(rounds))
	for _, r := range rounds {
		_, version, err := s.questionnaire(tx, r)
		if err != nil {
			return nil, err
		}
		info := RoundInfo{
			Round: r, CatalogueID: version.CatalogueID, QuestionnaireVersion: version.Number,
			Municipalities: counts[r.ID][0], Submitted: counts[r.ID][1], NextStates: []RoundState{},
		}
		if _, known := names[r.RegionID]; !known {
			region, err := orgs.Region(tx, r.RegionID)
			if err != nil {
				return nil, err
			}
			names[r.RegionID] = region.Name
		}
		info.RegionName = names[r.RegionID]
		if !RoundState(r.State).opened() {
			members, err := orgs.Members(tx, r.RegionID, models.DateOf(tx.Now))
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
