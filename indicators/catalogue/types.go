package catalogue

// Text is what a person reads, in the three languages that are always complete.
type Text struct {
	NB string `yaml:"nb" json:"nb"`
	NN string `yaml:"nn" json:"nn"`
	EN string `yaml:"en" json:"en"`
}

// In gives the text in lang ("nb", "nn" or "en"), any other language in bokmål.
func (t Text) In(lang string) string {
	switch lang {
	case "nn":
		return t.NN
	case "en":
		return t.EN
	}
	return t.NB
}

// Goal is one of the 17 Sustainable Development Goals. Colour is the UN's for
// that goal, as "#RRGGBB".
type Goal struct {
	Number      int    `yaml:"number" json:"number"`
	Colour      string `yaml:"colour" json:"colour"`
	Name        Text   `yaml:"name" json:"name"`
	Description Text   `yaml:"description" json:"description"`
}

// Target is a target below a goal, such as "9.c". Label is our own short
// wording, not the official text.
type Target struct {
	ID    string `yaml:"id" json:"id"`
	Goal  int    `yaml:"goal" json:"goal"`
	Label Text   `yaml:"label" json:"label"`
}

// Catalogue is a version of the core or of the additional set, in the order in which it
// is asked.
type Catalogue struct {
	Version    string      `yaml:"version" json:"version"`
	Indicators []Indicator `yaml:"indicators" json:"indicators"`
}

// Type says how an indicator is answered.
type Type string

// The types. A yes_partly_no answer counts 100, 50 or 0; an answer in parts
// counts what its Combine makes of them.
const (
	Percent     Type = "percent"
	Number      Type = "number"
	Ratio       Type = "ratio"
	YesPartlyNo Type = "yes_partly_no"
	Points      Type = "score"
	InParts     Type = "parts"
)

// Direction says which values are good.
type Direction string

// The directions. With Middle, a value counts as its distance from
// Indicator.Middle, and the bounds and thresholds are distances too.
const (
	Higher Direction = "higher"
	Lower  Direction = "lower"
	Middle Direction = "middle"
)

// Indicator is one question of a catalogue and all that is said about it. Min and
// Max are the limits of a possible answer, not of the score. It counts in the score of
// Goal alone; Also names further targets that it speaks of, in whatever goal.
type Indicator struct {
	Code      string    `yaml:"code" json:"code"`
	Goal      int       `yaml:"goal" json:"goal"`
	Target    string    `yaml:"target" json:"target"`
	Also      []string  `yaml:"also" json:"also,omitempty"`
	Type      Type      `yaml:"type" json:"type"`
	Unit      Text      `yaml:"unit" json:"unit"`
	Decimals  int       `yaml:"decimals" json:"decimals"`
	Min       *float64  `yaml:"min" json:"min,omitempty"`
	Max       *float64  `yaml:"max" json:"max,omitempty"`
	Direction Direction `yaml:"direction" json:"direction"`
	Middle    *float64  `yaml:"middle" json:"middle,omitempty"`
	Parts     []Part    `yaml:"parts" json:"parts,omitempty"`
	Combine   Combine   `yaml:"combine" json:"combine,omitempty"`
	Formula   string    `yaml:"formula" json:"formula,omitempty"` // see package formula; with parts in place of Combine

	Numerator   *Text   `yaml:"numerator" json:"numerator,omitempty"`
	Denominator *Text   `yaml:"denominator" json:"denominator,omitempty"`
	Bounds      *Bounds `yaml:"bounds" json:"bounds,omitempty"`
	Source      Source  `yaml:"source" json:"source"`
	Name        Text    `yaml:"name" json:"name"`
	Question    Text    `yaml:"question" json:"question"`
	Help        Text    `yaml:"help" json:"help"`
}

// PartType says how one part of an answer is given.
type PartType string

// A count is a whole number from 0; a yes_no counts 1 or 0.
const (
	Count PartType = "count"
	YesNo PartType = "yes_no"
)

// Part is one thing asked for in an indicator of type parts.
type Part struct {
	Key   string   `yaml:"key" json:"key"`
	Type  PartType `yaml:"type" json:"type"`
	Label Text     `yaml:"label" json:"label"`
}

// Combine says what the parts make together.
type Combine string

// The combinations, each short for a formula (see [Indicator.Rule]): 100 * first /
// second, the number of parts above 0, and the number of parts answered with yes.
const (
	Share    Combine = "share"
	Positive Combine = "positive"
	Yes      Combine = "yes"
)

// Bounds are the numbers that a score and a colour come from, in the
// indicator's unit. Each may be missing: without both Lower and Optimum there
// is no score, without both Green and Red no colour.
type Bounds struct {
	Lower     *float64   `yaml:"lower" json:"lower,omitempty"`
	Optimum   *float64   `yaml:"optimum" json:"optimum,omitempty"`
	Green     *float64   `yaml:"green" json:"green,omitempty"`
	Red       *float64   `yaml:"red" json:"red,omitempty"`
	Basis     Basis      `yaml:"basis" json:"basis"`
	Reference *Reference `yaml:"reference" json:"reference,omitempty"`
	Note      Text       `yaml:"note" json:"note"`
}

// Scores reports whether the bounds are enough for a score.
func (b *Bounds) Scores() bool { return b != nil && b.Lower != nil && b.Optimum != nil }

// Basis says where bounds come from; a note explains the rest where they are
// mixed.
type Basis string

// The bases in their order of preference. Law also stands for an official
// target or recommendation.
const (
	Law                   Basis = "law"
	NaturalLimit          Basis = "natural_limit"
	ReferenceDistribution Basis = "reference_distribution"
)

// Reference names the set and year whose percentiles are the bounds.
type Reference struct {
	Set  Text `yaml:"set" json:"set"`
	Year int  `yaml:"year" json:"year"`
}
