package surveys

import (
	"context"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/internal/mail"
	"loftet/models"
	"loftet/orgs"
)

// The letters to those who have not submitted; each is a file of texts in every
// language.
const (
	letterReminder = "reminder"
	letterExtended = "extended"
)

const jobRoundLetter = "round-letter"

// roundLetter is a letter that is to be written to somebody of a municipality. What
// it says is looked up when it is sent.
type roundLetter struct {
	Kind     string
	Response uuid.UUID
	Person   uuid.UUID
	Before   time.Time // the deadline that was moved
	Reason   string
}

// tellThoseLeft puts a letter into the queue for everybody who works with a response
// of the round that was never submitted. It gives how many letters those are.
func (s *Service) tellThoseLeft(tx *models.Tx, round models.Round, l roundLetter) (int, error) {
	responses, err := responsesIn(tx, round.ID)
	if err != nil {
		return 0, err
	}
	var organisations []uuid.UUID
	for _, r := range responses {
		if r.Revision == 0 {
			organisations = append(organisations, r.OrganisationID)
		}
	}
	people, err := orgs.Reachable(tx, organisations, orgs.Respondent, orgs.Approver, orgs.MunicipalityAdmin)
	if err != nil || s.mailing.Jobs == nil {
		return 0, err
	}
	letters := 0
	for _, r := range responses {
		for _, person := range people[r.OrganisationID] {
			l.Response, l.Person = r.ID, person
			if err := s.mailing.Jobs.Add(tx.Context(), tx.SQLTx(), jobRoundLetter, l); err != nil {
				return letters, err
			}
			letters++
		}
	}
	return letters, nil
}

// deliver writes a letter and sends it. Nobody gets it who need not act any more: the
// round is over, the response submitted, the account gone.
func (s *Service) deliver(ctx context.Context, l roundLetter) error {
	var m *mail.Message
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		m, err = s.compose(tx, l)
		return err
	})
	if err != nil || m == nil {
		return err
	}
	return s.mailing.Mail.Send(ctx, *m)
}

func (s *Service) compose(tx *models.Tx, l roundLetter) (*mail.Message, error) {
	detail, err := s.detailOf(tx, orgs.SystemActor(jobRoundLetter), l.Response)
	if fault.KindOf(err) == fault.NotFound && err != nil {
		return nil, nil
	}
	if err != nil || detail.Response.Revision > 0 || detail.Response.Round.State != string(RoundOpen) {
		return nil, err
	}
	who, there, err := orgs.Reach(tx, l.Person)
	if err != nil || !there {
		return nil, err
	}
	m, err := mail.Written(mailTexts, l.Kind+"."+who.Language, s.words(l, detail, who))
	m.To, m.Name = who.Email, who.Name
	return &m, err
}

// letterWords is what the texts are filled with.
type letterWords struct {
	Name, Municipality, Round, Region string
	Deadline, Before, Reason, Link    string
	ForReview, Approved               bool
	Missing                           []missingGoal
}

// missingGoal is a goal that is not complete.
type missingGoal struct {
	Goal, Answered, Questions int
	Name                      string
}

func (s *Service) words(l roundLetter, d ResponseDetail, who orgs.Reached) letterWords {
	round := d.Response.Round
	w := letterWords{
		Name: line(who.Name), Municipality: line(d.Response.Municipality.Name), Round: line(round.Name), Region: line(round.RegionName),
		Deadline: dayIn(round.ClosesAt, who.Language), Before: dayIn(l.Before, who.Language), Reason: l.Reason,
		Link:      s.mailing.BaseURL + "/" + who.Language + "/municipality/rounds/" + l.Response.String(),
		ForReview: d.Response.State == ForReview, Approved: d.Response.State == Approved,
	}
	for _, section := range d.Sections {
		if !section.LeftOut() && section.Answered < section.Questions {
			w.Missing = append(w.Missing, missingGoal{section.Goal, section.Answered, section.Questions, SectionName(section.Goal, who.Language)})
		}
	}
	return w
}

// dayIn writes the day of a deadline. Deadlines end a day where the people are, and
// east of Greenwich that is the same day in UTC.
func dayIn(t time.Time, language string) string {
	if language == "en" {
		return t.UTC().Format("2 January 2006")
	}
	return t.UTC().Format("02.01.2006")
}
