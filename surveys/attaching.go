package surveys

import (
	"context"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// What the audit calls it when evidence comes and goes.
const (
	evidenceAdded = "evidence.add"
	evidenceTaken = "evidence.remove"
)

// attachmentRecord is evidence as the audit keeps it: what it is called goes, some time
// after it was taken away, and rows of the audit never do.
type attachmentRecord struct {
	Response uuid.UUID `json:"response"`
	Code     string    `json:"code"`
	Kind     string    `json:"kind"`
	Checksum string    `json:"checksum,omitempty"`
	Size     int       `json:"size,omitempty"`
}

// AttachFile adds a file to the answer of a question; there need be no answer yet. A
// file that stands there already is given back.
func (s *Service) AttachFile(ctx context.Context, a orgs.Actor, id uuid.UUID, code string, file NewFile) (Attachment, error) {
	row, err := file.row()
	if err != nil {
		return Attachment{}, err
	}
	return s.attach(ctx, a, id, code, row, toIndicator)
}

// AttachLink adds a link to the answer of a question.
func (s *Service) AttachLink(ctx context.Context, a orgs.Actor, id uuid.UUID, code, link, title string) (Attachment, error) {
	return s.attach(ctx, a, id, code, models.Attachment{Kind: EvidenceLink, Link: link, Title: title}, toIndicator)
}

// toIndicator puts evidence to the indicator of a code, and gives its goal; false where
// that is not asked.
func toIndicator(o opened, row *models.Attachment, code string) (goal int, asked bool) {
	pinned, goal, asked := o.asked.find(code)
	row.IndicatorID = &pinned.Indicator
	return goal, asked
}

// attach adds a file or a link to what the response asks under a name, which put finds.
func (s *Service) attach(ctx context.Context, a orgs.Actor, id uuid.UUID, code string, row models.Attachment,
	put func(opened, *models.Attachment, string) (goal int, asked bool),
) (Attachment, error) {
	var added Attachment
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := s.hold(tx, a, id)
		if err != nil {
			return err
		}
		goal, asked := put(o, &row, code)
		if !asked {
			return fault.Missing()
		}
		if err := o.mayEdit(a, goal); err != nil {
			return err
		}
		list, err := attachmentsOf(tx, id)
		if err != nil {
			return err
		}
		row.ResponseID = id
		if same := standing(list, row); same != nil {
			added = *same
			return nil
		}
		if err := roomFor(list, row); err != nil {
			return err
		}
		row.ID, row.CreatedAt = models.NewID(), tx.Now
		if a.SignedIn() {
			row.CreatedBy = &a.Person
		}
		if err := insertAttachment(tx, &row); err != nil {
			return err
		}
		if added, err = attachmentByID(tx, row.ID); err != nil {
			return err
		}
		return auditAttachment(tx, a, evidenceAdded, code, row, nil)
	})
	return added, err
}

// TakeAway removes evidence from an answer: the file's content is gone, and the row
// says that it was there. What a submitted revision names stays as it is.
func (s *Service) TakeAway(ctx context.Context, a orgs.Actor, id, attachment uuid.UUID) error {
	return s.db.Write(ctx, func(tx *models.Tx) error {
		o, err := s.hold(tx, a, id)
		if err != nil {
			return err
		}
		row, err := storedAttachment(tx, id, attachment)
		if err != nil {
			return err
		}
		goal, code, asked := o.place(row.IndicatorID, row.Question)
		if !asked {
			return fault.Missing()
		}
		if err := o.mayEdit(a, goal); err != nil {
			return err
		}
		answers, err := answersAQuestion(tx, o, row)
		if err != nil {
			return err
		}
		if answers {
			return fault.New(fault.Conflict, "file-is-answer")
		}
		named, err := namedInSubmission(tx, id, attachment)
		if err != nil {
			return err
		}
		if named {
			return fault.New(fault.Conflict, "evidence-submitted")
		}
		if err := removeAttachment(tx, attachment); err != nil {
			return err
		}
		return auditAttachment(tx, a, evidenceTaken, code, row, &row)
	})
}

// auditAttachment notes what was added, or taken away where there is a row before.
func auditAttachment(tx *models.Tx, a orgs.Actor, action, code string, row models.Attachment, before *models.Attachment) error {
	record := attachmentRecord{
		Response: row.ResponseID, Code: code, Kind: row.Kind, Checksum: row.Checksum, Size: row.Size,
	}
	change := orgs.Change{Action: action, Kind: "attachment", ID: row.ID.String(), After: record}
	if before != nil {
		change.Before, change.After = record, nil
	}
	return orgs.Audit(tx, a, change)
}

// GetAttachment gives a file: of a draft to the municipality itself, of a submitted
// revision to those who may see it, unless the answer is internal and they are
// outside.
func (s *Service) GetAttachment(ctx context.Context, a orgs.Actor, id, attachment uuid.UUID) (AttachedFile, error) {
	var file AttachedFile
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		r, err := responseByID(tx, id)
		if err != nil {
			return err
		}
		if !mine(a, r) {
			if err := s.maySeeSubmittedFile(tx, a, id, attachment); err != nil {
				return err
			}
		}
		row, err := storedAttachment(tx, id, attachment)
		if err == nil && a.Section != nil {
			err = s.within(tx, a, row)
		}
		if err == nil && row.Kind != EvidenceFile {
			err = fault.Missing()
		}
		file = fileOf(row)
		return err
	})
	return file, err
}

// within hides from the session of a link what does not belong to its section.
func (s *Service) within(tx *models.Tx, a orgs.Actor, row models.Attachment) error {
	o, err := s.open(tx, a, row.ResponseID)
	if err != nil {
		return err
	}
	if _, _, asked := o.place(row.IndicatorID, row.Question); !asked {
		return fault.Missing()
	}
	return nil
}

// maySeeSubmittedFile finds a file in what was submitted.
func (s *Service) maySeeSubmittedFile(tx *models.Tx, a orgs.Actor, id, attachment uuid.UUID) error {
	if err := s.maySeeSubmitted(tx, a, id); err != nil {
		return err
	}
	rows, err := submissionsOf(tx, id)
	if err != nil {
		return err
	}
	for _, row := range rows {
		d, err := parseDocument(row.Document)
		if err != nil {
			return err
		}
		for _, answer := range d.Answers {
			if answer.names(attachment) && (!answer.Internal || insider(a)) {
				return nil
			}
		}
		for _, entry := range d.Entries {
			if entry.File != nil && entry.File.ID == attachment {
				return nil
			}
		}
	}
	return fault.Missing()
}

// insider tells whether an actor who may see what was submitted belongs to the
// municipality or its council.
func insider(a orgs.Actor) bool {
	return a.System != "" || a.Scope == orgs.ScopeMunicipality || a.Scope == orgs.ScopeRegion
}
