package indicators

import (
	"fmt"
	"math"
	"strconv"

	"github.com/google/uuid"

	"loftet/indicators/catalogue"
	"loftet/internal/csvtable"
	"loftet/models"
)

// impossible says why a figure can't be one of the indicator, and nothing when it
// can. What a person answers in words or parts has a value that is worked out, so
// that only such values are possible.
func impossible(d Definition, value *float64) string {
	if value == nil {
		return ""
	}
	switch least, most := d.limits(); { // a file's number is finite
	case *value < least:
		return fmt.Sprintf("%s is too small: %s is at least %s", digits(*value), d.Code, digits(least))
	case *value > most:
		return fmt.Sprintf("%s is too large: %s is at most %s", digits(*value), d.Code, digits(most))
	}
	if _, said := catalogue.ChoiceOf(*value); !said && catalogue.Type(d.Type) == catalogue.YesPartlyNo {
		return fmt.Sprintf("%s is neither 100 (yes), 50 (partly) nor 0 (no), and %s is nothing else", digits(*value), d.Code)
	}
	counted := d.Combine == string(catalogue.Positive) || d.Combine == string(catalogue.Yes)
	if counted && *value != float64(int64(*value)) {
		return fmt.Sprintf("%s is not a whole number, and %s is one", digits(*value), d.Code)
	}
	return ""
}

// digits writes a number as files have it, without an exponent as long as it can
// be read.
func digits(value float64) string {
	format := byte('f')
	if math.Abs(value) > largest {
		format = 'g'
	}
	return strconv.FormatFloat(value, format, -1, 64)
}

// doubt warns of every new or changed figure that is far from the one that it
// takes the place of, or else from the municipality's latest of an earlier year.
func (b statisticsBatch) doubt(stored map[figureKey]models.Observation, found *csvtable.Findings) {
	values := make(map[figureKey]float64, len(stored)+len(b.figures))
	years := map[[2]uuid.UUID][]int{}
	keep := func(key figureKey, value *float64) {
		if value == nil {
			delete(values, key)
			return
		}
		if _, twice := values[key]; !twice {
			series := [2]uuid.UUID{key.indicator, key.organisation}
			years[series] = append(years[series], key.year)
		}
		values[key] = *value
	}
	for key, old := range stored {
		keep(key, old.Value)
	}
	for key, row := range b.figures {
		keep(key, row.Value)
	}
	for key, row := range b.figures {
		old, exists := stored[key]
		if row.Value == nil || exists && equal(old.Value, row.Value) {
			continue
		}
		was, year := old.Value, key.year
		if was == nil {
			was, year = before(key, values, years[[2]uuid.UUID{key.indicator, key.organisation}])
		}
		if was != nil && b.definitions[key.indicator].OddChange(*was, *row.Value) {
			found.Warn(row.File, row.Line, "%s, %s: %s in %d is more than half away from %s in %d; it is imported, but have a look at it",
				row.Entity, row.Code, digits(*row.Value), key.year, digits(*was), year)
		}
	}
}

// before gives the latest figure of an earlier year.
func before(key figureKey, values map[figureKey]float64, years []int) (was *float64, year int) {
	for _, y := range years {
		earlier := figureKey{key.indicator, key.organisation, y}
		if value, there := values[earlier]; there && y < key.year && y > year {
			was, year = &value, y
		}
	}
	return was, year
}
