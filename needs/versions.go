package needs

import (
	"github.com/google/uuid"

	"loftet/models"
)

// OpenVersion names a published version of a need, with the need's present state.
// What a version says never changes.
type OpenVersion struct {
	ID     uuid.UUID
	Number int
	State  string
}

// key is what a document is kept under.
func (v OpenVersion) key() OpenVersion { return OpenVersion{ID: v.ID, Number: v.Number} }

// OpenVersions names the published versions of all needs that solutions may still
// be offered for, in any order.
func OpenVersions(tx *models.Tx) ([]OpenVersion, error) { return openVersions(tx) }

// ReadVersions reads needs as they stand in the named versions, in their order. It
// is for those who go through many and keep what they need of them.
func ReadVersions(tx *models.Tx, versions []OpenVersion) ([]*Document, error) {
	texts, err := versionDocuments(tx, versions)
	if err != nil {
		return nil, err
	}
	list := make([]*Document, len(versions))
	for i, v := range versions {
		d, err := readDocument(texts[v.key()])
		if err != nil {
			return nil, err
		}
		list[i] = &d
	}
	return list, nil
}

// AtVersions gives needs as they stand in the named versions, in their order, to be
// shown and not to be changed: what people look at stays in memory, for to read it
// out of its document costs more than all else that a list does.
func (s *Service) AtVersions(tx *models.Tx, versions []OpenVersion) ([]Public, error) {
	list := make([]Public, len(versions))
	var places []int
	var unknown []OpenVersion
	for i, v := range versions {
		list[i].State = v.State
		if d, ok := s.documents.Get(v.key()); ok {
			list[i].Document = *d
			continue
		}
		places, unknown = append(places, i), append(unknown, v)
	}
	read, err := ReadVersions(tx, unknown)
	if err != nil {
		return nil, err
	}
	for i, d := range read {
		list[places[i]].Document = *d
		if tx.SQLTx() == nil { // what a transaction has not committed may yet be undone
			s.documents.Put(unknown[i].key(), d, d.size())
		}
	}
	return list, nil
}

// documentsKept is how many bytes of documents a process keeps, about a thousand
// long ones.
const documentsKept = 8 << 20

// size is about how many bytes a document takes in memory.
func (d Document) size() int {
	const itself, perLanguage, perParticipant, perCode = 1000, 64, 80, 32
	n := itself + perCode*len(d.CPV)
	for _, text := range []models.Text{d.IndicatorName, d.Title, d.Fact, d.RootCauses, d.WantedEffect, d.Volume, d.Timeline} {
		for _, t := range text {
			n += perLanguage + len(t)
		}
	}
	for _, p := range d.Participants {
		n += perParticipant + len(p.Name)
	}
	return n
}
