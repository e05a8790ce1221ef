package stand

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"loftet/internal/clock"
	"loftet/matching"
	"loftet/models"
	"loftet/needs"
)

// perStatement is how many rows one statement writes.
const perStatement = 100

// AddNeeds publishes needs in the region of a country, by rows: how they came to
// be is not what is looked at.
func AddNeeds(ctx context.Context, address string, country *Country, n int) error {
	return written(ctx, address, func(tx *models.Tx) error {
		var list []models.Need
		var versions []models.NeedVersion
		var behind []models.NeedMunicipality
		for i := range n {
			need, document := published(tx, country, i)
			text, err := json.Marshal(document)
			if err != nil {
				return err
			}
			list = append(list, need)
			versions = append(versions, models.NeedVersion{NeedID: need.ID, Number: 1, Document: string(text),
				PublishedBy: country.Coordinator.ID, PublishedAt: tx.Now})
			for _, p := range document.Participants {
				behind = append(behind, models.NeedMunicipality{NeedID: need.ID, OrganisationID: p.ID, Role: p.Role, Because: "band"})
			}
		}
		return errors.Join(tx.G.CreateInBatches(list, perStatement).Error, tx.G.CreateInBatches(versions, perStatement).Error,
			tx.G.CreateInBatches(behind, perStatement).Error)
	})
}

var subjects = []string{"rent drikkevann", "trygge skoleveier", "færre lekkasjer", "varme i gamle bygg", "båt uten utslipp", "matsvinn på sykehjem", "ferie for alle"}

func published(tx *models.Tx, country *Country, i int) (models.Need, needs.Document) {
	subject := fmt.Sprintf("%s, del %d", subjects[i%len(subjects)], i)
	text := func(about string) models.Text {
		long := strings.Repeat(about+" "+subject+" i kommuner langt fra hverandre. ", 4)
		return models.Text{"nb": long, "nn": long, "en": long}
	}
	title := models.Text{"nb": "Behov for " + subject, "nn": "Behov for " + subject, "en": "Need for " + subject}
	now, deadline := tx.Now, models.DateOf(tx.Now.AddDate(0, 1+i%24, i%28))
	goal := i%17 + 1
	d := needs.Document{ID: models.NewID(), Number: 1, PublishedAt: now, RegionID: country.Region, RegionName: "Testlandet", Goal: goal,
		Target: fmt.Sprintf("%d.1", goal), RuleVersion: "1", Priority: float64(i%1000) / 10, Title: title, Fact: text("Det mangler"),
		RootCauses: text("Grunnen er"), WantedEffect: text("Vi vil ha"), Volume: text("Til sammen"), Timeline: text("Innen to år"),
		CPV: []string{fmt.Sprintf("%d5000000", goal%9+1), "90700000"}, Contact: "innkjop@example.org", Deadline: deadline}
	for k := range 3 {
		m := country.Municipalities[(i*7+k)%len(country.Municipalities)]
		if k < len(country.Municipalities) {
			d.Participants = append(d.Participants, needs.Participant{ID: m.ID, Name: fmt.Sprintf("Kommune %d", i*7+k), Residents: 4000, Role: "joins"})
		}
	}
	return models.Need{Base: models.Base{ID: d.ID, Version: 1, CreatedAt: now, UpdatedAt: now}, RegionID: d.RegionID, Goal: goal, Target: d.Target,
		State: string(needs.StatePublished), RuleVersion: d.RuleVersion, Priority: d.Priority, PriorityParts: map[string]float64{}, Title: title,
		Fact: d.Fact, RootCauses: d.RootCauses, WantedEffect: d.WantedEffect, Volume: d.Volume, Timeline: d.Timeline, CPV: d.CPV,
		Contact: d.Contact, Deadline: deadline, PublishedVersion: 1, PublishedAt: &now, PublishedDeadline: deadline, PublishedPriority: d.Priority,
		Search: strings.ToLower(title["nb"] + " " + d.Fact["nb"] + " " + d.WantedEffect["nb"])}, d
}

// AddSolutions publishes solutions of the first business of a country, offered in
// its region.
func AddSolutions(ctx context.Context, address string, country *Country, n int) error {
	return written(ctx, address, func(tx *models.Tx) error {
		var business models.Membership
		if err := tx.G.Where("person_id = ?", country.Suppliers[0].ID).Take(&business).Error; err != nil {
			return err
		}
		for i := range n {
			title := models.Text{"nb": "Løsning for " + subjects[i%len(subjects)]}
			about := models.Text{"nb": strings.Repeat("Vi gjør noe med "+subjects[i%len(subjects)]+" i kommuner. ", 5)}
			s := models.Solution{Base: base(tx), OrganisationID: business.OrganisationID, State: string(matching.StatePublished), Title: title,
				Summary: about, Description: about, Goals: []int{i%17 + 1}, Targets: []string{fmt.Sprintf("%d.1", i%17+1)},
				Indicators: []models.IndicatorEffect{}, CPV: []string{"90700000"}, RegionIDs: []uuid.UUID{country.Region}, TRL: 8,
				SubmittedAt: &tx.Now, PublishedAt: &tx.Now, PublishedBy: &country.Coordinator.ID}
			if err := tx.G.Create(&s).Error; err != nil {
				return err
			}
		}
		return nil
	})
}

// written writes to a database that a service may be running on.
func written(ctx context.Context, address string, write func(*models.Tx) error) (err error) {
	db, err := models.Open(ctx, address, clock.System())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return db.Write(ctx, write)
}
