package demo

import (
	"context"
	_ "embed"
	"fmt"
	"time"

	"loftet/models"
	"loftet/orgs"
)

//go:embed joining.yaml
var joiningFile []byte

// joining is who takes part, and who is in the teams.
type joining struct {
	Council struct {
		Outcome   string      `yaml:"outcome"`
		Body      string      `yaml:"body"`
		On        models.Date `yaml:"on"`
		Reference string      `yaml:"reference"`
		Text      string      `yaml:"text"`
	} `yaml:"council"`
	Municipalities []joiner   `yaml:"municipalities"`
	Teams          []teammate `yaml:"teams"`
}

type joiner struct {
	Number      string      `yaml:"number"`
	Cohort      string      `yaml:"cohort"`
	Considering bool        `yaml:"considering"` // and nothing decided
	Outcome     string      `yaml:"outcome"`
	Body        string      `yaml:"body"`
	On          models.Date `yaml:"on"`
	Reference   string      `yaml:"reference"`
	Begun       bool        `yaml:"begun"`
	Held        string      `yaml:"held"` // why it pauses
}

type teammate struct {
	Number string        `yaml:"number"`
	Role   orgs.TeamRole `yaml:"role"`
	Email  string        `yaml:"email"`
	Name   string        `yaml:"name"`
}

// join plays the invitation of the municipalities and their decisions, before the
// first round.
func (l *loader) join(ctx context.Context) error {
	l.clock.Set(time.Date(2025, 1, 6, 9, 0, 0, 0, time.UTC))
	coordinator, err := l.as(ctx, orgs.Coordinator, council)
	if err != nil {
		return err
	}
	c := l.data.joining.Council
	if _, err := l.rooms.Orgs.RecordCouncilDecision(ctx, coordinator, l.region, orgs.CouncilStatement{
		Outcome: c.Outcome, Body: c.Body, On: c.On, Reference: c.Reference, Text: c.Text,
	}); err != nil {
		return fmt.Errorf("the council's decision: %w", err)
	}
	for _, j := range l.data.joining.Municipalities {
		if err := l.decide(ctx, coordinator, j); err != nil {
			return fmt.Errorf("joining of %s: %w", j.Number, err)
		}
	}
	for _, m := range l.data.joining.Teams {
		approver, err := l.as(ctx, orgs.Approver, l.names[m.Number])
		if err != nil {
			return err
		}
		if _, err := l.rooms.Orgs.AddToTeam(ctx, approver, approver.Org, orgs.TeamEntry{Role: m.Role, Name: m.Name, Email: m.Email}); err != nil {
			return fmt.Errorf("team of %s: %w", m.Number, err)
		}
	}
	return nil
}

// decide takes one municipality as far as it has come.
func (l *loader) decide(ctx context.Context, coordinator orgs.Actor, j joiner) error {
	own, err := l.as(ctx, orgs.Approver, l.names[j.Number])
	if err != nil {
		return err
	}
	p, err := l.rooms.Orgs.InviteMunicipality(ctx, coordinator, l.region, own.Org, orgs.JoinInvitation{Cohort: j.Cohort})
	if err != nil {
		return err
	}
	move := func(a orgs.Actor, action orgs.ParticipationAction, reason string) (err error) {
		p, err = l.rooms.Orgs.MoveParticipation(ctx, a, l.region, own.Org, p.Version, action, reason)
		return err
	}
	if j.Considering {
		return move(own, orgs.Consider, "")
	}
	p, err = l.rooms.Orgs.RecordDecision(ctx, own, l.region, own.Org, p.Version, orgs.Decision{
		Outcome: orgs.Outcome(j.Outcome), Body: j.Body, On: j.On, Reference: j.Reference,
	})
	if err == nil && j.Begun {
		err = move(coordinator, orgs.Begin, "")
	}
	if err == nil && j.Held != "" {
		err = move(coordinator, orgs.Hold, j.Held)
	}
	return err
}
