package xpath

import (
	"strconv"
	"strings"
)

// Print writes an expression, with brackets where they are needed. The second
// result is false for a text that holds both kinds of quotes, which XPath cannot
// say.
func Print(e Expr) (string, bool) {
	p := printer{fine: true}
	p.print(e, 0)
	return p.String(), p.fine
}

type printer struct {
	strings.Builder
	fine bool
}

// print writes an expression that stands within one that binds so strongly.
func (p *printer) print(e Expr, within int) {
	switch e := e.(type) {
	case *Number:
		p.WriteString(strconv.FormatFloat(e.Value, 'f', -1, 64))
	case *Text:
		quote := "'"
		if strings.Contains(e.Value, quote) {
			quote = `"`
			p.fine = p.fine && !strings.Contains(e.Value, quote)
		}
		p.WriteString(quote + e.Value + quote)
	case *Name:
		p.WriteString("${" + e.Name + "}")
	case *Path:
		if e.Absolute {
			p.WriteString("/")
		}
		p.WriteString(strings.Join(e.Steps, "/"))
	case *Call:
		p.WriteString(e.Function + "(")
		for i, arg := range e.Args {
			if i > 0 {
				p.WriteString(", ")
			}
			p.print(arg, 0)
		}
		p.WriteString(")")
	case *Negative:
		p.bracketed(negation < within, func() {
			p.WriteString("-")
			p.print(e.Of, negation)
		})
	case *Binary:
		strength := binding[e.Operator]
		p.bracketed(strength < within, func() {
			p.print(e.Left, strength)
			p.WriteString(" " + e.Operator + " ")
			p.print(e.Right, strength+1)
		})
	}
}

func (p *printer) bracketed(needed bool, inner func()) {
	if needed {
		p.WriteString("(")
		defer p.WriteString(")")
	}
	inner()
}
