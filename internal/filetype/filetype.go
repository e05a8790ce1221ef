package filetype

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"
)

// Kind is a kind of file: its media type and the ending of its name, with point.
type Kind struct {
	MediaType string
	Ending    string
	also      []string // other endings in use
}

// The kinds that are taken.
var (
	PDF  = Kind{MediaType: "application/pdf", Ending: ".pdf"}
	PNG  = Kind{MediaType: "image/png", Ending: ".png"}
	JPEG = Kind{MediaType: "image/jpeg", Ending: ".jpg", also: []string{".jpeg"}}
	ODT  = Kind{MediaType: "application/vnd.oasis.opendocument.text", Ending: ".odt"}
	ODS  = Kind{MediaType: "application/vnd.oasis.opendocument.spreadsheet", Ending: ".ods"}
	DOCX = Kind{MediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Ending: ".docx"}
	XLSX = Kind{MediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Ending: ".xlsx"}
	CSV  = Kind{MediaType: "text/csv; charset=utf-8", Ending: ".csv"}
	Text = Kind{MediaType: "text/plain; charset=utf-8", Ending: ".txt"}
)

// Of gives the kind of a file; false for one that is not taken. Text is UTF-8
// without markup, and a CSV table where its name says so.
func Of(name string, content []byte) (Kind, bool) {
	switch {
	case bytes.HasPrefix(content, []byte("%PDF-")):
		return PDF, true
	case bytes.HasPrefix(content, []byte("\x89PNG\r\n\x1a\n")):
		return PNG, true
	case bytes.HasPrefix(content, []byte("\xff\xd8\xff")):
		return JPEG, true
	case bytes.HasPrefix(content, []byte("PK\x03\x04")):
		return packed(content)
	case !isText(content):
		return Kind{}, false
	case strings.EqualFold(path.Ext(name), CSV.Ending):
		return CSV, true
	}
	return Text, true
}

// Fits tells whether a name ends as names of the kind do.
func (k Kind) Fits(name string) bool {
	ending := strings.ToLower(path.Ext(name))
	for _, one := range append([]string{k.Ending}, k.also...) {
		if ending == one {
			return true
		}
	}
	return false
}

// markup begins what a browser may take for a page or a picture with scripts.
var markup = [][]byte{[]byte("<!"), []byte("<?xml"), []byte("<html"), []byte("<svg"), []byte("<script"), []byte("<body"), []byte("<head"), []byte("<iframe")}

// lookedAt is how many bytes a browser looks at to guess what something is.
const lookedAt = 1445

func isText(content []byte) bool {
	if len(content) == 0 || !utf8.Valid(content) {
		return false
	}
	for _, c := range content {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' {
			return false
		}
	}
	head := bytes.ToLower(content[:min(len(content), lookedAt)])
	for _, one := range markup {
		if bytes.Contains(head, one) {
			return false
		}
	}
	return true
}
