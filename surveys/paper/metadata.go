package paper

import (
	"slices"
	"time"

	"loftet/surveys"
)

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
	Kept         []string                `json:"kept"` // what its reader may not see: questions, history
	Language     string                  `json:"pageLanguage"`
	Files        []bundledFile           `json:"files"`
}

// withheldAnswer says of which answer something is left out, and why.
type withheldAnswer struct {
	Code   string `json:"code"`
	Ground string `json:"ground"`
}

func describe(t surveys.Taken, lang, software string, files []bundledFile) metadata {
	d := t.Document
	about := metadata{
		Format: bundleFormat, Software: software, Municipality: d.Municipality, Round: d.Round, Response: d.Format, Receipt: d.Receipt,
		Revision: d.Revision, SubmittedAt: d.SubmittedAt, SubmittedBy: d.SubmittedBy, ApprovedAt: d.ApprovedAt, ApprovedBy: d.ApprovedBy,
		CaseNumbers: []string{}, Checksum: t.Submission.Checksum, Withheld: []withheldAnswer{}, Kept: append([]string{}, t.Kept...), Language: lang, Files: files,
	}
	for _, answer := range d.Answers {
		if answer.CaseNumber != "" && !slices.Contains(about.CaseNumbers, answer.CaseNumber) {
			about.CaseNumbers = append(about.CaseNumbers, answer.CaseNumber)
		}
		if answer.Withheld != "" {
			about.Withheld = append(about.Withheld, withheldAnswer{answer.Code, answer.Withheld})
		}
	}
	for _, x := range t.Decisions {
		if x.CaseNumber != "" && !slices.Contains(about.CaseNumbers, x.CaseNumber) {
			about.CaseNumbers = append(about.CaseNumbers, x.CaseNumber)
		}
	}
	slices.Sort(about.CaseNumbers)
	return about
}
