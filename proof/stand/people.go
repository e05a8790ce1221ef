package stand

import (
	"fmt"

	"github.com/alexedwards/argon2id"
	"github.com/google/uuid"

	"loftet/api"
	"loftet/models"
	"loftet/orgs"
)

// cheap makes hashes that cost next to nothing: signing in is not what is looked
// at, and the passwords are known.
var cheap = argon2id.Params{Memory: 64, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// people gives every municipality a person who answers and approves, the region
// a coordinator, and makes businesses with a supplier each; all of them are
// signed in.
func (f *filler) people() error {
	hash, err := argon2id.CreateHash(Password, &cheap)
	if err != nil {
		return err
	}
	err = f.db.Write(f.ctx, func(tx *models.Tx) error {
		region, err := orgs.Region(tx, f.country.Region)
		if err != nil {
			return err
		}
		members, err := orgs.Members(tx, region.ID, models.DateOf(tx.Now))
		if err != nil {
			return err
		}
		if f.country.Coordinator, err = person(tx, "coordinator", hash, *region.OwnerID, orgs.Coordinator); err != nil {
			return err
		}
		for i, m := range members {
			p, err := person(tx, fmt.Sprintf("person-%03d", i), hash, m.ID, orgs.Respondent, orgs.Approver)
			if err != nil {
				return err
			}
			f.country.Municipalities = append(f.country.Municipalities, Municipality{ID: m.ID, Person: p})
		}
		return f.businesses(tx, hash)
	})
	if err == nil {
		err = f.signIn(&f.country.Coordinator)
	}
	for i := range f.country.Municipalities {
		if err == nil {
			err = f.signIn(&f.country.Municipalities[i].Person)
		}
	}
	for i := range f.country.Suppliers {
		if err == nil {
			err = f.signIn(&f.country.Suppliers[i])
		}
	}
	return err
}

func (f *filler) businesses(tx *models.Tx, hash string) error {
	for i := range f.plan.Businesses {
		name := fmt.Sprintf("bedrift %03d", i)
		o := models.Organisation{Base: base(tx), Kind: orgs.KindBusiness, Name: name, SortKey: name, Country: "NO", Language: "nb"}
		if err := tx.G.Create(&o).Error; err != nil {
			return err
		}
		p, err := person(tx, fmt.Sprintf("supplier-%03d", i), hash, o.ID, orgs.Supplier)
		if err != nil {
			return err
		}
		f.country.Suppliers = append(f.country.Suppliers, p)
	}
	return nil
}

func person(tx *models.Tx, name, hash string, organisation uuid.UUID, roles ...orgs.Role) (Person, error) {
	p := models.Person{Base: base(tx), Name: name, SortKey: name, Email: name + "@example.org", Language: "nb", PasswordHash: hash}
	if err := tx.G.Create(&p).Error; err != nil {
		return Person{}, err
	}
	for _, role := range roles {
		err := tx.G.Create(&models.Membership{ID: models.NewID(), PersonID: p.ID, OrganisationID: organisation,
			Role: string(role), ValidFrom: "2020-01-01", CreatedAt: tx.Now}).Error
		if err != nil {
			return Person{}, err
		}
	}
	return Person{ID: p.ID, Email: p.Email}, nil
}

// signIn makes a session as signing in does, without the cost of the password.
func (f *filler) signIn(p *Person) error {
	sessions := api.NewSessions(f.db, false)
	ctx, err := sessions.Load(f.ctx, "")
	if err != nil {
		return err
	}
	sessions.Put(ctx, orgs.SessionPerson, p.ID.String())
	token, _, err := sessions.Commit(ctx)
	p.Cookie = sessions.Cookie.Name + "=" + token
	return err
}

func base(tx *models.Tx) models.Base {
	return models.Base{ID: models.NewID(), Version: 1, CreatedAt: tx.Now, UpdatedAt: tx.Now}
}
