package orgs

import (
	"context"
	"embed"
	"strings"
	"text/template"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/internal/jobs"
	"loftet/internal/mail"
	"loftet/models"
)

// The letters that the service writes; each is a file of texts in every
// language.
const (
	letterInvitation      = "invitation"
	letterRole            = "role"
	letterReset           = "reset"
	letterPasswordChanged = "password_changed"
	letterBusinessNew     = "business_new"
	letterBusinessKnown   = "business_known"
	letterBusinessAsked   = "business_asked"
	letterJoin            = "join"
)

// linkIn says which letters carry a link to set a password, and of which kind.
var linkIn = map[string]string{
	letterInvitation: linkInvitation, letterBusinessNew: linkInvitation, letterReset: linkReset,
}

//go:embed mails/*.txt
var mailFiles embed.FS

var mailTexts = template.Must(template.New("").Option("missingkey=error").ParseFS(mailFiles, "mails/*.txt"))

// letter is a mail that is to be written. It lies in the job queue, and so it
// holds no link: that is made when the letter is sent.
type letter struct {
	Kind         string
	Person       uuid.UUID // who gets it, or To
	To           string    // address of somebody who need not have an account
	Language     string    // for To
	Organisation string    // name
	Role         Role
	By           string // name of who gave the role
	Asker        string // address of who asked to join a business, or of who invites to join a region
	Region       string // name
	Round        string // name
	Page         string // path of a page to look at, without the language
}

const jobLetter = "letter"

func (s *Service) registerJobs() {
	jobs.Handle(s.jobs, jobLetter, s.deliver)
	jobs.Handle(s.jobs, jobBusiness, s.admitBusiness)
}

// post puts a letter into the queue; it goes out when the transaction commits.
func (s *Service) post(tx *models.Tx, l letter) error { return s.enqueue(tx, jobLetter, l) }

func (s *Service) enqueue(tx *models.Tx, job string, payload any) error {
	if s.jobs == nil || s.mail == nil {
		f := fault.New(fault.Unavailable, "mail-unavailable")
		f.RetryAfter = 60
		return f
	}
	return s.jobs.Add(tx.Context(), tx.SQLTx(), job, payload)
}

// deliver writes a letter and sends it. Nobody gets it when the person is gone
// or disabled, or when it would carry an invitation that was already taken.
func (s *Service) deliver(ctx context.Context, l letter) error {
	var m *mail.Message
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		var err error
		m, err = s.write(tx, l)
		return err
	})
	if err != nil || m == nil {
		return err
	}
	return s.mail.Send(ctx, *m)
}

func (s *Service) write(tx *models.Tx, l letter) (*mail.Message, error) {
	who, found, err := receiver(tx, l)
	switch {
	case err != nil:
		return nil, err
	case found && who.DisabledAt != nil:
		return nil, nil
	case !found && (l.Person != uuid.Nil || l.Kind == letterReset):
		return nil, nil
	case !found:
		who = models.Person{Email: l.To, Language: l.Language}
	case linkIn[l.Kind] == linkInvitation && who.PasswordHash != "":
		return nil, nil
	}
	words := letterWords{letter: l, Name: who.Name, Email: who.Email, Role: roleNames[who.Language][l.Role],
		SignIn: s.baseURL + "/" + who.Language + "/sign-in", Base: s.baseURL, Look: s.baseURL + "/" + who.Language + l.Page}
	if kind := linkIn[l.Kind]; kind != "" {
		token, err := issueLink(tx, who, kind)
		if err != nil {
			return nil, err
		}
		words.Link, words.Hours = s.linkAddress(who.Language, token), int(linkLifetime[kind].Hours())
	}
	return words.render(who)
}

func receiver(tx *models.Tx, l letter) (models.Person, bool, error) {
	if l.Person == uuid.Nil {
		return personByEmail(tx, l.To)
	}
	who, err := person(tx, l.Person)
	if fault.KindOf(err) == fault.NotFound && err != nil {
		return who, false, nil
	}
	return who, err == nil, err
}

// letterWords is what the texts are filled with.
type letterWords struct {
	letter
	Name, Email, Role, Link, SignIn, Base, Look string
	Hours                                       int
}

// render fills a text. Its first line is the subject, so that no name may have
// lines of its own.
func (w letterWords) render(who models.Person) (*mail.Message, error) {
	for _, name := range []*string{&w.Name, &w.Organisation, &w.By, &w.Region, &w.Round} {
		*name = strings.Join(strings.Fields(*name), " ")
	}
	m, err := mail.Written(mailTexts, w.Kind+"."+who.Language, w)
	m.To, m.Name = who.Email, who.Name
	return &m, err
}

// roleNames are the roles as mails name them.
var roleNames = map[string]map[Role]string{
	"nb": {Respondent: "utfyller", Approver: "godkjenner", MunicipalityAdmin: "administrator i kommunen", Coordinator: "koordinator",
		CouncilMember: "medlem av regionrådet", Supplier: "leverandør", Verifier: "kvalitetssikrer", Admin: "administrator av tjenesten"},
	"nn": {Respondent: "utfyllar", Approver: "godkjennar", MunicipalityAdmin: "administrator i kommunen", Coordinator: "koordinator",
		CouncilMember: "medlem av regionrådet", Supplier: "leverandør", Verifier: "kvalitetssikrar", Admin: "administrator av tenesta"},
	"en": {Respondent: "respondent", Approver: "approver", MunicipalityAdmin: "administrator of the municipality", Coordinator: "coordinator",
		CouncilMember: "member of the regional council", Supplier: "supplier", Verifier: "verifier", Admin: "administrator of the service"},
}
