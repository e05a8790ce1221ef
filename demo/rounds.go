package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

// day is the length of a day of the calendar here.
const day = 24 * time.Hour

// firstRound plays the round of 2025 from plan to publication.
func (l *loader) firstRound(ctx context.Context) (surveys.RoundInfo, error) {
	opens := time.Date(2025, 2, 3, 8, 0, 0, 0, time.UTC)
	closes := time.Date(2025, 4, 30, 22, 0, 0, 0, time.UTC)
	l.clock.Set(opens.Add(-10 * day))
	round, err := l.planRound(ctx, 2025, opens, closes)
	if err != nil {
		return round, err
	}
	l.clock.Set(opens)
	if err := l.move(ctx, round.ID, surveys.RoundOpen); err != nil {
		return round, err
	}
	for i, number := range []string{"3320", "3322", "3324", "3326", "3328", "3330"} {
		l.clock.Set(opens.Add(time.Duration(20+7*i) * day))
		if err := l.respond(ctx, round.ID, number, 2025); err != nil {
			return round, err
		}
	}
	l.clock.Set(closes)
	coordinator, err := l.as(ctx, orgs.Coordinator, council)
	if err == nil { // all but Nesbyen's, so that what nobody checked can be seen too
		err = l.checked(ctx, coordinator, round.ID, "3320", "3324", "3326", "3328", "3330")
	}
	if err != nil {
		return round, err
	}
	for _, state := range []surveys.RoundState{surveys.RoundClosed, surveys.RoundFrozen, surveys.RoundPublished} {
		if err := l.move(ctx, round.ID, state); err != nil {
			return round, err
		}
		l.clock.Add(5 * day)
	}
	return round, l.logEfforts(ctx, round.ID, opens)
}

// openRound starts the round that is open now, with some answers in it.
func (l *loader) openRound(ctx context.Context) error {
	opens := l.now.Add(-30 * day)
	l.clock.Set(opens)
	round, err := l.planRound(ctx, 2026, opens, l.now.Add(45*day))
	if err != nil {
		return err
	}
	if err := l.move(ctx, round.ID, surveys.RoundOpen); err != nil {
		return err
	}
	for i, number := range []string{"3324", "3328", "3330"} {
		l.clock.Set(opens.Add(time.Duration(10+6*i) * day))
		if err := l.respond(ctx, round.ID, number, 2026); err != nil {
			return err
		}
	}
	if err := l.handOut(ctx, round.ID); err != nil {
		return err
	}
	if err := l.reviewed(ctx, round.ID); err != nil {
		return err
	}
	if err := l.judge(ctx); err != nil {
		return err
	}
	return l.runOpenRound(ctx, round, opens)
}

// handOut lets Hemsedal hand a section to a colleague.
func (l *loader) handOut(ctx context.Context, round uuid.UUID) error {
	fills, err := l.as(ctx, orgs.Respondent, l.names["3326"])
	if err != nil {
		return err
	}
	response, err := l.responseOf(ctx, fills, round)
	if err != nil {
		return err
	}
	colleague, err := l.rooms.Orgs.PersonByEmail(ctx, "radgiver@hemsedal.example")
	if err != nil {
		return err
	}
	_, err = l.rooms.Surveys.HandOverSection(ctx, fills, response, surveys.HandOver{
		Goal: 6, Person: &colleague, Note: "Du har tala for vatn og avlaup.", Deadline: l.deadline(20),
	})
	if err != nil {
		return fmt.Errorf("hand out a section of Hemsedal: %w", err)
	}
	return nil
}

func (l *loader) planRound(ctx context.Context, year int, opens, closes time.Time) (surveys.RoundInfo, error) {
	coordinator, err := l.as(ctx, orgs.Coordinator, council)
	if err != nil {
		return surveys.RoundInfo{}, err
	}
	round, err := l.rooms.Surveys.CreateRound(ctx, coordinator, surveys.RoundPlan{
		RegionID: l.region, Name: fmt.Sprintf("Kartlegging %d", year), Year: year, OpensAt: opens, ClosesAt: closes, MadeUp: true,
	})
	if err != nil {
		return round, fmt.Errorf("plan round %d: %w", year, err)
	}
	for _, t := range l.data.targets {
		_, err := l.rooms.Indicators.SetRoundTarget(ctx, coordinator, round.ID, t.Code, 0, indicators.RoundTargetInput{
			Lower: t.Lower, Optimum: t.Optimum, Green: t.Green, Red: t.Red, Reason: t.Reason,
		})
		if err != nil {
			return round, fmt.Errorf("target %s of round %d: %w", t.Code, year, err)
		}
	}
	return round, nil
}

func (l *loader) move(ctx context.Context, round uuid.UUID, to surveys.RoundState) error {
	coordinator, err := l.as(ctx, orgs.Coordinator, council)
	if err != nil {
		return err
	}
	if _, err := l.rooms.Surveys.ChangeRoundState(ctx, coordinator, round, to, ""); err != nil {
		return fmt.Errorf("round to %s: %w", to, err)
	}
	return nil
}

// respond lets a municipality answer a round and submit: the made-up answers of
// the file, a confirmation of every official figure, and goals without answers
// left out.
func (l *loader) respond(ctx context.Context, round uuid.UUID, number string, year int) error {
	respondent, err := l.as(ctx, orgs.Respondent, l.names[number])
	if err != nil {
		return err
	}
	response, err := l.responseOf(ctx, respondent, round)
	if err != nil {
		return err
	}
	if err := l.takeIn(ctx, respondent, response, number, year); err != nil {
		return err
	}
	goals := map[int]bool{}
	for _, a := range l.data.answers {
		if a.Number != number || a.Round != year {
			continue
		}
		goals[l.goals[a.Code]] = true
		input, err := a.input()
		if err == nil {
			_, err = l.rooms.Surveys.SaveAnswer(ctx, respondent, response, a.Code, 0, input)
		}
		if err != nil {
			return fmt.Errorf("answer %s of %s in %d: %w", a.Code, number, year, err)
		}
	}
	for goal := 1; goal <= 17; goal++ {
		if goals[goal] {
			_, err = l.rooms.Surveys.ConfirmGoalStatistics(ctx, respondent, response, goal)
		} else {
			_, err = l.rooms.Surveys.ChooseGoal(ctx, respondent, response, goal, true, "Målet ble ikke kartlagt i denne runden.")
		}
		if err != nil {
			return fmt.Errorf("goal %d of %s in %d: %w", goal, number, year, err)
		}
	}
	return l.submit(ctx, respondent, response, number)
}

func (l *loader) submit(ctx context.Context, respondent orgs.Actor, response uuid.UUID, number string) error {
	approver, err := l.as(ctx, orgs.Approver, l.names[number])
	if err != nil {
		return err
	}
	sent, err := l.rooms.Surveys.SendForReview(ctx, respondent, response)
	if err != nil {
		return fmt.Errorf("send %s for review: %w", number, err)
	}
	l.clock.Add(3 * day)
	if _, err := l.rooms.Surveys.ApproveResponse(ctx, approver, response, sent.Response.Version); err != nil {
		return fmt.Errorf("approve %s: %w", number, err)
	}
	if _, err := l.rooms.Surveys.SubmitResponse(ctx, approver, response); err != nil {
		return fmt.Errorf("submit %s: %w", number, err)
	}
	return nil
}

func (l *loader) responseOf(ctx context.Context, a orgs.Actor, round uuid.UUID) (uuid.UUID, error) {
	list, err := l.rooms.Surveys.ListResponses(ctx, a)
	if err != nil {
		return uuid.Nil, err
	}
	for _, r := range list {
		if r.Round.ID == round {
			return r.ID, nil
		}
	}
	return uuid.Nil, fmt.Errorf("no response in round %s", round)
}

func (a answer) input() (surveys.AnswerInput, error) {
	in := surveys.AnswerInput{
		State: surveys.AnswerState(a.State), Value: a.Value, Choice: a.Choice, Reason: a.Reason,
		Quality: a.Quality, Comment: a.Comment, PriorityReason: a.Priority,
	}
	if a.State == "" {
		in.State = surveys.Value
	}
	if len(a.Parts) > 0 {
		in.Parts = map[string]float64{}
	}
	for key, given := range a.Parts {
		switch v := given.(type) {
		case bool:
			in.Parts[key] = 0
			if v {
				in.Parts[key] = 1
			}
		case int:
			in.Parts[key] = float64(v)
		default:
			return in, fmt.Errorf("part %s is neither a number nor true or false", key)
		}
	}
	return in, nil
}

// deadline is a day counted from the loading.
func (l *loader) deadline(days int) models.Date {
	if days == 0 {
		return ""
	}
	return models.DateOf(l.now.Add(time.Duration(days) * day))
}
