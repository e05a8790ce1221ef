package scorefile

import (
	"cmp"
	"slices"
	"strconv"

	"loftet/indicators/scoring"
)

// Scored is a snapshot that has been scored.
type Scored struct {
	Year  int
	Units []scoring.UnitResult
}

// Evaluate scores every snapshot by itself; ranks are among its units.
func (d Data) Evaluate(m scoring.Method, years Years, fill scoring.Fill) ([]Scored, error) {
	snapshots, err := d.Snapshots(years)
	if err != nil {
		return nil, err
	}
	all := make([]Scored, len(snapshots))
	for i, snapshot := range snapshots {
		units, err := scoring.Evaluate(m, d.Scales, snapshot.Units, fill)
		if err != nil {
			return nil, err
		}
		all[i] = Scored{Year: snapshot.Year, Units: units}
	}
	return all, nil
}

// scoreRows has a row for each entity and indicator that the values speak of in
// that snapshot. A blank one has neither value nor score and is grey.
func scoreRows(years []Scored) [][]string {
	rows := [][]string{{"entity", "year", "code", "value", "score", "colour"}}
	for _, u := range byEntity(years) {
		for _, r := range u.Indicators {
			if r.Missing != scoring.NotAnswered {
				rows = append(rows, []string{
					u.Code, u.year, r.Code, number(r.Value, r.Scored), number(r.Score, r.Scored), string(r.Colour),
				})
			}
		}
	}
	return rows
}

// goalRows has a row for each entity and goal of the specs. A goal that was
// filled from the region stays blank: it has no score of its own, and only the
// index was touched.
func goalRows(years []Scored) [][]string {
	rows := [][]string{{"entity", "year", "goal", "score", "colour", "available", "total"}}
	for _, u := range byEntity(years) {
		for _, g := range u.Goals {
			rows = append(rows, []string{
				u.Code, u.year, strconv.Itoa(g.Goal), number(g.Score, g.Scored && !g.Imputed), string(g.Colour),
				strconv.Itoa(g.Available), strconv.Itoa(g.Total),
			})
		}
	}
	return rows
}

// indexRows has a row for each entity; index and rank are blank where the
// method gives none. The goals count those the index is the mean of, the filled
// ones among them.
func indexRows(years []Scored) [][]string {
	rows := [][]string{{"entity", "year", "index", "rank", "goals", "filled"}}
	for _, u := range byEntity(years) {
		rank := ""
		if u.Rank > 0 {
			rank = strconv.Itoa(u.Rank)
		}
		rows = append(rows, []string{
			u.Code, u.year, number(u.Index.Score, u.Index.Scored), rank,
			strconv.Itoa(u.Index.Goals), strconv.Itoa(u.Index.Filled),
		})
	}
	return rows
}

type unitOfYear struct {
	scoring.UnitResult
	year string
}

// byEntity puts the years of an entity together.
func byEntity(years []Scored) []unitOfYear {
	var all []unitOfYear
	for _, y := range years {
		for _, u := range y.Units {
			all = append(all, unitOfYear{u, strconv.Itoa(y.Year)})
		}
	}
	slices.SortStableFunc(all, func(a, b unitOfYear) int { return cmp.Compare(a.Code, b.Code) })
	return all
}

// number writes the shortest decimal that reads back as the same number, and
// nothing where there is none.
func number(x float64, there bool) string {
	if !there {
		return ""
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}
