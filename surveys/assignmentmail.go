package surveys

import (
	"context"
	"time"

	"github.com/google/uuid"

	"loftet/indicators/catalogue"
	"loftet/internal/fault"
	"loftet/internal/mail"
	"loftet/models"
	"loftet/orgs"
)

// The letters about a section that was handed out: to the colleague, and back.
const (
	letterHandedOver = "handed_over"
	letterAnswered   = "answered"
	letterTakenBack  = "taken_back"
)

const jobAssignment = "assignment-letter"

// assignmentLetter is a letter that is to be written. It lies in the job queue, and
// so it holds no link: that is made when the letter is sent.
type assignmentLetter struct {
	Kind       string
	Assignment uuid.UUID
}

// tellOf has a letter mailed; none without a kind. Where nothing is mailed, who has an
// account still sees the section when signing in, and only a link can't do without.
func (s *Service) tellOf(tx *models.Tx, row models.Assignment, kind string) error {
	switch {
	case kind == "":
		return nil
	case s.mailing.Jobs != nil:
		return s.mailing.Jobs.Add(tx.Context(), tx.SQLTx(), jobAssignment, assignmentLetter{Kind: kind, Assignment: row.ID})
	case kind == letterHandedOver && row.Email != "":
		f := fault.New(fault.Unavailable, "mail-unavailable")
		f.RetryAfter = 60
		return f
	}
	return nil
}

func (s *Service) deliverAssignment(ctx context.Context, l assignmentLetter) error {
	var m *mail.Message
	err := s.db.Write(ctx, func(tx *models.Tx) (err error) { // it makes the link
		m, err = s.writeAssignment(tx, l)
		return err
	})
	if err != nil || m == nil {
		return err
	}
	return s.mailing.Mail.Send(ctx, *m)
}

// assignmentWords is what the texts are filled with.
type assignmentWords struct {
	Name, By, Section, Round, Organisation, Note, Reason, Link, Deadline string
	ByLink                                                               bool
}

// writeAssignment writes a letter as things stand now; none to somebody who is gone,
// nor about a section that has moved on since.
func (s *Service) writeAssignment(tx *models.Tx, l assignmentLetter) (*mail.Message, error) {
	row, err := assignmentByID(tx, l.Assignment)
	if err != nil {
		return nil, ignoreMissing(err)
	}
	o, err := withRound(tx, row.ResponseID, false)
	if err != nil {
		return nil, err
	}
	out := row.State == string(AssignmentNotStarted) || row.State == string(AssignmentStarted)
	to, from := row.PersonID, row.CreatedBy
	if l.Kind == letterAnswered {
		to, from = row.CreatedBy, row.PersonID
	}
	if to == nil || l.Kind == letterHandedOver && !out {
		return nil, nil
	}
	who, reached, err := orgs.Reach(tx, *to)
	if err != nil || !reached {
		return nil, err
	}
	words := assignmentWords{
		Name: line(who.Name), Section: SectionName(row.Goal, who.Language), Round: line(o.round.Name), Note: row.Note, Reason: row.CloseReason,
		Deadline: lastDay(row.Deadline, who.Language), ByLink: row.Email != "", Link: s.mailing.BaseURL + "/" + who.Language + "/municipality/rounds/" + row.ResponseID.String(),
	}
	if words.By, words.Organisation, err = senders(tx, from, o.response.OrganisationID); err != nil {
		return nil, err
	}
	if l.Kind == letterHandedOver && words.ByLink {
		token := orgs.NewToken()
		if err := setToken(tx, row.ID, orgs.HashToken(token), endOf(row.Deadline)); err != nil {
			return nil, err
		}
		// behind the #, which browsers keep to themselves: it reaches no server and no log
		words.Link = s.mailing.BaseURL + "/" + who.Language + "/section#token=" + token
	}
	m, err := mail.Written(mailTexts, l.Kind+"."+who.Language, words)
	m.To, m.Name = who.Email, words.Name
	return &m, err
}

func senders(tx *models.Tx, person *uuid.UUID, organisationID uuid.UUID) (by, organisation string, err error) {
	o, err := orgs.Organisation(tx, organisationID)
	if err != nil || person == nil {
		return "", line(o.Name), err
	}
	names, err := orgs.PersonNames(tx, []uuid.UUID{*person})
	return line(names[*person]), line(o.Name), err
}

func ignoreMissing(err error) error {
	if fault.KindOf(err) == fault.NotFound {
		return nil
	}
	return err
}

// endOf gives the end of a day, in UTC.
func endOf(day models.Date) time.Time {
	from, err := time.Parse(time.DateOnly, string(day))
	if err != nil { // deadlines are checked when they are set
		return time.Time{}
	}
	return from.AddDate(0, 0, 1)
}

// lastDay writes a section's last day as its reader does.
func lastDay(day models.Date, language string) string {
	return dayIn(endOf(day).AddDate(0, 0, -1), language)
}

// SectionName names a section: its goal, or the general questions.
func SectionName(goal int, language string) string {
	if goal == 0 {
		return map[string]string{"nb": "Generelle spørsmål", "nn": "Generelle spørsmål", "en": "General questions"}[language]
	}
	return catalogue.GoalName(goal, language)
}
