package surveys

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"
)

// documentFormat names the shape of Document; a change of shape gets a new one. Entries
// came later: where there are none the bytes are as before, and a reader that knows
// nothing of them finds all the rest where it was.
const documentFormat = "loftet-submission-1"

// Document is a submitted revision, whole in itself. It is written once, with
// its fields in this order and without blanks, so that the same content gives
// the same bytes and the checksum can be computed again by anyone.
type Document struct {
	Format        string           `json:"format"`
	Revision      int              `json:"revision"`
	Receipt       string           `json:"receipt"`
	SubmittedAt   time.Time        `json:"submittedAt"`
	SubmittedBy   *DocumentPerson  `json:"submittedBy"`
	ApprovedAt    *time.Time       `json:"approvedAt"`
	ApprovedBy    *DocumentPerson  `json:"approvedBy"`
	Round         DocumentRound    `json:"round"`
	Municipality  DocumentUnit     `json:"municipality"`
	Questionnaire DocumentVersion  `json:"questionnaire"`
	LeftOut       []int            `json:"leftOut"`
	Answers       []DocumentAnswer `json:"answers"`

	LeftOutReasons map[int]string   `json:"leftOutReasons,omitempty"` // by goal
	NotChosen      []DocumentChoice `json:"notChosen,omitempty"`
	Entries        []DocumentEntry  `json:"entries,omitempty"`
	Judgements     []JudgementText  `json:"judgements,omitempty"` // of a draft alone: they are not submitted
}

// DocumentChoice is an indicator of the questionnaire that the municipality does not
// answer, and why. It is no answer, and not the same as a question without one.
type DocumentChoice struct {
	Goal        int       `json:"goal"`
	Code        string    `json:"code"`
	IndicatorID uuid.UUID `json:"indicatorId"`
	Reason      string    `json:"reason"`
}

// DocumentPerson is a person as named on the day.
type DocumentPerson struct {
	ID   uuid.UUID `json:"id"`
	Name string    `json:"name"`
}

// DocumentRound is the round that was answered.
type DocumentRound struct {
	ID     uuid.UUID `json:"id"`
	Name   string    `json:"name"`
	Year   int       `json:"year"`
	Method string    `json:"method"`
	Region string    `json:"region"`
	MadeUp bool      `json:"madeUp"`
}

// DocumentUnit is the municipality with its name and official number on the day.
type DocumentUnit struct {
	ID     uuid.UUID `json:"id"`
	Name   string    `json:"name"`
	Number string    `json:"number"`
}

// DocumentVersion is the questionnaire version that was asked.
type DocumentVersion struct {
	ID        uuid.UUID `json:"id"`
	Catalogue uuid.UUID `json:"catalogueId"`
	Number    int       `json:"number"`
}

// DocumentAnswer is one question of a goal that was not left out. A question
// without an answer has the state "not_answered".
type DocumentAnswer struct {
	Goal            int                `json:"goal"`
	Code            string             `json:"code"`
	IndicatorID     uuid.UUID          `json:"indicatorId"`
	VersionID       uuid.UUID          `json:"versionId"`
	State           AnswerState        `json:"state"`
	Additional      bool               `json:"additional,omitempty"`   // taken in beside the questionnaire
	ChoiceReason    string             `json:"choiceReason,omitempty"` // why it was
	Value           *float64           `json:"value"`
	Year            int                `json:"year"`
	Choice          string             `json:"choice,omitempty"`
	Parts           map[string]float64 `json:"parts,omitempty"`
	Reason          string             `json:"reason,omitempty"`
	Quality         string             `json:"quality,omitempty"`
	Source          string             `json:"source,omitempty"`
	Comment         string             `json:"comment,omitempty"`
	Origin          string             `json:"origin,omitempty"`
	StatisticValue  *float64           `json:"statisticValue,omitempty"`
	StatisticYear   int                `json:"statisticYear,omitempty"`
	StatisticSource string             `json:"statisticSource,omitempty"`
	OverrideReason  string             `json:"overrideReason,omitempty"`
	PriorityReason  string             `json:"priorityReason,omitempty"`
	CaseNumber      string             `json:"caseNumber,omitempty"`
	Internal        bool               `json:"internal,omitempty"`
	Withheld        string             `json:"withheld,omitempty"` // on which ground source, comment and evidence are left out
	Evidence        []DocumentEvidence `json:"evidence,omitempty"`
	AnsweredBy      *DocumentPerson    `json:"answeredBy,omitempty"`
	AnsweredAt      *time.Time         `json:"answeredAt,omitempty"`
}

// DocumentEntry is what was answered to one of the questionnaire's own questions, or
// worked out: of those that were asked, in a goal that was not left out. A value of nil
// is a question that was asked and has no answer. Row is the number of the row of a
// repeat, see [Entry]; a repeat itself stands here where it has no row. File is the file
// that Value names by its id, where the question was answered with one.
type DocumentEntry struct {
	Goal  int               `json:"goal"`
	Name  string            `json:"name"`
	Row   int               `json:"row,omitempty"`
	Value any               `json:"value"`
	File  *DocumentEvidence `json:"file,omitempty"`
}

// DocumentEvidence is a file or a link behind an answer. A file stays in the
// database as long as the submission, and is known by its SHA-256.
type DocumentEvidence struct {
	ID        uuid.UUID `json:"id"`
	Kind      string    `json:"kind"`
	Name      string    `json:"name,omitempty"`
	MediaType string    `json:"mediaType,omitempty"`
	Size      int       `json:"size,omitempty"`
	Checksum  string    `json:"sha256,omitempty"`
	Link      string    `json:"link,omitempty"`
	Title     string    `json:"title,omitempty"`
}

// names tells whether a file or link stands behind the answer.
func (d DocumentAnswer) names(id uuid.UUID) bool {
	return slices.ContainsFunc(d.Evidence, func(e DocumentEvidence) bool { return e.ID == id })
}

// text writes the document and its SHA-256 as hexadecimal digits.
func (d Document) text() (document, checksum string, err error) {
	bytes, err := json.Marshal(d)
	if err != nil {
		return "", "", fmt.Errorf("write submission: %w", err)
	}
	sum := sha256.Sum256(bytes)
	return string(bytes), hex.EncodeToString(sum[:]), nil
}

func parseDocument(text string) (Document, error) {
	var d Document
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		return d, fmt.Errorf("read submission: %w", err)
	}
	return d, nil
}

// answered counts the questions that have an answer.
func (d Document) answered() int {
	n := 0
	for _, a := range d.Answers {
		if a.State != NotAnswered {
			n++
		}
	}
	return n
}

// answeredOwn counts the own questions that have an answer.
func (d Document) answeredOwn() int {
	n := 0
	for _, e := range d.Entries {
		if e.Value != nil {
			n++
		}
	}
	return n
}
