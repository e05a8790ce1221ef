package surveys

import (
	"context"
	"time"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/form"
)

// Submission is the receipt of a submitted revision, as its document says it.
// Names are empty where the service itself acted.
type Submission struct {
	Receipt      string
	Revision     int
	SubmittedAt  time.Time
	SubmittedBy  string
	ApprovedBy   string
	ApprovedAt   *time.Time
	Municipality string
	RoundName    string
	Answers      int
	OwnAnswers   int // to the questionnaire's own questions
	Checksum     string
}

// SubmissionDetail is a receipt with the document, word for word.
type SubmissionDetail struct {
	Submission
	Document string
	Content  Document       // the same, read
	Withheld bool           // what is internal is left out of the document
	Own      *form.Compiled // what the questionnaire asked of its own; nil for none
}

// ListSubmissions gives the submitted revisions of a response, newest first.
func (s *Service) ListSubmissions(ctx context.Context, a orgs.Actor, id uuid.UUID) ([]Submission, error) {
	var list []Submission
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		if err := s.maySeeSubmitted(tx, a, id); err != nil {
			return err
		}
		rows, err := submissionsOf(tx, id)
		if err != nil {
			return err
		}
		for _, row := range rows {
			one, err := submissionOfRow(row)
			if err != nil {
				return err
			}
			list = append(list, one)
		}
		return nil
	})
	return list, err
}

// GetSubmission gives one submitted revision.
func (s *Service) GetSubmission(ctx context.Context, a orgs.Actor, id uuid.UUID, revision int) (SubmissionDetail, error) {
	var detail SubmissionDetail
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		if err := s.maySeeSubmitted(tx, a, id); err != nil {
			return err
		}
		row, err := submissionOf(tx, id, revision)
		if err != nil {
			return err
		}
		d, err := parseDocument(row.Document)
		if err != nil {
			return err
		}
		detail.Submission, detail.Document = receiptOf(row, d), row.Document
		if detail.Own, err = s.ownOf(tx, d); err != nil {
			return err
		}
		if !insider(a) && d.withhold() {
			detail.Withheld = true
			detail.Document, _, err = d.text()
		}
		detail.Content = d
		return err
	})
	return detail, err
}

// ownOf gives the own questions of the questionnaire that a document answers.
func (s *Service) ownOf(tx *models.Tx, d Document) (*form.Compiled, error) {
	if len(d.Entries) == 0 {
		return nil, nil
	}
	asked, _, err := s.version(tx, d.Questionnaire.ID)
	return asked.own, err
}

// maySeeSubmitted lets the municipality itself, the council that runs the
// region, and those who may see everything look at what was submitted. To
// anybody else the response is not there.
func (s *Service) maySeeSubmitted(tx *models.Tx, a orgs.Actor, id uuid.UUID) error {
	o, err := withRound(tx, id, false)
	if err != nil || mine(a, o.response) {
		return err
	}
	return reaches(tx, a, o.round)
}

// reaches lets the council that runs the round's region, and those who may see
// everything, at what was submitted in it.
func reaches(tx *models.Tx, a orgs.Actor, round models.Round) error {
	if a.Scope == orgs.ScopeAny {
		return nil
	}
	if a.Scope != orgs.ScopeRegion {
		return fault.Missing()
	}
	owns, err := orgs.OwnsRegion(tx, a.Org, round.RegionID)
	if err == nil && !owns {
		err = fault.Missing()
	}
	return err
}

func submissionOfRow(row models.Submission) (Submission, error) {
	d, err := parseDocument(row.Document)
	if err != nil {
		return Submission{}, err
	}
	return receiptOf(row, d), nil
}

// receiptOf gives the receipt of a submission with its document.
func receiptOf(row models.Submission, d Document) Submission {
	sub := Submission{
		Receipt: row.Receipt, Revision: row.Revision, SubmittedAt: row.SubmittedAt, ApprovedAt: row.ApprovedAt,
		Municipality: d.Municipality.Name, RoundName: d.Round.Name, Answers: d.answered(), OwnAnswers: d.answeredOwn(), Checksum: row.Checksum,
	}
	if d.SubmittedBy != nil {
		sub.SubmittedBy = d.SubmittedBy.Name
	}
	if d.ApprovedBy != nil {
		sub.ApprovedBy = d.ApprovedBy.Name
	}
	return sub
}
