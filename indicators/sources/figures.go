package sources

import (
	"math"
	"strings"

	"loftet/indicators"
	"loftet/internal/jsonstat"
)

// rows makes a row of every municipality and time in a part of a table.
func (s Series) rows(c jsonstat.Cube, source string) []indicators.StatisticRow {
	regions, _ := c.Dimension(s.Region.Variable)
	times, _ := c.Dimension(s.Time.Variable)
	var rows []indicators.StatisticRow
	for _, region := range regions.Codes {
		for _, time := range times.Codes {
			year, _ := s.Time.year(time)
			row := indicators.StatisticRow{Entity: strings.TrimPrefix(region, s.Region.Prefix), Year: year, Source: source}
			at := map[string]string{s.Region.Variable: region, s.Time.Variable: time}
			row.State, row.Value = s.figure(c, at)
			rows = append(rows, row)
		}
	}
	return rows
}

// figure sums what is taken, and divides it by the sum that it is part of.
func (s Series) figure(c jsonstat.Cube, at map[string]string) (state string, value *float64) {
	state, value = sum(c, at, s.Take, sorted(s.Take))
	if value == nil || len(s.Per) == 0 {
		return stated(scaled(value, s.Scale), state)
	}
	whole := map[string][]string{}
	for variable, codes := range s.Take {
		whole[variable] = codes
		if other := s.Per[variable]; other != nil {
			whole[variable] = other
		}
	}
	missing, per := sum(c, at, whole, sorted(whole))
	switch {
	case per == nil:
		return stated(nil, missing)
	case *per == 0:
		return stated(nil, ".") // a share of nothing
	}
	share := *value / *per
	return stated(scaled(&share, s.Scale), "")
}

// sum adds the cells of all combinations of codes. What cannot be (a school of a
// kind that the municipality has not) adds nothing; what is missing makes the sum
// missing, for the reason given as a sign.
func sum(c jsonstat.Cube, at map[string]string, take map[string][]string, variables []string) (sign string, total *float64) {
	if len(variables) == 0 {
		cell, there := c.Cell(at)
		if !there {
			return "..", nil
		}
		if v, given := c.Value(cell); given {
			return "", &v
		}
		return c.Status[cell], nil
	}
	sign = "."
	for _, code := range take[variables[0]] {
		at[variables[0]] = code
		missing, v := sum(c, at, take, variables[1:])
		switch {
		case v != nil:
			if total == nil {
				total = new(float64)
			}
			*total += *v
		case missing != ".":
			delete(at, variables[0])
			return missing, nil
		}
	}
	delete(at, variables[0])
	return sign, total
}

// stated gives the state of a figure, or the one that a sign in its place stands
// for; a sign that nobody knows is no data.
func stated(value *float64, sign string) (string, *float64) {
	if value != nil {
		return indicators.StateValue, value
	}
	if state, known := indicators.StateOfSign(sign); known {
		return state, nil
	}
	return indicators.StateNoData, nil
}

// scaled multiplies a figure and cuts what division leaves behind the sixth decimal.
func scaled(value *float64, scale float64) *float64 {
	if value == nil {
		return nil
	}
	v := math.Round(*value*scale*1e6) / 1e6
	return &v
}

// joined makes one row of a year's four quarters: their mean, or the reason why one
// of them is missing. A year that has not had four is left out.
func joined(s Series, rows []indicators.StatisticRow) []indicators.StatisticRow {
	if s.Time.Form != Quarter {
		return rows
	}
	type key struct {
		entity string
		year   int
	}
	quarters := map[key][]indicators.StatisticRow{}
	var order []key
	for _, r := range rows {
		k := key{r.Entity, r.Year}
		if quarters[k] == nil {
			order = append(order, k)
		}
		quarters[k] = append(quarters[k], r)
	}
	var years []indicators.StatisticRow
	for _, k := range order {
		four := quarters[k]
		if len(four) != 4 {
			continue
		}
		year, total := four[0], 0.0
		for _, q := range four {
			if q.Value == nil {
				year.State, year.Value = q.State, nil
				break
			}
			total += *q.Value
			year.State, year.Value = indicators.StateValue, scaled(&total, 0.25)
		}
		years = append(years, year)
	}
	return years
}
