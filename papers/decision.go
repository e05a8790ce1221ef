package papers

import (
	"context"
	"slices"
	"strings"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

// What bodies may say of the results of a round. A regional council takes note or
// recommends; a municipality decides for itself.
var (
	CouncilOutcomes      = []string{"noted", "recommended"}
	MunicipalityOutcomes = []string{"adopted", "adopted_changed", "rejected", "postponed"}
)

// Decision is what one body said, or that nothing is on record.
type Decision struct {
	Organisation models.Organisation
	Council      bool                  // the regional council, not a municipality
	Record       *models.RoundDecision // nil for none that the actor may see
	Own          bool                  // the actor's own organisation
}

// Decided is what all bodies of a region said of a round: the regional council first.
type Decided struct {
	Round     surveys.RoundInfo
	Decisions []Decision
	Missing   int // municipalities with nothing on record
}

// DecisionInput is a decision as it is recorded.
type DecisionInput struct {
	Outcome, Body, CaseNumber, Text string
	On                              models.Date
	Public                          bool // shown to everybody once the round is published
}

// Decisions gives who decided what of a round. The council that runs the region sees
// all of it, a municipality its own and what is public, everybody what is public.
func (s *Service) Decisions(ctx context.Context, a orgs.Actor, round uuid.UUID) (Decided, error) {
	var d Decided
	err := s.db.Read(ctx, func(tx *models.Tx) (err error) {
		d, err = s.decided(tx, a, round)
		return err
	})
	return d, err
}

func (s *Service) decided(tx *models.Tx, a orgs.Actor, roundID uuid.UUID) (Decided, error) {
	info, err := s.rounds.Info(tx, a, roundID)
	if err != nil {
		return Decided{}, err
	}
	d := Decided{Round: info}
	region, err := orgs.Region(tx, info.RegionID)
	if err != nil {
		return d, err
	}
	rows, err := decisionsOf(tx, roundID)
	if err != nil {
		return d, err
	}
	runs := a.Scope == orgs.ScopeAny || region.OwnerID != nil && a.Scope == orgs.ScopeRegion && a.Org == *region.OwnerID
	add := func(id uuid.UUID, council bool) error {
		organisation, err := orgs.Organisation(tx, id)
		if err != nil {
			return err
		}
		one := Decision{Organisation: organisation, Council: council, Own: writes(a, id)}
		for i, row := range rows {
			if row.OrganisationID == id && (runs || one.Own || row.Public && published(info.Round)) {
				one.Record = &rows[i]
			}
		}
		if one.Record == nil && !council {
			d.Missing++
		}
		d.Decisions = append(d.Decisions, one)
		return nil
	}
	if region.OwnerID != nil {
		if err := add(*region.OwnerID, true); err != nil {
			return d, err
		}
	}
	on := tx.Now
	if info.ClosedAt != nil {
		on = *info.ClosedAt
	}
	members, err := orgs.Members(tx, info.RegionID, models.DateOf(on))
	for _, m := range members {
		if err == nil {
			err = add(m.ID, false)
		}
	}
	return d, err
}

// Decide records what the actor's own body said of a closed round, or mends what was
// recorded as ifVersion; 0 is none. A stale version is a fault whose Current is a
// [Decision].
func (s *Service) Decide(ctx context.Context, a orgs.Actor, round, organisation uuid.UUID, ifVersion int, in DecisionInput) (Decision, error) {
	var made Decision
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		d, err := s.decided(tx, a, round)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(d.Decisions, func(x Decision) bool { return x.Organisation.ID == organisation && x.Own })
		if i < 0 {
			return fault.Missing()
		}
		made = d.Decisions[i]
		if state := surveys.RoundState(d.Round.State); state == surveys.RoundDraft || state == surveys.RoundScheduled || state == surveys.RoundOpen {
			return fault.New(fault.Conflict, "round-not-closed")
		}
		if in, err = in.judged(tx, made.Council); err != nil {
			return err
		}
		row := models.RoundDecision{Base: models.Base{ID: models.NewID(), CreatedAt: tx.Now, UpdatedAt: tx.Now}, RoundID: round, OrganisationID: organisation}
		var before any
		if made.Record != nil {
			row, before = *made.Record, *made.Record
		}
		stale := fault.New(fault.Stale, "stale")
		stale.Current = made
		if row.Version != ifVersion {
			return stale
		}
		row.Outcome, row.Body, row.CaseNumber, row.DecidedOn, row.Text, row.Public = in.Outcome, in.Body, in.CaseNumber, in.On, in.Text, in.Public
		row.RecordedBy = nil
		if a.SignedIn() {
			row.RecordedBy = &a.Person
		}
		done := true
		if row.Version == 0 {
			row.Version = 1
			err = insertDecision(tx, &row)
		} else {
			done, err = updateDecision(tx, &row)
		}
		if err != nil {
			return err
		}
		if !done {
			return stale
		}
		made.Record = &row
		return orgs.Audit(tx, a, orgs.Change{Action: "round-decision.record", Kind: "round_decision", ID: row.ID.String(), Before: before, After: row})
	})
	return made, err
}

func (in DecisionInput) judged(tx *models.Tx, council bool) (DecisionInput, error) {
	in.Body, in.CaseNumber, in.Text = strings.TrimSpace(in.Body), strings.TrimSpace(in.CaseNumber), strings.TrimSpace(in.Text)
	outcomes := MunicipalityOutcomes
	if council {
		outcomes = CouncilOutcomes
	}
	faults := orgs.PastDay(tx, "decidedOn", in.On)
	if !slices.Contains(outcomes, in.Outcome) {
		faults = append(faults, fault.OnField("outcome", "not_in_list"))
	}
	if in.Body == "" {
		faults = append(faults, fault.OnField("body", "required"))
	}
	if len(faults) > 0 {
		return in, fault.InvalidFields(faults...)
	}
	return in, nil
}
