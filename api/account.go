package api

import (
	"context"

	"loftet/api/contract"
	"loftet/orgs"
)

// GetAccount gives the actor's own account.
func (s *Server) GetAccount(ctx context.Context, _ contract.GetAccountRequestObject) (contract.GetAccountResponseObject, error) {
	account, err := s.Orgs.Account(ctx, who(ctx))
	if err != nil {
		return nil, err
	}
	return contract.GetAccount200JSONResponse{
		Body: toAccount(account), Headers: contract.GetAccount200ResponseHeaders{ETag: etag(account.Version)},
	}, nil
}

// UpdateAccount changes the actor's name and language.
func (s *Server) UpdateAccount(ctx context.Context, r contract.UpdateAccountRequestObject) (contract.UpdateAccountResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	account, err := s.Orgs.UpdateAccount(ctx, who(ctx), version, r.Body.Name, string(r.Body.Language))
	if err != nil {
		return nil, withCurrent(err, toAccount)
	}
	return contract.UpdateAccount200JSONResponse{
		Body: toAccount(account), Headers: contract.UpdateAccount200ResponseHeaders{ETag: etag(account.Version)},
	}, nil
}

// ChangePassword changes the actor's password. All sessions end; this one goes
// on under a new id.
func (s *Server) ChangePassword(ctx context.Context, r contract.ChangePasswordRequestObject) (contract.ChangePasswordResponseObject, error) {
	a := who(ctx)
	if err := s.Orgs.ChangePassword(ctx, a, r.Body.CurrentPassword, r.Body.NewPassword); err != nil {
		return nil, err
	}
	_, err := s.begin(ctx, a.Person, a.Org)
	return contract.ChangePassword204Response{}, err
}

// ListMySessions gives the places where the actor is signed in.
func (s *Server) ListMySessions(ctx context.Context, _ contract.ListMySessionsRequestObject) (contract.ListMySessionsResponseObject, error) {
	open, err := s.Orgs.Sessions(ctx, who(ctx))
	if err != nil {
		return nil, err
	}
	token := s.Sessions.Token(ctx)
	return contract.ListMySessions200JSONResponse{Items: convertAll(open, func(o orgs.OpenSession) contract.MySession {
		return contract.MySession{CreatedAt: o.CreatedAt, ExpiresAt: o.ExpiresAt, Current: o.Is(token)}
	})}, nil
}

// SignOutEverywhere ends all the actor's sessions.
func (s *Server) SignOutEverywhere(
	ctx context.Context, _ contract.SignOutEverywhereRequestObject,
) (contract.SignOutEverywhereResponseObject, error) {
	if err := s.Orgs.SignOutEverywhere(ctx, who(ctx)); err != nil {
		return nil, err
	}
	return contract.SignOutEverywhere204Response{}, s.Sessions.Destroy(ctx)
}

func toAccount(a *orgs.Account) contract.Account {
	return contract.Account{ID: a.ID, Name: a.Name, Email: a.Email, Language: contract.Language(a.Language), Version: a.Version}
}
