package surveys

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/internal/filetype"
	"loftet/models"
)

// The limits of evidence.
const (
	MaxFile           = 10 << 20 // bytes of one file
	maxEvidenceAnswer = 10
	maxEvidenceSize   = 60 << 20 // bytes of a whole response
	maxEvidenceAll    = 200      // of a whole response
)

// The kinds of evidence.
const (
	EvidenceFile = "file"
	EvidenceLink = "link"
)

// Attachment is evidence for an answer as it is listed: a file or a link. Of a file that
// answers a question of the questionnaire's own, Question is that question's name and
// Indicator the zero id.
type Attachment struct {
	ID        uuid.UUID
	Indicator uuid.UUID
	Question  string
	Kind      string
	Name      string // of the file
	MediaType string
	Size      int    // bytes
	Checksum  string // SHA-256 in hexadecimal digits
	Link      string
	Title     string
	CreatedAt time.Time
	Gone      bool   // taken away since
	By        string // who added it; empty where that is not known
}

// AttachedFile is a file with what stands in it.
type AttachedFile struct {
	Attachment
	Content []byte
}

// NewFile is a file that somebody hands in: Name as they call it.
type NewFile struct {
	Name, Title string
	Content     []byte
}

// row gives a file as it is stored, or says why it is not taken.
func (f NewFile) row() (models.Attachment, error) {
	switch {
	case len(f.Content) == 0:
		return models.Attachment{}, fault.InvalidFields(fault.OnField("file", "file_empty"))
	case len(f.Content) > MaxFile:
		return models.Attachment{}, fault.InvalidFields(fault.OnField("file", "file_large", "max", MaxFile>>20))
	}
	kind, ok := filetype.Of(f.Name, f.Content)
	if !ok {
		return models.Attachment{}, fault.InvalidFields(fault.OnField("file", "file_kind"))
	}
	sum := sha256.Sum256(f.Content)
	return models.Attachment{
		Kind: EvidenceFile, FileName: filetype.Name(f.Name, kind), MediaType: kind.MediaType, Size: len(f.Content),
		Checksum: hex.EncodeToString(sum[:]), Content: f.Content, Title: strings.TrimSpace(f.Title),
	}, nil
}

// standing finds evidence that says the same, so that what is sent twice stands once.
func standing(list []Attachment, row models.Attachment) *Attachment {
	for i, a := range list {
		if a.isBehind(row) && a.Kind == row.Kind && a.Name == row.FileName && a.Checksum == row.Checksum && a.Link == row.Link {
			return &list[i]
		}
	}
	return nil
}

// isBehind tells whether evidence stands behind the same answer as a row.
func (a Attachment) isBehind(row models.Attachment) bool {
	if row.IndicatorID == nil {
		return a.Question == row.Question && a.Indicator == uuid.Nil
	}
	return a.Indicator == *row.IndicatorID
}

// roomFor refuses evidence beyond the limits.
func roomFor(list []Attachment, row models.Attachment) error {
	here, size := 0, row.Size
	for _, a := range list {
		if size += a.Size; row.IndicatorID != nil && a.isBehind(row) {
			here++
		}
	}
	switch {
	case here >= maxEvidenceAnswer:
		return fault.New(fault.Conflict, "too-much-evidence", "max", maxEvidenceAnswer)
	case len(list) >= maxEvidenceAll:
		return fault.New(fault.Conflict, "too-much-evidence", "max", maxEvidenceAll)
	case size > maxEvidenceSize:
		return fault.New(fault.Conflict, "evidence-too-large", "max", maxEvidenceSize>>20)
	}
	return nil
}
