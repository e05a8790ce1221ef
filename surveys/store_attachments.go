package surveys

import (
	"errors"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"loftet/internal/fault"
	"loftet/models"
)

// attachmentColumns are all but the content, which is read for one file at a time.
const attachmentColumns = `select a.id, a.indicator_id, a.question, a.kind, a.file_name, a.media_type, a.size, a.checksum, a.link, a.title, a.created_at, a.removed_at is not null, coalesce(p.name, '')
from attachments a left join people p on p.id = a.created_by`

// askAttachments asks for the evidence of a response that was not taken away, the
// oldest first.
func askAttachments(responseID uuid.UUID, found *[]Attachment) models.Question {
	return readAttachments(attachmentColumns+" where a.response_id = ? and a.removed_at is null order by a.id", found, responseID)
}

func readAttachments(query string, found *[]Attachment, args ...any) models.Question {
	return models.Question{SQL: query, Args: args, Read: func(rows models.Rows) error {
		for rows.Next() {
			var a Attachment
			var indicator *uuid.UUID
			err := rows.Scan(&a.ID, &indicator, &a.Question, &a.Kind, &a.Name, &a.MediaType, &a.Size, &a.Checksum, &a.Link, &a.Title, &a.CreatedAt, &a.Gone, &a.By)
			if err != nil {
				return err
			}
			if indicator != nil {
				a.Indicator = *indicator
			}
			*found = append(*found, a)
		}
		return nil
	}}
}

func attachmentsOf(tx *models.Tx, responseID uuid.UUID) ([]Attachment, error) {
	var found []Attachment
	return found, tx.Ask(askAttachments(responseID, &found))
}

func attachmentByID(tx *models.Tx, id uuid.UUID) (Attachment, error) {
	var found []Attachment
	if err := tx.Ask(readAttachments(attachmentColumns+" where a.id = ?", &found, id)); err != nil || len(found) == 0 {
		return Attachment{}, errors.Join(err, fault.Missing())
	}
	return found[0], nil
}

// filesEverOf gives the files that were ever handed in for one own question, those
// that are gone too, the oldest first.
func filesEverOf(tx *models.Tx, responseID uuid.UUID, question string) ([]Attachment, error) {
	var found []Attachment
	return found, tx.Ask(readAttachments(attachmentColumns+" where a.response_id = ? and a.indicator_id is null and a.question = ? order by a.id", &found, responseID, question))
}

// evidenceEverOf gives the evidence that ever stood behind the answer to an indicator,
// as filesEverOf does of an own question.
func evidenceEverOf(tx *models.Tx, responseID, indicator uuid.UUID) ([]Attachment, error) {
	var found []Attachment
	return found, tx.Ask(readAttachments(attachmentColumns+" where a.response_id = ? and a.indicator_id = ? order by a.id", &found, responseID, indicator))
}

func insertAttachment(tx *models.Tx, row *models.Attachment) error { return tx.G.Create(row).Error }

// storedAttachment gives evidence of a response with its content; a fault NotFound
// where there is none, or it was taken away.
func storedAttachment(tx *models.Tx, responseID, id uuid.UUID) (models.Attachment, error) {
	var row models.Attachment
	err := tx.G.Where("id = ? and response_id = ? and removed_at is null", id, responseID).Take(&row).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return row, fault.Missing()
	}
	return row, err
}

// storedFiles gives files with their content, by id.
func storedFiles(tx *models.Tx, ids []uuid.UUID) (map[uuid.UUID]AttachedFile, error) {
	files := make(map[uuid.UUID]AttachedFile, len(ids))
	if len(ids) == 0 {
		return files, nil
	}
	var rows []models.Attachment
	err := tx.G.Where("id in ?", ids).Find(&rows).Error
	for _, row := range rows {
		files[row.ID] = fileOf(row)
	}
	return files, err
}

func fileOf(row models.Attachment) AttachedFile {
	return AttachedFile{Content: row.Content, Attachment: Attachment{
		ID: row.ID, Kind: row.Kind, Name: row.FileName, MediaType: row.MediaType, Size: row.Size, Checksum: row.Checksum,
		Link: row.Link, Title: row.Title, CreatedAt: row.CreatedAt,
	}}
}

// removeAttachment takes the content of evidence away and keeps the row.
func removeAttachment(tx *models.Tx, id uuid.UUID) error {
	return tx.G.Model(&models.Attachment{}).Where("id = ?", id).Updates(map[string]any{"content": nil, "removed_at": tx.Now}).Error
}

// namedInSubmission tells whether a submitted revision names something of a
// response. Ids are unlike any other text.
func namedInSubmission(tx *models.Tx, responseID, id uuid.UUID) (bool, error) {
	var n int64
	err := tx.G.Model(&models.Submission{}).Where("response_id = ? and document like ?", responseID, `%"`+id.String()+`"%`).Count(&n).Error
	return n > 0, err
}
