package needs

import (
	"context"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// Publish makes a confirmed need public, or a new version of a published one, as
// the actor has read it in ifVersion; a stale one is a fault whose Current is a
// [Detail]. It takes a signed-in person: nothing is published by computation. The need must
// have a title and a wanted effect in some language, a contact, and no deadline
// that has passed; what lacks is told field by field.
func (s *Service) Publish(ctx context.Context, a orgs.Actor, id uuid.UUID, ifVersion int) (Detail, error) {
	return s.change(ctx, a, id, ActionPublish, func(tx *models.Tx, n *models.Need) error {
		if n.Version != ifVersion {
			return fault.New(fault.Stale, "stale")
		}
		if faults := lacking(*n, models.DateOf(tx.Now)); len(faults) > 0 {
			return fault.InvalidFields(faults...)
		}
		n.PublishedVersion++
		n.PublishedAt = &tx.Now
		d, err := s.document(tx, *n)
		if err != nil {
			return err
		}
		n.PublishedDeadline, n.PublishedPriority, n.Search = d.listDeadline(), d.Priority, d.searchText()
		text, err := d.store()
		if err != nil {
			return err
		}
		return insertVersion(tx, models.NeedVersion{
			NeedID: n.ID, Number: n.PublishedVersion, Document: text, PublishedBy: a.Person, PublishedAt: tx.Now,
		})
	})
}

// lacking is what a need lacks before it can be published.
func lacking(n models.Need, today models.Date) []fault.Field {
	var faults []fault.Field
	if text, _ := n.Title.In(""); text == "" {
		faults = append(faults, fault.OnField("title", "need_title"))
	}
	if text, _ := n.WantedEffect.In(""); text == "" {
		faults = append(faults, fault.OnField("wantedEffect", "need_effect"))
	}
	if n.Contact == "" {
		faults = append(faults, fault.OnField("contact", "need_contact"))
	}
	return append(faults, passed(n.Deadline, today)...)
}

// passed is the fault of a deadline before today.
func passed(deadline, today models.Date) []fault.Field {
	if deadline == "" || deadline >= today {
		return nil
	}
	return []fault.Field{fault.OnField("deadline", "need_deadline_passed")}
}

// document gathers a need as it stands for publication or matching.
func (s *Service) document(tx *models.Tx, n models.Need) (Document, error) {
	d := Document{
		ID: n.ID, Number: n.PublishedVersion, RegionID: n.RegionID, RoundID: n.RoundID, IndicatorVersionID: n.IndicatorVersionID,
		Goal: n.Goal, Target: n.Target, RuleVersion: n.RuleVersion, Priority: n.Priority,
		Title: n.Title, Fact: n.Fact, RootCauses: n.RootCauses, WantedEffect: n.WantedEffect, Volume: n.Volume,
		Timeline: n.Timeline, CPV: n.CPV, Contact: n.Contact, Deadline: n.Deadline, MinimumTRL: n.MinimumTRL,
		Participants: []Participant{},
	}
	if n.PublishedAt != nil {
		d.PublishedAt = *n.PublishedAt
	}
	region, err := orgs.Region(tx, n.RegionID)
	if err != nil {
		return d, err
	}
	d.RegionName = region.Name
	if n.RoundID != nil {
		round, err := s.rounds.Round(tx, orgs.Actor{Scope: orgs.ScopeAny}, *n.RoundID)
		if err != nil {
			return d, err
		}
		d.MadeUp = round.MadeUp
	}
	if n.IndicatorID != nil {
		in, err := s.indicator(tx, n.IndicatorVersionID)
		if err != nil {
			return d, err
		}
		catalogue, err := catalogueOf(tx, *n.IndicatorID)
		if err != nil {
			return d, err
		}
		d.CatalogueID, d.Core = &catalogue.ID, indicators.IsCore(catalogue)
		if in != nil {
			d.IndicatorCode, d.IndicatorName = in.Code, in.Name
		}
	}
	d.Participants, err = participants(tx, n)
	return d, err
}

func participants(tx *models.Tx, n models.Need) ([]Participant, error) {
	rows, err := municipalitiesOf(tx, []uuid.UUID{n.ID})
	if err != nil {
		return nil, err
	}
	members, err := municipalitiesNamed(tx, n, rows[n.ID])
	if err != nil {
		return nil, err
	}
	list := make([]Participant, 0, len(members))
	for _, m := range members {
		for _, row := range rows[n.ID] {
			if row.OrganisationID == m.ID {
				list = append(list, Participant{ID: m.ID, Name: m.Name, Residents: row.Residents, Role: row.Role})
			}
		}
	}
	return list, nil
}
