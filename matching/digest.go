package matching

import (
	"github.com/google/uuid"

	"loftet/models"
	"loftet/needs"
)

// wantedOf takes from a need what matching compares, its words in the numbers of
// a lexicon. Only indicators of the common core can be named by a solution;
// another's code means something else.
func wantedOf(d needs.Document, words *lexicon) Wanted {
	w := Wanted{
		ID: d.ID, Goal: d.Goal, Target: d.Target, CPV: d.CPV, MinimumTRL: d.MinimumTRL, region: d.RegionID,
		words: vocabularyOf(words, d.RegionName, d.Title, d.RootCauses, d.WantedEffect, d.Volume, d.IndicatorName),
	}
	if d.Core {
		w.Indicator = d.IndicatorCode
	}
	w.participants = make([]uuid.UUID, len(d.Participants))
	for i, p := range d.Participants {
		w.participants[i] = p.ID
	}
	return w
}

// offeredOf takes from a solution what matching compares, but for where it is
// offered, which [Offered.to] adds for one need.
func offeredOf(s models.Solution, words *lexicon) Offered {
	place := placedOf(s)
	return Offered{
		ID: s.ID, Indicators: s.Indicators, Goals: s.Goals, Targets: s.Targets, CPV: s.CPV, TRL: s.TRL,
		Everywhere: place.everywhere(), words: vocabularyOf(words, "", s.Title, s.Summary, s.Description), placed: place,
	}
}

// to gives the solution with the share of a need's municipalities that it serves.
func (o Offered) to(g geography, n *Wanted) Offered {
	o.Served = g.served(o.placed, n.region, n.participants)
	return o
}

// What a digest takes besides its words, in bytes, about: itself with its place
// on the shelf, an id, and a short text such as a code.
const (
	perDigest = 400
	perID     = 16
	perCode   = 32
)

func (w Wanted) size() int {
	return perDigest + w.words.size() + perID*len(w.participants) + perCode*(len(w.CPV)+2)
}

func (o Offered) size() int {
	n := perDigest + o.words.size() + perID*len(o.placed.regions) + perCode*(len(o.CPV)+len(o.Targets)+len(o.Goals))
	for _, e := range o.Indicators {
		n += 3*perCode + len(e.Effect)
	}
	return n
}
