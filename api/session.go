package api

import (
	"context"

	"github.com/google/uuid"

	"loftet/api/contract"
	"loftet/orgs"
)

// GetSession tells who is signed in.
func (s *Server) GetSession(ctx context.Context, _ contract.GetSessionRequestObject) (contract.GetSessionResponseObject, error) {
	session, err := s.session(ctx, who(ctx))
	return contract.GetSession200JSONResponse(session), err
}

// SignIn begins a session under a new id.
func (s *Server) SignIn(ctx context.Context, r contract.SignInRequestObject) (contract.SignInResponseObject, error) {
	person, err := s.Orgs.SignIn(ctx, who(ctx), orgs.Credentials{
		Email: r.Body.Email, Password: r.Body.Password, Address: clientAddress(ctx),
	})
	if err != nil {
		return nil, err
	}
	session, err := s.begin(ctx, person, uuid.Nil)
	return contract.SignIn200JSONResponse(session), err
}

// SignOut ends this session.
func (s *Server) SignOut(ctx context.Context, _ contract.SignOutRequestObject) (contract.SignOutResponseObject, error) {
	return contract.SignOut204Response{}, s.Sessions.Destroy(ctx)
}

// ChooseOrganisation sets the organisation to act for.
func (s *Server) ChooseOrganisation(
	ctx context.Context, r contract.ChooseOrganisationRequestObject,
) (contract.ChooseOrganisationResponseObject, error) {
	actor, err := s.Orgs.ChooseOrganisation(ctx, who(ctx), r.Body.OrganisationID)
	if err != nil {
		return nil, err
	}
	s.Sessions.Put(ctx, sessionOrganisation, actor.Org.String())
	session, err := s.session(ctx, actor)
	return contract.ChooseOrganisation200JSONResponse(session), err
}

// RequestPasswordReset has a link mailed, if there is such an account.
func (s *Server) RequestPasswordReset(
	ctx context.Context, r contract.RequestPasswordResetRequestObject,
) (contract.RequestPasswordResetResponseObject, error) {
	err := s.Orgs.RequestPasswordReset(ctx, who(ctx), r.Body.Email, clientAddress(ctx))
	return contract.RequestPasswordReset202Response{}, err
}

// SetPasswordByLink sets a password and begins a session.
func (s *Server) SetPasswordByLink(
	ctx context.Context, r contract.SetPasswordByLinkRequestObject,
) (contract.SetPasswordByLinkResponseObject, error) {
	person, err := s.Orgs.SetPasswordByLink(ctx, who(ctx), orgs.LinkUse{
		Token: r.Body.Token, Password: r.Body.Password, Address: clientAddress(ctx),
	})
	if err != nil {
		return nil, err
	}
	session, err := s.begin(ctx, person, uuid.Nil)
	return contract.SetPasswordByLink200JSONResponse(session), err
}

// begin makes the session of this request one of a person, under a new id and
// with nothing left of what stood in it before.
func (s *Server) begin(ctx context.Context, person, organisation uuid.UUID) (contract.Session, error) {
	if err := s.fresh(ctx, person); err != nil {
		return contract.Session{}, err
	}
	if organisation != uuid.Nil {
		s.Sessions.Put(ctx, sessionOrganisation, organisation.String())
	}
	actor, err := s.Orgs.Actor(ctx, person, organisation)
	if err != nil {
		return contract.Session{}, err
	}
	return s.session(ctx, actor)
}

// fresh makes this request's session a new one that holds nothing but a person.
func (s *Server) fresh(ctx context.Context, person uuid.UUID) error {
	if err := s.Sessions.RenewToken(ctx); err != nil {
		return err
	}
	if err := s.Sessions.Clear(ctx); err != nil {
		return err
	}
	s.Sessions.Put(ctx, sessionPerson, person.String())
	orgs.BeginsAnew(ctx)
	return nil
}

func (s *Server) session(ctx context.Context, a orgs.Actor) (contract.Session, error) {
	info, err := s.Orgs.Session(ctx, a)
	if err != nil {
		return contract.Session{}, err
	}
	session := contract.Session{SignedIn: info.Person != nil, Roles: toRoles(nil), Demo: s.Demo != nil}
	if p := info.Person; p != nil {
		session.Person = &contract.PersonName{ID: p.ID, Name: p.Name}
		session.Language = new(contract.Language(p.Language))
		session.IdleSeconds, session.SecondsLeft = new(int(info.Idle.Seconds())), new(int(info.Left.Seconds()))
	}
	if info.Organisation != nil {
		session.Organisation = new(toOrganisationRoles(*info.Organisation))
		session.Roles = session.Organisation.Roles
	}
	if a.Section != nil {
		session.Section = &contract.OpenSection{AssignmentID: a.Section.Assignment, ResponseID: a.Section.Response, Goal: a.Section.Goal}
	}
	session.Organisations = convertAll(info.Organisations, toOrganisationRoles)
	if s.Contact != "" {
		session.Contact = &s.Contact
	}
	if s.Forget > 0 {
		session.ForgetAfterDays = &s.Forget
	}
	if s.Printer != nil {
		session.Pdf = new(true)
	}
	if s.Demo != nil {
		session.DemoAccounts = new(convertAll(s.Demo.Accounts, toDemoAccount))
	}
	return session, nil
}

func toOrganisationRoles(o orgs.OrganisationRoles) contract.OrganisationRoles {
	return contract.OrganisationRoles{
		ID: o.ID, Name: o.Name, Kind: contract.OrganisationKind(o.Kind), Roles: toRoles(o.Roles), RegionID: o.RegionID,
	}
}

func toRoles(roles []orgs.Role) []contract.Role {
	return convertAll(roles, func(r orgs.Role) contract.Role { return contract.Role(r) })
}

func toDemoAccount(a DemoAccount) contract.DemoAccount {
	return contract.DemoAccount{Email: a.Email, Password: a.Password, Organisation: a.Organisation, Role: contract.Role(a.Role)}
}
