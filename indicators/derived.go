package indicators

import (
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"loftet/indicators/catalogue"
	"loftet/indicators/formula"
	"loftet/indicators/scoring"
	"loftet/models"
)

// Derived tells whether the figure is worked out from those of other indicators, so
// that nobody is asked for it.
func (d Definition) Derived() bool { return d.Formula != "" && len(d.Parts) == 0 }

// formulasOf compiles the formulas of the derived indicators among some; nil where there
// are none. Those of parts are the catalogue's business.
func formulasOf(list []Indicator) (*formula.Set, error) {
	if !slices.ContainsFunc(list, func(in Indicator) bool { return in.Derived() }) {
		return nil, nil
	}
	measures := make([]formula.Measure, len(list))
	for i, in := range list {
		measures[i].Code = in.Code
		if in.Derived() {
			measures[i].Text = in.Formula
		}
	}
	set, faults := formula.Compile(measures)
	if len(faults) > 0 {
		return nil, fmt.Errorf("%s: formula: %s", faults[0].Code, faults[0].Reason)
	}
	return set, nil
}

// operand is an observation as a formula sees it.
func operand(state string, value *float64) formula.Operand {
	if state == StateValue && value != nil {
		return formula.Operand{Value: *value}
	}
	return formula.Operand{Missing: scoring.Missing(state)}
}

// stateOf is the state and value of what a formula gave. A figure that the indicator
// cannot have is no data.
func stateOf(d Definition, o formula.Operand) (string, *float64) {
	if o.Missing != scoring.Present {
		return string(o.Missing), nil
	}
	if d.Impossible(o.Value) != nil {
		return StateNoData, nil
	}
	return StateValue, &o.Value
}

// derive adds the derived indicators of a submission to its observations. What it takes
// from a goal that was left out, or what nobody was asked for, is not answered. A figure
// is as old as its oldest operand and as uncertain as the most uncertain.
func (in Submitted) derive(tx *models.Tx, all []Indicator, rows []models.Observation) ([]models.Observation, error) {
	set, err := formulasOf(all)
	if err != nil || set == nil {
		return rows, err
	}
	byCode := map[string]Indicator{}
	for _, i := range all {
		byCode[i.Code] = i
	}
	row := func(code string) *models.Observation {
		at := slices.IndexFunc(rows, func(o models.Observation) bool { return o.IndicatorID == byCode[code].ID })
		if at < 0 {
			return nil
		}
		return &rows[at]
	}
	for _, code := range set.Derived() {
		i := byCode[code]
		if slices.Contains(in.LeftOut, i.Goal) {
			continue
		}
		answer := SubmittedAnswer{IndicatorID: i.ID}
		result := set.Work(code, func(needed string) formula.Operand {
			o := row(needed)
			if o == nil {
				return formula.Operand{Missing: scoring.NotAnswered}
			}
			if answer.Year == 0 || o.Year < answer.Year {
				answer.Year = o.Year
			}
			if Uncertain(o.Quality) || answer.Quality == "" {
				answer.Quality = o.Quality
			}
			return operand(o.State, o.Value)
		})
		answer.State, answer.Value = stateOf(i.Definition, result)
		worked, err := in.observation(answer, tx)
		if err != nil {
			return rows, fmt.Errorf("%s: %w", code, err)
		}
		rows = append(rows, worked)
	}
	return rows, nil
}

// deriveStatistics adds the derived indicators of every catalogue in its newest version:
// for each municipality and year that has all operands, and where the statistics have
// not the figure itself.
func (s *Service) deriveStatistics(tx *models.Tx, into *Statistics) error {
	catalogues, err := cataloguesWithFormulas(tx)
	if err != nil {
		return err
	}
	for _, id := range catalogues {
		list, err := s.indicatorsOf(tx, id)
		if err != nil {
			return err
		}
		set, err := formulasOf(list)
		if err != nil {
			return err
		}
		if set == nil {
			continue
		}
		byCode := map[string]Indicator{}
		for _, in := range list {
			byCode[in.Code] = in
		}
		for _, code := range set.Derived() {
			into.derive(set, byCode, code)
		}
	}
	return nil
}

func (s *Statistics) derive(set *formula.Set, byCode map[string]Indicator, code string) {
	in, needed := byCode[code], set.Operands(code)
	for organisation, first := range s.figures[byCode[needed[0]].ID] {
		own := s.figures[in.ID][organisation]
		for _, f := range first {
			operands := map[string]Figure{}
			var sources []string
			for _, one := range needed {
				figures := s.figures[byCode[one].ID][organisation]
				at := slices.IndexFunc(figures, func(x Figure) bool { return x.Year == f.Year })
				if at < 0 {
					break
				}
				operands[one] = figures[at]
				if source := figures[at].Source; !slices.Contains(sources, source) {
					sources = append(sources, source)
				}
			}
			if len(operands) < len(needed) || slices.ContainsFunc(own, func(x Figure) bool { return x.Year == f.Year }) {
				continue
			}
			worked := Figure{ID: derivedID(f.ID, in.ID), IndicatorID: in.ID, OrganisationID: organisation, Year: f.Year, Source: strings.Join(sources, "; ")}
			worked.State, worked.Value = stateOf(in.Definition, set.Work(code, func(one string) formula.Operand {
				return operand(operands[one].State, operands[one].Value)
			}))
			own = append(own, worked)
		}
		slices.SortFunc(own, func(a, b Figure) int { return a.Year - b.Year })
		if s.figures[in.ID] == nil {
			s.figures[in.ID] = map[uuid.UUID][]Figure{}
		}
		if len(own) > 0 {
			s.figures[in.ID][organisation] = own
		}
	}
}

// derivedID names a figure that no row has: the same at each reading.
func derivedID(first, indicator uuid.UUID) uuid.UUID { return uuid.NewSHA1(first, indicator[:]) }

// FormulaFaults gives what is wrong with the formulas of a catalogue's definitions, those
// of parts too.
func FormulaFaults(definitions []Definition) []formula.Fault {
	list := make([]catalogue.Indicator, len(definitions))
	for i, d := range definitions {
		list[i] = d.asked()
	}
	return catalogue.FormulaFaults(list)
}

// Rule gives the formula by which the value is worked out; empty where it is given as it
// is.
func (d Definition) Rule() string { return d.asked().Rule() }

// asked is the definition as far as its formula goes.
func (d Definition) asked() catalogue.Indicator {
	in := catalogue.Indicator{Code: d.Code, Combine: catalogue.Combine(d.Combine), Formula: d.Formula}
	for _, p := range d.Parts {
		in.Parts = append(in.Parts, catalogue.Part{Key: p.Key, Type: catalogue.PartType(p.Type)})
	}
	return in
}
