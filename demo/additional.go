package demo

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/models"
	"loftet/orgs"
)

//go:embed additional.yaml
var additionalFile []byte

// additional is what the region asks beside the common core. Taken is who takes which
// of it into a round and why; without parts it is not answered yet.
type additional struct {
	Name        string `yaml:"name"`
	Definitions any    `yaml:"definitions"`
	Taken       []struct {
		Round  int            `yaml:"round"`
		Number string         `yaml:"number"`
		Code   string         `yaml:"code"`
		Parts  map[string]any `yaml:"parts"`
		Reason string         `yaml:"reason"`
	} `yaml:"taken"`
}

// definitions are written in the file as they are stored.
func (a additional) definitions() ([]indicators.Definition, error) {
	text, err := json.Marshal(a.Definitions)
	if err != nil {
		return nil, err
	}
	var list []indicators.Definition
	return list, json.Unmarshal(text, &list)
}

// offerMore gives the region a catalogue of its own, which its rounds offer beside
// what they ask.
func (l *loader) offerMore(ctx context.Context) error {
	definitions, err := l.data.additional.definitions()
	if err != nil {
		return fmt.Errorf("additional indicators: %w", err)
	}
	return l.rooms.DB.Write(ctx, func(tx *models.Tx) error {
		_, err := l.rooms.Indicators.CreateCatalogue(tx, loading, indicators.CatalogueInput{
			RegionID: l.region, Name: l.data.additional.Name, Source: council, Method: "sdsn", Version: "1", Definitions: definitions,
		})
		return err
	})
}

// takeIn lets a municipality take additional indicators into a round, and answer them.
func (l *loader) takeIn(ctx context.Context, respondent orgs.Actor, response uuid.UUID, number string, year int) error {
	for _, t := range l.data.additional.Taken {
		if t.Number != number || t.Round != year {
			continue
		}
		now, err := l.rooms.Surveys.GetResponse(ctx, respondent, response)
		if err == nil {
			_, err = l.rooms.Surveys.ChooseIndicator(ctx, respondent, response, t.Code, now.Response.Version, true, t.Reason)
		}
		if err == nil && len(t.Parts) > 0 {
			in, wrong := answer{Parts: t.Parts, Quality: "accurate_measurement"}.input()
			if wrong != nil {
				return wrong
			}
			_, err = l.rooms.Surveys.SaveAnswer(ctx, respondent, response, t.Code, 0, in)
		}
		if err != nil {
			return fmt.Errorf("take %s into the response of %s in %d: %w", t.Code, number, year, err)
		}
	}
	return nil
}
