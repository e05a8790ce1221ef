package api

import (
	"context"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

// look is a view of a region with its rounds as they are shown, and the view of
// the round before where there is one that the reader may see.
type look struct {
	indicators.View
	round  *surveys.RoundInfo
	rounds []surveys.RoundInfo
	before *indicators.View
	trend  []indicators.TrendPoint
	one    *indicators.Indicator // the indicator that was asked for
}

// lookInput asks for a region, the municipality's own where only that is named.
// code asks for one indicator.
type lookInput struct {
	region, municipality *uuid.UUID
	round                *uuid.UUID
	year                 *int
	cohort               *string
	code                 *string
	trend                bool // with code: over the years
	before               bool // also the round before
}

// look reads all that the status and chart pages show, in one reading.
func (s *Server) look(ctx context.Context, in lookInput) (look, error) {
	return s.lookAs(ctx, who(ctx), in)
}

// lookAs is look by the eyes of somebody else, as of everybody for what is published.
func (s *Server) lookAs(ctx context.Context, a orgs.Actor, in lookInput) (look, error) {
	var l look
	err := s.DB.Read(ctx, func(tx *models.Tx) error {
		region, err := regionFor(tx, in)
		if err != nil {
			return err
		}
		ask := indicators.ViewInput{RegionID: region, RoundID: in.round, Cohort: valueOf(in.cohort)}
		if in.year != nil {
			ask.Year = *in.year
		}
		if l.View, err = s.Indicators.RegionView(tx, a, ask); err != nil {
			return err
		}
		if in.municipality != nil {
			if _, member := l.member(*in.municipality); !member {
				return fault.Missing()
			}
		}
		if l.rounds, err = s.Surveys.Describe(tx, a, l.Rounds); err != nil {
			return err
		}
		l.findRound()
		if in.before {
			if err := s.lookBack(tx, a, &l); err != nil {
				return err
			}
		}
		if in.code == nil {
			return nil
		}
		one, known := l.Indicator(*in.code)
		if !known {
			return fault.Missing()
		}
		l.one = &one
		if !in.trend {
			return nil
		}
		l.trend, err = s.Indicators.Trend(tx, a, l.View, one, in.municipality)
		return err
	})
	return l, err
}

// regionFor gives the region that is asked for, else the municipality's first:
// its council, where it has one.
func regionFor(tx *models.Tx, in lookInput) (uuid.UUID, error) {
	if in.region != nil {
		return *in.region, nil
	}
	regions, err := orgs.RegionsOf(tx, *in.municipality, models.DateOf(tx.Now))
	if err != nil {
		return uuid.Nil, err
	}
	if len(regions) == 0 {
		return uuid.Nil, fault.Missing()
	}
	return regions[0].ID, nil
}

// findRound finds the shown round among the rounds.
func (l *look) findRound() {
	for i := range l.rounds {
		if l.Round != nil && l.rounds[i].ID == l.Round.ID {
			l.round = &l.rounds[i]
		}
	}
}

// lookBack reads the round before the shown one.
func (s *Server) lookBack(tx *models.Tx, a orgs.Actor, l *look) error {
	if l.Round == nil {
		return nil
	}
	previous, err := s.Surveys.PreviousRound(tx, *l.Round)
	if err != nil || previous == nil {
		return err
	}
	for _, round := range l.Rounds {
		if round.ID == previous.ID {
			view, err := s.Indicators.RegionView(tx, a, indicators.ViewInput{RegionID: l.Region.ID, RoundID: &round.ID})
			l.before = &view
			return err
		}
	}
	return nil
}

// member finds a municipality of the view.
func (l look) member(id uuid.UUID) (indicators.Member, bool) {
	for _, m := range l.Members {
		if m.ID == id {
			return m, true
		}
	}
	return indicators.Member{}, false
}
