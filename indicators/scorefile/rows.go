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

// Evaluate scores every snapshot by itself; ranks are among its units. Of each
// unit's indicators only those that the values speak of are kept, and those that
// were filled.
func (d Data) Evaluate(m scoring.Method, years Years, with scoring.Options) ([]Scored, error) {
	snapshots, err := d.Snapshots(years)
	if err != nil {
		return nil, err
	}
	all := make([]Scored, len(snapshots))
	for i, snapshot := range snapshots {
		units, err := scoring.Evaluate(m, d.specs.Scales, snapshot.Units, with)
		if err != nil {
			return nil, err
		}
		stated := make(map[string]map[string]scoring.Observation, len(units))
		for _, u := range snapshot.Units {
			stated[u.Code] = u.Observations
		}
		for j := range units {
			units[j].Indicators = slices.DeleteFunc(units[j].Indicators, func(r scoring.Result) bool {
				_, spoken := stated[units[j].Code][r.Code]
				return !spoken && !r.Imputed
			})
		}
		all[i] = Scored{Year: snapshot.Year, Units: units}
	}
	return all, nil
}

// ScoreTables are the scores, goal scores and indices.
func ScoreTables(years []Scored) []Table {
	return []Table{{"scores.csv", scoreRows(years)}, {"goals.csv", goalRows(years)}, {"index.csv", indexRows(years)}}
}

// scoreRows has a row for each entity and indicator. A missing one has neither
// value nor score, is grey and says why it is missing. The value behind a
// published score stays blank.
func scoreRows(years []Scored) [][]string {
	rows := [][]string{{"entity", "year", "code", "value", "score", "colour", "missing", "imputed", "method", "version"}}
	for _, u := range byEntity(years) {
		for _, r := range u.Indicators {
			missing := r.Missing
			if r.FromScore {
				missing = scoring.Suppressed
			}
			rows = append(rows, []string{
				u.Code, u.year, r.Code, number(r.Value, missing == scoring.Present), number(r.Score, r.Scored), string(r.Colour),
				string(missing), yes(r.Imputed), string(r.Method), r.MethodVersion,
			})
		}
	}
	return rows
}

// goalRows has a row for each entity and goal of the specs. A goal that was
// filled from the region stays blank: it has no score of its own, and only the
// index was touched.
func goalRows(years []Scored) [][]string {
	rows := [][]string{{"entity", "year", "goal", "score", "colour", "available", "total", "imputed", "method", "version"}}
	for _, u := range byEntity(years) {
		for _, g := range u.Goals {
			rows = append(rows, []string{
				u.Code, u.year, strconv.Itoa(g.Goal), number(g.Score, g.Scored && !g.Filled), string(g.Colour),
				strconv.Itoa(g.Available), strconv.Itoa(g.Total), yes(g.Imputed), string(g.Method), g.MethodVersion,
			})
		}
	}
	return rows
}

// indexRows has a row for each entity; index and rank are blank where the
// method gives none, with the reason. The goals count those the index is the mean
// of, the filled ones among them.
func indexRows(years []Scored) [][]string {
	rows := [][]string{{"entity", "year", "index", "rank", "goals", "filled", "imputed", "withheld", "method", "version"}}
	for _, u := range byEntity(years) {
		ix := u.Index
		rows = append(rows, []string{
			u.Code, u.year, number(ix.Score, ix.Scored), place(u.Rank),
			strconv.Itoa(ix.Goals), strconv.Itoa(ix.Filled), yes(ix.Imputed), string(ix.Withheld), string(ix.Method), ix.MethodVersion,
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

// place writes a rank or a year, and nothing for none.
func place(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

// yes marks what holds and leaves the rest blank.
func yes(holds bool) string {
	if holds {
		return "yes"
	}
	return ""
}
