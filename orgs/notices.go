package orgs

import (
	"github.com/google/uuid"

	"loftet/models"
)

// The notices that other rooms have sent; each is a file of texts among the mails.
const (
	NoticeQuestions = "questions"
	NoticeAnswered  = "answered"
)

// Notice is word to people with accounts that something waits for them.
type Notice struct {
	Kind         string
	To           []uuid.UUID
	Organisation string // name of whom it is about
	Round        string // name
	Page         string // where to look, without the language: "/review"
}

// Tell puts a letter to each of the people into the queue, in their language. What
// it tells can be seen in the service too, so that without mail it is left out.
func (s *Service) Tell(tx *models.Tx, n Notice) error {
	if s.jobs == nil || s.mail == nil {
		return nil
	}
	for _, person := range n.To {
		if err := s.post(tx, letter{Kind: n.Kind, Person: person, Organisation: n.Organisation, Round: n.Round, Page: n.Page}); err != nil {
			return err
		}
	}
	return nil
}
