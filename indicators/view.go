package indicators

import (
	"time"

	"github.com/google/uuid"

	"loftet/models"
	"loftet/orgs"
)

// ViewInput asks for a region in a round, or up to a year by statistics alone.
// With neither, the newest round that the reader may see is taken, else the
// newest year that has figures. Cohort narrows it to the municipalities of one; no
// round of another cohort is then taken.
type ViewInput struct {
	RegionID uuid.UUID
	RoundID  *uuid.UUID
	Year     int
	Cohort   string

	basis *Basis // nil: what counts now
}

// View is the matrix of municipalities and indicators as one reader may see it.
type View struct {
	Region models.Region
	Round  *models.Round // nil: statistics alone
	Year   int           // figures are of this year or earlier
	Method string
	AsOf   time.Time      // the closing of the round, else the time of reading
	Rounds []models.Round // of the region, that the reader may see, newest first
	Years  []int          // in which statistics of the members exist, newest first

	Cohort  string   // the one that the members are of; empty for the whole region
	Cohorts []string // that the reader may look at by themselves

	Members    []Member    // in alphabetical order
	Indicators []Indicator // the basket: those of the round's questionnaire, else of the core
	Additions  []Indicator // the region's own indicators beside the basket, scored apart

	Goals map[GoalKey]GoalCell // one for each member and goal of the basket; for cells see [View.Cell]

	// Withheld tells that at least one submitted figure was kept from the reader.
	Withheld bool

	rows, columns map[uuid.UUID]int // places in lines, by organisation and indicator
	lines         [][]Cell
	bounds        map[uuid.UUID]Bounds
	means         pool
}

// Member is a municipality of the view with the state of its response: checked,
// submitted, in_progress, not_started, or none without a round and where the reader may
// not know.
type Member struct {
	orgs.Member
	Answer     string
	ResponseID *uuid.UUID // where the reader may see the answers
}

// Submitted tells whether the member has submitted, checked or not.
func (m Member) Submitted() bool { return m.Answer == AnswerSubmitted || m.Answer == AnswerChecked }

// CellKey names a cell: organisation, indicator.
type CellKey [2]uuid.UUID

// GoalKey names the cell of a goal.
type GoalKey struct {
	Organisation uuid.UUID
	Goal         int
}

// Cell is one figure with what the method makes of it. Score is nil and Band ""
// where there is no value, or no bounds to score it by.
type Cell struct {
	State         string
	Value         *float64
	Year          int // 0 where there is no figure at all
	Source        string
	Quality       string
	Origin        string // statistics, response; empty where there is no figure
	Confirmed     bool   // the municipality stands by it
	Uncertain     bool   // quality grade personal_estimate or untraceable
	Imputed       bool
	Prioritised   bool      // the municipality gives it priority, with a reason
	ObservationID uuid.UUID // uuid.Nil where there is no figure
	SubmissionID  *uuid.UUID
	Score         *float64 // 0 to 100, unrounded
	Colour        string   // green, yellow, orange, red, grey
	Band          string   // achieved, near, behind, far; empty for none
}

// GoalCell is one goal of one municipality. The goal is compared with others only
// where Covered.
type GoalCell struct {
	Goal      int
	Score     *float64
	Colour    string
	Band      string
	Available int // indicators with a score
	Total     int // indicators in the basket
	Confirmed int // indicators that the municipality stands by
	Covered   bool
	LeftOut   bool
	Withheld  bool // a figure behind it is kept from this reader
}

// Bounds are what an indicator is scored by in a view: the catalogue's, or the
// round's target. Basis is then "region"; it is "none" where there are none.
type Bounds struct {
	Lower, Optimum     *float64
	Green, Yellow, Red *float64
	Basis              string
	ReferenceSet       models.Text
	ReferenceYear      int
	Note               models.Text
	TargetID           *uuid.UUID
	TargetVersion      int
}

// Scored tells whether a value gives a score.
func (b Bounds) Scored() bool { return b.Lower != nil && b.Optimum != nil }

// Bounds gives what an indicator of the view is scored by.
func (v View) Bounds(indicatorID uuid.UUID) Bounds { return v.bounds[indicatorID] }

// Cell gives the cell of a member and an indicator of the view, additions too; for
// any other it is one without data.
func (v View) Cell(organisation, indicator uuid.UUID) Cell {
	row, member := v.rows[organisation]
	column, shown := v.columns[indicator]
	if !member || !shown {
		return Cell{State: StateNoData}
	}
	return v.lines[row][column]
}

// Indicator finds an indicator of the view by its code, additions too.
func (v View) Indicator(code string) (Indicator, bool) {
	for _, list := range [][]Indicator{v.Indicators, v.Additions} {
		for _, in := range list {
			if in.Code == code {
				return in, true
			}
		}
	}
	return Indicator{}, false
}

// RegionView gives the view of a region. A region or round that does not exist,
// a round of another region and a round that the reader may not see all give
// a fault NotFound.
//
// Views are kept: what a view refers to is shared and must not be changed.
func (s *Service) RegionView(tx *models.Tx, a orgs.Actor, in ViewInput) (View, error) {
	if tx.SQLTx() != nil { // what a transaction sees of its own may be rolled back
		return s.regionView(tx, a, in)
	}
	return s.keptView(tx, a, in)
}
