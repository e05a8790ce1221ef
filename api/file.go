package api

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"mime"
	"net/http"
	"strings"
	"unicode"
)

// file is an answer that is a file. It goes out as an attachment: an address that
// is opened by itself is saved, and never shown as a page of this site.
type file struct {
	contentType, name string
	body              []byte
}

// toSave is a file of bytes that nobody shall look into here: whatever it is, a
// browser saves it.
func toSave(name string, body []byte) *file {
	return &file{contentType: "application/octet-stream", name: name, body: body}
}

// write writes the file. A name may hold any letters; quotes and line ends in it
// cannot end the header.
func (f *file) write(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", f.contentType)
	disposition := fmt.Sprintf("attachment; filename=%q", f.name)
	if strings.ContainsFunc(f.name, func(r rune) bool { return r > unicode.MaxASCII }) {
		disposition = mime.FormatMediaType("attachment", map[string]string{"filename": f.name})
	}
	w.Header().Set("Content-Disposition", disposition)
	w.WriteHeader(http.StatusOK)
	_, err := bytes.NewReader(f.body).WriteTo(w)
	return err
}

// exported notes in the log who carries what off.
func exported(ctx context.Context, what string) {
	slog.Info("export", append([]any{"request", who(ctx).RequestID, "file", what}, whoAndWhat(ctx)...)...)
}

// VisitGetChartResponse writes the file.
func (f *file) VisitGetChartResponse(w http.ResponseWriter) error { return f.write(w) }

// VisitGetAttachmentResponse writes the file.
func (f *file) VisitGetAttachmentResponse(w http.ResponseWriter) error { return f.write(w) }

// VisitGetCasePaperPageResponse writes the file.
func (f *file) VisitGetCasePaperPageResponse(w http.ResponseWriter) error { return f.write(w) }

// VisitGetPaperFileResponse writes the file.
func (f *file) VisitGetPaperFileResponse(w http.ResponseWriter) error { return f.write(w) }

// VisitGetPaperPictureResponse writes the file.
func (f *file) VisitGetPaperPictureResponse(w http.ResponseWriter) error { return f.write(w) }

// VisitGetRoundDecisionsTableResponse writes the table.
func (f *file) VisitGetRoundDecisionsTableResponse(w http.ResponseWriter) error { return f.write(w) }

// VisitGetRoundCorrectionsTableResponse writes the table.
func (f *file) VisitGetRoundCorrectionsTableResponse(w http.ResponseWriter) error { return f.write(w) }

// VisitExportResponseResponse writes the file.
func (f *file) VisitExportResponseResponse(w http.ResponseWriter) error { return f.write(w) }

// VisitExportSubmissionResponse writes the file.
func (f *file) VisitExportSubmissionResponse(w http.ResponseWriter) error { return f.write(w) }

// VisitGetWorkbookResponse writes the file.
func (f *file) VisitGetWorkbookResponse(w http.ResponseWriter) error { return f.write(w) }

// VisitExportQuestionnaireResponse writes the file.
func (f *file) VisitExportQuestionnaireResponse(w http.ResponseWriter) error { return f.write(w) }
