package api

import (
	"context"

	"loftet/api/contract"
	"loftet/orgs"
	"loftet/surveys"
)

// GetPersonalData gives all that is stored about the actor.
func (s *Server) GetPersonalData(ctx context.Context, _ contract.GetPersonalDataRequestObject) (contract.GetPersonalDataResponseObject, error) {
	a := who(ctx)
	data, err := s.Orgs.PersonalData(ctx, a)
	if err != nil {
		return nil, err
	}
	written, err := s.Surveys.WrittenBy(ctx, a)
	if err != nil {
		return nil, err
	}
	exported(ctx, "personal data")
	return contract.GetPersonalData200JSONResponse{
		Account: toAccount(&data.Account), CreatedAt: data.CreatedAt,
		Roles: convertAll(data.Memberships, func(r orgs.HeldRole) contract.HeldRole {
			return contract.HeldRole{Organisation: r.Organisation, Role: string(r.Role), From: string(r.From), To: string(r.To)}
		}),
		Sessions: convertAll(data.Sessions, func(o orgs.OpenSession) contract.HeldSession {
			return contract.HeldSession{CreatedAt: o.CreatedAt, ExpiresAt: o.ExpiresAt}
		}),
		Events: convertAll(data.Events, func(e orgs.PersonalEvent) contract.PersonalEvent {
			return contract.PersonalEvent{At: e.At, Action: e.Action, Kind: e.Kind, ID: e.ID}
		}),
		Answers: convertAll(written, func(w surveys.Written) contract.WrittenAnswer {
			return contract.WrittenAnswer{Municipality: w.Municipality, Round: w.Round, Code: w.Code, At: w.At}
		}),
	}, nil
}

// EraseAccount erases the actor's own account and ends this session.
func (s *Server) EraseAccount(ctx context.Context, r contract.EraseAccountRequestObject) (contract.EraseAccountResponseObject, error) {
	if err := s.Orgs.EraseAccount(ctx, who(ctx), r.Body.Password); err != nil {
		return nil, err
	}
	return contract.EraseAccount204Response{}, s.Sessions.Destroy(ctx)
}
