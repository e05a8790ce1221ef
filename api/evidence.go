package api

import (
	"context"
	"io"

	"loftet/api/contract"
	"loftet/surveys"
)

// AttachFile adds a file to an answer.
func (s *Server) AttachFile(ctx context.Context, r contract.AttachFileRequestObject) (contract.AttachFileResponseObject, error) {
	content, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, malformed(err)
	}
	added, err := s.Surveys.AttachFile(ctx, who(ctx), r.ResponseID, r.Code,
		surveys.NewFile{Name: r.Params.Name, Title: valueOf(r.Params.Title), Content: content})
	if err != nil {
		return nil, err
	}
	return contract.AttachFile201JSONResponse(toAttachment(added)), nil
}

// HandInFile takes a file that is to answer an own question.
func (s *Server) HandInFile(ctx context.Context, r contract.HandInFileRequestObject) (contract.HandInFileResponseObject, error) {
	content, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, malformed(err)
	}
	added, err := s.Surveys.HandInFile(ctx, who(ctx), r.ResponseID, r.Name, surveys.NewFile{Name: r.Params.File, Content: content})
	if err != nil {
		return nil, err
	}
	return contract.HandInFile201JSONResponse(toAttachment(added)), nil
}

// AttachLink adds a link to an answer.
func (s *Server) AttachLink(ctx context.Context, r contract.AttachLinkRequestObject) (contract.AttachLinkResponseObject, error) {
	added, err := s.Surveys.AttachLink(ctx, who(ctx), r.ResponseID, r.Code, r.Body.Link, valueOf(r.Body.Title))
	if err != nil {
		return nil, err
	}
	return contract.AttachLink201JSONResponse(toAttachment(added)), nil
}

// TakeAwayAttachment takes evidence away from an answer.
func (s *Server) TakeAwayAttachment(
	ctx context.Context, r contract.TakeAwayAttachmentRequestObject,
) (contract.TakeAwayAttachmentResponseObject, error) {
	return contract.TakeAwayAttachment204Response{}, s.Surveys.TakeAway(ctx, who(ctx), r.ResponseID, r.AttachmentID)
}

// GetAttachment gives a file to be saved.
func (s *Server) GetAttachment(ctx context.Context, r contract.GetAttachmentRequestObject) (contract.GetAttachmentResponseObject, error) {
	found, err := s.Surveys.GetAttachment(ctx, who(ctx), r.ResponseID, r.AttachmentID)
	if err != nil {
		return nil, err
	}
	exported(ctx, found.ID.String())
	return toSave(found.Name, found.Content), nil
}

func toAttachment(a surveys.Attachment) contract.Attachment {
	return contract.Attachment{
		ID: a.ID, Kind: contract.AttachmentKind(a.Kind), Name: a.Name, MediaType: a.MediaType, Size: a.Size, Checksum: a.Checksum,
		Link: a.Link, Title: a.Title, CreatedAt: a.CreatedAt, By: a.By,
	}
}
