package needs

import (
	"fmt"
	"reflect"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// StoreCandidates stores what the rules find in a round that closes, or that is
// closed and has got other scores. Where needs of the round are stored already,
// those that are still candidates are renewed, or dropped when the rules no longer
// find them; what a person has taken up, confirmed, published or rejected is left
// alone.
func (s *Service) StoreCandidates(tx *models.Tx, a orgs.Actor, round models.Round) error {
	r, err := s.readRound(tx, round)
	if err != nil {
		return fmt.Errorf("candidates of round %s: %w", round.ID, err)
	}
	standing, err := holdNeeds(tx, round.ID)
	if err != nil {
		return err
	}
	byIndicator := make(map[uuid.UUID]models.Need, len(standing))
	for _, n := range standing {
		if n.IndicatorID != nil {
			byIndicator[*n.IndicatorID] = n
		}
	}
	for _, c := range r.found.Candidates {
		n, rows := r.need(c)
		old, exists := byIndicator[c.Indicator]
		delete(byIndicator, c.Indicator)
		switch {
		case !exists:
			err = addCandidate(tx, a, &n, rows)
		case old.State == string(StateCandidate):
			err = renewCandidate(tx, a, old, n, rows)
		}
		if err != nil {
			return err
		}
	}
	for _, n := range byIndicator {
		if n.State != string(StateCandidate) {
			continue
		}
		if err := dropCandidate(tx, a, n); err != nil {
			return err
		}
	}
	return nil
}

func addCandidate(tx *models.Tx, a orgs.Actor, n *models.Need, rows []models.NeedMunicipality) error {
	n.Base = models.Base{ID: models.NewID(), Version: 1, CreatedAt: tx.Now, UpdatedAt: tx.Now}
	if err := insertNeed(tx, n, rows); err != nil {
		return err
	}
	return orgs.Audit(tx, a, change("need.found", nil, n))
}

func renewCandidate(tx *models.Tx, a orgs.Actor, old, n models.Need, rows []models.NeedMunicipality) error {
	n.Base = old.Base
	n.Search = old.Search
	for i := range rows {
		rows[i].NeedID = n.ID
	}
	stored, err := municipalitiesOf(tx, []uuid.UUID{n.ID})
	if err != nil {
		return err
	}
	// a new version of the same would take the page from whoever is editing it
	if reflect.DeepEqual(old, n) && reflect.DeepEqual(stored[n.ID], rows) {
		return nil
	}
	if err := saveNeed(tx, &n); err != nil {
		return err
	}
	if err := replaceMunicipalities(tx, n.ID, rows); err != nil {
		return err
	}
	return orgs.Audit(tx, a, change("need.found-again", &old, &n))
}

func dropCandidate(tx *models.Tx, a orgs.Actor, n models.Need) error {
	if err := deleteNeed(tx, n.ID); err != nil {
		return err
	}
	return orgs.Audit(tx, a, change("need.not-found-any-more", &n, nil))
}

// change tells the audit what became of a need.
func change(action string, before, after *models.Need) orgs.Change {
	c := orgs.Change{Action: action, Kind: "need"}
	if before != nil {
		c.ID, c.Before = before.ID.String(), before
	}
	if after != nil {
		c.ID, c.After = after.ID.String(), after
	}
	return c
}
