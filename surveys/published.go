package surveys

import (
	"context"
	"time"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// Published is a set of results that somebody has published, to be looked at
// like a round of our own: a region with its units, a catalogue, and a value or
// the lack of one for each unit and indicator.
type Published struct {
	Region      string
	Country     string
	Source      string // the data set as it is cited
	Method      string
	Year        int
	Definitions []indicators.Definition
	Units       []PublishedUnit
}

// PublishedUnit is one unit with its values by indicator code. What is not
// there is missing.
type PublishedUnit struct {
	Number, Name string
	Values       map[string]PublishedValue
}

// PublishedValue is one value and the year it is of.
type PublishedValue struct {
	Value float64
	Year  int
}

// notPublished is the reason given for a value that the data set lacks.
const notPublished = "not in the published data set"

// publishedQuality is the grade of values that were taken from a data set.
const publishedQuality = "higher_level_data"

// LoadPublished makes a region, a catalogue and a round from published results,
// with one submission per unit, takes the round through its states so that the
// candidate needs are stored, and leaves it published. All of it happens in one
// transaction or not at all; a region of that name is a Conflict.
func (s *Service) LoadPublished(ctx context.Context, a orgs.Actor, in Published) (models.Round, error) {
	var round models.Round
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		founding := orgs.Founding{Name: in.Region, Country: in.Country}
		for _, unit := range in.Units {
			founding.Units = append(founding.Units, orgs.FoundingUnit{Number: unit.Number, Name: unit.Name})
		}
		region, units, err := orgs.FoundRegion(tx, a, founding)
		if err != nil {
			return err
		}
		catalogue, err := s.indicators.CreateCatalogue(tx, a, indicators.CatalogueInput{
			RegionID: region.ID, Name: in.Region, Source: in.Source, Method: in.Method, Version: "1", Definitions: in.Definitions,
		})
		if err != nil {
			return err
		}
		round, err = s.createRound(tx, a, RoundPlan{
			RegionID: region.ID, Name: in.Source, Year: in.Year, Method: in.Method, CatalogueID: &catalogue.ID,
			OpensAt: tx.Now.Add(-time.Microsecond), ClosesAt: tx.Now,
		})
		if err != nil {
			return err
		}
		if round, err = s.changeState(tx, a, round.ID, RoundOpen, ""); err != nil {
			return err
		}
		if err := s.submitPublished(tx, a, round, in, units); err != nil {
			return err
		}
		for _, to := range []RoundState{RoundClosed, RoundFrozen, RoundPublished} {
			if round, err = s.changeState(tx, a, round.ID, to, ""); err != nil {
				return err
			}
		}
		return nil
	})
	return round, err
}

// submitPublished answers and submits for every unit.
func (s *Service) submitPublished(tx *models.Tx, a orgs.Actor, round models.Round, in Published, units map[string]uuid.UUID) error {
	responses, err := responsesIn(tx, round.ID)
	if err != nil {
		return err
	}
	byOrganisation := make(map[uuid.UUID]models.Response, len(responses))
	for _, r := range responses {
		byOrganisation[r.OrganisationID] = r
	}
	for _, unit := range in.Units {
		r, there := byOrganisation[units[unit.Number]]
		if !there {
			return fault.Missing()
		}
		o, err := s.around(tx, r)
		if err != nil {
			return err
		}
		if err := insertAnswers(tx, r.ID, in.answers(tx, o, unit)); err != nil {
			return err
		}
		o.response.State = string(Approved)
		if _, _, err := s.submit(tx, a, o, nil); err != nil {
			return err
		}
	}
	return nil
}

// answers makes the answers of one unit: figures taken over with the year they
// are of, and no data where the set has none.
func (in Published) answers(tx *models.Tx, o opened, unit PublishedUnit) []models.Answer {
	var rows []models.Answer
	for _, section := range o.asked.Sections {
		for _, q := range section.Questions {
			row := models.Answer{
				ID: models.NewID(), ResponseID: o.response.ID, IndicatorID: q.Indicator, Parts: map[string]float64{},
				State: string(NoData), Reason: notPublished, Origin: OriginTyped, Version: 1, UpdatedAt: tx.Now,
			}
			if v, there := unit.Values[q.Code]; there {
				row.State, row.Value, row.Reason, row.Origin = string(Value), &v.Value, "", OriginStatistics
				row.Quality, row.Source = publishedQuality, in.Source
				row.StatisticValue, row.StatisticYear, row.StatisticSource = &v.Value, v.Year, in.Source
			}
			rows = append(rows, row)
		}
	}
	return rows
}
