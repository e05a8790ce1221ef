package indicators

import (
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"loftet/models"
)

// versionChange counts what storing a version of a catalogue changed.
type versionChange struct{ added, reworded int }

// storeVersion writes the definitions as a version of the catalogue, one row
// per indicator, also for those that have not changed: a version is complete.
// Within a version that is stored already only texts may differ, for they move
// no score; another number is an error.
func (s *Service) storeVersion(tx *models.Tx, catalogueID uuid.UUID, version string, definitions []Definition) (versionChange, error) {
	var change versionChange
	known, err := indicatorIDs(tx, catalogueID)
	if err != nil {
		return change, err
	}
	stored, err := storedVersion(tx, catalogueID, version)
	if err != nil {
		return change, err
	}
	var indicators []models.Indicator
	var versions []models.IndicatorVersion
	for i, d := range definitions {
		document, err := json.Marshal(d)
		if err != nil {
			return change, fmt.Errorf("%s: %w", d.Code, err)
		}
		row := models.Indicator{CatalogueID: catalogueID, Code: d.Code, Goal: d.Goal, Target: d.Target, Position: i + 1}
		if have, ok := known[d.Code]; ok {
			row.ID = have.ID
			if row != have {
				if err := updateIndicator(tx, row); err != nil {
					return change, err
				}
			}
		} else {
			row.ID = models.NewID()
			indicators = append(indicators, row)
		}
		old, ok := stored[row.ID]
		switch {
		case !ok:
			change.added++
			versions = append(versions, models.IndicatorVersion{ID: models.NewID(), IndicatorID: row.ID,
				CatalogueVersion: version, Definition: string(document), CreatedAt: tx.Now})
		case old.Definition != string(document):
			if !sameMeasure(old.Definition, d) {
				return change, fmt.Errorf("%s: measures or scores otherwise than the stored version %s; give the catalogue a new version", d.Code, version)
			}
			change.reworded++
			if err := rewordVersion(tx, old.ID, string(document)); err != nil {
				return change, err
			}
			s.definitions.Delete(old.ID)
		}
	}
	s.pinned.Clear() // places and texts may have moved
	return change, insertVersions(tx, indicators, versions)
}

// sameMeasure tells whether two definitions differ by nothing but texts.
func sameMeasure(document string, d Definition) bool {
	var old Definition
	if json.Unmarshal([]byte(document), &old) != nil {
		return false
	}
	was, errWas := json.Marshal(wordless(old))
	is, errIs := json.Marshal(wordless(d))
	return errWas == nil && errIs == nil && string(was) == string(is)
}

func wordless(d Definition) Definition {
	d.Unit, d.Name, d.Question, d.Help, d.Numerator, d.Denominator = nil, nil, nil, nil, nil, nil
	d.BoundsNote, d.ReferenceSet, d.Also = nil, nil, nil
	d.Owner, d.Table, d.OtherTable, d.Dimensions, d.SourceNote, d.Prefillable = "", "", "", "", nil, ""
	d.U4SSC = ""
	parts := make([]Part, len(d.Parts))
	for i, p := range d.Parts {
		parts[i] = Part{Key: p.Key, Type: p.Type}
	}
	d.Parts = parts
	return d
}
