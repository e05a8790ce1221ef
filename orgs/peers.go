package orgs

import (
	"cmp"
	"math"
	"slices"

	"github.com/google/uuid"

	"loftet/models"
)

// NearestMethod names how Nearest measures, for those who want to do it again.
const NearestMethod = "nearest-1"

// Nearest gives the n candidates that are most like one in size and centrality, the
// most alike first. Sizes are compared by their ratio: the distance is that of ln
// residents and of the class of centrality, each divided by its standard deviation
// among the candidates, squared and added. Candidates of whom a trait is unknown
// that is known of the one are left out; without known residents there are none.
func Nearest(one Member, candidates []Member, n int) []Member {
	if one.Residents == nil || *one.Residents <= 0 {
		return nil
	}
	candidates = slices.DeleteFunc(slices.Clone(candidates), func(m Member) bool {
		return m.ID == one.ID || m.Residents == nil || *m.Residents <= 0 || one.Centrality > 0 && m.Centrality == 0
	})
	size := func(m Member) float64 { return math.Log(float64(*m.Residents)) }
	place := func(m Member) float64 { return float64(m.Centrality) }
	traits := []func(Member) float64{size}
	if one.Centrality > 0 {
		traits = append(traits, place)
	}
	far := make(map[uuid.UUID]float64, len(candidates))
	for _, trait := range traits {
		unit := deviation(candidates, trait)
		for _, m := range candidates {
			if d := trait(m) - trait(one); unit > 0 {
				far[m.ID] += d * d / (unit * unit)
			}
		}
	}
	slices.SortFunc(candidates, func(x, y Member) int {
		return cmp.Or(cmp.Compare(far[x.ID], far[y.ID]), ByName(x, y))
	})
	return candidates[:min(n, len(candidates))]
}

// deviation is the standard deviation of a trait over all of them.
func deviation(members []Member, trait func(Member) float64) float64 {
	var sum, squares float64
	for _, m := range members {
		sum += trait(m)
	}
	mean := sum / float64(len(members))
	for _, m := range members {
		squares += (trait(m) - mean) * (trait(m) - mean)
	}
	return math.Sqrt(squares / float64(len(members)))
}

// CountyOf gives the county that a municipality lies in on a day; false when none
// is known.
func CountyOf(tx *models.Tx, municipalityID uuid.UUID, on models.Date) (models.Region, bool, error) {
	regions, err := RegionsOf(tx, municipalityID, on)
	for _, region := range regions {
		if region.Kind == KindCounty {
			return region, true, err
		}
	}
	return models.Region{}, false, err
}

// InCountry gives the municipalities of a country that have a number on a day, in
// alphabetical order; From is left empty. With a group they are those of one
// comparison group.
func InCountry(tx *models.Tx, country, group string, on models.Date) ([]Member, error) {
	var members []Member
	err := tx.Ask(askMembers(newest(&members), `select o.id, o.name, o.sort_key, o.comparison_group, o.centrality, o.publishes_figures, '',
  n.number, p.residents, coalesce(p.year, 0)
from organisations o`+numbersAndResidents+`
where o.kind = 'municipality' and o.country = ? and (? = '' or o.comparison_group = ?) and n.number is not null
order by o.sort_key, o.id, n.valid_from`, on, on, yearOf(on), country, group, group))
	return members, err
}

// ByName orders municipalities by their names.
func ByName(x, y Member) int {
	return cmp.Or(cmp.Compare(x.SortKey, y.SortKey), cmp.Compare(x.ID.String(), y.ID.String()))
}
