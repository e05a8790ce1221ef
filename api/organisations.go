package api

import (
	"context"

	"loftet/api/contract"
	"loftet/models"
	"loftet/orgs"
)

// GetOrganisation gives an organisation's public facts.
func (s *Server) GetOrganisation(ctx context.Context, r contract.GetOrganisationRequestObject) (contract.GetOrganisationResponseObject, error) {
	facts, err := s.Orgs.OrganisationFacts(ctx, r.OrganisationID)
	if err != nil {
		return nil, err
	}
	return contract.GetOrganisation200JSONResponse{
		Body: toOrganisation(facts), Headers: contract.GetOrganisation200ResponseHeaders{ETag: etag(facts.Version)},
	}, nil
}

// UpdateOrganisation changes what an organisation says about itself.
func (s *Server) UpdateOrganisation(
	ctx context.Context, r contract.UpdateOrganisationRequestObject,
) (contract.UpdateOrganisationResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	facts, err := s.Orgs.UpdateOrganisation(ctx, who(ctx), r.OrganisationID, version, orgs.OrganisationEdit{
		Website: r.Body.Website, Mailbox: r.Body.Mailbox, Language: string(r.Body.Language),
		Description: r.Body.Description, PublishesFigures: r.Body.PublishesFigures,
	})
	if err != nil {
		return nil, withCurrent(err, toOrganisation)
	}
	return contract.UpdateOrganisation200JSONResponse{
		Body: toOrganisation(facts), Headers: contract.UpdateOrganisation200ResponseHeaders{ETag: etag(facts.Version)},
	}, nil
}

// ListMemberships gives the people of an organisation.
func (s *Server) ListMemberships(ctx context.Context, r contract.ListMembershipsRequestObject) (contract.ListMembershipsResponseObject, error) {
	people, err := s.Orgs.Memberships(ctx, who(ctx), r.OrganisationID)
	if err != nil {
		return nil, err
	}
	return contract.ListMemberships200JSONResponse{Items: convertAll(people, toMembership)}, nil
}

// InvitePerson gives a person a role.
func (s *Server) InvitePerson(ctx context.Context, r contract.InvitePersonRequestObject) (contract.InvitePersonResponseObject, error) {
	invitation := orgs.Invitation{
		Name: r.Body.Name, Email: r.Body.Email, Role: orgs.Role(r.Body.Role), Language: string(r.Body.Language),
	}
	if r.Body.ValidTo != nil {
		invitation.ValidTo = models.Date(*r.Body.ValidTo)
	}
	membership, err := s.Orgs.Invite(ctx, who(ctx), r.OrganisationID, invitation)
	if err != nil {
		return nil, err
	}
	return contract.InvitePerson201JSONResponse(toMembership(membership)), nil
}

// EndMembership ends a person's role.
func (s *Server) EndMembership(ctx context.Context, r contract.EndMembershipRequestObject) (contract.EndMembershipResponseObject, error) {
	err := s.Orgs.EndMembership(ctx, who(ctx), r.OrganisationID, r.MembershipID)
	return contract.EndMembership204Response{}, err
}

func toOrganisation(f orgs.OrganisationFacts) contract.Organisation {
	return contract.Organisation{
		ID: f.ID, Kind: contract.OrganisationKind(f.Kind), Name: f.Name, OrgNumber: textOrNil(f.OrgNumber), Country: f.Country,
		Website: f.Website, Mailbox: f.Mailbox, Language: contract.OrganisationLanguage(f.Language), Description: f.Description,
		PublishesFigures: f.PublishesFigures, ComparisonGroup: textOrNil(f.ComparisonGroup),
		Numbers: convertAll(f.Numbers, toDatedNumber), Version: f.Version,
	}
}

func toDatedNumber(n orgs.DatedNumber) contract.DatedNumber {
	return contract.DatedNumber{
		Number: n.Number, ValidFrom: string(n.ValidFrom), ValidTo: string(n.ValidTo),
		Predecessors: append([]string{}, n.Predecessors...),
	}
}

func toMembership(m orgs.Membership) contract.Membership {
	return contract.Membership{
		ID: m.ID, Person: contract.PersonName{ID: m.PersonID, Name: m.PersonName}, Email: m.Email, Role: contract.Role(m.Role),
		ValidFrom: string(m.ValidFrom), ValidTo: string(m.ValidTo), Invited: m.Invited,
	}
}
