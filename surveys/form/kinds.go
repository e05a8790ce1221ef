package form

import (
	"regexp"
	"slices"

	"loftet/internal/expr"
)

var kinds = map[Kind]expr.Type{
	Whole: expr.Number, Decimal: expr.Number, Percent: expr.Number, Money: expr.Number, Year: expr.Number, Scale: expr.Number,
	ShortText: expr.Text, LongText: expr.Text, ChoiceOf: expr.Text, Date: expr.Text, Time: expr.Text, Attachment: expr.Text,
	ChoicesOf: expr.Texts, Ranking: expr.Texts, YesNo: expr.Bool,
	Parts: expr.Any, Calculated: expr.Any, Note: expr.Any, Group: expr.Any, Repeat: expr.Any, // worked out of the item
}

// Answered tells whether people answer an item of this kind.
func (k Kind) Answered() bool {
	return !slices.Contains([]Kind{Note, Calculated, Group, Repeat}, k)
}

// valued tells whether an item of this kind has a value that others may look at.
func (k Kind) valued() bool { return k != Note && k != Group }

// listed tells whether an item of this kind is answered from a list.
func (k Kind) listed() bool { return k == ChoiceOf || k == ChoicesOf || k == Ranking }

// Number tells whether the answer to an item of this kind is a number.
func (k Kind) Number() bool { return k.bounded() }

// bounded tells whether Min and Max say something about an item of this kind.
func (k Kind) bounded() bool { return kinds[k].Is(expr.Number) }

var nameForm = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]{0,63}$`)

// reserved are names that mean something to one of the evaluators, or to a form.
var reserved = []string{
	"as", "break", "const", "continue", "else", "for", "function", "if", "import", "in", "let", "loop", "namespace", "package",
	"return", "var", "void", "while", "true", "false", "null", "prototype", "constructor", "cel", "google", "optional",
	"bool", "bytes", "double", "dyn", "int", "list", "map", "null_type", "string", "type", "uint",
	"value", "choice",
}

// ValidName tells whether an item, a part or an attribute can be called so:
// letters, digits and _, no digit first, at most 64, no two _ first, and no word
// that means something in an expression.
func ValidName(name string) bool {
	return nameForm.MatchString(name) && !slices.Contains(reserved, name) && (len(name) < 2 || name[:2] != "__")
}

// OtherChoice is the choice that an item with Other has besides its list.
const OtherChoice = "other"

// OtherName is the name of the text that goes with OtherChoice: an item of kind
// ShortText after its question, visible and required once "other" is chosen.
func OtherName(item string) string { return item + "_other" }
