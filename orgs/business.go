package orgs

import (
	"context"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// BusinessRegistration is what somebody says who registers a business. Address
// is the network address they come from.
type BusinessRegistration struct {
	OrgNumber    string
	BusinessName string
	Website      string
	PersonName   string
	Email        string
	Language     string // nb, nn or en
	Address      string
}

// jobBusiness looks into a registration; letters tell the outcome.
const jobBusiness = "business"

// RegisterBusiness takes a registration. Its answer never tells whether the
// business or the e-mail address is known; a letter does, to the owner of the
// address.
func (s *Service) RegisterBusiness(ctx context.Context, _ Actor, in BusinessRegistration) error {
	number, ok := OrgNumber(in.OrgNumber)
	if !ok {
		return fault.InvalidFields(fault.OnField("orgNumber", "org_number_check"))
	}
	in.OrgNumber, in.Email = number, plainEmail(in.Email)
	var err error
	if in.BusinessName, err = plainName("businessName", in.BusinessName); err != nil {
		return err
	}
	if in.PersonName, err = plainName("personName", in.PersonName); err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *models.Tx) error {
		if err := limitMail(tx, in.Address, in.Email); err != nil {
			return err
		}
		in.Address = "" // it does not lie in the queue
		return s.enqueue(tx, jobBusiness, in)
	})
}

// admitBusiness makes the business and its first supplier, or tells those
// concerned that it is taken.
func (s *Service) admitBusiness(ctx context.Context, in BusinessRegistration) error {
	actor := SystemActor("register-business")
	return s.db.Write(ctx, func(tx *models.Tx) error {
		business, found, err := organisationByOrgNumber(tx, in.OrgNumber)
		if err != nil {
			return err
		}
		if found {
			suppliers, err := ActiveHolders(tx, business.ID, Supplier)
			if err != nil {
				return err
			}
			if business.Kind != KindBusiness || len(suppliers) > 0 {
				return s.tellTaken(tx, business, suppliers, in)
			}
		} else if business, err = s.createBusiness(tx, actor, in); err != nil {
			return err
		}
		who, err := findOrCreatePerson(tx, actor, in.PersonName, in.Email, in.Language)
		if err != nil {
			return err
		}
		if _, err := giveRole(tx, actor, who.ID, business.ID, Supplier, ""); err != nil && fault.KindOf(err) != fault.Conflict {
			return err
		}
		kind := letterBusinessNew
		if who.PasswordHash != "" {
			kind = letterRole
		}
		return s.post(tx, letter{Kind: kind, Person: who.ID, Organisation: business.Name, Role: Supplier})
	})
}

func (s *Service) createBusiness(tx *models.Tx, a Actor, in BusinessRegistration) (models.Organisation, error) {
	return CreateOrganisation(tx, a, models.Organisation{
		Kind: KindBusiness, Name: in.BusinessName, OrgNumber: &in.OrgNumber, Country: "NO", Website: in.Website,
	})
}

// tellTaken answers a registration of a number that is in use: the one who
// asked, and those who can invite them.
func (s *Service) tellTaken(tx *models.Tx, business models.Organisation, suppliers []uuid.UUID, in BusinessRegistration) error {
	if err := s.post(tx, letter{Kind: letterBusinessKnown, To: in.Email, Language: in.Language}); err != nil {
		return err
	}
	for _, id := range suppliers {
		l := letter{Kind: letterBusinessAsked, Person: id, Organisation: business.Name, Asker: in.Email}
		if err := s.post(tx, l); err != nil {
			return err
		}
	}
	return nil
}
