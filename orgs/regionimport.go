package orgs

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/google/uuid"

	"loftet/internal/csvtable"
	"loftet/models"
)

// RegionImport is a file of municipalities to bring in. Owner is the
// organisation that runs the region which stands in for rows without one; the
// region's own name when empty.
type RegionImport struct {
	File          string
	Rows          []RegionRow
	Region, Owner string
	Source        string // of residents
}

// RegionImported counts what an import changed.
type RegionImported struct {
	Municipalities, Changed, Regions, Members, Ended, Residents int
}

// ImportKind is what audit rows of imports of regions are about; readers find by
// them whether numbers, members or residents have changed.
const ImportKind = "import"

// errFaultyRows rolls an import back whose findings tell why.
var errFaultyRows = errors.New("faulty rows")

// ImportRegions brings municipalities, their numbers, regions and residents
// into the database, in one transaction: with any finding that is a fault
// nothing is written. Bringing a file in again changes nothing. A municipality
// that is known by its number, its organisation number, or as the one that a
// single predecessor became, stays the same and gets a new dated number; one
// that was merged from several is new. Blank fields change nothing.
func (s *Service) ImportRegions(ctx context.Context, a Actor, in RegionImport) (RegionImported, csvtable.Findings, error) {
	run := &regionImporter{actor: a, in: in, seen: map[string]models.Region{}}
	// the oldest first: what a municipality was called and numbered is known
	// before what became of it
	run.in.Rows = slices.SortedStableFunc(slices.Values(in.Rows), func(a, b RegionRow) int {
		return strings.Compare(string(a.ValidFrom), string(b.ValidFrom))
	})
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		run.tx = tx
		if err := run.all(); err != nil {
			return err
		}
		if !run.found.OK() {
			return errFaultyRows
		}
		if run.done == (RegionImported{}) {
			return nil
		}
		return Audit(tx, a, Change{Action: "regions.import", Kind: ImportKind, ID: in.File, After: run.done})
	})
	if errors.Is(err, errFaultyRows) {
		return RegionImported{}, run.found, nil
	}
	return run.done, run.found, err
}

type regionImporter struct {
	tx    *models.Tx
	actor Actor
	in    RegionImport
	seen  map[string]models.Region // regions found or made
	done  RegionImported
	found csvtable.Findings
}

func (r *regionImporter) all() error {
	for _, row := range r.in.Rows {
		before := r.done
		id, made, err := r.municipality(row)
		if err != nil {
			return err
		}
		if id == uuid.Nil {
			continue // a fault was noted
		}
		for _, step := range []func(RegionRow, uuid.UUID) error{r.endPredecessors, r.number, r.residents, r.regions} {
			if err := step(row, id); err != nil {
				return err
			}
		}
		switch {
		case made: // with all that stands in its row
			r.done.Municipalities, r.done.Changed = r.done.Municipalities+1, before.Changed
		case r.done != before && r.done.Changed == before.Changed:
			r.done.Changed++
		}
	}
	return nil
}

// municipality finds or makes the organisation of a row and writes its facts.
func (r *regionImporter) municipality(row RegionRow) (id uuid.UUID, made bool, err error) {
	o, known, err := r.known(row)
	if err != nil {
		return uuid.Nil, false, err
	}
	if !known {
		o, err = CreateOrganisation(r.tx, r.actor, models.Organisation{
			Kind: KindMunicipality, Name: row.Name, Country: row.Country, Language: row.Language,
			ComparisonGroup: row.ComparisonGroup, OrgNumber: textOrNull(row.OrgNumber),
		})
		return o.ID, true, err
	}
	if o.Kind != KindMunicipality {
		r.found.Fault(r.in.File, row.Line, "the organisation number %s belongs to %s, which is no municipality", row.OrgNumber, o.Name)
		return uuid.Nil, false, nil
	}
	return o.ID, false, r.facts(row, o)
}

// known finds the organisation that a row speaks of.
func (r *regionImporter) known(row RegionRow) (models.Organisation, bool, error) {
	holder, found, err := holderOf(r.tx, row.Country, row.Number, row.ValidFrom)
	if err != nil || found {
		return holder, found, err
	}
	if row.OrgNumber != "" {
		holder, found, err = organisationByOrgNumber(r.tx, row.OrgNumber)
		if err != nil || found {
			return holder, found, err
		}
	}
	if len(row.Predecessors) != 1 {
		return holder, false, nil
	}
	holder, found, err = holderOf(r.tx, row.Country, row.Predecessors[0], "")
	if err != nil || !found {
		return holder, false, err
	}
	return holder, r.heir(holder, row.Country, row.Predecessors[0]) == row.Line, nil
}

// heir gives the line of the row in which the holder of a number lives on: the
// only row that names it as its only predecessor, or, where it was split, the
// one of them that kept the name. It is 0 when there is none.
func (r *regionImporter) heir(holder models.Organisation, country, number string) int {
	line, heirs, named := 0, 0, 0
	for _, row := range r.in.Rows {
		if row.Country != country || !slices.Contains(row.Predecessors, number) {
			continue
		}
		named++
		if len(row.Predecessors) == 1 && (heirs == 0 || row.Name == holder.Name) {
			line, heirs = row.Line, heirs+1
		}
	}
	if named == 1 || line > 0 && r.nameOn(line) == holder.Name {
		return line
	}
	return 0
}

func (r *regionImporter) nameOn(line int) string {
	for _, row := range r.in.Rows {
		if row.Line == line {
			return row.Name
		}
	}
	return ""
}

// facts writes what the row says of a municipality that stands.
func (r *regionImporter) facts(row RegionRow, o models.Organisation) error {
	after := o
	after.Name, after.SortKey = row.Name, models.SortKey(row.Name)
	after.Language = orText(row.Language, o.Language)
	after.ComparisonGroup = orText(row.ComparisonGroup, o.ComparisonGroup)
	if row.OrgNumber != "" {
		after.OrgNumber = &row.OrgNumber
	}
	same := after.Name == o.Name && after.Language == o.Language && after.ComparisonGroup == o.ComparisonGroup &&
		(o.OrgNumber != nil && after.OrgNumber != nil && *o.OrgNumber == *after.OrgNumber || o.OrgNumber == after.OrgNumber)
	if same || row.ValidTo != "" { // a row on the past does not overwrite what is true today
		return nil
	}
	if row.OrgNumber != "" {
		other, found, err := organisationByOrgNumber(r.tx, row.OrgNumber)
		if err != nil {
			return err
		}
		if found && other.ID != o.ID {
			r.found.Fault(r.in.File, row.Line, "the organisation number %s belongs to %s", row.OrgNumber, other.Name)
			return nil
		}
	}
	r.done.Changed++
	if err := updateMunicipality(r.tx, after); err != nil {
		return err
	}
	return Audit(r.tx, r.actor, Change{Action: "organisation.import", Kind: "organisation", ID: o.ID.String(),
		Before: map[string]any{"name": o.Name, "language": o.Language, "comparisonGroup": o.ComparisonGroup},
		After:  map[string]any{"name": after.Name, "language": after.Language, "comparisonGroup": after.ComparisonGroup}})
}

// endPredecessors dates the numbers and region places of municipalities that
// became part of another.
func (r *regionImporter) endPredecessors(row RegionRow, id uuid.UUID) error {
	for _, number := range row.Predecessors {
		holder, found, err := holderOf(r.tx, row.Country, number, "")
		if err != nil {
			return err
		}
		if !found || holder.ID == id || r.heir(holder, row.Country, number) > 0 {
			continue
		}
		if row.ValidFrom == "" {
			r.found.Fault(r.in.File, row.Line, "%s took over from %s, which is known; give valid_from, the day from which it did", row.Number, number)
			continue
		}
		ended, err := endMunicipality(r.tx, holder.ID, row.ValidFrom)
		if err != nil {
			return err
		}
		r.done.Ended += ended
	}
	return nil
}

func textOrNull(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
