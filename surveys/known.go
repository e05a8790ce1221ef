package surveys

import (
	"context"
	"errors"
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// known is what a submission is made of, beside the response itself.
type known struct {
	of       models.Response // as it was read
	names    map[uuid.UUID]string
	units    map[uuid.UUID]orgs.Member
	given    map[uuid.UUID]models.Answer
	evidence []Attachment
	entries  []models.Entry
	open     []openQuestion  // about earlier revisions
	ids      []uuid.UUID     // for the submission, to choose from
	taken    map[string]bool // receipt numbers that another one has
	year     int
}

type aheadKey struct{}

// Ahead gives a context under which SubmitResponse need not read much while it
// holds the one writer of SQLite: it is for who makes that part of a larger
// transaction. What goes wrong is left for SubmitResponse to say.
func (s *Service) Ahead(ctx context.Context, a orgs.Actor, id uuid.UUID) context.Context {
	if k, err := s.ahead(ctx, a, id); err == nil && k != nil {
		return context.WithValue(ctx, aheadKey{}, k)
	}
	return ctx
}

// ahead reads what a submission will be made of before it stands in line, where it
// will have to: those who come after it wait for that much less. It is nil
// elsewhere.
func (s *Service) ahead(ctx context.Context, a orgs.Actor, id uuid.UUID) (*known, error) {
	if k, ok := ctx.Value(aheadKey{}).(*known); ok {
		return k, nil
	}
	if !s.db.LinesUp(ctx) {
		return nil, nil
	}
	var k known
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		o, err := s.open(tx, a, id)
		if err != nil {
			return err
		}
		k, err = s.known(tx, a, o)
		return err
	})
	return &k, err
}

// knownNow gives what was read ahead where nobody has changed the response since,
// and else reads it; an approved response keeps its answers. It also asks what must
// be asked now in any case.
func (s *Service) knownNow(tx *models.Tx, a orgs.Actor, o opened, ahead *known, now models.Question) (known, error) {
	if ahead == nil || ahead.of.ID != o.response.ID || ahead.of.Version != o.response.Version || ahead.year != tx.Now.Year() {
		return s.known(tx, a, o, now)
	}
	return *ahead, tx.Ask(now)
}

// known asks for all of it at once, and for more.
func (s *Service) known(tx *models.Tx, a orgs.Actor, o opened, more ...models.Question) (known, error) {
	k := known{of: o.response, names: map[uuid.UUID]string{}, units: map[uuid.UUID]orgs.Member{},
		given: make(map[uuid.UUID]models.Answer, o.asked.count()), taken: map[string]bool{}, year: tx.Now.Year()}
	var receipts []string
	for range 3 {
		id := models.NewID()
		k.ids, receipts = append(k.ids, id), append(receipts, receiptNumber(k.year, id))
	}
	if o.response.Revision > 0 {
		more = append(more, askOpenQuestions(o.response.ID, &k.open))
	}
	if o.asked.own != nil {
		more = append(more, askEntries([]uuid.UUID{o.response.ID}, &k.entries))
	}
	err := tx.Ask(append(more,
		orgs.AskRegionNames([]uuid.UUID{o.round.RegionID}, k.names),
		orgs.AskMunicipalities([]uuid.UUID{o.response.OrganisationID}, models.DateOf(tx.Now), k.units),
		orgs.AskColleagues(o.response.OrganisationID, k.names),
		askAnswers(o.response.ID, k.given),
		askAttachments(o.response.ID, &k.evidence),
		askReceipts(receipts, k.taken),
	)...)
	if err != nil {
		return k, err
	}
	others := k.unnamed(append(authors(k.given), a.Person), o.response.ApprovedBy)
	if len(others) > 0 {
		err = tx.Ask(orgs.AskPersonNames(others, k.names))
	}
	return k, err
}

// unnamed gives the people whose names are not known: those from elsewhere.
func (k known) unnamed(people []uuid.UUID, approver *uuid.UUID) []uuid.UUID {
	if approver != nil {
		people = append(people, *approver)
	}
	return slices.DeleteFunc(people, func(id uuid.UUID) bool { return id == uuid.Nil || k.names[id] != "" })
}

// receipt gives a submission its id and a receipt number that no other has.
func (k known) receipt() (uuid.UUID, string, error) {
	for _, id := range k.ids {
		if number := receiptNumber(k.year, id); !k.taken[number] {
			return id, number, nil
		}
	}
	return uuid.Nil, "", fault.Wrap(errors.New("no free receipt number"), fault.Internal, "internal")
}
