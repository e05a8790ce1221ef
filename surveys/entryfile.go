package surveys

import (
	"context"
	"encoding/json"
	"slices"
	"time"

	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
	"loftet/surveys/form"
)

// keptWaiting is how long a file that was handed in waits to become an answer: long
// enough for a browser that lost its network in between.
const keptWaiting = 24 * time.Hour

// HandInFile takes a file that is to answer one of the questionnaire's own questions,
// in whatever row. [Service.SaveEntry] with its id then makes it the answer. A file
// that waits there already is given back.
func (s *Service) HandInFile(ctx context.Context, a orgs.Actor, id uuid.UUID, name string, file NewFile) (Attachment, error) {
	row, err := file.row()
	if err != nil {
		return Attachment{}, err
	}
	return s.attach(ctx, a, id, name, row, toQuestion)
}

// toQuestion puts a file to the own question of a name, and gives its goal; false where
// that is not asked, or is not answered with a file.
func toQuestion(o opened, row *models.Attachment, name string) (goal int, asked bool) {
	row.Question = name
	item, goal, asked := o.asksOwn(name)
	return goal, asked && item.Kind == form.Attachment
}

// asksOwn gives an own question and its goal; false where the response does not ask
// it, or not in the section at hand.
func (o opened) asksOwn(name string) (item form.Item, goal int, asked bool) {
	if o.asked.own == nil {
		return item, 0, false
	}
	found, goal, _, known := o.asked.own.Item(name)
	if _, here := o.asked.section(goal); !known || !here {
		return item, 0, false
	}
	return *found, goal, true
}

// place gives the goal of what evidence stands behind, or a remark is about, and its
// code or name: that of an indicator, or where there is none of an own question. False
// where the response does not ask it, or not in the section at hand.
func (o opened) place(indicator *uuid.UUID, question string) (goal int, code string, asked bool) {
	if indicator == nil {
		_, goal, asked = o.asksOwn(question)
		return goal, question, asked
	}
	if !o.asked.asks(*indicator) {
		return 0, "", false
	}
	return o.asked.goalOf(*indicator), o.asked.codeOf(*indicator), true
}

// about gives the texts of what a remark is about, and its goal: of an indicator, among
// those of what is asked, or where there is none of an own question. Nothing where it
// is asked no more.
func (o opened) about(texts []indicators.Indicator, indicator *uuid.UUID, question string) (*indicators.Indicator, models.Text, int) {
	if indicator == nil {
		item, goal, _ := o.asksOwn(question)
		return nil, models.Text(item.Label), goal
	}
	if at := slices.IndexFunc(texts, byID(*indicator)); at >= 0 {
		return &texts[at], nil, texts[at].Goal
	}
	return nil, nil, 0
}

// fileIn gives the file that the stored value of an entry names.
func fileIn(value string) (uuid.UUID, bool) {
	var text string
	if json.Unmarshal([]byte(value), &text) != nil {
		return uuid.Nil, false
	}
	id, err := uuid.Parse(text)
	return id, err == nil
}

// handedIn refuses an answer that names a file which is not there for this question.
func (o opened) handedIn(tx *models.Tx, name, value string) error {
	item, _, _ := o.asksOwn(name)
	file, named := fileIn(value)
	if item.Kind != form.Attachment || !named {
		return nil
	}
	row, err := storedAttachment(tx, o.response.ID, file)
	if fault.KindOf(err) == fault.NotFound || err == nil && (row.IndicatorID != nil || row.Question != name) {
		return fault.InvalidFields(fault.OnField("value", "file_gone"))
	}
	return err
}

// clearFiles takes away the files of an own question that answer it no more, or never
// did though they have waited long. What a submitted revision names stays.
func (o opened) clearFiles(tx *models.Tx, a orgs.Actor, name string, entries []models.Entry, before *models.Entry) error {
	if item, _, _ := o.asksOwn(name); item.Kind != form.Attachment {
		return nil
	}
	list, err := filesEverOf(tx, o.response.ID, name)
	if err != nil {
		return err
	}
	replaced := uuid.Nil
	if before != nil {
		replaced, _ = fileIn(before.Value)
	}
	for _, file := range list {
		if file.Gone || file.ID != replaced && tx.Now.Sub(file.CreatedAt) < keptWaiting || inEntries(entries, name, file.ID) {
			continue
		}
		named, err := namedInSubmission(tx, o.response.ID, file.ID)
		if err != nil {
			return err
		}
		if named {
			continue
		}
		row := models.Attachment{ID: file.ID, ResponseID: o.response.ID, Question: name, Kind: file.Kind, FileName: file.Name, Checksum: file.Checksum, Size: file.Size}
		if err := removeAttachment(tx, file.ID); err != nil {
			return err
		}
		if err := auditAttachment(tx, a, evidenceTaken, name, row, &row); err != nil {
			return err
		}
	}
	return nil
}

// answersAQuestion tells whether a file is the answer to an own question now.
func answersAQuestion(tx *models.Tx, o opened, row models.Attachment) (bool, error) {
	if row.IndicatorID != nil {
		return false, nil
	}
	entries, err := entriesOf(tx, o)
	return inEntries(entries, row.Question, row.ID), err
}

// inEntries tells whether a file answers the own question that it was handed in for: a
// text elsewhere that is its id does not, and must not tell of it.
func inEntries(entries []models.Entry, question string, file uuid.UUID) bool {
	return slices.ContainsFunc(entries, func(e models.Entry) bool {
		named, isFile := fileIn(e.Value)
		return isFile && named == file && e.Name == question
	})
}

// filesNamed gives the files that entries name; nothing is read where they name none.
func filesNamed(tx *models.Tx, responseID uuid.UUID, entries []models.Entry) ([]Attachment, error) {
	if !slices.ContainsFunc(entries, func(e models.Entry) bool { _, isFile := fileIn(e.Value); return isFile }) {
		return nil, nil
	}
	list, err := attachmentsOf(tx, responseID)
	return slices.DeleteFunc(list, func(a Attachment) bool { return !inEntries(entries, a.Question, a.ID) }), err
}

// evidenceIn gives the file that an answer to an own question is; nil for a link.
func evidenceIn(list []Attachment, item *form.Item, value any) *DocumentEvidence {
	text, isText := value.(string)
	if !isText || item.Kind != form.Attachment {
		return nil
	}
	at := slices.IndexFunc(list, func(a Attachment) bool { return a.Question != "" && a.ID.String() == text })
	if at < 0 {
		return nil
	}
	file := documentEvidence(list[at])
	return &file
}
