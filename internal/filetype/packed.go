package filetype

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
)

// Bounds of what is packed. A document of hundreds of pages stays far within them.
const (
	maxEntries  = 5000
	maxUnpacked = 200 << 20 // bytes of all entries together, as the file says
)

// packed tells documents that are zip files. Only the list of entries and the one
// that names the kind are read.
func packed(content []byte) (Kind, bool) {
	archive, err := zip.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil || len(archive.File) == 0 || len(archive.File) > maxEntries {
		return Kind{}, false
	}
	var unpacked uint64
	kind, typed := Kind{}, false
	for i, entry := range archive.File {
		if unpacked += entry.UncompressedSize64; unpacked > maxUnpacked || runs(entry.Name) {
			return Kind{}, false
		}
		switch {
		case i == 0 && entry.Name == "mimetype":
			kind = openDocument(entry)
		case entry.Name == "[Content_Types].xml":
			typed = true
		case entry.Name == "word/document.xml":
			kind = DOCX
		case entry.Name == "xl/workbook.xml":
			kind = XLSX
		}
	}
	office := kind.Ending == DOCX.Ending || kind.Ending == XLSX.Ending
	return kind, kind.Ending != "" && (typed || !office)
}

// runs tells the entries that hold programs of a document.
func runs(name string) bool {
	lower := strings.ToLower(name)
	return strings.Contains(lower, "vbaproject") || strings.HasPrefix(lower, "basic/") || strings.HasPrefix(lower, "scripts/")
}

// openDocument reads the first entry of an OpenDocument file, which is its media
// type, not packed.
func openDocument(entry *zip.File) Kind {
	for _, kind := range []Kind{ODT, ODS} {
		if entry.Method != zip.Store || entry.UncompressedSize64 != uint64(len(kind.MediaType)) {
			continue
		}
		r, err := entry.Open()
		if err != nil {
			return Kind{}
		}
		text, err := io.ReadAll(io.LimitReader(r, int64(len(kind.MediaType))))
		if closed := r.Close(); err == nil && closed == nil && string(text) == kind.MediaType {
			return kind
		}
	}
	return Kind{}
}
