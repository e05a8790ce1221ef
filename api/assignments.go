package api

import (
	"context"

	"loftet/api/contract"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys"
)

// ListAssignments gives what of a response was handed out.
func (s *Server) ListAssignments(ctx context.Context, r contract.ListAssignmentsRequestObject) (contract.ListAssignmentsResponseObject, error) {
	a := who(ctx)
	all, err := s.Surveys.Assignments(ctx, a, r.ResponseID)
	if err != nil {
		return nil, err
	}
	return contract.ListAssignments200JSONResponse{
		Items:      convertAll(all.Items, toAssignment(a.Language)),
		Colleagues: convertAll(all.Colleagues, func(c orgs.Colleague) contract.PersonName { return contract.PersonName{ID: c.ID, Name: c.Name} }),
	}, nil
}

// ListMyAssignments gives the sections in the reader's hands.
func (s *Server) ListMyAssignments(ctx context.Context, _ contract.ListMyAssignmentsRequestObject) (contract.ListMyAssignmentsResponseObject, error) {
	a := who(ctx)
	items, err := s.Surveys.OwnAssignments(ctx, a)
	if err != nil {
		return nil, err
	}
	return contract.ListMyAssignments200JSONResponse{Items: convertAll(items, toAssignment(a.Language))}, nil
}

// HandOverSection hands a section to a colleague.
func (s *Server) HandOverSection(ctx context.Context, r contract.HandOverSectionRequestObject) (contract.HandOverSectionResponseObject, error) {
	a := who(ctx)
	made, err := s.Surveys.HandOverSection(ctx, a, r.ResponseID, surveys.HandOver{
		Goal: r.Body.Goal, Person: r.Body.PersonID, Name: valueOf(r.Body.Name), Email: valueOf(r.Body.Email),
		Note: valueOf(r.Body.Note), Deadline: models.Date(r.Body.Deadline),
	})
	if err != nil {
		return nil, err
	}
	return contract.HandOverSection201JSONResponse{
		Body: toAssignment(a.Language)(made), Headers: contract.HandOverSection201ResponseHeaders{ETag: etag(made.Version)},
	}, nil
}

// RenewAssignment gives a colleague another deadline.
func (s *Server) RenewAssignment(ctx context.Context, r contract.RenewAssignmentRequestObject) (contract.RenewAssignmentResponseObject, error) {
	a := who(ctx)
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	renewed, err := s.Surveys.RenewAssignment(ctx, a, r.AssignmentID, version, valueOf(r.Body.Note), models.Date(r.Body.Deadline))
	if err != nil {
		return nil, withCurrent(err, toAssignment(a.Language))
	}
	return contract.RenewAssignment200JSONResponse{
		Body: toAssignment(a.Language)(renewed), Headers: contract.RenewAssignment200ResponseHeaders{ETag: etag(renewed.Version)},
	}, nil
}

// MoveAssignment takes a section one step further.
func (s *Server) MoveAssignment(ctx context.Context, r contract.MoveAssignmentRequestObject) (contract.MoveAssignmentResponseObject, error) {
	a := who(ctx)
	moved, err := s.Surveys.MoveAssignment(ctx, a, r.AssignmentID, surveys.AssignmentState(r.Body.To), valueOf(r.Body.Reason))
	if err != nil {
		return nil, err
	}
	return contract.MoveAssignment200JSONResponse{
		Body: toAssignment(a.Language)(moved), Headers: contract.MoveAssignment200ResponseHeaders{ETag: etag(moved.Version)},
	}, nil
}

// OpenSection begins the session of a mailed link.
func (s *Server) OpenSection(ctx context.Context, r contract.OpenSectionRequestObject) (contract.OpenSectionResponseObject, error) {
	assignment, person, err := s.Surveys.OpenSection(ctx, who(ctx), r.Body.Token)
	if err != nil {
		return nil, err
	}
	if err := s.fresh(ctx, person); err != nil {
		return nil, err
	}
	s.Sessions.Put(ctx, sessionAssignment, assignment.String())
	helper, err := s.Surveys.Helper(ctx, assignment, person)
	if err != nil {
		return nil, err
	}
	session, err := s.session(ctx, helper)
	return contract.OpenSection200JSONResponse(session), err
}

func toAssignment(lang string) func(surveys.Assignment) contract.Assignment {
	return func(a surveys.Assignment) contract.Assignment {
		return contract.Assignment{
			ID: a.ID, ResponseID: a.ResponseID, Goal: a.Goal, SectionName: surveys.SectionName(a.Goal, lang), Name: a.Name, ByLink: a.ByLink, Mine: a.Mine,
			Note: a.Note, Deadline: string(a.Deadline), State: contract.AssignmentState(a.State), Reason: a.CloseReason, HandedBy: a.HandedBy,
			CreatedAt: a.CreatedAt, AnsweredAt: a.AnsweredAt, ClosedAt: a.ClosedAt, Version: a.Version,
		}
	}
}

// handedTo gives who has a section; nil where nobody in particular does.
func handedTo(handed map[int]surveys.Assignment, goal int, lang string) *contract.Assignment {
	a, out := handed[goal]
	if !out {
		return nil
	}
	return new(toAssignment(lang)(a))
}
