package jsonstat

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Limits of what is read: a bureau's largest answer is a fraction of it.
const (
	maxBytes = 64 << 20
	maxCells = 4_000_000
)

// Parse reads one data set. Faults say what is wrong with the text in words that
// an operator can pass on to whoever sent it.
func Parse(r io.Reader) (Cube, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return Cube{}, err
	}
	if len(text) > maxBytes {
		return Cube{}, fmt.Errorf("the data set is larger than %d MB", maxBytes>>20)
	}
	set, err := dataset(text)
	if err != nil {
		return Cube{}, err
	}
	return set.cube()
}

// Metadata reads the same as Parse but asks for no values: what a bureau tells of
// a table before anything is asked of it.
func Metadata(r io.Reader) (Cube, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxBytes+1))
	if err != nil {
		return Cube{}, err
	}
	set, err := dataset(text)
	if err != nil {
		return Cube{}, err
	}
	c := Cube{Label: set.Label, Source: set.Source, Updated: set.Updated}
	c.Dimensions, err = set.dimensions()
	return c, err
}

// document is a data set as it is sent. Version 2 has id, size and role beside the
// dimensions, version 1 among them.
type document struct {
	Class     string                     `json:"class"`
	Label     string                     `json:"label"`
	Source    string                     `json:"source"`
	Updated   json.RawMessage            `json:"updated"`
	ID        []string                   `json:"id"`
	Size      []int                      `json:"size"`
	Role      map[string][]string        `json:"role"`
	Dimension map[string]json.RawMessage `json:"dimension"`
	Value     json.RawMessage            `json:"value"`
	Status    json.RawMessage            `json:"status"`
}

type set struct {
	document
	Updated string
}

// dataset finds the one data set in a text.
func dataset(text []byte) (set, error) {
	var parts map[string]json.RawMessage
	if err := json.Unmarshal(text, &parts); err != nil {
		return set{}, fmt.Errorf("this is not JSON-stat: %w", err)
	}
	if class := plain(parts["class"]); class != "" && class != "dataset" {
		return set{}, fmt.Errorf("this is a %s of JSON-stat; a data set is needed", class)
	}
	if _, whole := parts["dimension"]; !whole {
		var inner []json.RawMessage
		for _, part := range parts {
			var bundle map[string]json.RawMessage
			if json.Unmarshal(part, &bundle) == nil && bundle["dimension"] != nil {
				inner = append(inner, part)
			}
		}
		if len(inner) != 1 {
			return set{}, fmt.Errorf("there are %d data sets in this text; one is needed", len(inner))
		}
		text = inner[0]
	}
	var d document
	if err := json.Unmarshal(text, &d); err != nil {
		return set{}, fmt.Errorf("this is not JSON-stat: %w", err)
	}
	if err := d.older(); err != nil {
		return set{}, err
	}
	return set{document: d, Updated: plain(d.Updated)}, nil
}

// older moves what version 1 keeps among the dimensions to where version 2 has it.
func (d *document) older() error {
	for name, into := range map[string]any{"id": &d.ID, "size": &d.Size, "role": &d.Role} {
		if inside, there := d.Dimension[name]; there && !isDimension(inside) {
			if err := json.Unmarshal(inside, into); err != nil {
				return fmt.Errorf("dimension.%s: %w", name, err)
			}
		}
	}
	if len(d.ID) == 0 {
		return errors.New("the data set names no dimensions")
	}
	return nil
}

func isDimension(text json.RawMessage) bool {
	var d struct {
		Category json.RawMessage `json:"category"`
	}
	return json.Unmarshal(text, &d) == nil && d.Category != nil
}

func plain(text json.RawMessage) string {
	var s string
	if json.Unmarshal(text, &s) != nil {
		return ""
	}
	return s
}

func (s set) cube() (Cube, error) {
	c := Cube{Label: s.Label, Source: s.Source, Updated: s.Updated}
	var err error
	if c.Dimensions, err = s.dimensions(); err != nil {
		return c, err
	}
	cells := 1
	for i, d := range c.Dimensions {
		if len(s.Size) == len(s.ID) && s.Size[i] != len(d.Codes) {
			return c, fmt.Errorf("dimension %q says it has %d categories and has %d", d.ID, s.Size[i], len(d.Codes))
		}
		if cells *= len(d.Codes); cells > maxCells {
			return c, fmt.Errorf("the data set has more than %d cells", maxCells)
		}
	}
	if c.values, c.there, err = values(s.Value, cells); err != nil {
		return c, err
	}
	c.Status, err = statuses(s.Status, cells)
	return c, err
}

func (s set) dimensions() ([]Dimension, error) {
	all := make([]Dimension, 0, len(s.ID))
	for _, id := range s.ID {
		d, err := dimension(id, s.Dimension[id])
		if err != nil {
			return nil, err
		}
		for role, ids := range s.Role {
			if slices.Contains(ids, id) {
				d.Role = role
			}
		}
		if slices.ContainsFunc(all, func(o Dimension) bool { return o.ID == id }) {
			return nil, fmt.Errorf("dimension %q is named twice", id)
		}
		all = append(all, d)
	}
	return all, nil
}
