package logic_test

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"loftet/surveys/xlsform/xpath"
)

// evaluate is XPath as ODK evaluates it, the plain way: a missing answer is an
// empty text. It gives float64, string or bool.
func evaluate(e xpath.Expr, answers map[string]any) any {
	switch e := e.(type) {
	case *xpath.Number:
		return e.Value
	case *xpath.Text:
		return e.Value
	case *xpath.Name:
		switch v := answers[e.Name].(type) {
		case nil:
			return ""
		case []string:
			return strings.Join(v, " ")
		default:
			return v
		}
	case *xpath.Path:
		return answers["value"]
	case *xpath.Negative:
		return -number(evaluate(e.Of, answers))
	case *xpath.Binary:
		return binary(e.Operator, evaluate(e.Left, answers), evaluate(e.Right, answers))
	case *xpath.Call:
		var args []any
		for _, arg := range e.Args {
			args = append(args, evaluate(arg, answers))
		}
		return call(e.Function, args)
	}
	panic(fmt.Sprintf("%T", e))
}

func binary(operator string, a, b any) any {
	switch operator {
	case "and":
		return truth(a) && truth(b)
	case "or":
		return truth(a) || truth(b)
	case "=", "!=":
		return equal(a, b) == (operator == "=")
	}
	x, y := number(a), number(b)
	switch operator {
	case "<":
		return x < y
	case "<=":
		return x <= y
	case ">":
		return x > y
	case ">=":
		return x >= y
	case "+":
		return x + y
	case "-":
		return x - y
	case "*":
		return x * y
	case "div":
		return x / y
	}
	return math.Mod(x, y)
}

func equal(a, b any) bool {
	_, aTruth := a.(bool)
	_, bTruth := b.(bool)
	_, aNumber := a.(float64)
	_, bNumber := b.(float64)
	switch {
	case aTruth || bTruth:
		return truth(a) == truth(b)
	case aNumber || bNumber:
		return number(a) == number(b)
	}
	return a == b
}

func call(name string, args []any) any {
	switch name {
	case "not":
		return !truth(args[0])
	case "true", "false":
		return name == "true"
	case "if":
		if truth(args[0]) {
			return args[1]
		}
		return args[2]
	case "selected":
		for _, word := range strings.Fields(text(args[0])) {
			if word == text(args[1]) {
				return true
			}
		}
		return false
	case "count-selected":
		return float64(len(strings.Fields(text(args[0]))))
	case "string-length":
		return float64(len([]rune(text(args[0]))))
	case "contains":
		return strings.Contains(text(args[0]), text(args[1]))
	case "starts-with":
		return strings.HasPrefix(text(args[0]), text(args[1]))
	case "concat":
		return text(args[0]) + text(args[1])
	case "coalesce":
		if text(args[0]) != "" {
			return args[0]
		}
		return args[1]
	case "int":
		return math.Trunc(number(args[0]))
	case "number":
		return number(args[0])
	case "string":
		return text(args[0])
	}
	panic(name)
}

func truth(v any) bool {
	switch v := v.(type) {
	case bool:
		return v
	case float64:
		return v != 0 && !math.IsNaN(v)
	}
	return v != ""
}

func number(v any) float64 {
	switch v := v.(type) {
	case bool:
		if v {
			return 1
		}
		return 0
	case float64:
		return v
	}
	n, err := strconv.ParseFloat(v.(string), 64)
	if err != nil {
		return math.NaN()
	}
	return n
}

func text(v any) string {
	switch v := v.(type) {
	case bool:
		return strconv.FormatBool(v)
	case float64:
		if math.IsNaN(v) {
			return "" // as it is kept
		}
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return v.(string)
}
