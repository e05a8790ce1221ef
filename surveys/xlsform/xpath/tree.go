package xpath

// Expr is a part of an expression. At tells where it begins, in characters.
type Expr interface{ At() int }

type at int

// At tells where an expression begins.
func (a at) At() int { return int(a) }

// The kinds of expressions.
type (
	// Number is 3.5.
	Number struct {
		at
		Value float64
	}
	// Text is 'yes'.
	Text struct {
		at
		Value string
	}
	// Name is ${name}, or ${last-saved#name}.
	Name struct {
		at
		Name      string
		LastSaved bool
	}
	// Path is a way through the form's data: steps such as .., a name, or * for
	// any. The single step . is the answer itself.
	Path struct {
		at
		Absolute bool
		Steps    []string
	}
	// Walk is what is reached from another expression, or chosen from it: its data
	// lies outside of what one answer is.
	Walk struct {
		at
		From Expr
	}
	// Call is round(x, 2).
	Call struct {
		at
		Function string
		Args     []Expr
	}
	// Binary is a + b, by its operator: or and = != < <= > >= + - * div mod |.
	Binary struct {
		at
		Operator    string
		Left, Right Expr
	}
	// Negative is -x.
	Negative struct {
		at
		Of Expr
	}
)

// binding is how strongly operators bind.
var binding = map[string]int{
	"or": 1, "and": 2, "=": 3, "!=": 3, "<": 4, "<=": 4, ">": 4, ">=": 4,
	"+": 5, "-": 5, "*": 6, "div": 6, "mod": 6, "|": 8,
}

const negation = 7
