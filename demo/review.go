package demo

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

// reviewed takes the submitted responses of the open round further: Gol is asked about
// a figure, Ål is checked, Hol is checked and has decided at both levels.
func (l *loader) reviewed(ctx context.Context, round uuid.UUID) error {
	coordinator, err := l.as(ctx, orgs.Coordinator, council)
	if err != nil {
		return err
	}
	l.clock.Set(l.now.Add(-2 * day))
	asked, err := l.submittedBy(ctx, round, "3324")
	if err == nil {
		_, err = l.rooms.Surveys.AskQuestion(ctx, coordinator, asked, 1, "6.4-leak", "", "Dere skriver at tre soner har fått målere. Gjelder tallet bare dem, eller hele kommunen?")
	}
	if err != nil {
		return fmt.Errorf("ask Gol: %w", err)
	}
	if err := l.checked(ctx, coordinator, round, "3328", "3330"); err != nil {
		return err
	}
	hol, err := l.submittedBy(ctx, round, "3330")
	if err == nil {
		err = l.decided(ctx, hol, "3330")
	}
	if err != nil {
		return fmt.Errorf("decisions of Hol: %w", err)
	}
	return nil
}

// checked marks what municipalities submitted in a round as checked.
func (l *loader) checked(ctx context.Context, coordinator orgs.Actor, round uuid.UUID, numbers ...string) error {
	for _, number := range numbers {
		id, err := l.submittedBy(ctx, round, number)
		if err == nil {
			_, err = l.rooms.Surveys.MarkChecked(ctx, coordinator, id, 1)
		}
		if err != nil {
			return fmt.Errorf("check %s: %w", number, err)
		}
	}
	return nil
}

// decided records that administration and council stand behind the answers.
func (l *loader) decided(ctx context.Context, response uuid.UUID, number string) error {
	approver, err := l.as(ctx, orgs.Approver, l.names[number])
	if err != nil {
		return err
	}
	on := models.DateOf(l.now.Add(-3 * day))
	for level, body := range map[surveys.Level]string{surveys.Administrative: "Kommunedirektøren", surveys.Political: "Kommunestyret"} {
		_, err := l.rooms.Surveys.RecordAnchoring(ctx, approver, response, level, 0, surveys.AnchoringInput{
			Body: body, CaseNumber: "42/26 (oppdiktet)", DecidedOn: on, Text: "Kartlegginga blir lagd til grunn for arbeidet med kommuneplanen.",
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (l *loader) submittedBy(ctx context.Context, round uuid.UUID, number string) (uuid.UUID, error) {
	respondent, err := l.as(ctx, orgs.Respondent, l.names[number])
	if err != nil {
		return uuid.Nil, err
	}
	return l.responseOf(ctx, respondent, round)
}
