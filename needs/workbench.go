package needs

import (
	"cmp"
	"context"
	"math"
	"slices"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

// Workbench is what a council works on, or what its members may see of it.
type Workbench struct {
	Round       *surveys.RoundInfo // nil where the region has had none
	Provisional bool               // the round is open: its candidates are not stored
	Notes       []string           // in the actor's language
	Items       []Item

	publishes map[uuid.UUID]bool // members that show their figures to everybody
}

// Item is a need in a list. One that is worked out while the round is open has
// no id yet.
type Item struct {
	models.Need
	Indicator      *indicators.Indicator
	Municipalities int
	Residents      int    // as far as known
	Reason         string // why the rules found it, in the actor's language
	Involved       bool   // the actor's municipality is one of them
	Hidden         bool   // the parts would tell single figures to this reader, so the priority is rounded to tens

	Round    *models.Round // nil for none
	Reranked *Reranked     // nil unless [Workbench.Reweigh] has ranked it
	UnderWay *uuid.UUID    // for a candidate: the need on its indicator that is under way
}

// Workbench gives the needs of a round; without one those of the newest round,
// and with them the needs of earlier rounds that a person has taken up.
func (s *Service) Workbench(ctx context.Context, a orgs.Actor, roundID *uuid.UUID) (Workbench, error) {
	w := Workbench{Notes: []string{}, Items: []Item{}}
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		r, err := readerOf(tx, a)
		if err != nil {
			return err
		}
		round, err := s.chooseRound(tx, a, r, roundID)
		if err != nil {
			return err
		}
		if round == nil {
			w.Notes = append(w.Notes, note(a.Language, noteNoRound))
			return nil
		}
		return s.fill(tx, a, r, *round, roundID != nil, &w)
	})
	return w, err
}

// chooseRound gives the round asked for, else the newest that has been opened;
// nil where there is none.
func (s *Service) chooseRound(tx *models.Tx, a orgs.Actor, r reader, id *uuid.UUID) (*models.Round, error) {
	rounds, err := s.rounds.Rounds(tx, a, nil)
	if err != nil {
		return nil, err
	}
	for _, round := range rounds {
		state := surveys.RoundState(round.State)
		begun := state != surveys.RoundDraft && state != surveys.RoundScheduled
		if r.ofRegion(round.RegionID) && (id != nil && round.ID == *id || id == nil && begun) {
			return &round, nil
		}
	}
	if id != nil {
		return nil, fault.Missing()
	}
	return nil, nil
}

func (s *Service) fill(tx *models.Tx, a orgs.Actor, r reader, round models.Round, only bool, w *Workbench) error {
	info, err := s.rounds.Info(tx, a, round.ID)
	if err != nil {
		return err
	}
	w.Round = &info
	w.Provisional = surveys.RoundState(round.State) == surveys.RoundOpen
	members, err := orgs.Members(tx, round.RegionID, models.DateOf(tx.Now))
	if err != nil {
		return err
	}
	w.publishes = make(map[uuid.UUID]bool, len(members))
	for _, m := range members {
		w.publishes[m.ID] = m.PublishesFigures
	}
	stored, err := needsOfRegions(tx, []uuid.UUID{round.RegionID})
	if err != nil {
		return err
	}
	ids := make([]uuid.UUID, len(stored))
	for i, n := range stored {
		ids[i] = n.ID
	}
	behind, err := municipalitiesOf(tx, ids)
	if err != nil {
		return err
	}
	taken := map[uuid.UUID]bool{} // indicators whose need of this round a person has taken up
	for _, n := range stored {
		ofRound := n.RoundID != nil && *n.RoundID == round.ID
		fresh := State(n.State) == StateCandidate || State(n.State) == StateRejected
		if fresh && (!ofRound || w.Provisional && State(n.State) == StateCandidate) || only && !ofRound {
			continue
		}
		if ofRound && n.IndicatorID != nil {
			taken[*n.IndicatorID] = true
		}
		w.add(a, r, n, behind[n.ID])
	}
	if state := surveys.RoundState(round.State); state == surveys.RoundDraft || state == surveys.RoundScheduled {
		w.Notes = append(w.Notes, note(a.Language, noteNotOpen))
	} else if err := s.addFound(tx, a, r, round, taken, w); err != nil {
		return err
	}
	if err := s.addIndicators(tx, w.Items); err != nil {
		return err
	}
	if err := s.addRounds(tx, a, round.RegionID, w.Items); err != nil {
		return err
	}
	addUnderWay(stored, w.Items)
	slices.SortFunc(w.Items, urgentFirst)
	return nil
}

// urgentFirst puts needs in the order of [byPriority], so that a list stands the
// same before its round closes and after.
func urgentFirst(x, y Item) int {
	return cmp.Or(cmp.Compare(y.Priority, x.Priority), cmp.Compare(y.Residents, x.Residents),
		cmp.Compare(y.Municipalities, x.Municipalities), cmp.Compare(x.code(), y.code()), compareIDs(x.ID, y.ID))
}

// addFound adds the candidates of an open round and says of any round what the
// rules could not see.
func (s *Service) addFound(tx *models.Tx, a orgs.Actor, r reader, round models.Round, taken map[uuid.UUID]bool, w *Workbench) error {
	read, err := s.readRound(tx, round)
	if err != nil {
		return err
	}
	w.Notes = append(w.Notes, notes(a.Language, read.found, func(indicator uuid.UUID) string {
		name, _ := read.asked[indicator].Name.In(a.Language)
		return name
	})...)
	if !w.Provisional {
		return nil
	}
	for _, c := range read.found.Candidates {
		if n, rows := read.need(c); !taken[c.Indicator] {
			w.add(a, r, n, rows)
		}
	}
	return nil
}

// add puts a need into the list when the reader may see it.
func (w *Workbench) add(a orgs.Actor, r reader, n models.Need, rows []models.NeedMunicipality) {
	involved := isBehind(rows, r.own)
	if !r.sees(n, involved) {
		return
	}
	item := Item{Need: n, Municipalities: len(rows), Reason: reason(a.Language, rows), Involved: involved}
	for _, m := range rows {
		item.Residents += m.Residents
	}
	item.Hidden = conceal(&item.Need, r.hidden(rows, w.publishes))
	w.Items = append(w.Items, item)
}

// conceal keeps from a reader what would tell the figure of a single
// municipality: the mean gap does where fewer than [indicators.MinimumUnits] of
// the figures behind it are hidden, since the shown ones can be taken from it. It
// tells whether it had to.
func conceal(n *models.Need, hidden int) bool {
	if hidden == 0 || hidden >= indicators.MinimumUnits {
		return false
	}
	n.Priority = math.Round(n.Priority/10) * 10
	n.PriorityParts = nil
	return true
}

func (s *Service) addIndicators(tx *models.Tx, items []Item) error {
	var ids []uuid.UUID
	for _, item := range items {
		if v := item.IndicatorVersionID; v != nil && !slices.Contains(ids, *v) {
			ids = append(ids, *v)
		}
	}
	known, err := s.indicators.ByVersions(tx, ids)
	if err != nil {
		return err
	}
	for i := range items {
		for _, in := range known {
			if v := items[i].IndicatorVersionID; v != nil && *v == in.VersionID {
				items[i].Indicator = &in
			}
		}
	}
	return nil
}

// addRounds tells which round each need came out of: a list may hold several.
func (s *Service) addRounds(tx *models.Tx, a orgs.Actor, region uuid.UUID, items []Item) error {
	rounds, err := s.rounds.Rounds(tx, a, &region)
	for i := range items {
		for _, round := range rounds {
			if id := items[i].RoundID; id != nil && *id == round.ID {
				items[i].Round = &round
			}
		}
	}
	return err
}

// addUnderWay leads from a candidate to the need of an earlier round on the same
// indicator that people still work on: the same matter is not begun twice unseen.
func addUnderWay(stored []models.Need, items []Item) {
	for i, item := range items {
		if !State(item.State).open() || item.IndicatorID == nil {
			continue
		}
		for _, n := range stored {
			if State(n.State).underWay() && n.IndicatorID != nil && *n.IndicatorID == *item.IndicatorID {
				items[i].UnderWay = &n.ID
			}
		}
	}
}

// code is that of the indicator, empty for a need without one.
func (i Item) code() string {
	if i.Indicator == nil {
		return ""
	}
	return i.Indicator.Code
}
