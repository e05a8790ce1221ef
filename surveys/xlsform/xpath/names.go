package xpath

// NamesAnswers tells whether an expression names any answer.
func NamesAnswers(e Expr) bool {
	switch e := e.(type) {
	case *Name, *Path, *Walk:
		return true
	case *Call:
		for _, arg := range e.Args {
			if NamesAnswers(arg) {
				return true
			}
		}
	case *Negative:
		return NamesAnswers(e.Of)
	case *Binary:
		return NamesAnswers(e.Left) || NamesAnswers(e.Right)
	}
	return false
}

// Written is the text that an expression is, where it is nothing but one.
func Written(text string) (string, bool) {
	e, _, fault := Parse(text)
	if fault != nil {
		return "", false
	}
	switch e := e.(type) {
	case *Text:
		return e.Value, true
	case *Call:
		whole := ""
		for _, arg := range e.Args {
			part, is := arg.(*Text)
			if !is {
				return "", false
			}
			whole += part.Value
		}
		return whole, e.Function == "concat"
	}
	return "", false
}
