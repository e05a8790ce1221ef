package paper

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/google/uuid"

	"loftet/surveys"
)

// bundleFormat names the shape of a bundle; a change of shape gets a new one.
const bundleFormat = "loftet-archive-1"

// metadata is what an archive needs to know of a bundle before it opens the rest.
type metadata struct {
	Format       string                  `json:"format"`
	Software     string                  `json:"software"`
	Municipality surveys.DocumentUnit    `json:"municipality"`
	Round        surveys.DocumentRound   `json:"round"`
	Response     string                  `json:"documentFormat"`
	Receipt      string                  `json:"receipt"`
	Revision     int                     `json:"revision"`
	SubmittedAt  time.Time               `json:"submittedAt"`
	SubmittedBy  *surveys.DocumentPerson `json:"submittedBy"`
	ApprovedAt   *time.Time              `json:"approvedAt"`
	ApprovedBy   *surveys.DocumentPerson `json:"approvedBy"`
	CaseNumbers  []string                `json:"caseNumbers"`
	Checksum     string                  `json:"submittedDocumentSha256"` // of the document as it was submitted
	Withheld     []withheldAnswer        `json:"withheld"`
	Language     string                  `json:"pageLanguage"`
	Files        []bundledFile           `json:"files"`
}

// withheldAnswer says of which answer something is left out, and why.
type withheldAnswer struct {
	Code   string `json:"code"`
	Ground string `json:"ground"`
}

// bundledFile is a file of the bundle. Code is the question that it is evidence for.
type bundledFile struct {
	Path      string `json:"path"`
	MediaType string `json:"mediaType"`
	Size      int    `json:"size"`
	Checksum  string `json:"sha256"`
	Code      string `json:"code,omitempty"`
	Title     string `json:"title,omitempty"`

	content []byte
}

// Bundle packs a submitted revision for an archive: the document word for word, the
// page in a language, what the municipality said of itself, the files behind the answers, metadata.json, and SHA256SUMS
// over all of them. Software is which build packed it.
func Bundle(t surveys.Taken, lang, software string) ([]byte, error) {
	page, err := HTML(t, lang)
	if err != nil {
		return nil, err
	}
	list := []bundledFile{
		bundled("document.json", "application/json", []byte(t.Text)),
		bundled("page.html", "text/html; charset=utf-8", page),
	}
	if len(t.Judgements) > 0 {
		own, err := JudgementsCSV(t.Judgements, lang)
		if err != nil {
			return nil, err
		}
		list = append(list, bundled("judgements.csv", "text/csv; charset=utf-8", own))
	}
	list = append(list, evidence(t)...)
	about, err := json.MarshalIndent(describe(t, lang, software, list), "", "  ")
	if err != nil {
		return nil, fmt.Errorf("describe bundle: %w", err)
	}
	list = append(list, bundled("metadata.json", "application/json", append(about, '\n')))
	return pack(list, t.Document.SubmittedAt)
}

func bundled(path, mediaType string, content []byte) bundledFile {
	sum := sha256.Sum256(content)
	return bundledFile{Path: path, MediaType: mediaType, Size: len(content), Checksum: hex.EncodeToString(sum[:]), content: content}
}

// evidence numbers the files behind the answers, so that no two have one name.
func evidence(t surveys.Taken) []bundledFile {
	var list []bundledFile
	taken := map[uuid.UUID]bool{}
	for _, answer := range t.Document.Answers {
		for _, e := range answer.Evidence {
			file, there := t.Files[e.ID]
			if !there || taken[e.ID] {
				continue
			}
			taken[e.ID] = true
			one := bundled(fmt.Sprintf("attachments/%03d-%s", len(list)+1, e.Name), e.MediaType, file.Content)
			one.Code, one.Title = answer.Code, e.Title
			list = append(list, one)
		}
	}
	return list
}

func describe(t surveys.Taken, lang, software string, files []bundledFile) metadata {
	d := t.Document
	about := metadata{
		Format: bundleFormat, Software: software, Municipality: d.Municipality, Round: d.Round, Response: d.Format, Receipt: d.Receipt,
		Revision: d.Revision, SubmittedAt: d.SubmittedAt, SubmittedBy: d.SubmittedBy, ApprovedAt: d.ApprovedAt, ApprovedBy: d.ApprovedBy,
		CaseNumbers: []string{}, Checksum: t.Submission.Checksum, Withheld: []withheldAnswer{}, Language: lang, Files: files,
	}
	for _, answer := range d.Answers {
		if answer.CaseNumber != "" && !slices.Contains(about.CaseNumbers, answer.CaseNumber) {
			about.CaseNumbers = append(about.CaseNumbers, answer.CaseNumber)
		}
		if answer.Withheld != "" {
			about.Withheld = append(about.Withheld, withheldAnswer{answer.Code, answer.Withheld})
		}
	}
	slices.Sort(about.CaseNumbers)
	return about
}

// pack writes the files with one time, in a fixed order, so that the same files give
// the same bytes.
func pack(list []bundledFile, at time.Time) ([]byte, error) {
	var sums strings.Builder
	for _, f := range list {
		fmt.Fprintf(&sums, "%s  %s\n", f.Checksum, f.Path)
	}
	list = append(list, bundledFile{Path: "SHA256SUMS", content: []byte(sums.String())})
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range list {
		entry, err := w.CreateHeader(&zip.FileHeader{Name: f.Path, Method: zip.Deflate, Modified: at.UTC()})
		if err == nil {
			_, err = entry.Write(f.content)
		}
		if err != nil {
			return nil, fmt.Errorf("pack %s: %w", f.Path, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("pack: %w", err)
	}
	return out.Bytes(), nil
}
