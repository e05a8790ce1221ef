package api_test

import (
	"context"
	"testing"

	"github.com/alexedwards/argon2id"
	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// world is a small country for API tests: the region Testdal with three
// municipalities, a neighbouring region with one, two businesses, and one
// person for each role.
type world struct {
	db                     *models.DB
	testdal, naboland      uuid.UUID // regions
	council, naboCouncil   uuid.UUID // their organisations
	lia, vika, moen, fjell uuid.UUID // municipalities; fjell belongs to naboland
	varme, lys             uuid.UUID // businesses
	agency                 uuid.UUID
	people                 map[string]uuid.UUID // by the actor's name in rows
	passwordHash           string
}

// testWord is the password of everyone in the world.
const testWord = "fjellbekk-i-juni-42"

func newWorld(t *testing.T, db *models.DB) *world {
	t.Helper()
	hash, err := argon2id.CreateHash(testWord, &argon2id.Params{Memory: 64, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32})
	if err != nil {
		t.Fatal(err)
	}
	w := &world{db: db, people: map[string]uuid.UUID{}, passwordHash: hash}
	err = db.Write(context.Background(), func(tx *models.Tx) error {
		w.council = w.organisation(tx, "regional_council", "Testdal regionråd", "")
		w.naboCouncil = w.organisation(tx, "regional_council", "Naboland regionråd", "")
		w.testdal = w.region(tx, "Testdal", w.council)
		w.naboland = w.region(tx, "Naboland", w.naboCouncil)
		w.lia = w.municipality(tx, "Lia", "9901", w.testdal, 1200)
		w.vika = w.municipality(tx, "Vika", "9902", w.testdal, 3400)
		w.moen = w.municipality(tx, "Moen", "9903", w.testdal, 5600)
		w.fjell = w.municipality(tx, "Fjell", "9904", w.naboland, 7800)
		w.varme = w.organisation(tx, "business", "Varme AS", "923609016")
		w.lys = w.organisation(tx, "business", "Lys AS", "974760673")
		w.agency = w.organisation(tx, "agency", "Drift", "")
		for _, p := range []struct {
			name string
			org  uuid.UUID
			role orgs.Role
		}{
			{"lia-respondent", w.lia, orgs.Respondent}, {"lia-approver", w.lia, orgs.Approver},
			{"lia-admin", w.lia, orgs.MunicipalityAdmin}, {"vika-respondent", w.vika, orgs.Respondent},
			{"vika-approver", w.vika, orgs.Approver}, {"moen-respondent", w.moen, orgs.Respondent},
			{"moen-approver", w.moen, orgs.Approver}, {"fjell-respondent", w.fjell, orgs.Respondent},
			{"fjell-approver", w.fjell, orgs.Approver}, {"fjell-admin", w.fjell, orgs.MunicipalityAdmin},
			{"coordinator", w.council, orgs.Coordinator}, {"council", w.council, orgs.CouncilMember},
			{"nabo-coordinator", w.naboCouncil, orgs.Coordinator}, {"nabo-council", w.naboCouncil, orgs.CouncilMember},
			{"varme", w.varme, orgs.Supplier}, {"lys", w.lys, orgs.Supplier}, {"admin", w.agency, orgs.Admin}, {"verifier", w.agency, orgs.Verifier},
		} {
			w.person(tx, p.name, p.org, p.role)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

func base(tx *models.Tx) models.Base {
	return models.Base{ID: models.NewID(), Version: 1, CreatedAt: tx.Now, UpdatedAt: tx.Now}
}

func (w *world) organisation(tx *models.Tx, kind, name, orgNumber string) uuid.UUID {
	o := models.Organisation{Base: base(tx), Kind: kind, Name: name, SortKey: models.SortKey(name), Country: "NO",
		Language: "nb", Mailbox: "post@example.no"}
	if orgNumber != "" {
		o.OrgNumber = &orgNumber
	}
	must(tx.G.Create(&o).Error)
	return o.ID
}

func (w *world) region(tx *models.Tx, name string, owner uuid.UUID) uuid.UUID {
	r := models.Region{Base: base(tx), Kind: "council", Name: name, SortKey: models.SortKey(name), Country: "NO", OwnerID: &owner}
	must(tx.G.Create(&r).Error)
	return r.ID
}

func (w *world) municipality(tx *models.Tx, name, number string, region uuid.UUID, residents int) uuid.UUID {
	id := w.organisation(tx, "municipality", name, "")
	must(tx.G.Create(&models.MunicipalityNumber{ID: models.NewID(), OrganisationID: id, Country: "NO", Number: number}).Error)
	must(tx.G.Create(&models.RegionMember{ID: models.NewID(), RegionID: region, OrganisationID: id}).Error)
	must(tx.G.Create(&models.Population{OrganisationID: id, Year: 2024, Residents: residents, Source: "test"}).Error)
	return id
}

func (w *world) person(tx *models.Tx, name string, org uuid.UUID, role orgs.Role) {
	p := models.Person{Base: base(tx), Name: name, SortKey: name, Email: name + "@example.no", Language: "nb", PasswordHash: w.passwordHash}
	must(tx.G.Create(&p).Error)
	must(tx.G.Create(&models.Membership{ID: models.NewID(), PersonID: p.ID, OrganisationID: org, Role: string(role),
		ValidFrom: "2020-01-01", CreatedAt: tx.Now}).Error)
	w.people[name] = p.ID
}
