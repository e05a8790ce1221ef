package demo_test

import (
	"testing"

	"loftet/indicators"
	"loftet/indicators/catalogue"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

func TestAdditionalIndicatorsAreOfferedTakenInAndScoredApart(t *testing.T) {
	rooms := loaded(t)
	hemsedal := actor(t, rooms, "svar@hemsedal.example", orgs.ScopeMunicipality)
	responses, err := rooms.Surveys.ListResponses(t.Context(), hemsedal)
	if err != nil || len(responses) == 0 {
		t.Fatal(err)
	}
	var open surveys.ResponseInfo
	for _, r := range responses {
		if r.Round.State == string(surveys.RoundOpen) {
			open = r
		}
	}
	choices, err := rooms.Surveys.Choices(t.Context(), hemsedal, open.ID)
	if err != nil {
		t.Fatal(err)
	}
	offered := map[string]bool{}
	for _, c := range choices.Items {
		if c.Additional {
			offered[c.Indicator.Code] = c.Chosen
			if c.Chosen == (c.Reason == "") {
				t.Errorf("%s: taken in %t for %q", c.Indicator.Code, c.Chosen, c.Reason)
			}
		}
	}
	if taken, there := offered["9.4-fleet"]; !there || !taken || len(offered) != len(catalogue.Additional().Indicators) {
		t.Errorf("offered: %v", offered)
	}
	err = rooms.DB.Read(t.Context(), func(tx *models.Tx) error {
		v, err := rooms.Indicators.RegionView(tx, orgs.SystemActor("test"), indicators.ViewInput{RegionID: open.Round.RegionID, RoundID: &open.Round.ID})
		if err != nil || len(v.Additions) != 2 {
			t.Fatal(len(v.Additions), err)
		}
		for _, m := range v.Members {
			for _, in := range v.Additions {
				if c := v.Cell(m.ID, in.ID); m.Name == "Gol" && (c.Score == nil || *c.Score >= 50) {
					t.Errorf("%s of Gol: %+v", in.Code, c)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
