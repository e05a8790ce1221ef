package logic

import (
	"slices"
	"strings"

	"loftet/surveys/xlsform/xpath"
)

// rows is a list with an answer of each row, where an expression names a question
// of a repeat that it does not stand in itself.
func (t *translation) rows(e xpath.Expr) (code string, is bool) {
	switch e.(type) {
	case *xpath.Name, *xpath.Path:
		if a := t.answer(e); a.Of != "" {
			return a.Of + ".map(row, row." + a.Code + ")", true
		}
	}
	return "", false
}

// inAnyRow compares what each row of another repeat has: in XPath it is enough that
// one row is so.
func (t *translation) inAnyRow(e *xpath.Binary) (value, bool) {
	if !slices.Contains([]string{"=", "!=", "<", "<=", ">", ">="}, e.Operator) {
		return value{}, false
	}
	left, right := t.answerIn(e.Left), t.answerIn(e.Right)
	if (left.Of == "") == (right.Of == "") {
		return value{}, false
	}
	side := func(e xpath.Expr, a Answer) value {
		if a.Of == "" {
			return t.value(e)
		}
		a.Of, a.Code = "", "row."+a.Code
		return from(e, a)
	}
	one := t.compare(e.Operator, side(e.Left, left), side(e.Right, right))
	return truth(left.Of + right.Of + ".exists(row, " + and(one.exact) + ")"), true
}

// count counts the rows of a repeat.
func (t *translation) count(e *xpath.Call) value {
	switch e.Args[0].(type) {
	case *xpath.Name, *xpath.Path:
	default:
		refuse(e, Unsupported, "count_rows", "count() counts the rows of a repeat")
	}
	switch a := t.answer(e.Args[0]); {
	case a.Of != "":
		return value{is: Number, code: call("length", a.Of), plain: true}
	case a.Is == Rows && a.Code != "":
		return value{is: Number, code: call("length", a.Code), plain: true}
	}
	return numberOf(1) // of an answer there is one
}

func (t *translation) countAnswered(e *xpath.Call) value {
	if rows, is := t.rows(e.Args[0]); is {
		return value{is: Number, code: call("count", rows), plain: true}
	}
	return asNumber(not(isEmpty(t.value(e.Args[0]))))
}

// list is all arguments as a list of numbers.
func (t *translation) list(e *xpath.Call) value {
	if len(e.Args) == 1 {
		if a := t.answerIn(e.Args[0]); a.Of != "" {
			if a.Is != Number {
				field := asNumber(from(e, Answer{Is: a.Is, Code: "row." + a.Code, Date: a.Date, Calculated: a.Calculated}))
				return value{code: a.Of + ".map(row, " + field.code + ")", plain: true}
			}
			rows, _ := t.rows(e.Args[0])
			return value{code: rows, plain: true}
		}
	}
	var codes []string
	var all []value
	for _, arg := range e.Args {
		part := asNumber(t.value(arg))
		all, codes = append(all, part), append(codes, part.code)
		if !part.plain {
			all[len(all)-1].needs = part.needs
		} else {
			all[len(all)-1].needs = nil // what is missing is left out
		}
	}
	return value{code: "[" + strings.Join(codes, ", ") + "]", plain: len(union(all...)) == 0, needs: union(all...)}
}

// answerIn is the answer that an expression names, an empty one of any other.
func (t *translation) answerIn(e xpath.Expr) Answer {
	switch e.(type) {
	case *xpath.Name, *xpath.Path:
		return t.answer(e)
	}
	return Answer{}
}

// sum is 0 of nothing at all.
func (t *translation) sum(e *xpath.Call) value {
	list := t.list(e)
	return value{is: Number, code: call("coalesce", call("sum", list.code), "0.0"), plain: list.plain, needs: list.needs}
}

func numbersOf(name string) func(*translation, *xpath.Call) value {
	return func(t *translation, e *xpath.Call) value {
		v := of(Number, name, t.list(e))
		if v.plain {
			v.needs = []string{answered(v.code)}
		}
		return v
	}
}
