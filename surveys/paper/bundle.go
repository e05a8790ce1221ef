package paper

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"loftet/surveys"
)

// bundleFormat names the shape of a bundle; a change of shape gets a new one.
const bundleFormat = "loftet-archive-1"

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
// page in a language, the decisions, the questions about it, its history, what the
// municipality said of itself, the files behind the answers, metadata.json, and
// SHA256SUMS over all of them. Software is which build packed it.
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
	for _, one := range records(t) {
		file, err := inJSON(one.path, one.content)
		if err != nil {
			return nil, err
		}
		list = append(list, file)
	}
	list = append(list, evidence(t)...)
	about, err := inJSON("metadata.json", describe(t, lang, software, list))
	if err != nil {
		return nil, err
	}
	return pack(append(list, about), t.Document.SubmittedAt)
}

func inJSON(path string, content any) (bundledFile, error) {
	text, err := json.MarshalIndent(content, "", "  ")
	if err != nil {
		return bundledFile{}, fmt.Errorf("write %s: %w", path, err)
	}
	return bundled(path, "application/json", append(text, '\n')), nil
}

func bundled(path, mediaType string, content []byte) bundledFile {
	sum := sha256.Sum256(content)
	return bundledFile{Path: path, MediaType: mediaType, Size: len(content), Checksum: hex.EncodeToString(sum[:]), content: content}
}

// evidence numbers the files behind the answers, so that no two have one name. Code is
// the question that a file is handed in for.
func evidence(t surveys.Taken) []bundledFile {
	var list []bundledFile
	taken := map[uuid.UUID]bool{}
	add := func(code string, e surveys.DocumentEvidence) {
		file, there := t.Files[e.ID]
		if !there || taken[e.ID] {
			return
		}
		taken[e.ID] = true
		one := bundled(fmt.Sprintf("attachments/%03d-%s", len(list)+1, e.Name), e.MediaType, file.Content)
		one.Code, one.Title = code, e.Title
		list = append(list, one)
	}
	for _, answer := range t.Document.Answers {
		for _, e := range answer.Evidence {
			add(answer.Code, e)
		}
	}
	for _, e := range t.Document.Entries {
		if e.File != nil {
			add(e.Name, *e.File)
		}
	}
	return list
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
