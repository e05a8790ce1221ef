package surveys

import (
	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// Letters sends people word, in the transaction that gives the reason for it.
type Letters interface {
	Tell(tx *models.Tx, n orgs.Notice) error
}

// OnNews sets who sends letters. Without it none is sent. It is called once, before
// the service is used.
func (s *Service) OnNews(l Letters) { s.letters = l }

func (s *Service) tell(tx *models.Tx, o opened, kind, page string, to []uuid.UUID) error {
	if s.letters == nil || len(to) == 0 {
		return nil
	}
	town, err := orgs.Municipalities(tx, []uuid.UUID{o.response.OrganisationID}, models.DateOf(tx.Now))
	if err != nil {
		return err
	}
	return s.letters.Tell(tx, orgs.Notice{Kind: kind, To: to, Organisation: town[o.response.OrganisationID].Name, Round: o.round.Name, Page: page})
}

// tellMunicipality tells those who fill in and approve that a question waits.
func (s *Service) tellMunicipality(tx *models.Tx, o opened) error {
	var to []uuid.UUID
	for _, role := range municipality.roles {
		holders, err := orgs.ActiveHolders(tx, o.response.OrganisationID, role)
		if err != nil {
			return err
		}
		to = append(to, holders...)
	}
	return s.tell(tx, o, orgs.NoticeQuestions, "/municipality/rounds/"+o.response.ID.String()+"/questions", unique(to))
}

// tellAskers tells those who asked that all their questions are answered.
func (s *Service) tellAskers(tx *models.Tx, o opened, settled []models.PlausibilityQuestion) error {
	var to []uuid.UUID
	for _, q := range settled {
		if q.AskedBy != nil && q.State != string(QuestionWithdrawn) {
			to = append(to, *q.AskedBy)
		}
	}
	return s.tell(tx, o, orgs.NoticeAnswered, "/review/"+o.response.ID.String(), unique(to))
}

func unique(ids []uuid.UUID) []uuid.UUID {
	seen, list := map[uuid.UUID]bool{}, []uuid.UUID{}
	for _, id := range ids {
		if !seen[id] {
			seen[id], list = true, append(list, id)
		}
	}
	return list
}
