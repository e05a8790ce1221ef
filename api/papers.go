package api

import (
	"context"
	"fmt"

	"loftet/api/contract"
	"loftet/internal/fault"
	"loftet/papers"
)

// ListPapers gives the papers that may be read.
func (s *Server) ListPapers(ctx context.Context, r contract.ListPapersRequestObject) (contract.ListPapersResponseObject, error) {
	list, err := s.Papers.List(ctx, who(ctx), r.Params.Region, r.Params.Municipality)
	if err != nil {
		return nil, err
	}
	return contract.ListPapers200JSONResponse{Items: convertAll(list, toPaperInfo)}, nil
}

// CreatePaper makes a paper.
func (s *Server) CreatePaper(ctx context.Context, r contract.CreatePaperRequestObject) (contract.CreatePaperResponseObject, error) {
	o := papers.Order{RegionID: r.Body.RegionID, RoundID: r.Body.RoundID, MunicipalityID: r.Body.MunicipalityID, Language: string(r.Body.Language), Audience: string(r.Body.Audience)}
	figures, err := s.makeFigures(ctx, o)
	if err != nil {
		return nil, err
	}
	p, err := s.Papers.Make(ctx, who(ctx), o, figures)
	if err != nil {
		return nil, err
	}
	return contract.CreatePaper201JSONResponse{Body: toPaper(p), Headers: contract.CreatePaper201ResponseHeaders{ETag: etag(p.Version)}}, nil
}

// RenewPaper makes the next edition.
func (s *Server) RenewPaper(ctx context.Context, r contract.RenewPaperRequestObject) (contract.RenewPaperResponseObject, error) {
	before, err := s.Papers.Get(ctx, who(ctx), r.PaperID)
	if err != nil {
		return nil, err
	}
	figures, err := s.makeFigures(ctx, orderOf(before))
	if err != nil {
		return nil, err
	}
	p, err := s.Papers.Renew(ctx, who(ctx), r.PaperID, figures)
	if err != nil {
		return nil, err
	}
	return contract.RenewPaper201JSONResponse{Body: toPaper(p), Headers: contract.RenewPaper201ResponseHeaders{ETag: etag(p.Version)}}, nil
}

// GetPaper gives a paper.
func (s *Server) GetPaper(ctx context.Context, r contract.GetPaperRequestObject) (contract.GetPaperResponseObject, error) {
	p, err := s.Papers.Get(ctx, who(ctx), r.PaperID)
	if err != nil {
		return nil, err
	}
	return contract.GetPaper200JSONResponse{Body: toPaper(p), Headers: contract.GetPaper200ResponseHeaders{ETag: etag(p.Version)}}, nil
}

// UpdatePaper changes the texts of a draft.
func (s *Server) UpdatePaper(ctx context.Context, r contract.UpdatePaperRequestObject) (contract.UpdatePaperResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	p, err := s.Papers.Write(ctx, who(ctx), r.PaperID, version, fromPaperTexts(*r.Body))
	if err != nil {
		return nil, withCurrent(err, toPaper)
	}
	return contract.UpdatePaper200JSONResponse{Body: toPaper(p), Headers: contract.UpdatePaper200ResponseHeaders{ETag: etag(p.Version)}}, nil
}

// RemovePaper takes a draft away.
func (s *Server) RemovePaper(ctx context.Context, r contract.RemovePaperRequestObject) (contract.RemovePaperResponseObject, error) {
	if err := s.Papers.Remove(ctx, who(ctx), r.PaperID); err != nil {
		return nil, err
	}
	return contract.RemovePaper204Response{}, nil
}

// ChangePaperState finishes a draft, or publishes what is finished.
func (s *Server) ChangePaperState(ctx context.Context, r contract.ChangePaperStateRequestObject) (contract.ChangePaperStateResponseObject, error) {
	version, err := ifMatch(r.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	change := s.Papers.Finish
	if r.Body.To == contract.PaperStepToPublished {
		change = s.Papers.Publish
	}
	p, err := change(ctx, who(ctx), r.PaperID, version)
	if err != nil {
		return nil, withCurrent(err, toPaper)
	}
	return contract.ChangePaperState200JSONResponse{Body: toPaper(p), Headers: contract.ChangePaperState200ResponseHeaders{ETag: etag(p.Version)}}, nil
}

// docxType is the media type of a document for word processors.
const docxType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

// GetPaperFile gives a paper to carry off.
func (s *Server) GetPaperFile(ctx context.Context, r contract.GetPaperFileRequestObject) (contract.GetPaperFileResponseObject, error) {
	p, err := s.Papers.Get(ctx, who(ctx), r.PaperID)
	if err != nil {
		return nil, err
	}
	name := fmt.Sprintf("%s-%d", slug(p.Title), p.Edition)
	exported(ctx, name)
	format := valueOf(r.Params.Format)
	if format == contract.GetPaperFileParamsFormatDocx {
		body, err := p.Content.Docx()
		if err != nil {
			return nil, err
		}
		return &file{contentType: docxType, name: name + ".docx", body: body}, nil
	}
	page, err := p.Content.HTML()
	if err != nil {
		return nil, err
	}
	return s.pageFile(ctx, name, page, format == contract.GetPaperFileParamsFormatPdf)
}

// GetPaperPicture gives a picture of a paper.
func (s *Server) GetPaperPicture(ctx context.Context, r contract.GetPaperPictureRequestObject) (contract.GetPaperPictureResponseObject, error) {
	p, err := s.Papers.Get(ctx, who(ctx), r.PaperID)
	if err != nil {
		return nil, err
	}
	pictures := p.Content.Figures.Pictures
	if r.Picture > len(pictures) {
		return nil, fault.Missing()
	}
	return &file{contentType: "image/svg+xml; charset=utf-8", name: fmt.Sprintf("%s-%d.svg", slug(p.Title), r.Picture), body: []byte(pictures[r.Picture-1].SVG)}, nil
}
