package stand

import (
	"fmt"
	"time"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/surveys"
)

// rounds adds the further published rounds and the open ones.
func (f *filler) rounds() error {
	for n := 1; n < f.plan.Published; n++ {
		id, err := f.open(n)
		if err != nil {
			return err
		}
		responses, err := f.approve(id, n)
		if err != nil {
			return err
		}
		for _, m := range f.country.Municipalities {
			if _, err := f.rooms.Surveys.SubmitResponse(f.ctx, loading, responses[m.ID]); err != nil {
				return err
			}
		}
		for _, to := range []surveys.RoundState{surveys.RoundClosed, surveys.RoundFrozen, surveys.RoundPublished} {
			if _, err := f.rooms.Surveys.ChangeRoundState(f.ctx, loading, id, to, ""); err != nil {
				return err
			}
		}
		f.country.Published = append(f.country.Published, id)
	}
	for n := range f.plan.Open + f.plan.Blank {
		id, err := f.open(f.plan.Published + n)
		if err != nil {
			return err
		}
		responses, err := f.responses(id)
		if err == nil && f.plan.Approved && n < f.plan.Open {
			responses, err = f.approve(id, f.plan.Published+n)
		}
		if err != nil {
			return err
		}
		f.country.Open = append(f.country.Open, id)
		for i := range f.country.Municipalities {
			m := &f.country.Municipalities[i]
			m.Responses = append(m.Responses, responses[m.ID])
		}
	}
	return nil
}

// open plans a round over the catalogue of the country and opens it.
func (f *filler) open(n int) (uuid.UUID, error) {
	now := f.db.Clock.Now()
	round, err := f.rooms.Surveys.CreateRound(f.ctx, loading, surveys.RoundPlan{
		RegionID: f.country.Region, Name: fmt.Sprintf("Kartlegging %d", 2020+n), Year: 2020 + n, CatalogueID: &f.country.Catalogue,
		OpensAt: now.Add(-time.Hour), ClosesAt: now.AddDate(1, 0, 0),
	})
	if err != nil {
		return uuid.Nil, err
	}
	_, err = f.rooms.Surveys.ChangeRoundState(f.ctx, loading, round.ID, surveys.RoundOpen, "")
	return round.ID, err
}

// responses gives the responses of a round by municipality.
func (f *filler) responses(round uuid.UUID) (map[uuid.UUID]uuid.UUID, error) {
	found := map[uuid.UUID]uuid.UUID{}
	err := f.db.Read(f.ctx, func(tx *models.Tx) error {
		var rows []models.Response
		err := tx.G.Where("round_id = ?", round).Find(&rows).Error
		for _, row := range rows {
			found[row.OrganisationID] = row.ID
		}
		return err
	})
	return found, err
}

// approve answers every question of a round for every municipality and approves
// the responses, by rows: it is not what is looked at.
func (f *filler) approve(round uuid.UUID, n int) (map[uuid.UUID]uuid.UUID, error) {
	responses, err := f.responses(round)
	if err != nil {
		return nil, err
	}
	return responses, f.db.Write(f.ctx, func(tx *models.Tx) error {
		var rows []models.Answer
		for m, municipality := range f.country.Municipalities {
			by := municipality.Person.ID
			for i, indicator := range f.asked {
				value := figure(m, i, n)
				rows = append(rows, models.Answer{ID: models.NewID(), ResponseID: responses[municipality.ID], IndicatorID: indicator,
					State: string(surveys.Value), Value: &value, Parts: map[string]float64{}, Origin: surveys.OriginTyped,
					Source: "Egen opptelling", Comment: "Talt i mai", Version: 1, UpdatedBy: &by, UpdatedAt: tx.Now})
			}
			err := tx.G.Model(&models.Response{}).Where("id = ?", responses[municipality.ID]).
				Updates(map[string]any{"state": string(surveys.Approved), "approved_by": by, "approved_at": tx.Now}).Error
			if err != nil {
				return err
			}
		}
		return tx.G.CreateInBatches(rows, 100).Error
	})
}
