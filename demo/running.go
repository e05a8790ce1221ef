package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

// runOpenRound is what happens in the round that is open now: the deadline moves, a
// municipality chooses what fits it, and hours are logged.
func (l *loader) runOpenRound(ctx context.Context, round surveys.RoundInfo, opens time.Time) error {
	coordinator, err := l.as(ctx, orgs.Coordinator, council)
	if err != nil {
		return err
	}
	l.clock.Set(l.now.Add(-2 * day))
	_, err = l.rooms.Surveys.ExtendRound(ctx, coordinator, round.ID, round.ClosesAt.Add(14*day), "Flere kommuner har budsjettbehandling i perioden og ba om to uker til.")
	if err != nil {
		return fmt.Errorf("extend the open round: %w", err)
	}
	if err := l.choose(ctx, round.ID); err != nil {
		return err
	}
	return l.logEfforts(ctx, round.ID, opens)
}

// choose lets a municipality that has not submitted leave out what does not fit it.
func (l *loader) choose(ctx context.Context, round uuid.UUID) error {
	respondent, err := l.as(ctx, orgs.Respondent, l.names["3326"])
	if err != nil {
		return err
	}
	response, err := l.responseOf(ctx, respondent, round)
	if err != nil {
		return err
	}
	if err := l.takeIn(ctx, respondent, response, "3326", 2026); err != nil {
		return err
	}
	if _, err := l.rooms.Surveys.ChooseGoal(ctx, respondent, response, 14, true, "Kommunen har ikke kyst, og vannmiljøet følges opp i vannområdet."); err != nil {
		return fmt.Errorf("leave a goal out: %w", err)
	}
	for _, c := range []struct{ code, reason string }{
		{"11.6-pm25", "Det finnes ingen målestasjon i kommunen, og modellen treffer dårlig i fjellet."},
		{"9.4-ev", "Hyttebilene gjør tallet lite egnet hos oss."},
	} {
		now, err := l.rooms.Surveys.GetResponse(ctx, respondent, response)
		if err == nil {
			_, err = l.rooms.Surveys.ChooseIndicator(ctx, respondent, response, c.code, now.Response.Version, false, c.reason)
		}
		if err != nil {
			return fmt.Errorf("leave %s out: %w", c.code, err)
		}
	}
	return nil
}

// logEfforts has each municipality log hours in the first weeks of a round.
func (l *loader) logEfforts(ctx context.Context, round uuid.UUID, opens time.Time) error {
	for i, number := range []string{"3320", "3322", "3324", "3326", "3328", "3330"} {
		respondent, err := l.as(ctx, orgs.Respondent, l.names[number])
		if err != nil {
			return err
		}
		for j, activity := range []string{"gathering", "answering", "anchoring"} {
			_, err := l.rooms.Surveys.LogEffort(ctx, respondent, surveys.EffortInput{
				RoundID: round, SpentOn: models.DateOf(opens.Add(time.Duration(3+6*j+i) * day)), Minutes: 60*(2+j) + 30*i, Activity: activity,
			})
			if err != nil {
				return fmt.Errorf("effort of %s: %w", number, err)
			}
		}
	}
	return nil
}
