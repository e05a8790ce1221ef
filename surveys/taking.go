package surveys

import (
	"context"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/form"
)

// draftFormat names the shape of a document that nobody has submitted.
const draftFormat = "loftet-draft-1"

// Taken is a response to be taken along, whole in itself.
type Taken struct {
	Submission Submission // of a draft only the names in it
	Document   Document
	Text       string                             // the document, word for word
	Withheld   bool                               // what is internal is left out
	Questions  map[uuid.UUID]indicators.Indicator // by version
	Own        *form.Compiled                     // what the questionnaire asks of its own; nil for nothing
	Files      map[uuid.UUID]AttachedFile         // by id
	Judgements []Judgement                        // as they stood; for the municipality itself alone
	Beside                                        // of a draft nothing
}

// Draft tells whether the response is taken along as it stands, and not as it was
// submitted.
func (t Taken) Draft() bool { return t.Document.Format == draftFormat }

// TakeSubmission gives a submitted revision as far as the actor may see it. With whole
// come the files that it names and its history.
func (s *Service) TakeSubmission(ctx context.Context, a orgs.Actor, id uuid.UUID, revision int, whole bool) (Taken, error) {
	detail, err := s.GetSubmission(ctx, a, id, revision)
	if err != nil {
		return Taken{}, err
	}
	t := Taken{Submission: detail.Submission, Document: detail.Content, Text: detail.Document, Withheld: detail.Withheld, Own: detail.Own}
	err = s.db.Read(ctx, func(tx *models.Tx) error {
		if whole {
			if t.Files, err = storedFiles(tx, t.Document.files()); err != nil {
				return err
			}
		}
		if a.Org == t.Document.Municipality.ID {
			if t.Judgements, err = judgementsAt(tx, a.Org, &t.Document.SubmittedAt); err != nil {
				return err
			}
		}
		if t.Questions, err = s.questionsOf(tx, t.Document); err != nil {
			return err
		}
		t.Beside, err = t.beside(tx, a, id, whole)
		return err
	})
	return t, err
}

// TakeDraft gives a response of the actor's municipality as it stands now.
func (s *Service) TakeDraft(ctx context.Context, a orgs.Actor, id uuid.UUID) (Taken, error) {
	var t Taken
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		o, err := s.open(tx, a, id)
		if err != nil {
			return err
		}
		known, err := s.known(tx, a, o)
		if err != nil {
			return err
		}
		d := o.document(models.Submission{SubmittedAt: tx.Now, ApprovedBy: o.response.ApprovedBy, ApprovedAt: o.response.ApprovedAt}, known)
		d.Format, d.SubmittedBy = draftFormat, nil
		if t.Judgements, err = judgementsAt(tx, o.response.OrganisationID, nil); err != nil {
			return err
		}
		for _, j := range t.Judgements {
			d.Judgements = append(d.Judgements, j.JudgementText)
		}
		if d.Entries, err = o.documentEntries(known, tx.Now); err != nil {
			return err
		}
		if t.Text, _, err = d.text(); err != nil {
			return err
		}
		if t.Document, err = parseDocument(t.Text); err != nil {
			return err
		}
		t.Own = o.asked.own
		t.Submission = Submission{Municipality: d.Municipality.Name, RoundName: d.Round.Name, Answers: d.answered(), OwnAnswers: d.answeredOwn()}
		t.Questions, err = s.questionsOf(tx, d)
		return err
	})
	return t, err
}

// questionsOf gives the questions of a document as they were asked.
func (s *Service) questionsOf(tx *models.Tx, d Document) (map[uuid.UUID]indicators.Indicator, error) {
	ids := make([]uuid.UUID, len(d.Answers))
	for i, answer := range d.Answers {
		ids[i] = answer.VersionID
	}
	list, err := s.indicators.ByVersions(tx, ids)
	found := make(map[uuid.UUID]indicators.Indicator, len(list))
	for _, in := range list {
		found[in.VersionID] = in
	}
	return found, err
}

// files gives the ids of the files that a document names.
func (d Document) files() []uuid.UUID {
	var ids []uuid.UUID
	for _, answer := range d.Answers {
		for _, e := range answer.Evidence {
			if e.Kind == EvidenceFile {
				ids = append(ids, e.ID)
			}
		}
	}
	for _, entry := range d.Entries {
		if entry.File != nil {
			ids = append(ids, entry.File.ID)
		}
	}
	return ids
}
