package orgs

import (
	"errors"
	"strconv"

	"github.com/google/uuid"
	"gorm.io/gorm"

	"loftet/internal/fault"
	"loftet/models"
)

// dated narrows a query to rows that are valid on a day (given twice).
const dated = "valid_from <= ? and (valid_to = '' or valid_to > ?)"

// Member is a municipality in a region on a day.
type Member struct {
	ID               uuid.UUID
	Name             string
	SortKey          string
	Number           string // official number on that day, empty when it has none
	ComparisonGroup  string
	Centrality       int  // class from 1, most central, to 6; 0 unknown
	Residents        *int // latest known up to the year of the day
	ResidentsYear    int  // year of Residents, 0 when unknown
	PublishesFigures bool
	From             models.Date // member since; empty when that is not known
}

// Members gives the municipalities of a region on a day, in alphabetical order.
// It is one query read by hand: every view of a whole country begins with it.
func Members(tx *models.Tx, regionID uuid.UUID, on models.Date) ([]Member, error) {
	var members []Member
	err := tx.Ask(askMembers(newest(&members), `select o.id, o.name, o.sort_key, o.comparison_group, o.centrality, o.publishes_figures, m.valid_from,
  coalesce(n.number, ''), p.residents, coalesce(p.year, 0)
from region_members m join organisations o on o.id = m.organisation_id`+numbersAndResidents+`
where m.region_id = ? and m.valid_from <= ? and (m.valid_to = '' or m.valid_to > ?)
order by o.sort_key, o.id, n.valid_from`, on, on, yearOf(on), regionID, on, on))
	return members, err
}

// newest gathers municipalities; of one that has two numbers on a day the newer.
func newest(members *[]Member) func(Member) {
	return func(m Member) {
		if last := len(*members) - 1; last >= 0 && (*members)[last].ID == m.ID {
			(*members)[last] = m
			return
		}
		*members = append(*members, m)
	}
}

// numbersAndResidents joins to organisations o their numbers on a day, which is
// given twice, and their residents by a year.
const numbersAndResidents = `
left join municipality_numbers n on n.organisation_id = o.id and n.valid_from <= ? and (n.valid_to = '' or n.valid_to > ?)
left join populations p on p.organisation_id = o.id and p.year = (
  select max(year) from populations where organisation_id = o.id and year <= ?)`

// askMembers is a question that gives municipalities in the order of the fields of
// Member, number and residents last. Of one that has two numbers on a day it gives
// the newer later.
func askMembers(take func(Member), query string, args ...any) models.Question {
	return models.Question{SQL: query, Args: args, Read: func(rows models.Rows) error {
		for rows.Next() {
			var m Member
			if err := rows.Scan(&m.ID, &m.Name, &m.SortKey, &m.ComparisonGroup, &m.Centrality, &m.PublishesFigures, &m.From,
				&m.Number, &m.Residents, &m.ResidentsYear); err != nil {
				return err
			}
			take(m)
		}
		return nil
	}}
}

func yearOf(d models.Date) int {
	if len(d) < 4 {
		return 0
	}
	year, err := strconv.Atoi(string(d[:4]))
	if err != nil {
		return 0
	}
	return year
}

// Residents gives for each organisation the latest number of residents that is
// known up to and including a year. Organisations without any are left out.
func Residents(tx *models.Tx, ids []uuid.UUID, year int) (map[uuid.UUID]models.Population, error) {
	found := map[uuid.UUID]models.Population{}
	if len(ids) == 0 {
		return found, nil
	}
	var rows []models.Population
	err := tx.G.Where("organisation_id in ? and year <= ?", ids, year).Order("year").Find(&rows).Error
	for _, row := range rows {
		found[row.OrganisationID] = row // ascending years: the latest stays
	}
	return found, err
}

// Region gives a region; a fault NotFound when there is none.
func Region(tx *models.Tx, id uuid.UUID) (models.Region, error) {
	var region models.Region
	err := tx.G.Where("id = ?", id).Take(&region).Error
	if errors.Is(err, gorm.ErrRecordNotFound) {
		return region, fault.Missing()
	}
	return region, err
}

// RegionsOf gives the regions that an organisation owns or is a member of on a
// day: councils first, then counties, countries and others, each in
// alphabetical order.
func RegionsOf(tx *models.Tx, organisationID uuid.UUID, on models.Date) ([]models.Region, error) {
	var regions []models.Region
	err := tx.G.
		Where("owner_id = ? or id in (select region_id from region_members where organisation_id = ? and "+dated+")",
			organisationID, organisationID, on, on).
		Order("case kind when 'council' then 0 when 'county' then 1 when 'country' then 2 else 3 end, sort_key, id").
		Find(&regions).Error
	return regions, err
}

// OwnsRegion tells whether an organisation runs a region.
func OwnsRegion(tx *models.Tx, organisationID, regionID uuid.UUID) (bool, error) {
	var n int64
	err := tx.G.Model(&models.Region{}).Where("id = ? and owner_id = ?", regionID, organisationID).Count(&n).Error
	return n > 0, err
}

// InOwnedRegion tells whether a municipality is, on a day, a member of a region
// that the owner runs.
func InOwnedRegion(tx *models.Tx, ownerID, municipalityID uuid.UUID, on models.Date) (bool, error) {
	var n int64
	err := tx.G.Table("region_members m").Joins("join regions r on r.id = m.region_id").
		Where("r.owner_id = ? and m.organisation_id = ? and m.valid_from <= ? and (m.valid_to = '' or m.valid_to > ?)",
			ownerID, municipalityID, on, on).
		Count(&n).Error
	return n > 0, err
}

// regionsByKind gives all regions, or those of one kind, in the order of
// RegionsOf.
func regionsByKind(tx *models.Tx, kind string) ([]models.Region, error) {
	query := tx.G.Order("case kind when 'council' then 0 when 'county' then 1 when 'country' then 2 else 3 end, sort_key, id")
	if kind != "" {
		query = query.Where("kind = ?", kind)
	}
	var regions []models.Region
	err := query.Find(&regions).Error
	return regions, err
}

// memberCounts gives the number of members of every region on a day.
func memberCounts(tx *models.Tx, on models.Date) (map[uuid.UUID]int, error) {
	var rows []struct {
		RegionID uuid.UUID
		N        int
	}
	err := tx.G.Model(&models.RegionMember{}).Select("region_id, count(*) as n").
		Where(dated, on, on).Group("region_id").Scan(&rows).Error
	counts := make(map[uuid.UUID]int, len(rows))
	for _, row := range rows {
		counts[row.RegionID] = row.N
	}
	return counts, err
}
