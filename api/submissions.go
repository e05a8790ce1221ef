package api

import (
	"cmp"
	"context"

	"loftet/api/contract"
	"loftet/surveys"
	"loftet/surveys/paper"
)

// SubmitResponse submits an approved response and answers with the receipt.
func (s *Server) SubmitResponse(ctx context.Context, r contract.SubmitResponseRequestObject) (contract.SubmitResponseResponseObject, error) {
	receipt, err := s.Surveys.SubmitResponse(ctx, who(ctx), r.ResponseID)
	if err != nil {
		return nil, err
	}
	return contract.SubmitResponse201JSONResponse(toSubmission(receipt)), nil
}

// ListSubmissions gives the submitted revisions of a response.
func (s *Server) ListSubmissions(ctx context.Context, r contract.ListSubmissionsRequestObject) (contract.ListSubmissionsResponseObject, error) {
	list, err := s.Surveys.ListSubmissions(ctx, who(ctx), r.ResponseID)
	if err != nil {
		return nil, err
	}
	return contract.ListSubmissions200JSONResponse{Items: convertAll(list, toSubmission)}, nil
}

// GetSubmission gives a submitted revision with its document.
func (s *Server) GetSubmission(ctx context.Context, r contract.GetSubmissionRequestObject) (contract.GetSubmissionResponseObject, error) {
	detail, err := s.Surveys.GetSubmission(ctx, who(ctx), r.ResponseID, r.Revision)
	if err != nil {
		return nil, err
	}
	lang := who(ctx).Language
	return contract.GetSubmission200JSONResponse{
		Submission: toSubmission(detail.Submission), Document: detail.Document, Withheld: detail.Withheld,
		Own: convertAll(paper.OwnAnswers(detail.Content, detail.Own, lang), func(o paper.OwnAnswer) contract.OwnAnswer {
			return contract.OwnAnswer{Name: o.Name, Goal: o.Goal, Around: o.Around, Label: o.Label, Answer: o.InWords(lang), Answered: o.State == surveys.Value}
		}),
	}, nil
}

func toSubmission(s surveys.Submission) contract.Submission {
	return contract.Submission{
		Receipt: s.Receipt, Revision: s.Revision, SubmittedAt: s.SubmittedAt, SubmittedBy: cmp.Or(s.SubmittedBy, service),
		ApprovedBy: textOrNil(s.ApprovedBy), ApprovedAt: s.ApprovedAt, Municipality: s.Municipality,
		RoundName: s.RoundName, Answers: s.Answers, OwnAnswers: s.OwnAnswers, Checksum: s.Checksum,
	}
}
