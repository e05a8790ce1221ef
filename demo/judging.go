package demo

import (
	"context"
	"fmt"

	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

// judge has Nesbyen write down what it is good at and what it is not, between its two
// rounds: a list that the open round goes on with.
func (l *loader) judge(ctx context.Context) error {
	respondent, err := l.as(ctx, orgs.Respondent, l.names["3322"])
	if err != nil {
		return err
	}
	for _, text := range []surveys.JudgementText{
		{Kind: "strength", Goal: 17, Text: "Seks kommuner er vant til å løse oppgaver sammen, og har felles planer for flere av dem.", Source: "Arbeidsverksted (oppdiktet)"},
		{Kind: "strength", Goal: 0, Text: "Det er kort vei mellom den som ser et behov, og den som bestemmer."},
		{Kind: "weakness", Goal: 6, Text: "Ledningsnettet er gammelt, og ingen vet sikkert hvor det lekker.", Source: "Gjennomgang av vannverket (oppdiktet)"},
		{Kind: "weakness", Goal: 12, Text: "Mange kjøper inn, og få av dem stiller miljøkrav."},
	} {
		text.JudgedOn = models.DateOf(l.now.Add(-90 * day))
		if _, err := l.rooms.Surveys.RecordJudgement(ctx, respondent, text); err != nil {
			return fmt.Errorf("judgement of goal %d: %w", text.Goal, err)
		}
	}
	return nil
}
