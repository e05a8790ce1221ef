package surveys

import (
	"time"

	"github.com/google/uuid"

	"loftet/models"
)

// Origin is where a submitted figure comes from: the revision, when it was
// submitted and approved, and what was answered. Answer is nil where only the
// revision was asked for.
type Origin struct {
	Receipt     string
	Revision    int
	SubmittedAt time.Time
	ApprovedAt  *time.Time
	ApprovedBy  string // as the document names the person; with Answer alone
	Answer      *DocumentAnswer
}

// Origins gives the revisions behind submitted figures, by the id of the submission.
// For those in detail the document is read for the answer to that indicator; the
// caller asks so only for readers who may see the answers.
func Origins(tx *models.Tx, submissions []uuid.UUID, detail map[uuid.UUID]uuid.UUID) (map[uuid.UUID]Origin, error) {
	found := make(map[uuid.UUID]Origin, len(submissions))
	rows, err := submissionHeads(tx, submissions)
	if err != nil {
		return nil, err
	}
	for _, row := range rows {
		found[row.ID] = Origin{Receipt: row.Receipt, Revision: row.Revision, SubmittedAt: row.SubmittedAt, ApprovedAt: row.ApprovedAt}
	}
	for submission, indicator := range detail {
		o, known := found[submission]
		if !known {
			continue
		}
		if err := o.read(tx, submission, indicator); err != nil {
			return nil, err
		}
		found[submission] = o
	}
	return found, nil
}

func (o *Origin) read(tx *models.Tx, submission, indicator uuid.UUID) error {
	text, err := submissionDocument(tx, submission)
	if err != nil {
		return err
	}
	d, err := parseDocument(text)
	if err != nil {
		return err
	}
	if d.ApprovedBy != nil {
		o.ApprovedBy = d.ApprovedBy.Name
	}
	for i := range d.Answers {
		if d.Answers[i].IndicatorID == indicator {
			o.Answer = &d.Answers[i]
		}
	}
	return nil
}
