package orgs

import (
	"context"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// DatedNumber is an official number from a day until, not including, another,
// with the numbers it took over from.
type DatedNumber struct {
	Number       string
	ValidFrom    models.Date
	ValidTo      models.Date
	Predecessors []string
}

// OrganisationFacts is what everybody may know of an organisation.
type OrganisationFacts struct {
	ID               uuid.UUID
	Kind             string
	Name             string
	OrgNumber        string
	Country          string
	Website          string
	Mailbox          string
	Language         string
	Description      string
	PublishesFigures bool
	ComparisonGroup  string
	Numbers          []DatedNumber
	Version          int
}

// OrganisationEdit is what an organisation says about itself.
type OrganisationEdit struct {
	Website, Mailbox, Language, Description string
	PublishesFigures                        bool
}

// OrganisationFacts gives an organisation's public facts.
func (s *Service) OrganisationFacts(ctx context.Context, id uuid.UUID) (OrganisationFacts, error) {
	var facts OrganisationFacts
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		o, err := Organisation(tx, id)
		if err != nil {
			return err
		}
		facts, err = factsOf(tx, o)
		return err
	})
	return facts, err
}

func factsOf(tx *models.Tx, o models.Organisation) (OrganisationFacts, error) {
	facts := OrganisationFacts{
		ID: o.ID, Kind: o.Kind, Name: o.Name, Country: o.Country, Website: o.Website, Mailbox: o.Mailbox,
		Language: o.Language, Description: o.Description, PublishesFigures: o.PublishesFigures,
		ComparisonGroup: o.ComparisonGroup, Version: o.Version,
	}
	if o.OrgNumber != nil {
		facts.OrgNumber = *o.OrgNumber
	}
	rows, err := numbersOf(tx, o.ID)
	if err != nil {
		return facts, err
	}
	numbers := make([]string, len(rows))
	for i, row := range rows {
		numbers[i] = row.Number
	}
	predecessors, err := predecessorsOf(tx, o.Country, numbers)
	for _, row := range rows {
		facts.Numbers = append(facts.Numbers, DatedNumber{
			Number: row.Number, ValidFrom: row.ValidFrom, ValidTo: row.ValidTo, Predecessors: predecessors[row.Number],
		})
	}
	return facts, err
}

// UpdateOrganisation changes what an organisation says about itself.
func (s *Service) UpdateOrganisation(
	ctx context.Context, a Actor, id uuid.UUID, ifVersion int, edit OrganisationEdit,
) (OrganisationFacts, error) {
	var facts OrganisationFacts
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		if err := speaksFor(a, id); err != nil {
			return err
		}
		before, err := Organisation(tx, id)
		if err != nil {
			return err
		}
		if edit.PublishesFigures && before.Kind != KindMunicipality {
			return fault.InvalidFields(fault.OnField("publishesFigures", "only_municipalities"))
		}
		done, err := updateOrganisation(tx, id, ifVersion, edit)
		if err != nil {
			return err
		}
		after, err := Organisation(tx, id)
		if err != nil {
			return err
		}
		if facts, err = factsOf(tx, after); err != nil {
			return err
		}
		if !done {
			return &fault.Fault{Kind: fault.Stale, Code: "stale", Current: facts}
		}
		return Audit(tx, a, Change{Action: "organisation.update", Kind: "organisation", ID: id.String(),
			Before: OrganisationEdit{before.Website, before.Mailbox, before.Language, before.Description, before.PublishesFigures},
			After:  edit})
	})
	return facts, err
}

// CreateOrganisation makes an organisation: kind, name and country are wanted.
// Another with the same organisation number is a Conflict.
func CreateOrganisation(tx *models.Tx, a Actor, o models.Organisation) (models.Organisation, error) {
	o.Base, o.SortKey = newBase(tx), models.SortKey(o.Name)
	if o.Language == "" {
		o.Language = "neutral"
	}
	if err := insertOrganisation(tx, &o); err != nil {
		return o, err
	}
	return o, Audit(tx, a, Change{Action: "organisation.create", Kind: "organisation", ID: o.ID.String(),
		After: map[string]any{"kind": o.Kind, "name": o.Name}})
}
