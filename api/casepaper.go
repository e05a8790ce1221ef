package api

import (
	"bytes"
	"cmp"
	"context"

	"github.com/google/uuid"

	"loftet/api/contract"
	"loftet/surveys/casepaper"
)

// GetCasePaper gives a case paper to look at.
func (s *Server) GetCasePaper(ctx context.Context, r contract.GetCasePaperRequestObject) (contract.GetCasePaperResponseObject, error) {
	paper, err := s.casePaper(ctx, r.RegionID, r.Params.Municipality, r.Params.Language)
	if err != nil {
		return nil, err
	}
	return contract.GetCasePaper200JSONResponse(toCasePaper(paper)), nil
}

// GetCasePaperPage gives it as a page of its own, to save and open for editing.
func (s *Server) GetCasePaperPage(ctx context.Context, r contract.GetCasePaperPageRequestObject) (contract.GetCasePaperPageResponseObject, error) {
	paper, err := s.casePaper(ctx, r.RegionID, r.Params.Municipality, r.Params.Language)
	if err != nil {
		return nil, err
	}
	var page bytes.Buffer
	if err := paper.HTML(&page); err != nil {
		return nil, err
	}
	return s.pageFile(ctx, slug(paper.Title), page.Bytes(), valueOf(r.Params.Format) == contract.GetCasePaperPageParamsFormatPdf)
}

func (s *Server) casePaper(ctx context.Context, region uuid.UUID, municipality *uuid.UUID, language *contract.PaperLanguage) (casepaper.Paper, error) {
	return s.Surveys.CasePaper(ctx, who(ctx), region, municipality, string(cmp.Or(valueOf(language), contract.PaperLanguageNb)))
}

func toCasePaper(p casepaper.Paper) contract.CasePaper {
	return contract.CasePaper{Language: contract.Language(p.Language), Title: p.Title, Hours: p.Hours, Blocks: convertAll(p.Blocks, toPaperBlock)}
}

func toPaperBlock(b casepaper.Block) contract.PaperBlock {
	return contract.PaperBlock{Kind: contract.PaperBlockKind(b.Kind), Text: b.Text, Items: append([]string{}, b.Items...)}
}
