package stand

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"loftet/api"
	"loftet/indicators"
	"loftet/internal/clock"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

// loading is in whose name a country is made.
var loading = orgs.SystemActor("stand")

// Plan is how large a country is to be.
type Plan struct {
	Municipalities int  // in one region
	Businesses     int  // that serve the region
	Indicators     int  // of its own catalogue, over the 17 goals in turn
	Published      int  // rounds that everybody answered, closed and published
	Open           int  // rounds that are open
	Approved       bool // whether the responses of the open rounds are answered in full and approved, else not started
	Blank          int  // further open rounds, after those, whose responses are not started
}

// Country is a region with its municipalities, rounds and signed-in people in a
// database.
type Country struct {
	Region         uuid.UUID
	Catalogue      uuid.UUID
	Codes          []string // of the indicators
	Municipalities []Municipality
	Coordinator    Person
	Suppliers      []Person    // one of each business
	Published      []uuid.UUID // rounds, oldest first
	Open           []uuid.UUID
}

// Municipality is one with a person who may answer and approve in it, and its
// response in each open round.
type Municipality struct {
	ID        uuid.UUID
	Person    Person
	Responses []uuid.UUID
}

// Person is somebody with an account, signed in.
type Person struct {
	ID     uuid.UUID
	Email  string
	Cookie string // value of the header Cookie
}

// Password is everybody's.
const Password = "fjellbekk-i-juni-42" //nolint:gosec // for databases that are thrown away

// Fill migrates the database at an address and fills it with a country.
func Fill(ctx context.Context, address string, plan Plan) (country *Country, err error) {
	db, err := models.Open(ctx, hasty(address), clock.System())
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := models.Migrate(ctx, db); err != nil {
		return nil, err
	}
	f := &filler{ctx: ctx, plan: plan, db: db, rooms: api.NewRooms(db, nil, nil, ""), country: &Country{}}
	for _, step := range []func() error{f.prepare, f.found, f.people, f.rounds} {
		if err := step(); err != nil {
			return nil, fmt.Errorf("fill the database: %w", err)
		}
	}
	return f.country, nil
}

// hasty is the address under which PostgreSQL doesn't wait for the disk: nothing
// is lost when what is filled goes lost with it.
func hasty(address string) string {
	if !strings.HasPrefix(address, "postgres") {
		return address
	}
	return address + "&options=-c%20synchronous_commit%3Doff"
}

// filler fills one database.
type filler struct {
	ctx     context.Context
	plan    Plan
	db      *models.DB
	rooms   api.Rooms
	country *Country
	asked   []uuid.UUID // the indicators
}

func (f *filler) prepare() error { return f.rooms.Prepare(f.ctx) }

// found makes the region and its catalogue by loading results as published
// ones; that is the first published round.
func (f *filler) found() error {
	in := surveys.Published{Region: "Testlandet", Country: "NO", Source: "Kartlegging 2020", Method: "sdsn", Year: 2020}
	for i := range f.plan.Indicators {
		lower, optimum, green, red := 0.0, 100.0, 80.0, 40.0
		code := fmt.Sprintf("%d.%d-bench", i%17+1, i/17+1)
		f.country.Codes = append(f.country.Codes, code)
		in.Definitions = append(in.Definitions, indicators.Definition{
			Code: code, Goal: i%17 + 1, Target: fmt.Sprintf("%d.%d", i%17+1, i/17+1), Type: "number", Direction: "higher",
			Unit: models.Text{"nb": "prosent", "nn": "prosent", "en": "per cent"}, Decimals: 1,
			Name:     models.Text{"nb": "Andel nummer " + code, "nn": "Del nummer " + code, "en": "Share number " + code},
			Question: models.Text{"nb": "Hvor stor er andelen?", "nn": "Kor stor er delen?", "en": "How large is the share?"},
			Lower:    &lower, Optimum: &optimum, Green: &green, Red: &red, Basis: "published",
		})
	}
	for m := range f.plan.Municipalities {
		unit := surveys.PublishedUnit{Number: fmt.Sprintf("%04d", 1000+m), Name: fmt.Sprintf("Kommune %03d", m), Values: map[string]surveys.PublishedValue{}}
		for i, code := range f.country.Codes {
			unit.Values[code] = surveys.PublishedValue{Value: figure(m, i, 0), Year: 2020}
		}
		in.Units = append(in.Units, unit)
	}
	round, err := f.rooms.Surveys.LoadPublished(f.ctx, loading, in)
	if err != nil {
		return err
	}
	f.country.Region, f.country.Published = round.RegionID, []uuid.UUID{round.ID}
	return f.db.Read(f.ctx, func(tx *models.Tx) error {
		var catalogue models.Catalogue
		if err := tx.G.Where("region_id = ?", round.RegionID).First(&catalogue).Error; err != nil {
			return err
		}
		f.country.Catalogue = catalogue.ID
		var rows []models.Indicator
		if err := tx.G.Where("catalogue_id = ?", catalogue.ID).Find(&rows).Error; err != nil {
			return err
		}
		byCode := map[string]uuid.UUID{}
		for _, row := range rows {
			byCode[row.Code] = row.ID
		}
		for _, code := range f.country.Codes {
			f.asked = append(f.asked, byCode[code])
		}
		return nil
	})
}

// figure is some figure between 0 and 100 with one decimal, the same each time.
func figure(municipality, indicator, round int) float64 {
	return float64((municipality*7919+indicator*104729+round*1299709)%1001) / 10
}
