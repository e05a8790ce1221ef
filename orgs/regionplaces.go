package orgs

import (
	"github.com/google/uuid"

	"loftet/models"
)

// countryNames are the names of the countries whose municipalities are likely
// to be brought in, in their own languages.
var countryNames = map[string]string{
	"NO": "Norge", "SE": "Sverige", "DK": "Danmark", "FI": "Suomi", "IS": "Ísland",
	"EE": "Eesti", "LV": "Latvija", "LT": "Lietuva",
}

// number writes the dated number of a row. The number that the municipality had
// until then ends on that day.
func (r *regionImporter) number(row RegionRow, id uuid.UUID) error {
	rows, err := numbersOf(r.tx, id)
	if err != nil {
		return err
	}
	written, counted := false, r.done.Changed
	for _, standing := range rows {
		switch {
		case standing.Country == row.Country && standing.Number == row.Number:
			written = true
			if err := r.redate(standing, row); err != nil {
				return err
			}
		case standing.ValidTo == "" && row.ValidTo == "" && row.ValidFrom > standing.ValidFrom:
			standing.ValidTo = row.ValidFrom
			r.done.Changed++
			if err := saveNumberDates(r.tx, standing); err != nil {
				return err
			}
		case standing.ValidTo == "" && row.ValidTo == "":
			r.found.Fault(r.in.File, row.Line, "%s has the number %s already; give valid_from, the day from which it has %s, or valid_to, the day from which it no longer had",
				row.Name, standing.Number, row.Number)
			return nil
		}
	}
	if !written {
		if r.done.Changed == counted {
			r.done.Changed++ // or nobody would learn of it
		}
		if err := insertNumber(r.tx, &models.MunicipalityNumber{
			ID: models.NewID(), OrganisationID: id, Country: row.Country, Number: row.Number,
			ValidFrom: row.ValidFrom, ValidTo: row.ValidTo,
		}); err != nil {
			return err
		}
	}
	for _, predecessor := range row.Predecessors {
		if err := insertPredecessor(r.tx, models.NumberPredecessor{Country: row.Country, Number: row.Number, Predecessor: predecessor}); err != nil {
			return err
		}
	}
	return nil
}

// redate takes over dates that the file knows and the database does not have.
func (r *regionImporter) redate(standing models.MunicipalityNumber, row RegionRow) error {
	after := standing
	if row.ValidFrom != "" {
		after.ValidFrom = row.ValidFrom
	}
	if row.ValidTo != "" {
		after.ValidTo = row.ValidTo
	}
	if after == standing {
		return nil
	}
	r.done.Changed++
	return saveNumberDates(r.tx, after)
}

func (r *regionImporter) residents(row RegionRow, id uuid.UUID) error {
	if row.Residents == nil {
		return nil
	}
	changed, err := savePopulation(r.tx, models.Population{
		OrganisationID: id, Year: row.ResidentsYear, Residents: *row.Residents, Source: r.in.Source,
	})
	if changed {
		r.done.Residents++
	}
	return err
}

// regions puts the municipality into its council's region, its county and its
// country.
func (r *regionImporter) regions(row RegionRow, id uuid.UUID) error {
	for _, one := range []struct{ kind, name, code string }{
		{"council", row.Region, ""}, {"county", row.CountyName, row.CountyNumber},
		{"country", orText(countryNames[row.Country], row.Country), row.Country},
	} {
		if one.name == "" {
			continue
		}
		region, err := r.region(row.Country, one.kind, one.name, one.code)
		if err != nil {
			return err
		}
		if err := r.place(row, id, region); err != nil {
			return err
		}
	}
	return nil
}

// region finds a region or makes it. A council's region belongs to the council
// of its name, or to the owner that was named.
func (r *regionImporter) region(country, kind, name, code string) (models.Region, error) {
	key := country + "\n" + kind + "\n" + name
	if region, ok := r.seen[key]; ok {
		return region, nil
	}
	region, found, err := regionNamed(r.tx, country, kind, name)
	if err != nil {
		return region, err
	}
	if !found {
		region = models.Region{Base: newBase(r.tx), Kind: kind, Name: name, SortKey: models.SortKey(name), Country: country, Code: code}
		if kind == "council" {
			owner, err := r.council(country, name)
			if err != nil {
				return region, err
			}
			region.OwnerID = &owner
		}
		if err := insertRegion(r.tx, &region); err != nil {
			return region, err
		}
		r.done.Regions++
		if err := Audit(r.tx, r.actor, Change{Action: "region.create", Kind: "region", ID: region.ID.String(),
			After: map[string]any{"kind": kind, "name": name}}); err != nil {
			return region, err
		}
	}
	r.seen[key] = region
	return region, nil
}

func (r *regionImporter) council(country, region string) (uuid.UUID, error) {
	name := region
	if region == r.in.Region && r.in.Owner != "" {
		name = r.in.Owner
	}
	standing, err := organisationsNamed(r.tx, name, KindRegionalCouncil)
	if err != nil {
		return uuid.Nil, err
	}
	if len(standing) > 0 {
		return standing[0].ID, nil
	}
	council, err := CreateOrganisation(r.tx, r.actor, models.Organisation{Kind: KindRegionalCouncil, Name: name, Country: country})
	return council.ID, err
}

// place makes the municipality a member of a region. It can be in one county
// and one country at a time: moving it needs the day on which it moved.
func (r *regionImporter) place(row RegionRow, id uuid.UUID, region models.Region) error {
	places, err := placesOf(r.tx, id, region.Kind)
	if err != nil {
		return err
	}
	for _, p := range places {
		switch {
		case p.RegionID == region.ID && (p.ValidTo == "" || p.ValidTo == row.ValidTo):
			return nil
		case p.RegionID != region.ID && p.ValidTo == "" && region.Kind != "council" && row.ValidTo == "":
			if row.ValidFrom == "" || row.ValidFrom <= p.ValidFrom {
				r.found.Fault(r.in.File, row.Line, "%s is in another %s already; give valid_from, the day from which it is in %s",
					row.Name, region.Kind, region.Name)
				return nil
			}
			r.done.Ended++
			if err := endPlace(r.tx, p.ID, row.ValidFrom); err != nil {
				return err
			}
		}
	}
	r.done.Members++
	return insertPlace(r.tx, &models.RegionMember{
		ID: models.NewID(), RegionID: region.ID, OrganisationID: id, ValidFrom: row.ValidFrom, ValidTo: row.ValidTo,
	})
}
