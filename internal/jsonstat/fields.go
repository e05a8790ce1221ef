package jsonstat

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
)

// dimension reads one dimension. Its categories' order stands as a list of codes,
// as places by code, or goes without saying where there is one.
func dimension(id string, text json.RawMessage) (Dimension, error) {
	d := Dimension{ID: id, at: map[string]int{}}
	var in struct {
		Label    string `json:"label"`
		Category struct {
			Index json.RawMessage   `json:"index"`
			Label map[string]string `json:"label"`
		} `json:"category"`
		Extension json.RawMessage `json:"extension"`
	}
	if text == nil {
		return d, fmt.Errorf("dimension %q is named but not there", id)
	}
	if err := json.Unmarshal(text, &in); err != nil {
		return d, fmt.Errorf("dimension %q: %w", id, err)
	}
	d.Label, d.Labels, d.Eliminable = in.Label, in.Category.Label, eliminable(in.Extension)
	var places map[string]int
	switch {
	case in.Category.Index == nil && len(d.Labels) == 1:
		for code := range d.Labels {
			d.Codes = []string{code}
		}
	case json.Unmarshal(in.Category.Index, &d.Codes) == nil && d.Codes != nil:
	case json.Unmarshal(in.Category.Index, &places) == nil && places != nil:
		d.Codes = make([]string, 0, len(places))
		for code := range places {
			d.Codes = append(d.Codes, code)
		}
		slices.SortFunc(d.Codes, func(a, b string) int { return places[a] - places[b] })
		for i, code := range d.Codes {
			if places[code] != i {
				return d, fmt.Errorf("dimension %q: the places of its categories are not 0 to %d", id, len(places)-1)
			}
		}
	default:
		return d, fmt.Errorf("dimension %q has no categories", id)
	}
	if len(d.Codes) == 0 {
		return d, fmt.Errorf("dimension %q has no categories", id)
	}
	for i, code := range d.Codes {
		if _, twice := d.at[code]; twice {
			return d, fmt.Errorf("dimension %q has the category %q twice", id, code)
		}
		d.at[code] = i
	}
	return d, nil
}

// values reads a list of numbers and nulls, or numbers by cell.
func values(text json.RawMessage, cells int) ([]float64, []bool, error) {
	all, there := make([]float64, cells), make([]bool, cells)
	put := func(cell int, v *float64) error {
		switch {
		case cell < 0 || cell >= cells:
			return fmt.Errorf("there is a value for cell %d of %d", cell, cells)
		case v != nil && !math.IsInf(*v, 0) && !math.IsNaN(*v):
			all[cell], there[cell] = *v, true
		}
		return nil
	}
	var list []*float64
	if json.Unmarshal(text, &list) == nil && list != nil {
		if len(list) != cells {
			return nil, nil, fmt.Errorf("there are %d values for %d cells", len(list), cells)
		}
		for i, v := range list {
			if err := put(i, v); err != nil {
				return nil, nil, err
			}
		}
		return all, there, nil
	}
	var sparse map[string]*float64
	if json.Unmarshal(text, &sparse) != nil || sparse == nil {
		return nil, nil, fmt.Errorf("the values are neither a list of numbers nor numbers by cell")
	}
	for key, v := range sparse {
		cell, err := strconv.Atoi(key)
		if err != nil {
			return nil, nil, fmt.Errorf("there is a value for cell %q", key)
		}
		if err := put(cell, v); err != nil {
			return nil, nil, err
		}
	}
	return all, there, nil
}

// statuses reads one status for all cells, a list of them, or some by cell. What
// is none of these is no status: it explains values, it is none.
func statuses(text json.RawMessage, cells int) (map[int]string, error) {
	found := map[int]string{}
	if text == nil {
		return found, nil
	}
	var one string
	var list []*string
	var sparse map[string]string
	switch {
	case json.Unmarshal(text, &one) == nil:
		for i := range cells {
			if one != "" {
				found[i] = one
			}
		}
	case json.Unmarshal(text, &list) == nil:
		if len(list) != cells && len(list) != 1 {
			return nil, fmt.Errorf("there are %d statuses for %d cells", len(list), cells)
		}
		for i := range cells {
			if s := list[min(i, len(list)-1)]; s != nil && *s != "" {
				found[i] = *s
			}
		}
	case json.Unmarshal(text, &sparse) == nil:
		for key, s := range sparse {
			cell, err := strconv.Atoi(key)
			if err != nil || cell < 0 || cell >= cells {
				return nil, fmt.Errorf("there is a status for cell %q of %d", key, cells)
			}
			found[cell] = s
		}
	}
	return found, nil
}

// eliminable reads PxWeb's word of its own; who has another extension does not say.
func eliminable(extension json.RawMessage) bool {
	var px struct {
		Elimination bool `json:"elimination"`
	}
	return json.Unmarshal(extension, &px) == nil && px.Elimination
}
