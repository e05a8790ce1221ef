package api

import (
	"context"

	"loftet/internal/fault"
)

// printAgainIn is when to try again what could not be printed, in seconds: a browser
// that printed for others has ended by then.
const printAgainIn = 10

// pageFile makes a file of a page: the page itself, or printed as PDF.
func (s *Server) pageFile(ctx context.Context, name string, page []byte, printed bool) (*file, error) {
	if !printed {
		return &file{contentType: "text/html; charset=utf-8", name: name + ".html", body: page}, nil
	}
	if s.Printer == nil {
		return nil, fault.InvalidFields(fault.OnField("format", "pdf_not_offered"))
	}
	body, err := s.Printer.Print(ctx, page)
	if err != nil {
		away := fault.Wrap(err, fault.Unavailable, "pdf-unavailable")
		away.RetryAfter = printAgainIn
		return nil, away
	}
	return &file{contentType: "application/pdf", name: name + ".pdf", body: body}, nil
}
