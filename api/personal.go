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
	written, err := s.Surveys.PersonalData(ctx, a)
	if err != nil {
		return nil, err
	}
	exported(ctx, "personal data")
	return contract.GetPersonalData200JSONResponse{
		Account: toAccount(&data.Account), CreatedAt: data.CreatedAt,
		Roles: convertAll(data.Memberships, toHeldRole), Team: convertAll(data.Team, toHeldRole),
		Sections: convertAll(written.Handed, toHeldSection),
		Texts: convertAll(written.Texts, func(t surveys.Text) contract.WrittenText {
			return contract.WrittenText{Kind: contract.WrittenTextKind(t.Kind), Municipality: t.Municipality, Text: t.Text, At: t.At}
		}),
		Sessions: convertAll(data.Sessions, func(o orgs.OpenSession) contract.HeldSession {
			return contract.HeldSession{CreatedAt: o.CreatedAt, ExpiresAt: o.ExpiresAt}
		}),
		Events: convertAll(data.Events, func(e orgs.PersonalEvent) contract.PersonalEvent {
			return contract.PersonalEvent{At: e.At, Action: e.Action, Kind: e.Kind, ID: e.ID}
		}),
		Answers: convertAll(written.Answers, func(w surveys.Written) contract.WrittenAnswer {
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

// ErasePerson erases somebody else's account.
func (s *Server) ErasePerson(ctx context.Context, r contract.ErasePersonRequestObject) (contract.ErasePersonResponseObject, error) {
	return contract.ErasePerson204Response{}, s.Orgs.ErasePerson(ctx, who(ctx), r.Body.Email, r.Body.Reason)
}

func toHeldRole(r orgs.HeldRole) contract.HeldRole {
	return contract.HeldRole{Organisation: r.Organisation, Role: string(r.Role), From: string(r.From), To: string(r.To)}
}

func toHeldSection(h surveys.Handed) contract.HeldSection {
	return contract.HeldSection{Municipality: h.Municipality, Round: h.Round, Goal: h.Goal, Name: h.Name, Email: h.Email, Note: h.Note,
		Deadline: string(h.Deadline), State: string(h.State), At: h.At}
}
