package surveys

import (
	"embed"
	"strings"
	"text/template"

	"loftet/internal/jobs"
	"loftet/internal/mail"
)

// Mailing is what letters take. BaseURL is where people reach the service, without a
// slash at the end.
type Mailing struct {
	BaseURL string
	Jobs    *jobs.Queue
	Mail    mail.Sender
}

// SendWith lets the service send letters and registers their jobs. It is called once,
// before the service is used and the queue is started; without it no letter is
// written, and what can't do without one answers Unavailable.
func (s *Service) SendWith(m Mailing) {
	s.mailing = m
	if m.Jobs != nil {
		jobs.Handle(m.Jobs, jobRoundLetter, s.deliver)
		jobs.Handle(m.Jobs, jobAssignment, s.deliverAssignment)
	}
}

//go:embed mails/*.txt
var mailFiles embed.FS

var mailTexts = template.Must(template.New("").Option("missingkey=error").ParseFS(mailFiles, "mails/*.txt"))

// line makes a name fit for the line that becomes the subject.
func line(name string) string { return strings.Join(strings.Fields(name), " ") }
