package indicators

import (
	"slices"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// The sets that a municipality is compared with.
const (
	SetRegion  = "region"  // the members of the view
	SetCounty  = "county"  // its county
	SetGroup   = "group"   // its comparison group in its country, such as a KOSTRA group
	SetChosen  = "chosen"  // those that the reader names
	SetNearest = "nearest" // those most like it in size and centrality
)

// nearestCount is how many municipalities the nearest are.
const nearestCount = 10

// CompareInput asks for a municipality of a view beside a set, on an indicator of
// the view, or on a goal where Indicator is nil. Peers are those of SetChosen.
type CompareInput struct {
	Municipality uuid.UUID
	Indicator    *Indicator
	Goal         int
	Set          string
	Peers        []uuid.UUID
}

// Peer is one municipality of a comparison: Cell of the indicator, or Goal.
type Peer struct {
	orgs.Member
	Cell Cell
	Goal GoalCell
}

// Comparison is a municipality beside others, in alphabetical order; Own is not
// among Peers, but is in Sum. Better and Worse count those in the sum and are nil
// where the municipality has no figure that the reader sees. County names the set of
// that kind.
type Comparison struct {
	Own           Peer
	Peers         []Peer
	Sum           Summary
	Better, Worse *int
	Withheld      int // of the peers, kept from the reader
	Pooled        bool
	County        string
}

// Compare sets a municipality of a view beside a set of others. Those who are no
// members of the view are known by statistics alone, up to its year, as they are today.
//
// Withheld figures are summed up for the whole of the view alone, by the rule of
// [MinimumUnits]. No other set holds any, for two sums over sets that differ in one
// municipality would tell its figure.
func (s *Service) Compare(tx *models.Tx, v View, in CompareInput) (Comparison, error) {
	var c Comparison
	at := slices.IndexFunc(v.Members, func(m Member) bool { return m.ID == in.Municipality })
	if at < 0 {
		return c, fault.Missing()
	}
	own := v.Members[at].Member
	members, county, err := peersOf(tx, v, own, in)
	if err != nil {
		return c, err
	}
	c.County = county
	members = slices.DeleteFunc(members, func(m orgs.Member) bool { return m.ID == own.ID })
	outside, err := s.outside(tx, v, in, members)
	if err != nil {
		return c, err
	}
	c.Own = v.peer(own, in)
	for _, m := range members {
		from := &v
		if _, member := v.rows[m.ID]; !member {
			from = &outside
		}
		c.Peers = append(c.Peers, from.peer(m, in))
	}
	c.sum(v, in)
	return c, nil
}

// peersOf gives the municipalities of the set, in alphabetical order.
func peersOf(tx *models.Tx, v View, own orgs.Member, in CompareInput) ([]orgs.Member, string, error) {
	on := models.DateOf(v.AsOf)
	switch in.Set {
	case SetCounty:
		county, found, err := orgs.CountyOf(tx, own.ID, on)
		if err != nil || !found {
			return nil, "", err
		}
		members, err := orgs.Members(tx, county.ID, on)
		return members, county.Name, err
	case SetGroup:
		if own.ComparisonGroup == "" {
			return nil, "", nil
		}
		members, err := orgs.InCountry(tx, v.Region.Country, own.ComparisonGroup, on)
		return members, "", err
	case SetNearest, SetChosen:
		all, err := orgs.InCountry(tx, v.Region.Country, "", on)
		if err != nil {
			return nil, "", err
		}
		var members []orgs.Member
		if in.Set == SetNearest {
			members = orgs.Nearest(own, all, nearestCount)
		} else {
			members = slices.DeleteFunc(all, func(m orgs.Member) bool { return !slices.Contains(in.Peers, m.ID) })
		}
		slices.SortStableFunc(members, orgs.ByName)
		return members, "", nil
	}
	members := make([]orgs.Member, len(v.Members))
	for i, m := range v.Members {
		members[i] = m.Member
	}
	return members, "", nil
}

// outside is a view of those who are no members, by statistics alone.
func (s *Service) outside(tx *models.Tx, v View, in CompareInput, members []orgs.Member) (View, error) {
	o := View{Year: v.Year, Method: v.Method}
	for _, m := range members {
		if _, member := v.rows[m.ID]; !member {
			o.Members = append(o.Members, Member{Member: m, Answer: AnswerNone})
		}
	}
	if len(o.Members) == 0 {
		return o, nil
	}
	if in.Indicator != nil {
		o.Indicators = []Indicator{*in.Indicator}
	} else {
		o.Indicators = slices.DeleteFunc(slices.Clone(v.Indicators), func(one Indicator) bool { return one.Goal != in.Goal })
	}
	targets, err := targetsOf(tx, roundIDOf(v.Round))
	if err != nil {
		return o, err
	}
	k, err := s.known(tx, nil, nil)
	if err != nil {
		return o, err
	}
	sc, err := newScorer(v.Method, o.Indicators, targets)
	if err == nil {
		o.fill(sc, k, reader{})
	}
	return o, err
}

// peer is a member as the reader of the view sees it.
func (v View) peer(m orgs.Member, in CompareInput) Peer {
	if in.Indicator != nil {
		return Peer{Member: m, Cell: v.Cell(m.ID, in.Indicator.ID)}
	}
	return Peer{Member: m, Goal: v.Goals[GoalKey{m.ID, in.Goal}]}
}

// figure is what is compared: the value, or the score of a goal that is covered.
func (p Peer) figure(in CompareInput) *float64 {
	if in.Indicator != nil {
		return p.Cell.Value
	}
	if !p.Goal.Covered {
		return nil
	}
	return p.Goal.Score
}

// hidden tells whether the figure is kept from the reader.
func (p Peer) hidden(in CompareInput) bool {
	return p.figure(in) == nil && (p.Cell.State == StateWithheld || in.Indicator == nil && p.Goal.Withheld)
}

// sum makes the numbers of the set.
func (c *Comparison) sum(v View, in CompareInput) {
	var figures []float64
	for _, p := range append([]Peer{c.Own}, c.Peers...) {
		if x := p.figure(in); x != nil {
			figures = append(figures, *x)
		}
	}
	for _, p := range c.Peers {
		if p.hidden(in) {
			c.Withheld++
		}
	}
	c.Sum = summarise(figures)
	if in.Set == SetRegion {
		if in.Indicator != nil {
			figures, c.Sum, c.Pooled = v.means.values[in.Indicator.ID], v.Values(in.Indicator.ID), v.means.mixed[in.Indicator.ID]
		} else {
			figures, c.Sum, c.Pooled = v.means.goals[in.Goal], v.Goal(in.Goal), v.means.mixedGoals[in.Goal]
		}
	}
	own := c.Own.figure(in)
	if own == nil {
		return
	}
	better, worse := 0, 0
	for _, x := range figures {
		switch order := in.order(x, *own); {
		case order > 0:
			better++
		case order < 0:
			worse++
		}
	}
	c.Better, c.Worse = &better, &worse
}

// order is 1 where x is better than y, -1 where it is worse.
func (in CompareInput) order(x, y float64) int {
	if in.Indicator != nil {
		return in.Indicator.Better(x, y)
	}
	switch {
	case x > y:
		return 1
	case x < y:
		return -1
	}
	return 0
}
