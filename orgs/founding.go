package orgs

import (
	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
)

// Founding is a region that comes with a data set: its name, and its units by
// the numbers that the data set knows them by.
type Founding struct {
	Name    string
	Country string
	Units   []FoundingUnit
}

// FoundingUnit is one unit of a founded region.
type FoundingUnit struct {
	Number, Name string
}

// FoundRegion makes a region with its council and its municipalities, and gives
// the municipalities by number. A municipality that has the number already is
// taken in as it is. A region of that name is a Conflict: it is never added to.
func FoundRegion(tx *models.Tx, a Actor, in Founding) (models.Region, map[string]uuid.UUID, error) {
	region, found, err := regionNamed(tx, in.Country, "council", in.Name)
	if err == nil && found {
		err = fault.New(fault.Conflict, "region-exists", "name", in.Name)
	}
	if err != nil {
		return region, nil, err
	}
	council, err := CreateOrganisation(tx, a, models.Organisation{Kind: KindRegionalCouncil, Name: in.Name, Country: in.Country})
	if err != nil {
		return region, nil, err
	}
	region = models.Region{
		Base: newBase(tx), Kind: "council", Name: in.Name, SortKey: models.SortKey(in.Name), Country: in.Country, OwnerID: &council.ID,
	}
	if err := insertRegion(tx, &region); err != nil {
		return region, nil, err
	}
	units := make(map[string]uuid.UUID, len(in.Units))
	for _, unit := range in.Units {
		id, err := settle(tx, a, in.Country, unit)
		if err != nil {
			return region, nil, err
		}
		units[unit.Number] = id
		if err := insertPlace(tx, &models.RegionMember{ID: models.NewID(), RegionID: region.ID, OrganisationID: id}); err != nil {
			return region, nil, err
		}
	}
	return region, units, Audit(tx, a, Change{
		Action: "region.create", Kind: "region", ID: region.ID.String(),
		After: map[string]any{"kind": region.Kind, "name": region.Name, "municipalities": len(units)},
	})
}

// settle finds the municipality that has a unit's number, or makes it.
func settle(tx *models.Tx, a Actor, country string, unit FoundingUnit) (uuid.UUID, error) {
	holder, found, err := holderOf(tx, country, unit.Number, "")
	if err != nil || found {
		return holder.ID, err
	}
	o, err := CreateOrganisation(tx, a, models.Organisation{
		Kind: KindMunicipality, Name: unit.Name, Country: country,
		PublishesFigures: true, // what comes with a data set is published already
	})
	if err != nil {
		return uuid.Nil, err
	}
	return o.ID, insertNumber(tx, &models.MunicipalityNumber{ID: models.NewID(), OrganisationID: o.ID, Country: country, Number: unit.Number})
}
