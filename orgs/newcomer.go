package orgs

import (
	"context"
	"fmt"
	"regexp"
	"slices"

	"loftet/internal/fault"
	"loftet/models"
)

// Newcomer is somebody whom the people who run the service let in.
type Newcomer struct {
	Email, Name, Language string
	Role                  Role
	// Organisation is its name, organisation number or municipality number.
	Organisation string
	Kind         string // of the organisation; it is made when there is none of that name
	Password     string // when empty, a link to set one is made
}

// Admitted is what came of it. Link is empty for somebody with a password.
type Admitted struct {
	Organisation     string
	NewOrganisation  bool
	Newcomer         bool
	Link             string
	LinkWorksForDays int
}

var emailForm = regexp.MustCompile(`^[^\s@<>"]+@[^\s@<>"]+$`)

// LetIn gives somebody a role without mail: the first administrator, or
// anybody whom the people at the console let in. A password is set only for
// somebody who has none. An administrator without organisation belongs to the
// agency that runs the service, made if need be.
func (s *Service) LetIn(ctx context.Context, a Actor, in Newcomer) (Admitted, error) {
	person, err := in.check()
	if err != nil {
		return Admitted{}, err
	}
	hash, err := s.newHash(person)
	if err != nil {
		return Admitted{}, err
	}
	var done Admitted
	err = s.db.Write(ctx, func(tx *models.Tx) error {
		o, made, err := in.organisation(tx, a)
		if err != nil {
			return err
		}
		done.Organisation, done.NewOrganisation, person.Organisation = o.Name, made, o.ID
		who, set, err := s.admit(tx, a, person, hash)
		switch {
		case err != nil:
			return err
		case hash != "" && !set:
			return fault.InvalidFields(fault.OnField("password", "has_password"))
		case set || who.PasswordHash != "":
			return nil
		}
		token, err := issueLink(tx, who, linkInvitation)
		done.Link, done.LinkWorksForDays = s.linkAddress(who.Language, token), int(linkLifetime[linkInvitation].Hours())/24
		return err
	})
	if err != nil {
		return Admitted{}, err
	}
	return done, nil
}

func (in *Newcomer) check() (NewPerson, error) {
	name, err := plainName("name", in.Name)
	switch {
	case err != nil:
		return NewPerson{}, err
	case !emailForm.MatchString(plainEmail(in.Email)):
		return NewPerson{}, fault.InvalidFields(fault.OnField("email", "email"))
	case !slices.Contains([]string{"nb", "nn", "en"}, in.Language):
		return NewPerson{}, fault.InvalidFields(fault.OnField("language", "not_in_list"))
	case in.Organisation == "" && in.Role != Admin:
		return NewPerson{}, fault.InvalidFields(fault.OnField("org", "required"))
	case in.Organisation == "":
		in.Organisation = "Løftet"
	}
	if in.Kind == "" && in.Role == Admin {
		in.Kind = KindAgency
	}
	return NewPerson{Name: name, Email: in.Email, Language: in.Language, Role: in.Role, Password: in.Password}, nil
}

// organisation finds the organisation that was named, or makes it.
func (in *Newcomer) organisation(tx *models.Tx, a Actor) (models.Organisation, bool, error) {
	o, found, err := in.find(tx)
	switch {
	case err != nil:
		return o, false, err
	case !found && in.Kind == "":
		return o, false, fault.InvalidFields(fault.OnField("org", "no_such_organisation"))
	case found && !in.Role.Fits(o.Kind), !found && !in.Role.Fits(in.Kind):
		return o, false, fault.InvalidFields(fault.OnField("role", "role_does_not_fit"))
	case found:
		return o, false, nil
	}
	o, err = CreateOrganisation(tx, a, models.Organisation{Kind: in.Kind, Name: in.Organisation, Country: "NO"})
	return o, true, err
}

func (in *Newcomer) find(tx *models.Tx) (models.Organisation, bool, error) {
	if number, ok := OrgNumber(in.Organisation); ok {
		return organisationByOrgNumber(tx, number)
	}
	if norwegianNumber.MatchString(in.Organisation) {
		return holderOf(tx, "NO", in.Organisation, "")
	}
	kind := in.Kind
	for k, roles := range rolesOfKind {
		if kind == "" && slices.Contains(roles, in.Role) {
			kind = k
		}
	}
	named, err := organisationsNamed(tx, in.Organisation, kind)
	switch {
	case err != nil || len(named) == 0:
		return models.Organisation{}, false, err
	case len(named) > 1:
		return models.Organisation{}, false, fmt.Errorf("%d organisations are called %s; name it by its number", len(named), in.Organisation)
	}
	return named[0], true, nil
}
