package demo

import (
	"context"
	_ "embed"
	"fmt"

	"github.com/google/uuid"

	"loftet/orgs"
)

//go:embed additional.yaml
var additionalFile []byte

// additional is who takes which additional indicator into a round and why; without parts
// it is not answered yet.
type additional struct {
	Taken []struct {
		Round  int            `yaml:"round"`
		Number string         `yaml:"number"`
		Code   string         `yaml:"code"`
		Parts  map[string]any `yaml:"parts"`
		Reason string         `yaml:"reason"`
	} `yaml:"taken"`
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
