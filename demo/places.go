package demo

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/models"
	"loftet/orgs"
)

// loading is in whose name the demonstration is made.
var loading = orgs.SystemActor("demo")

// hallingdal are the municipalities with their numbers since 2024, the one
// before, and the language that the municipality writes.
var hallingdal = []struct{ number, before, name, language string }{
	{"3320", "3039", "Flå", "nb"}, {"3322", "3040", "Nesbyen", "nb"}, {"3324", "3041", "Gol", "nn"},
	{"3326", "3042", "Hemsedal", "nn"}, {"3328", "3043", "Ål", "nn"}, {"3330", "3044", "Hol", "nn"},
}

// places makes the region, its county and country, and the municipalities with
// the numbers of two periods.
func (l *loader) places(ctx context.Context) error {
	groups := map[string]string{}
	for _, g := range l.data.groups {
		groups[g.Number] = g.Group
	}
	l.names = map[string]string{}
	var rows []orgs.RegionRow
	for i, m := range hallingdal {
		l.names[m.number] = m.name
		rows = append(rows,
			orgs.RegionRow{Line: 2*i + 1, Country: "NO", Number: m.before, Name: m.name, Region: "Hallingdal",
				ValidFrom: "2020-01-01", ValidTo: "2024-01-01"},
			orgs.RegionRow{Line: 2*i + 2, Country: "NO", Number: m.number, Name: m.name, Region: "Hallingdal",
				CountyNumber: "33", CountyName: "Buskerud", Language: m.language, ComparisonGroup: groups[m.number],
				ValidFrom: "2024-01-01", Predecessors: []string{m.before}})
	}
	_, found, err := l.rooms.Orgs.ImportRegions(ctx, loading, orgs.RegionImport{
		File: "hallingdal", Rows: rows, Region: "Hallingdal", Owner: council,
	})
	if err != nil {
		return err
	}
	if !found.OK() {
		return fmt.Errorf("places: %v", found.Faults)
	}
	regions, err := l.rooms.Orgs.Regions(ctx, "council")
	if err != nil {
		return err
	}
	if len(regions) != 1 {
		return errors.New("places: the region is not there")
	}
	l.region = regions[0].ID
	return nil
}

// accounts makes the organisations that are not there yet, and the accounts.
func (l *loader) accounts(ctx context.Context) error {
	ids, err := l.organisations(ctx)
	if err != nil {
		return err
	}
	for _, a := range l.data.accounts {
		id, ok := ids[a.Organisation]
		if !ok {
			return fmt.Errorf("account %s: no organisation %s", a.Email, a.Organisation)
		}
		_, err := l.rooms.Orgs.AddPerson(ctx, loading, orgs.NewPerson{
			Name: a.Name, Email: a.Email, Language: a.Language, Organisation: id, Role: orgs.Role(a.Role), Password: Password,
		})
		if err != nil {
			return fmt.Errorf("account %s: %w", a.Email, err)
		}
	}
	return nil
}

// organisations gives the ids of all organisations by name, making the
// businesses and the service's own.
func (l *loader) organisations(ctx context.Context) (map[string]uuid.UUID, error) {
	ids := map[string]uuid.UUID{}
	detail, err := l.rooms.Orgs.RegionDetail(ctx, l.region)
	if err != nil {
		return nil, err
	}
	for _, m := range detail.Members {
		ids[m.Name] = m.ID
	}
	ids[council] = *detail.Region.OwnerID
	make := []models.Organisation{{Kind: orgs.KindAgency, Name: "Løftet", Country: "NO", Language: "nb"}}
	for _, b := range l.data.businesses {
		make = append(make, models.Organisation{Kind: orgs.KindBusiness, Name: b.Name, OrgNumber: &b.OrgNumber,
			Country: "NO", Language: "nb", Website: b.Website, Mailbox: b.Mailbox})
	}
	err = l.rooms.DB.Write(ctx, func(tx *models.Tx) error {
		for _, o := range make {
			made, err := orgs.CreateOrganisation(tx, loading, o)
			if err != nil {
				return err
			}
			ids[made.Name] = made.ID
		}
		return nil
	})
	return ids, err
}

// statistics brings the real figures in, and learns the goal of each code.
func (l *loader) statistics(ctx context.Context) error {
	catalogue, err := l.rooms.Indicators.Catalogue(ctx, nil)
	if err != nil {
		return err
	}
	l.goals = map[string]int{}
	for _, in := range catalogue.Indicators {
		l.goals[in.Code] = in.Goal
	}
	var rows []indicators.StatisticRow
	for i, f := range l.data.figures {
		state := f.State
		if state == "" {
			state = indicators.StateValue
		}
		rows = append(rows, indicators.StatisticRow{File: "figures.yaml", Line: i + 1, Entity: f.Number, Code: f.Code,
			Year: f.Year, State: state, Value: f.Value, Source: f.Source})
	}
	_, found, err := l.rooms.Indicators.ImportStatistics(ctx, loading, indicators.StatisticsInput{Country: "NO", Rows: rows})
	if err == nil && !found.OK() {
		err = errors.New("statistics: " + strconv.Quote(fmt.Sprint(found.Faults)))
	}
	return err
}

// showFigures lets the municipalities that do so in the demonstration show
// their own figures to everyone; the others' are seen in the region alone.
func (l *loader) showFigures(ctx context.Context) error {
	for _, number := range []string{"3320", "3324", "3328", "3330"} {
		approver, err := l.as(ctx, orgs.Approver, l.names[number])
		if err != nil {
			return err
		}
		facts, err := l.rooms.Orgs.OrganisationFacts(ctx, approver.Org)
		if err != nil {
			return err
		}
		_, err = l.rooms.Orgs.UpdateOrganisation(ctx, approver, approver.Org, facts.Version, orgs.OrganisationEdit{
			Website: facts.Website, Mailbox: facts.Mailbox, Language: facts.Language, Description: facts.Description, PublishesFigures: true,
		})
		if err != nil {
			return fmt.Errorf("show the figures of %s: %w", number, err)
		}
	}
	return nil
}
