package api

import (
	"context"
	"fmt"
	"net/http"

	"loftet/api/contract"
	"loftet/surveys"
	"loftet/surveys/edition"
)

// editionFile is the very bytes of an edition. The tag is their checksum, whatever the
// language of the reader.
type editionFile struct {
	file
	checksum string
}

// VisitGetRoundEditionResponse writes the bytes.
func (f *editionFile) VisitGetRoundEditionResponse(w http.ResponseWriter) error {
	tag := `"` + f.checksum + `"`
	if held, ok := w.(*heldWriter); ok {
		held.tag = tag
	}
	w.Header().Set("ETag", tag)
	return f.write(w)
}

// ListRoundEditions gives the editions of a round.
func (s *Server) ListRoundEditions(ctx context.Context, r contract.ListRoundEditionsRequestObject) (contract.ListRoundEditionsResponseObject, error) {
	e, err := s.Surveys.ListEditions(ctx, who(ctx), r.RoundID)
	if err != nil {
		return nil, err
	}
	return contract.ListRoundEditions200JSONResponse(toEditions(e)), nil
}

// PublishCorrection makes the next edition.
func (s *Server) PublishCorrection(ctx context.Context, r contract.PublishCorrectionRequestObject) (contract.PublishCorrectionResponseObject, error) {
	e, err := s.Surveys.PublishCorrection(ctx, who(ctx), r.RoundID, r.Body.Reason)
	if err != nil {
		return nil, err
	}
	return contract.PublishCorrection201JSONResponse(toEditions(e)), nil
}

// GetRoundEdition gives an edition byte for byte.
func (s *Server) GetRoundEdition(ctx context.Context, r contract.GetRoundEditionRequestObject) (contract.GetRoundEditionResponseObject, error) {
	document, checksum, err := s.Surveys.EditionDocument(ctx, who(ctx), r.RoundID, r.Edition, string(r.Audience))
	if err != nil {
		return nil, err
	}
	name := fmt.Sprintf("%s-%d-%s.json", r.RoundID, r.Edition, r.Audience)
	exported(ctx, name)
	return &editionFile{file{contentType: "application/json", name: name, body: []byte(document)}, checksum}, nil
}

// CheckRoundEdition makes an edition again.
func (s *Server) CheckRoundEdition(ctx context.Context, r contract.CheckRoundEditionRequestObject) (contract.CheckRoundEditionResponseObject, error) {
	a := who(ctx)
	c, err := s.Surveys.CheckEdition(ctx, a, r.RoundID, r.Edition, string(r.Audience))
	if err != nil {
		return nil, err
	}
	return contract.CheckRoundEdition200JSONResponse{Edition: c.Edition, Audience: contract.EditionAudience(c.Audience), Checksum: c.Stored,
		Recomputed: c.Recomputed, Intact: c.Intact, Same: c.Same, Changes: toChanges(c.Changes, a.Language)}, nil
}

// ListRoundCorrections gives what later editions have changed.
func (s *Server) ListRoundCorrections(ctx context.Context, r contract.ListRoundCorrectionsRequestObject) (contract.ListRoundCorrectionsResponseObject, error) {
	a := who(ctx)
	round, notices, err := s.Surveys.Notices(ctx, a, r.RoundID)
	if err != nil {
		return nil, err
	}
	return contract.ListRoundCorrections200JSONResponse{Round: toRound(round), Items: convertAll(notices, func(n surveys.Notice) contract.RoundCorrection {
		return contract.RoundCorrection{Edition: n.Edition.Number, Before: n.Before, MadeAt: n.Edition.MadeAt, Reason: n.Edition.Reason, Changes: toChanges(n.Changes, a.Language)}
	})}, nil
}

// CorrectResponse opens a response again after the freeze.
func (s *Server) CorrectResponse(ctx context.Context, r contract.CorrectResponseRequestObject) (contract.CorrectResponseResponseObject, error) {
	a := who(ctx)
	review, err := s.Surveys.CorrectResponse(ctx, a, r.ResponseID, r.Body.Reason)
	if err != nil {
		return nil, err
	}
	return contract.CorrectResponse200JSONResponse(toReview(review, a.Language)), nil
}

func toEditions(e surveys.Editions) contract.RoundEditions {
	return contract.RoundEditions{Round: toRound(e.Round), Waiting: e.Waiting, Open: e.Open, Items: convertAll(e.List, func(x surveys.Edition) contract.RoundEdition {
		one := contract.RoundEdition{Edition: x.Number, Reason: x.Reason, MadeAt: x.MadeAt, PublishedAt: x.PublishedAt, Newest: x.Newest,
			Withdrawn: x.Removed, PublicChecksum: x.PublicChecksum}
		if x.Own {
			one.OwnChecksum = &x.OwnChecksum
		}
		if x.MadeBy != nil {
			one.MadeBy = &x.MadeBy.Name
		}
		return one
	})}
}

func toChanges(list []edition.Change, lang string) []contract.FigureChange {
	return convertAll(list, func(c edition.Change) contract.FigureChange {
		out := contract.FigureChange{Of: ofChange(c), Goal: c.Goal, Before: toSaid(c.Before), After: toSaid(c.After)}
		if m := c.Municipality; m != nil {
			out.MunicipalityID, out.Municipality = &m.ID, &m.Name
		}
		if in := c.Indicator; in != nil {
			name, unit, kind := say(in.Name, lang), say(in.Unit, lang), contract.QuestionType(in.Type)
			out.Code, out.Name, out.Unit, out.Type, out.Decimals = &in.Code, &name, &unit, &kind, &in.Decimals
		}
		return out
	})
}

// ofChange tells what kind of number has changed.
func ofChange(c edition.Change) contract.FigureChangeOf {
	switch {
	case c.Municipality != nil && c.Indicator != nil:
		return contract.FigureChangeOfFigure
	case c.Municipality != nil:
		return contract.FigureChangeOfGoal
	case c.Indicator != nil:
		return contract.FigureChangeOfMean
	}
	return contract.FigureChangeOfGoalMean
}

func toSaid(s edition.Said) contract.FigureSaid {
	return contract.FigureSaid{State: contract.FigureSaidState(s.State), Value: s.Value, Score: s.Score, Units: s.Units}
}
