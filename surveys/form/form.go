package form

// Form is the document of a questionnaire's own questions, as it is stored and
// sent to the browser. A published one never changes.
type Form struct {
	ID        string              `json:"id"`      // stable name, as XLSForm's form_id
	Version   string              `json:"version"` // as its author counts; empty where nobody does
	Title     Text                `json:"title"`
	Languages []string            `json:"languages"` // those that it has texts in; the first one others fall back to
	Items     []Item              `json:"items"`
	Lists     map[string][]Choice `json:"lists,omitempty"` // choices by the name of their list, in their order
}

// Text is a text by language. A language that is missing falls back to the form's
// first one, and the page marks it.
type Text map[string]string

// Item is a question, a note, or a group or repeat of items.
type Item struct {
	Kind Kind   `json:"kind"`
	Name string `json:"name"` // unique in the form: a letter or _, then letters, digits, _; the variable in CEL
	// Original is the name in the file that the item came from, where that is no such name.
	Original string `json:"original,omitempty"`
	Label    Text   `json:"label,omitempty"`
	Hint     Text   `json:"hint,omitempty"`

	Goal      int    `json:"goal,omitempty"`      // 1-17 of an outermost item; 0: asked for all goals together
	Indicator string `json:"indicator,omitempty"` // code of the indicator that the answer is of: carried over by it

	Visible         string `json:"visible,omitempty"`  // CEL to bool; empty: always
	Required        string `json:"required,omitempty"` // CEL to bool; empty: never
	RequiredMessage Text   `json:"requiredMessage,omitempty"`
	Constraint      string `json:"constraint,omitempty"` // CEL to bool over the answers and `value`, the answer itself
	Message         Text   `json:"message,omitempty"`    // said when the constraint does not hold
	Calculate       string `json:"calculate,omitempty"`  // CEL to the kind's type; only where Kind is Calculated or ReadOnly
	Default         string `json:"default,omitempty"`    // CEL to the kind's type, over nothing: what stands there before anybody answers
	ReadOnly        bool   `json:"readOnly,omitempty"`

	List   string `json:"list,omitempty"`   // of Choice, Choices and Ranking
	Filter string `json:"filter,omitempty"` // CEL to bool over the answers and `choice`, a map of name and attributes
	Other  bool   `json:"other,omitempty"`  // "other, please say": a text goes with it

	Unit     Text     `json:"unit,omitempty"`
	Currency string   `json:"currency,omitempty"` // ISO 4217, of Money
	Min      *float64 `json:"min,omitempty"`      // of numbers and scales
	Max      *float64 `json:"max,omitempty"`
	Step     float64  `json:"step,omitempty"` // of scales; 0: 1
	Parts    []Part   `json:"parts,omitempty"`

	Items []Item `json:"items,omitempty"` // of Group and Repeat
	Count string `json:"count,omitempty"` // CEL to a number: how many rows a repeat has; empty: as many as are added
}

// Kind says what an item is and what type its answer has in CEL; an answer that
// is not there is null.
type Kind string

// The kinds of items.
const (
	Whole      Kind = "whole"      // double without a fraction
	Decimal    Kind = "decimal"    // double
	Percent    Kind = "percent"    // double, 0-100 unless Min and Max say otherwise
	Money      Kind = "money"      // double, in whole units of Currency
	ShortText  Kind = "text"       // string
	LongText   Kind = "long_text"  // string
	ChoiceOf   Kind = "choice"     // string: the choice's name
	ChoicesOf  Kind = "choices"    // list of string, in the order of the list
	YesNo      Kind = "yes_no"     // bool
	Date       Kind = "date"       // string, 2026-11-23
	Time       Kind = "time"       // string, 14:02
	Year       Kind = "year"       // double
	Scale      Kind = "scale"      // double
	Ranking    Kind = "ranking"    // list of string, first is best
	Attachment Kind = "attachment" // string: id of a file, or a link
	Parts      Kind = "parts"      // map of string to double: several figures that make one indicator
	Note       Kind = "note"       // nothing to answer
	Calculated Kind = "calculated" // what Calculate gives
	Group      Kind = "group"
	Repeat     Kind = "repeat" // list of maps; one level, no repeat in a repeat
)

// Part is one figure of an item of kind Parts, such as one of five pollutants.
type Part struct {
	Name  string `json:"name"`
	Label Text   `json:"label"`
	Unit  Text   `json:"unit,omitempty"`
}

// Choice is one choice of a list. Attributes are what a filter may look at.
type Choice struct {
	Name       string            `json:"name"`
	Label      Text              `json:"label"`
	Attributes map[string]string `json:"attributes,omitempty"`
}
