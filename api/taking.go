package api

import (
	"context"
	"fmt"
	"strings"

	"loftet/api/contract"
	"loftet/surveys"
	"loftet/surveys/paper"
)

// ExportResponse gives a response as it stands now, as a file.
func (s *Server) ExportResponse(ctx context.Context, r contract.ExportResponseRequestObject) (contract.ExportResponseResponseObject, error) {
	taken, err := s.Surveys.TakeDraft(ctx, who(ctx), r.ResponseID)
	if err != nil {
		return nil, err
	}
	name := fmt.Sprintf("%s-%d", slug(taken.Document.Municipality.Name), taken.Document.Round.Year)
	return s.taken(ctx, taken, string(valueOf(r.Params.Format)), langOr(ctx, r.Params.Lang), name, paper.HTML)
}

// ExportSubmission gives a submitted revision as a file.
func (s *Server) ExportSubmission(
	ctx context.Context, r contract.ExportSubmissionRequestObject,
) (contract.ExportSubmissionResponseObject, error) {
	format := valueOf(r.Params.Format)
	taken, err := s.Surveys.TakeSubmission(ctx, who(ctx), r.ResponseID, r.Revision, format == contract.ExportSubmissionParamsFormatZip)
	if err != nil {
		return nil, err
	}
	name, page := taken.Submission.Receipt, paper.HTML
	printable := format == contract.ExportSubmissionParamsFormatHTML || format == contract.ExportSubmissionParamsFormatPdf
	if printable && valueOf(r.Params.Paper) == contract.ExportSubmissionParamsPaperReceipt {
		name, page = name+"-"+strings.ToLower(paper.ReceiptWord(langOr(ctx, r.Params.Lang))), paper.Receipt
	}
	return s.taken(ctx, taken, string(format), langOr(ctx, r.Params.Lang), name, page)
}

func langOr(ctx context.Context, wanted *contract.Language) string {
	if wanted != nil {
		return string(*wanted)
	}
	return who(ctx).Language
}

// taken makes the file of a response in a format of the contract; page writes that of
// html and pdf.
func (s *Server) taken(
	ctx context.Context, t surveys.Taken, format, lang, name string, page func(surveys.Taken, string) ([]byte, error),
) (*file, error) {
	exported(ctx, name)
	f := &file{contentType: "application/json", name: name + ".json", body: []byte(t.Text)}
	var err error
	switch format {
	case "csv":
		f.contentType, f.name = "text/csv; charset=utf-8", name+".csv"
		f.body, err = paper.CSV(t, lang)
	case "xlsx":
		f.contentType, f.name = xlsxType, name+".xlsx"
		f.body, err = paper.XLSX(t, lang)
	case "html", "pdf":
		written, err := page(t, lang)
		if err != nil {
			return nil, err
		}
		return s.pageFile(ctx, name, written, format == "pdf")
	case "zip":
		f.contentType, f.name = "application/zip", name+".zip"
		f.body, err = paper.Bundle(t, lang, s.Build)
	}
	return f, err
}

// xlsxType is the media type of spreadsheets.
const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
