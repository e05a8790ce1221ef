package indicators

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// CatalogueImport is a catalogue as somebody brings it back: all its indicators, in the
// order in which they are asked.
type CatalogueImport struct {
	CatalogueID *uuid.UUID // the common core where nil
	Version     string     // what the new version is called; the day of the import where blank
	Definitions []Definition
	CheckOnly   bool // tell what would change, write nothing
}

// CatalogueReport counts what an import changes. Version is blank where nothing does and
// no version was made. Gone are indicators that the new version is without; what they
// were in older versions stays.
type CatalogueReport struct {
	Version                    string
	Added, Changed, Same, Gone int
}

// ErrVersionTaken is the error of a version that the catalogue has already.
var ErrVersionTaken = errors.New("the catalogue has a version of this name already")

// ImportCatalogue makes a new version of a catalogue where anything differs from its
// newest. Rounds keep the versions that they ask for, and scores those that they were
// made by. Bounds that nothing can be scored by are an error.
func (s *Service) ImportCatalogue(ctx context.Context, a orgs.Actor, in CatalogueImport) (CatalogueReport, error) {
	var report CatalogueReport
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		now, err := s.catalogue(tx, in.CatalogueID)
		if err != nil {
			return err
		}
		report = compare(now.Indicators, in.Definitions)
		if err := scorable(now.Method, in.Definitions); err != nil {
			return err
		}
		if report.Added+report.Changed+report.Gone == 0 {
			return nil
		}
		if report.Version, err = nextVersion(tx, now.ID, in.Version); err != nil || in.CheckOnly {
			return err
		}
		if _, err := s.storeVersion(tx, now.ID, report.Version, in.Definitions); err != nil {
			return err
		}
		return orgs.Audit(tx, a, orgs.Change{Action: "catalogue.import", Kind: catalogueKind, ID: now.ID.String(), After: map[string]any{
			"version": report.Version, "added": report.Added, "changed": report.Changed, "same": report.Same, "gone": report.Gone}})
	})
	return report, err
}

// compare counts what differs. Another order alone is no difference.
func compare(now []Indicator, next []Definition) CatalogueReport {
	var report CatalogueReport
	known := map[string]Definition{}
	for _, in := range now {
		known[in.Code] = in.Definition
	}
	for _, d := range next {
		switch old, there := known[d.Code]; {
		case !there:
			report.Added++
		case sameDocument(old, d):
			report.Same++
		default:
			report.Changed++
		}
		delete(known, d.Code)
	}
	report.Gone = len(known)
	return report
}

// sameDocument tells whether two definitions say the same.
func sameDocument(a, b Definition) bool {
	one, errOne := json.Marshal(a.tidy())
	other, errOther := json.Marshal(b.tidy())
	return errOne == nil && errOther == nil && string(one) == string(other)
}

// tidy leaves out texts of nothing, which say as much as none.
func (d Definition) tidy() Definition {
	d.Unit, d.Name, d.Question, d.Help = worded(d.Unit), worded(d.Name), worded(d.Question), worded(d.Help)
	d.Numerator, d.Denominator, d.BoundsNote = worded(d.Numerator), worded(d.Denominator), worded(d.BoundsNote)
	d.ReferenceSet, d.SourceNote = worded(d.ReferenceSet), worded(d.SourceNote)
	return d
}

func worded(t models.Text) models.Text {
	t = maps.Clone(t)
	maps.DeleteFunc(t, func(_, text string) bool { return text == "" })
	if len(t) == 0 {
		return nil
	}
	return t
}

// scorable refuses definitions that a method cannot score by.
func scorable(method string, definitions []Definition) error {
	indicators := make([]Indicator, len(definitions))
	for i, d := range definitions {
		indicators[i] = Indicator{ID: models.NewID(), Definition: d}
	}
	_, err := newScorer(method, indicators, nil)
	return err
}

// nextVersion is the name of a new version: the wanted one, else the day, with a number
// where there is one of the same day.
func nextVersion(tx *models.Tx, catalogueID uuid.UUID, wanted string) (string, error) {
	taken, err := versionNames(tx, catalogueID)
	if err != nil {
		return "", err
	}
	if wanted != "" {
		if taken[wanted] {
			return "", fmt.Errorf("%s: %w", wanted, ErrVersionTaken)
		}
		return wanted, nil
	}
	day := string(models.TodayOf(tx.Now))
	name := day
	for n := 2; taken[name]; n++ {
		name = fmt.Sprintf("%s-%d", day, n)
	}
	return name, nil
}
