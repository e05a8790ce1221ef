package matching

import (
	"math"
	"slices"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/needs"
	"loftet/needs/cpv"
)

// Wanted is a need as matching sees it. Its name of the indicator is for reasons
// alone.
type Wanted struct {
	ID            uuid.UUID
	Indicator     string // code in the common core; empty for none
	IndicatorName models.Text
	Goal          int
	Target        string
	CPV           []string // eight digits each
	MinimumTRL    int      // 0 for none
	words         vocabulary
	region        uuid.UUID
	participants  []uuid.UUID
}

// Offered is a solution as matching sees it for one need. Served is the share of
// the need's municipalities that the solution is offered in, 0 to 1.
type Offered struct {
	ID         uuid.UUID
	Indicators []models.IndicatorEffect
	Goals      []int
	Targets    []string
	CPV        []string
	TRL        int // 0 for not told
	Served     float64
	Everywhere bool
	words      vocabulary
	placed     placed
}

// Part is one part of a match. Weight is its share of the sum after the parts
// without data have dropped out, 0 for those; Fit is 0 to 1. Points are tenths
// of Weight x Fit x 100 and sum to the score.
type Part struct {
	Key    string
	Weight float64
	Fit    float64
	Points float64
	Known  bool
}

// Match is a need and a solution side by side. Parts stand in the order of
// [Weights]; Score is 0 to 100 in tenths.
type Match struct {
	Score float64
	Parts []Part
	facts facts
}

// facts is what the reasons are told from.
type facts struct {
	effect     models.IndicatorEffect
	sameTarget bool
	near       cpv.Level
	code       string // the need's code that is nearest
	language   string // in which the words were compared
	otherWords bool   // both have words, in no common language
}

// fullCosine is the likeness of words that counts as full: texts of different
// lengths on the very same matter hardly reach more.
const fullCosine = 0.5

// nearness is the fit of two codes by how much they have in common.
var nearness = map[cpv.Level]float64{cpv.Same: 1, cpv.SameClass: .8, cpv.SameGroup: .6, cpv.SameDivision: .3}

// proven is the fit of an effect on the need's indicator by its proof.
var proven = map[string]float64{"measured": 1, "third_party": 1, "modelled": .75, "claimed": .5}

// sameGoal is the fit of a solution for the need's goal but not its target.
const sameGoal = .6

// Match scores a solution for a need. It is false where a hard filter keeps them
// apart (the solution is not offered in any of the need's municipalities, or is
// known to be less ready than the need asks for) and where they share neither
// indicator, goal, code nor word: readiness and place alone make no match.
//
// A readiness that nobody has told keeps nothing out; its part drops out like
// any other without data and is listed as missing.
func (w WeightSet) Match(n Wanted, s Offered) (Match, bool) {
	m, ok := w.score(&n, &s, nil)
	if !ok {
		return Match{}, false
	}
	m.share()
	return m, true
}

// score is a match without the points of its parts, which stand in the room
// given.
func (w WeightSet) score(n *Wanted, s *Offered, room []Part) (Match, bool) {
	if s.Served <= 0 || n.MinimumTRL > 0 && s.TRL > 0 && s.TRL < n.MinimumTRL {
		return Match{}, false
	}
	m := Match{Parts: room[:0]}
	for _, weight := range w.Weights {
		m.Parts = append(m.Parts, Part{Key: weight.Key, Weight: weight.Share})
	}
	about := 0.0
	for i := range m.Parts {
		p := &m.Parts[i]
		switch p.Key {
		case PartIndicator:
			p.Known = n.Indicator != "" && len(s.Indicators) > 0
			p.Fit, m.facts.effect = moves(n.Indicator, s.Indicators)
		case PartGoals:
			p.Known = n.Goal != 0 && len(s.Goals) > 0
			p.Fit, m.facts.sameTarget = serves(n, s)
		case PartCPV:
			p.Known = len(n.CPV) > 0 && len(s.CPV) > 0
			m.facts.near, m.facts.code = nearest(n.CPV, s.CPV)
			p.Fit = nearness[m.facts.near]
		case PartWords:
			p.Known, p.Fit = m.facts.compare(n.words, s.words)
		case PartReadiness:
			p.Known, p.Fit = n.MinimumTRL > 0 && s.TRL > 0, 1
		case PartRegion:
			p.Known, p.Fit = true, math.Min(s.Served, 1)
		}
		if !p.Known {
			p.Fit = 0
		}
		if p.Key != PartReadiness && p.Key != PartRegion {
			about += p.Fit
		}
	}
	if about == 0 {
		return Match{}, false
	}
	m.weigh()
	return m, true
}

// weigh lets the parts without data drop out, scales the rest to one and gives
// the score. Where the languages differ, the codes carry the words' weight.
func (m *Match) weigh() {
	words, codes := m.part(PartWords), m.part(PartCPV)
	if m.facts.otherWords && codes.Known {
		codes.Weight += words.Weight
	}
	sum := 0.0
	for _, p := range m.Parts {
		if p.Known {
			sum += p.Weight
		}
	}
	for i := range m.Parts {
		p := &m.Parts[i]
		if !p.Known {
			p.Weight = 0
			continue
		}
		p.Weight /= sum
	}
	var room [8]float64
	m.Score = float64(needs.TotalTenths(m.shares(room[:0]))) / 10
}

// share gives the parts their points, which sum to the score.
func (m *Match) share() {
	tenths, _ := needs.Tenths(m.shares(nil))
	for i := range m.Parts {
		m.Parts[i].Points = float64(tenths[i]) / 10
	}
}

// shares are what the parts give to the score before they are rounded, added to a
// list.
func (m *Match) shares(list []float64) []float64 {
	for _, p := range m.Parts {
		list = append(list, p.Weight*p.Fit*100)
	}
	return list
}

func (m *Match) part(key string) *Part {
	i := slices.IndexFunc(m.Parts, func(p Part) bool { return p.Key == key })
	return &m.Parts[i]
}

// moves gives the fit of the effect on an indicator, 0 where there is none.
func moves(indicator string, effects []models.IndicatorEffect) (float64, models.IndicatorEffect) {
	var best models.IndicatorEffect
	fit := 0.0
	for _, e := range effects {
		if e.Code == indicator && indicator != "" && proven[e.Proof] > fit {
			fit, best = proven[e.Proof], e
		}
	}
	return fit, best
}

// serves gives the fit of goals and targets.
func serves(n *Wanted, s *Offered) (fit float64, sameTarget bool) {
	switch {
	case n.Target != "" && slices.Contains(s.Targets, n.Target):
		return 1, true
	case slices.Contains(s.Goals, n.Goal):
		return sameGoal, false
	}
	return 0, false
}

// nearest finds the two codes that have most in common.
func nearest(wanted, offered []string) (cpv.Level, string) {
	best, code := cpv.Apart, ""
	for _, a := range wanted {
		for _, b := range offered {
			if level := cpv.Near(a, b); level > best {
				best, code = level, a
			}
		}
	}
	return best, code
}

// compare takes the common language in which the words are most alike.
func (f *facts) compare(a, b vocabulary) (known bool, fit float64) {
	for _, words := range a.tongues {
		others := b.in(words.lang)
		if len(others.stems) == 0 {
			continue
		}
		known = true
		if cosine := words.alike(others); f.language == "" || cosine/fullCosine > fit {
			fit, f.language = cosine/fullCosine, words.lang
		}
	}
	f.otherWords = !known && len(a.tongues) > 0 && len(b.tongues) > 0
	return known, math.Min(fit, 1)
}
