package xpath

import (
	"strconv"
	"strings"
)

// Print writes an expression, with brackets where they are needed.
func Print(e Expr) string {
	var p printer
	p.print(e, 0)
	return p.String()
}

type printer struct{ strings.Builder }

// print writes an expression that stands within one that binds so strongly.
func (p *printer) print(e Expr, within int) {
	switch e := e.(type) {
	case *Number:
		p.WriteString(strconv.FormatFloat(e.Value, 'f', -1, 64))
	case *Text:
		p.WriteString(Quote(e.Value))
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

// Quote writes a text. XPath knows no way to write a quote within its own kind, so
// that a text with both kinds is put together.
func Quote(text string) string {
	switch {
	case !strings.Contains(text, "'"):
		return "'" + text + "'"
	case !strings.Contains(text, `"`):
		return `"` + text + `"`
	}
	return "concat('" + strings.ReplaceAll(text, "'", `', "'", '`) + "')"
}

func (p *printer) bracketed(needed bool, inner func()) {
	if needed {
		p.WriteString("(")
		defer p.WriteString(")")
	}
	inner()
}
