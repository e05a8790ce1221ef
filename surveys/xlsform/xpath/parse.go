package xpath

import (
	"slices"
	"strconv"
	"strings"

	"loftet/surveys/xlsform/said"
)

// maxDepth is how deep expressions may stand within each other.
const maxDepth = 100

// Parse reads an expression. Notes say what was taken although it is not quite
// right, such as AND in capitals.
func Parse(text string) (e Expr, notes []said.Sentence, fault *Error) {
	tokens, fault := lex(text)
	if fault != nil {
		return nil, nil, fault
	}
	p := &parser{tokens: tokens}
	e = p.expression(0)
	if p.fault == nil && p.peek().kind != end {
		p.fail(p.peek(), "unexpected", "%s is not expected here", p.shown())
	}
	return e, p.notes, p.fault
}

type parser struct {
	tokens []token
	next   int
	depth  int
	notes  []said.Sentence
	fault  *Error
}

func (p *parser) peek() token { return p.tokens[p.next] }

func (p *parser) take() token {
	t := p.tokens[p.next]
	if t.kind != end {
		p.next++
	}
	return t
}

// is tells whether a sign comes next, and takes it.
func (p *parser) is(text string) bool {
	if t := p.peek(); t.kind == sign && t.text == text {
		p.next++
		return true
	}
	return false
}

func (p *parser) fail(t token, key, format string, values ...any) {
	if p.fault == nil {
		p.fault = &Error{t.at, said.As(key, format, values...)}
	}
	p.next = len(p.tokens) - 1
}

// shown is what comes next, for people.
func (p *parser) shown() any {
	switch t := p.peek(); t.kind {
	case end:
		return said.As("the_end", "The end")
	case literal:
		return "'" + t.text + "'"
	case reference:
		return "${" + t.text + "}"
	default:
		return t.text
	}
}

// expression reads what binds more strongly than least.
func (p *parser) expression(least int) Expr {
	if p.depth++; p.depth > maxDepth {
		p.fail(p.peek(), "nested_deep", "The expression is nested too deeply")
	}
	defer func() { p.depth-- }()
	left := p.operand()
	for {
		operator := p.operator()
		strength := binding[operator]
		if strength <= least {
			return left
		}
		t := p.take()
		left = &Binary{at(t.at), operator, left, p.expression(strength)}
	}
}

// operator is the operator that comes next, "" when none does. Words are operators
// where one can stand alone.
func (p *parser) operator() string {
	p.split()
	t := p.peek()
	switch {
	case t.kind == sign && t.text == "==":
		p.note("equals_twice", "== was read as =")
		return "="
	case t.kind == word && (t.text == "AND" || t.text == "OR"):
		p.note("capitals", "%s was read as %s, which is written in small letters", t.text, strings.ToLower(t.text))
		return strings.ToLower(t.text)
	case t.kind == word && slices.Contains([]string{"and", "or", "div", "mod"}, t.text):
		return t.text
	case t.kind == sign && binding[t.text] > 0:
		return t.text
	}
	return ""
}

// split makes two of an operator and the answer that follows without a blank, as in
// . = 0 or.> 5.
func (p *parser) split() {
	t := p.peek()
	operator, joined := strings.CutSuffix(t.text, ".")
	if t.kind != word || !joined || operator != "and" && operator != "or" {
		return
	}
	p.note("joined", "%s was read as %s, and the answer after it", t.text, operator)
	p.tokens[p.next].text = operator
	p.tokens = slices.Insert(p.tokens, p.next+1, token{sign, ".", t.at + len(operator)})
}

func (p *parser) note(key, format string, values ...any) {
	p.notes = append(p.notes, said.As(key, format, values...))
}

// operand reads what stands between operators, with what is reached from it.
func (p *parser) operand() Expr {
	t := p.peek()
	if p.is("-") {
		return &Negative{at(t.at), p.expression(negation)}
	}
	e := p.primary()
	for p.fault == nil {
		switch {
		case p.is("["):
			p.expression(0)
			p.close("]")
			e = &Walk{at(t.at), e}
		case p.is("/"):
			call, current := e.(*Call)
			if path := p.path(p.peek(), false); current && call.Function == "current" && len(call.Args) == 0 {
				e = path // the answer that the expression is of
			} else {
				e = &Walk{at(t.at), e}
			}
		default:
			return e
		}
	}
	return e
}

func (p *parser) primary() Expr {
	t := p.peek()
	switch {
	case t.kind == numeral:
		p.take()
		value, err := strconv.ParseFloat(t.text, 64)
		if err != nil {
			p.fail(t, "not_a_number", "%s is no number", t.text)
		}
		return &Number{at(t.at), value}
	case t.kind == literal:
		p.take()
		return &Text{at(t.at), t.text}
	case t.kind == reference:
		p.take()
		name, saved := strings.CutPrefix(t.text, "last-saved#")
		return &Name{at(t.at), name, saved}
	case p.is("("):
		inner := p.expression(0)
		p.close(")")
		return inner
	case t.kind == word && p.tokens[p.next+1].text == "(" && p.tokens[p.next+1].kind == sign:
		return p.call()
	case p.is("//"):
		p.path(p.peek(), true)
		return &Walk{at(t.at), &Path{at: at(t.at)}}
	case p.is("/"):
		return p.path(t, true)
	case t.kind == word || t.kind == sign && slices.Contains([]string{".", "..", "*", "@"}, t.text):
		return p.path(t, false)
	}
	p.fail(t, "value_expected", "%s stands where a value is expected", p.shown())
	return &Text{at: at(t.at)}
}

func (p *parser) close(with string) {
	if p.fault == nil && !p.is(with) {
		p.fail(p.peek(), "sign_expected", "%s stands where %s is expected", p.shown(), with)
	}
}

func (p *parser) call() Expr {
	name := p.take()
	call := &Call{at: at(name.at), Function: name.text}
	p.take() // the bracket
	for p.fault == nil && !p.is(")") {
		if len(call.Args) > 0 && !p.is(",") {
			p.fail(p.peek(), "comma_expected", "%s stands where ) or a comma is expected", p.shown())
		}
		call.Args = append(call.Args, p.expression(0))
	}
	return call
}

// path reads steps with / between them.
func (p *parser) path(from token, absolute bool) Expr {
	path := &Path{at: at(from.at), Absolute: absolute}
	for {
		t := p.take()
		switch {
		case t.kind == sign && t.text == "@":
			p.take()
			t.text = "@"
		case t.kind != word && t.text != "." && t.text != ".." && t.text != "*" || t.kind == literal:
			p.next = max(p.next-1, 0)
			p.fail(p.peek(), "name_expected", "%s stands where a name is expected", p.shown())
			return path
		case t.kind == word && p.is("("): // node(), text()
			p.close(")")
			t.text += "()"
		}
		path.Steps = append(path.Steps, t.text)
		if next := p.peek(); next.kind != sign || next.text != "/" {
			return path
		}
		p.take()
	}
}
