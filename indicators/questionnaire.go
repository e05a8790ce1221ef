package indicators

import (
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
)

// PinnedVersions reads from the document of a questionnaire version which
// versions of indicators it asks for, in order, and then which it derives from them. Of
// the document only this much is known here: {"sections": [{"questions": [{"version":
// "UUID"}]}], "derived": [{"version": "UUID"}]}; the rest belongs to the room that writes
// it.
func PinnedVersions(document string) ([]uuid.UUID, error) {
	var d struct {
		Sections []struct {
			Questions []struct {
				VersionID uuid.UUID `json:"version"`
			} `json:"questions"`
		} `json:"sections"`
		Derived []struct {
			VersionID uuid.UUID `json:"version"`
		} `json:"derived"`
	}
	if err := json.Unmarshal([]byte(document), &d); err != nil {
		return nil, fmt.Errorf("read questionnaire: %w", err)
	}
	var ids []uuid.UUID
	for _, section := range d.Sections {
		for _, q := range section.Questions {
			if q.VersionID == uuid.Nil {
				return nil, fmt.Errorf("read questionnaire: a question of section %d has no version", len(ids))
			}
			ids = append(ids, q.VersionID)
		}
	}
	for _, one := range d.Derived {
		ids = append(ids, one.VersionID)
	}
	return ids, nil
}
