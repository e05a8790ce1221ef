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
