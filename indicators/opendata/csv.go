package opendata

import (
	"bytes"
	"encoding/csv"
	"strconv"

	"loftet/internal/csvtable"
)

// CSV writes the set with a row for each municipality and indicator, under the
// names of the columns that [Set.Metadata] describes. Numbers have a decimal point;
// a cell without a number is empty, and its status says why.
func (s Set) CSV() ([]byte, error) {
	var text bytes.Buffer
	out := csv.NewWriter(&text)
	out.UseCRLF = true
	if err := out.Write(names[:]); err != nil {
		return nil, err
	}
	year, period, licence := strconv.Itoa(s.Year), csvtable.Neutral(s.Period), csvtable.Neutral(s.Licence)
	record := make([]string, columnCount)
	for p, place := range s.Places {
		name := csvtable.Neutral(place.Name)
		for i, in := range s.Indicators {
			c := s.Cells[p][i]
			record[columnMunicipality], record[columnMunicipalityName] = place.Number, name
			record[columnIndicator], record[columnIndicatorName] = in.Code, csvtable.Neutral(in.Name)
			record[columnGoal], record[columnPeriodYear], record[columnPeriod] = strconv.Itoa(in.Goal), year, period
			record[columnYear] = ""
			if c.Year != 0 {
				record[columnYear] = strconv.Itoa(c.Year)
			}
			record[columnValue], record[columnUnit] = number(c.Value), csvtable.Neutral(in.Unit)
			record[columnStatus], record[columnScore] = c.State, number(c.Score)
			record[columnConfirmed], record[columnSource], record[columnLicence] = strconv.FormatBool(c.Confirmed), csvtable.Neutral(c.Source), licence
			if err := out.Write(record); err != nil {
				return nil, err
			}
		}
	}
	out.Flush()
	return text.Bytes(), out.Error()
}

// number writes a number with all its decimals; nothing for none.
func number(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}
