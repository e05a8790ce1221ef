package jsonstat

// Cube is a data set: a value or the lack of one for each combination of its
// dimensions' categories.
type Cube struct {
	Label      string
	Source     string
	Updated    string
	Dimensions []Dimension
	Status     map[int]string // by cell, only where there is one

	values []float64
	there  []bool
}

// Dimension is one dimension with its categories in their order.
type Dimension struct {
	ID     string
	Label  string
	Role   string // "time", "geo", "metric" or empty
	Codes  []string
	Labels map[string]string // by code

	Eliminable bool // PxWeb: need not be asked for, and is then the sum or total

	at map[string]int
}

// Cells gives the number of cells.
func (c Cube) Cells() int { return len(c.values) }

// Value gives the value of a cell; false where it is missing.
func (c Cube) Value(cell int) (float64, bool) { return c.values[cell], c.there[cell] }

// Dimension gives a dimension by its id; false when there is none.
func (c Cube) Dimension(id string) (Dimension, bool) {
	for _, d := range c.Dimensions {
		if d.ID == id {
			return d, true
		}
	}
	return Dimension{}, false
}

// Position gives the place of a code among the categories; false when it is none.
func (d Dimension) Position(code string) (int, bool) {
	at, there := d.at[code]
	return at, there
}

// Cell gives the number of the cell with these codes, by dimension; a dimension
// with one category need not be named. False when a code or dimension is unknown
// or one is missing.
func (c Cube) Cell(codes map[string]string) (int, bool) {
	cell, named := 0, 0
	for _, d := range c.Dimensions {
		at := 0
		code, given := codes[d.ID]
		switch {
		case given:
			var there bool
			if at, there = d.Position(code); !there {
				return 0, false
			}
			named++
		case len(d.Codes) != 1:
			return 0, false
		}
		cell = cell*len(d.Codes) + at
	}
	return cell, named == len(codes)
}

// Codes gives the codes of a cell by dimension, the inverse of Cell.
func (c Cube) Codes(cell int) map[string]string {
	codes := make(map[string]string, len(c.Dimensions))
	for i := len(c.Dimensions) - 1; i >= 0; i-- {
		d := c.Dimensions[i]
		codes[d.ID] = d.Codes[cell%len(d.Codes)]
		cell /= len(d.Codes)
	}
	return codes
}
