package needs

import (
	"github.com/google/uuid"

	"loftet/indicators"
	"loftet/models"
	"loftet/orgs"
)

// reading is a round as the rules see it: all submitted figures of its region.
// What of it a person may see is decided where it is shown.
type reading struct {
	round   models.Round
	view    indicators.View
	members map[uuid.UUID]indicators.Member
	asked   map[uuid.UUID]indicators.Indicator
	found   Finding
}

// readRound applies the rules to the figures that the municipalities have
// submitted in a round. Figures from statistics that nobody has confirmed fill
// no gap in a need: nobody stands by them.
func (s *Service) readRound(tx *models.Tx, round models.Round) (reading, error) {
	all := orgs.Actor{Scope: orgs.ScopeAny}
	r := reading{round: round, members: map[uuid.UUID]indicators.Member{}, asked: map[uuid.UUID]indicators.Indicator{}}
	var err error
	r.view, err = s.indicators.RegionView(tx, all, indicators.ViewInput{RegionID: round.RegionID, RoundID: &round.ID})
	if err != nil {
		return r, err
	}
	before, err := s.before(tx, round)
	if err != nil {
		return r, err
	}
	standings := make([]Standing, len(r.view.Members))
	var results []Result
	for i, m := range r.view.Members {
		r.members[m.ID] = m
		standings[i] = Standing{Organisation: m.ID, Residents: m.Residents, Responded: m.Submitted()}
		for _, in := range r.view.Indicators {
			r.asked[in.ID] = in
			results = append(results, resultOf(r.view, before, m.ID, in))
		}
	}
	r.found = Rules().Find(standings, results)
	return r, nil
}

// before gives the view of the round before; nil where there is none.
func (s *Service) before(tx *models.Tx, round models.Round) (*indicators.View, error) {
	previous, err := s.rounds.PreviousRound(tx, round)
	if err != nil || previous == nil {
		return nil, err
	}
	view, err := s.indicators.RegionView(tx, orgs.Actor{Scope: orgs.ScopeAny},
		indicators.ViewInput{RegionID: round.RegionID, RoundID: &previous.ID})
	return &view, err
}

func resultOf(view indicators.View, before *indicators.View, organisation uuid.UUID, in indicators.Indicator) Result {
	cell := view.Cell(organisation, in.ID)
	result := Result{Organisation: organisation, Indicator: in.ID, Code: in.Code, Score: stoodBy(cell), Prioritised: cell.Prioritised}
	leftOut := view.Goals[indicators.GoalKey{Organisation: organisation, Goal: in.Goal}].LeftOut
	result.Missing = cell.Value == nil && cell.State != indicators.StateNotApplicable && !leftOut
	if before != nil {
		result.Previous = stoodBy(before.Cell(organisation, in.ID))
	}
	return result
}

// stoodBy gives the score of a figure that the municipality has submitted.
func stoodBy(c indicators.Cell) *float64 {
	if !submitted(c) {
		return nil
	}
	return c.Score
}

func submitted(c indicators.Cell) bool {
	return c.Origin == indicators.OriginResponse && c.State == indicators.StateValue
}

// need writes a candidate down as a need with the municipalities behind it.
func (r reading) need(c Candidate) (models.Need, []models.NeedMunicipality) {
	in := r.asked[c.Indicator]
	n := models.Need{
		RegionID: r.round.RegionID, RoundID: &r.round.ID, IndicatorID: &in.ID, IndicatorVersionID: &in.VersionID,
		Goal: in.Goal, Target: in.Target, State: string(StateCandidate), RuleVersion: Rules().Version,
		Priority: c.Priority, PriorityParts: c.Parts, Title: titleFor(in.Definition, r.view.Region.Name), Fact: r.fact(c).texts(),
		RootCauses: models.Text{}, WantedEffect: models.Text{}, Volume: models.Text{}, Timeline: models.Text{}, CPV: []string{},
	}
	rows := make([]models.NeedMunicipality, len(c.Hits))
	for i, h := range c.Hits {
		cell := r.view.Cell(h.Organisation, in.ID)
		observation := cell.ObservationID
		rows[i] = models.NeedMunicipality{
			// a computation binds nobody to buy: the municipality only has the need
			OrganisationID: h.Organisation, Role: RoleWatching, Because: h.Because,
			ObservationID: &observation, Value: cell.Value, Year: cell.Year, Score: h.Score, Band: cell.Band,
		}
		if h.Residents != nil {
			rows[i].Residents = *h.Residents
		}
	}
	return n, rows
}

// RoleWatching is the role of a municipality that has a need and has not said
// that it will take part in meeting it.
const RoleWatching = "watching"

// maxSources is how many sources a fact names.
const maxSources = 3

// fact gathers what a need states as measured. A mean that would
// tell single figures is taken over all that have a figure, or left out. A source is named when two
// of them give it, as a statistics table; what one alone has typed is its own.
func (r reading) fact(c Candidate) fact {
	in := r.asked[c.Indicator]
	f := fact{indicator: in.Definition, round: r.round.Name, hits: map[string]int{}, answered: r.found.Responding}
	for _, h := range c.Hits {
		f.hits[h.Because]++
	}
	var hit, all group
	named := map[string]int{}
	for _, m := range r.view.Members {
		cell := r.view.Cell(m.ID, in.ID)
		if !submitted(cell) || cell.Value == nil {
			continue
		}
		all.add(*cell.Value, m.PublishesFigures)
		if !isHit(c.Hits, m.ID) {
			continue
		}
		hit.add(*cell.Value, m.PublishesFigures)
		if f.from == 0 || cell.Year < f.from {
			f.from = cell.Year
		}
		f.to = max(f.to, cell.Year)
		if named[cell.Source]++; cell.Source != "" && named[cell.Source] == 2 && len(f.sources) < maxSources {
			f.sources = append(f.sources, cell.Source)
		}
	}
	for _, g := range []group{hit, all} {
		if g.tellable() {
			m := mean(g.values)
			f.mean, f.meanOf = &m, len(g.values)
			break
		}
	}
	return f
}

// group are figures of several municipalities, of which some show theirs
// to everybody.
type group struct {
	values []float64
	hidden int
}

func (g *group) add(value float64, published bool) {
	g.values = append(g.values, value)
	if !published {
		g.hidden++
	}
}

// tellable tells whether the mean may be told to everybody: it is over at least
// [indicators.MinimumUnits] municipalities, and over as many that hide their
// figures, or none, since the published ones can be taken from it.
func (g *group) tellable() bool {
	return len(g.values) >= indicators.MinimumUnits && (g.hidden == 0 || g.hidden >= indicators.MinimumUnits)
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}
