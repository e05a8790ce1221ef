package scoring

// Colour is what a method gives. It is not the band that needs are found by;
// for that see [BandOf].
type Colour string

// The colours, from best to worst. Grey means that too little is known;
// NoColour that a value is known but nobody has set sound thresholds for it.
const (
	Green    Colour = "green"
	Yellow   Colour = "yellow"
	Orange   Colour = "orange"
	Red      Colour = "red"
	Grey     Colour = "grey"
	NoColour Colour = ""
)

// points places a colour on the scale 0 (red) to 3 (green); false for grey and
// none.
func (c Colour) points() (int, bool) {
	switch c {
	case Green:
		return 3, true
	case Yellow:
		return 2, true
	case Orange:
		return 1, true
	case Red:
		return 0, true
	}
	return 0, false
}
