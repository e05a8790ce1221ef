package api

import (
	"context"

	"loftet/api/contract"
	"loftet/orgs"
)

// RegisterBusiness takes a registration; a letter tells what came of it.
func (s *Server) RegisterBusiness(
	ctx context.Context, r contract.RegisterBusinessRequestObject,
) (contract.RegisterBusinessResponseObject, error) {
	registration := orgs.BusinessRegistration{
		OrgNumber: r.Body.OrgNumber, BusinessName: r.Body.BusinessName, PersonName: r.Body.PersonName,
		Email: r.Body.Email, Language: string(r.Body.Language), Address: clientAddress(ctx),
	}
	if r.Body.Website != nil {
		registration.Website = *r.Body.Website
	}
	return contract.RegisterBusiness202Response{}, s.Orgs.RegisterBusiness(ctx, who(ctx), registration)
}
