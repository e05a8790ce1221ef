package indicators

import (
	"context"
	"math"

	"github.com/google/uuid"

	"loftet/internal/fault"
	"loftet/models"
	"loftet/orgs"
)

// NumberInput names one number of a view: that of an indicator (Code) or of a goal
// (Goal), of a municipality or, without one, of the region. Exactly one of Code and
// Goal is set.
type NumberInput struct {
	ViewInput

	Organisation *uuid.UUID
	Code         string
	Goal         int
}

// Number is one number that a page shows, and what it was made of. A figure and a
// goal's score are of one Member; without one it is what can be said of the region.
type Number struct {
	View      View
	Member    *Member
	Indicator *Indicator // nil for a goal
	Goal      int

	Value  *float64 // of a figure as its source gave it
	Score  *float64 // 0 to 100, unrounded
	Colour string
	Band   string
	Sum    Summary // of the region: of values for an indicator, of scores for a goal

	Figures []NumberFigure // of one indicator, or of one goal of one municipality
	Goals   []NumberGoal   // of a goal over the region, those that the reader sees a score of
	Hidden  int            // municipalities that count in Sum and are kept from this reader
}

// NumberFigure is a figure that a number was made of.
type NumberFigure struct {
	Member    Member
	Indicator Indicator
	Bounds    Bounds
	Cell      Cell
}

// NumberGoal is a goal's score that a region's was made of.
type NumberGoal struct {
	Member Member
	Cell   GoalCell
}

// Number gives one number with what it was made of, as far as the reader may see
// that. What the view does not have is NotFound.
func (s *Service) Number(tx *models.Tx, a orgs.Actor, in NumberInput) (Number, error) {
	v, err := s.RegionView(tx, a, in.ViewInput)
	if err != nil {
		return Number{}, err
	}
	return v.number(in)
}

// Recompute makes the number again from the stored rows, by the versions that it
// names, with nothing that is kept in memory.
func (s *Service) Recompute(ctx context.Context, a orgs.Actor, in NumberInput) (Number, error) {
	var n Number
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		v, err := New(s.db).regionView(tx, a, in.ViewInput)
		if err != nil {
			return err
		}
		n, err = v.number(in)
		return err
	})
	return n, err
}

func (v View) number(in NumberInput) (Number, error) {
	n := Number{View: v, Goal: in.Goal}
	if in.Organisation != nil {
		row, member := v.rows[*in.Organisation]
		if !member {
			return n, fault.Missing()
		}
		n.Member = &v.Members[row]
	}
	if in.Code != "" {
		one, known := v.Indicator(in.Code)
		if !known {
			return n, fault.Missing()
		}
		n.Indicator, n.Goal = &one, one.Goal
		n.ofIndicator()
		return n, nil
	}
	if !v.asks(in.Goal) {
		return n, fault.Missing()
	}
	n.ofGoal()
	return n, nil
}

// asks tells whether the basket has an indicator of a goal.
func (v View) asks(goal int) bool {
	for _, in := range v.Indicators {
		if in.Goal == goal {
			return true
		}
	}
	return false
}

func (n *Number) ofIndicator() {
	if n.Member != nil {
		c := n.View.Cell(n.Member.ID, n.Indicator.ID)
		n.Value, n.Score, n.Colour, n.Band = c.Value, c.Score, c.Colour, c.Band
		n.take(*n.Member, *n.Indicator)
		return
	}
	n.Sum = n.View.Values(n.Indicator.ID)
	seen := 0
	for _, m := range n.View.Members {
		n.take(m, *n.Indicator)
		if n.View.Cell(m.ID, n.Indicator.ID).Value != nil {
			seen++
		}
	}
	n.Hidden = max(0, n.Sum.Units-seen)
}

func (n *Number) ofGoal() {
	if n.Member != nil {
		g := n.View.Goals[GoalKey{n.Member.ID, n.Goal}]
		n.Score, n.Colour, n.Band = g.Score, g.Colour, g.Band
		for _, in := range n.View.Indicators {
			if in.Goal == n.Goal {
				n.take(*n.Member, in)
			}
		}
		return
	}
	n.Sum = n.View.Goal(n.Goal)
	n.Score = n.Sum.Mean
	if n.Score != nil {
		n.Band = BandOf(*n.Score)
	}
	seen := 0
	for _, m := range n.View.Members {
		g := n.View.Goals[GoalKey{m.ID, n.Goal}]
		n.Goals = append(n.Goals, NumberGoal{Member: m, Cell: g})
		if g.Score != nil && g.Covered {
			seen++
		}
	}
	n.Hidden = max(0, n.Sum.Units-seen)
}

func (n *Number) take(m Member, in Indicator) {
	n.Figures = append(n.Figures, NumberFigure{Member: m, Indicator: in, Bounds: n.View.Bounds(in.ID), Cell: n.View.Cell(m.ID, in.ID)})
}

// Same tells whether two numbers agree to the last bit in all that they say.
func (n Number) Same(other Number) bool {
	return sameNumber(n.Value, other.Value) && sameNumber(n.Score, other.Score) && n.Colour == other.Colour && n.Band == other.Band &&
		n.Sum.Units == other.Sum.Units && sameNumber(n.Sum.Mean, other.Sum.Mean) && sameNumber(n.Sum.Median, other.Sum.Median)
}

func sameNumber(x, y *float64) bool {
	if x == nil || y == nil {
		return x == y
	}
	return math.Float64bits(*x) == math.Float64bits(*y)
}
