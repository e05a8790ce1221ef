package surveys

import (
	"context"
	"strings"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/edition"
)

// Edition is the frozen results of a round in one number, without the documents. MadeBy
// is for those who run the round.
type Edition struct {
	models.RoundEdition
	MadeBy  *Who
	Own     bool // the reader may read the council's document
	Newest  bool
	Removed bool // a municipality whose figures it shows has withdrawn them since, so that only the council reads it
}

// Editions are those of a round that the reader may read, the newest first, and how far
// the next one has come.
type Editions struct {
	Round   RoundInfo
	List    []Edition
	Waiting int // corrected responses that the next edition takes in; for those who run the round
	Open    int // responses that are being corrected; for those who run the round
}

// ListEditions gives the editions of a round.
func (s *Service) ListEditions(ctx context.Context, a orgs.Actor, roundID uuid.UUID) (Editions, error) {
	var e Editions
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		e, err = s.editions(tx, a, roundID)
		return err
	})
	return e, err
}

func (s *Service) editions(tx *models.Tx, a orgs.Actor, roundID uuid.UUID) (Editions, error) {
	e := Editions{List: []Edition{}}
	var own bool
	var err error
	if e.Round, own, err = s.roundAndRight(tx, a, roundID); err != nil {
		return e, err
	}
	rows, err := roundEditions(tx, roundID)
	if err != nil {
		return e, err
	}
	var people []uuid.UUID
	for _, row := range rows {
		people = appendPerson(people, row.MadeBy)
	}
	names, err := orgs.PersonNames(tx, unique(people))
	if err != nil {
		return e, err
	}
	for i, row := range rows {
		if row.PublishedAt == nil && !own {
			continue
		}
		one := Edition{RoundEdition: row, Own: own, Newest: i == 0}
		gone, err := withdrawnSince(tx, row.Shows)
		if err != nil {
			return e, err
		}
		one.Removed = len(gone) > 0
		if own {
			one.MadeBy = whoOf(names, row.MadeBy)
		}
		e.List = append(e.List, one)
	}
	if !own {
		return e, nil
	}
	waiting, err := waitingCorrections(tx, roundID)
	if err != nil {
		return e, err
	}
	open, err := correctionsOpen(tx, roundID)
	e.Waiting, e.Open = len(waiting), int(open)
	return e, err
}

// roundAndRight gives a round that the actor may see, and whether the council's own
// editions of it are the actor's to read.
func (s *Service) roundAndRight(tx *models.Tx, a orgs.Actor, id uuid.UUID) (RoundInfo, bool, error) {
	info, err := s.Info(tx, a, id)
	if err != nil {
		return info, false, err
	}
	v, err := viewerOf(tx, a)
	return info, err == nil && v.owns(info.RegionID), err
}

// EditionDocument gives the very bytes of an edition and their checksum. What is not
// published, or is the council's own, is NotFound to others.
func (s *Service) EditionDocument(ctx context.Context, a orgs.Actor, roundID uuid.UUID, number int, audience string) (document, checksum string, err error) {
	err = s.db.Read(ctx, func(tx *models.Tx) error {
		row, err := s.editionFor(tx, a, roundID, number, audience)
		document, checksum = row.PublicDocument, row.PublicChecksum
		if audience == edition.Own {
			document, checksum = row.OwnDocument, row.OwnChecksum
		}
		return err
	})
	return document, checksum, err
}

func (s *Service) editionFor(tx *models.Tx, a orgs.Actor, roundID uuid.UUID, number int, audience string) (models.RoundEdition, error) {
	_, own, err := s.roundAndRight(tx, a, roundID)
	if err != nil {
		return models.RoundEdition{}, err
	}
	row, err := roundEdition(tx, roundID, number)
	switch {
	case err != nil:
		return row, err
	case own:
		return row, nil
	case audience == edition.Own || row.PublishedAt == nil:
		return models.RoundEdition{}, fault.Missing()
	}
	gone, err := withdrawnSince(tx, row.Shows)
	if err == nil && len(gone) > 0 {
		err = fault.New(fault.Conflict, "edition-withdrawn")
	}
	return row, err
}

// PublishCorrection makes the next edition of a frozen or published round, with the
// corrected responses that wait for it and the statistics of now, and a reason that
// everybody reads. Where nothing has changed it is refused.
func (s *Service) PublishCorrection(ctx context.Context, a orgs.Actor, roundID uuid.UUID, reason string) (Editions, error) {
	var e Editions
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		round, err := s.ownRound(tx, a, roundID)
		if err != nil {
			return err
		}
		if state := RoundState(round.State); state != RoundFrozen && state != RoundPublished {
			return fault.New(fault.Conflict, "round-not-frozen", "state", round.State)
		}
		if !saysWhy(reason) {
			return fault.InvalidFields(fault.OnField("reason", "reason_required", "min", minReason))
		}
		if err := s.takeIn(tx, a, round); err != nil {
			return err
		}
		if err := s.refuseSame(tx, round); err != nil {
			return err
		}
		if err := s.saveRound(tx, a, &round); err != nil { // all that is kept of it is read anew
			return err
		}
		if _, err := s.makeEdition(tx, a, round, strings.TrimSpace(reason)); err != nil {
			return err
		}
		e, err = s.editions(tx, a, roundID)
		return err
	})
	return e, err
}

// takeIn lets the corrections that wait count.
func (s *Service) takeIn(tx *models.Tx, a orgs.Actor, round models.Round) error {
	waiting, err := waitingCorrections(tx, round.ID)
	if err != nil {
		return err
	}
	if err := countCorrections(tx, waiting); err != nil {
		return err
	}
	for _, row := range waiting {
		err := orgs.Audit(tx, a, orgs.Change{Action: "response.count", Kind: "response", ID: row.ResponseID.String(), After: map[string]any{"revision": row.Revision}})
		if err != nil {
			return err
		}
	}
	if len(waiting) == 0 || s.candidates == nil {
		return nil
	}
	return s.candidates.StoreCandidates(tx, a, round)
}
