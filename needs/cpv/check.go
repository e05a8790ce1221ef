package cpv

import (
	"fmt"
	"slices"

	"loftet/internal/fault"
	"loftet/models"
)

// Code is a code as it is shown: with its check digit and a label, both empty
// where the list is not imported.
type Code struct {
	Code  string // eight digits
	Digit string
	Label string
}

// Number is the code as people write it.
func (c Code) Number() string {
	if c.Digit == "" {
		return c.Code
	}
	return c.Code + "-" + c.Digit
}

// Check reads the codes of an input and gives them as eight digits, in order and
// without repetition, with one fault for each that is wrong. Once the list is
// imported a code must be in it, and a check digit must be the official one:
// the published formula for it fails for 532 of the 9,454 codes, so only the
// list can tell.
func Check(tx *models.Tx, field string, texts []string) ([]string, []fault.Field, error) {
	var faults []fault.Field
	codes := []string{}
	given := map[string]string{}
	place := map[string]string{}
	for i, text := range texts {
		path := fmt.Sprintf("%s.%d", field, i)
		code, digit, ok := Parse(text)
		switch {
		case !ok:
			faults = append(faults, fault.OnField(path, "cpv_form"))
		case !slices.Contains(codes, code):
			codes = append(codes, code)
			given[code], place[code] = digit, path
		}
	}
	imported, err := anyCode(tx)
	if err != nil || !imported {
		return codes, faults, err
	}
	official, err := byCode(tx, codes)
	if err != nil {
		return nil, nil, err
	}
	for _, code := range codes {
		row, known := official[code]
		switch {
		case !known:
			faults = append(faults, fault.OnField(place[code], "cpv_unknown", "code", code))
		case given[code] != "" && given[code] != row.Digit:
			faults = append(faults, fault.OnField(place[code], "cpv_digit", "code", code, "digit", row.Digit))
		}
	}
	return codes, faults, nil
}

// Labelled gives codes with check digit and label in a language, in the order
// asked for. A label that the list lacks in that language comes in another.
func Labelled(tx *models.Tx, codes []string, lang string) ([]Code, error) {
	official, err := byCode(tx, codes)
	if err != nil {
		return nil, err
	}
	list := make([]Code, 0, len(codes))
	for _, code := range codes {
		list = append(list, shown(code, official[code], lang))
	}
	return list, nil
}

// shown puts a row into a language. Nynorsk and bokmål stand in for one another.
func shown(code string, row models.CPVCode, lang string) Code {
	label, _ := row.Labels.In(lang)
	return Code{Code: code, Digit: row.Digit, Label: label}
}
