package surveys

import (
	"context"
	"time"

	"loftet/models"
	"loftet/orgs"
)

// Written is an answer by who wrote it last: where it stands, not what it says. Code is
// that of the indicator, or the name of an own question.
type Written struct {
	Municipality, Round, Code string
	At                        time.Time
}

// Text is what somebody wrote to others, or the name of what they added: a comment, a
// question of the review or its reply, a note to a section, to hours spent, a strength or
// weakness, or evidence.
type Text struct {
	Kind         string // comment, question, reply, note, effort, judgement, evidence
	Municipality string
	Text         string
	At           time.Time
}

// Handed is a section that was handed to somebody, as it stands.
type Handed struct {
	Municipality, Round string
	Goal                int // 0 is the common section
	Name, Email, Note   string
	Deadline            models.Date
	State               AssignmentState
	At                  time.Time
}

// Personal is what this room keeps of somebody.
type Personal struct {
	Answers []Written
	Texts   []Text
	Handed  []Handed
}

// PersonalData gives what was written by the actor or handed to them, the newest first.
func (s *Service) PersonalData(ctx context.Context, a orgs.Actor) (Personal, error) {
	var p Personal
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		return tx.Ask(askWritten(a.Person, &p.Answers), askTexts(a.Person, &p.Texts), askHandedTo(a.Person, &p.Handed))
	})
	return p, err
}
