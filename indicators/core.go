package indicators

import (
	"fmt"

	"loftet/indicators/catalogue"
	"loftet/indicators/scoring"
	"loftet/indicators/u4ssc"
	"loftet/models"
	"loftet/orgs"
)

// The names and the source of the common core and the additional set as they are
// stored; pages show them in the reader's language.
const (
	CoreName       = "Løftet common core"
	AdditionalName = "Løftet additional indicators"
	ownSource      = "Løftet"
)

// IsCore tells whether a catalogue is the common core: neither a region's own nor the
// additional set.
func IsCore(c models.Catalogue) bool { return c.RegionID == nil && c.Name == CoreName }

func (s *Service) syncEmbedded(tx *models.Tx, a orgs.Actor, name string, core catalogue.Catalogue) error {
	definitions := make([]Definition, len(core.Indicators))
	for i, in := range core.Indicators {
		definitions[i] = fromCore(in)
	}
	row, found, err := findEmbedded(tx, name)
	if err != nil {
		return err
	}
	if !found {
		row = models.Catalogue{ID: models.NewID(), Name: name, Source: ownSource, Method: string(scoring.SDSN), CreatedAt: tx.Now}
		if err := insertCatalogue(tx, &row); err != nil {
			return err
		}
	}
	change, err := s.storeVersion(tx, row.ID, core.Version, definitions)
	if err != nil {
		return fmt.Errorf("sync %s: %w", name, err)
	}
	if change == (versionChange{}) {
		return nil
	}
	return orgs.Audit(tx, a, orgs.Change{Action: "catalogue.sync", Kind: catalogueKind, ID: row.ID.String(),
		After: map[string]any{"name": name, "version": core.Version, "added": change.added, "reworded": change.reworded}})
}

// fromCore takes over an embedded indicator.
func fromCore(in catalogue.Indicator) Definition {
	d := Definition{
		Code: in.Code, Goal: in.Goal, Target: in.Target, Also: in.Also, Type: string(in.Type), Direction: string(in.Direction),
		Unit: text(in.Unit), Name: text(in.Name), Question: text(in.Question), Help: text(in.Help),
		Decimals: in.Decimals, Min: in.Min, Max: in.Max, Middle: in.Middle, Combine: string(in.Combine), Formula: in.Formula,
		Owner: in.Source.Owner, Table: in.Source.Table, OtherTable: in.Source.OtherTable,
		Dimensions: in.Source.Dimensions, SourceNote: text(in.Source.MappingNote), Prefillable: string(in.Source.Prefillable),
	}
	if in.Numerator != nil {
		d.Numerator = text(*in.Numerator)
	}
	if in.Denominator != nil {
		d.Denominator = text(*in.Denominator)
	}
	if reference, err := u4ssc.ParseReference(in.Source.U4SSC); err == nil { // blank, or checked
		d.U4SSC = reference.String()
	}
	for _, p := range in.Parts {
		d.Parts = append(d.Parts, Part{Key: p.Key, Type: string(p.Type), Label: text(p.Label)})
	}
	if b := in.Bounds; b != nil {
		d.Lower, d.Optimum, d.Green, d.Red = b.Lower, b.Optimum, b.Green, b.Red
		d.Basis, d.BoundsNote = string(b.Basis), text(b.Note)
		if b.Reference != nil {
			d.ReferenceSet, d.ReferenceYear = text(b.Reference.Set), b.Reference.Year
		}
	}
	return d
}

func text(t catalogue.Text) models.Text { return models.Text{"nb": t.NB, "nn": t.NN, "en": t.EN} }
