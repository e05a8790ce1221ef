package logic

import (
	"errors"

	"loftet/surveys/xlsform/said"
	"loftet/surveys/xlsform/xpath"
)

// translation is one expression on its way from XPath.
type translation struct {
	scope Scope
	notes []said.Sentence
}

func (t *translation) note(key, format string, values ...any) {
	t.notes = append(t.notes, said.As(key, format, values...))
}

// Result is a translated expression. Is tells what kind of value it gives.
type Result struct {
	Code  string
	Is    Is
	Date  bool
	Notes []said.Sentence // what is odd about it
}

// Condition translates a condition. It may have no result where XPath says false.
func Condition(text string, scope Scope) (Result, *Fault) {
	return translate(text, scope, func(v value) Result { return Result{Code: and(asTruth(v).holds), Is: Truth} })
}

// Calculation translates a calculation, to a kind of value or, where that is
// Nothing, to the one it has by itself.
func Calculation(text string, scope Scope, to Is) (Result, *Fault) {
	return translate(text, scope, func(v value) Result {
		if v.empty() {
			return Result{Code: "none()", Is: to}
		}
		switch to {
		case Number:
			v = asNumber(v)
		case Text:
			if v.is != Text {
				v = asText(v)
			}
		case Truth:
			v = asTruth(v)
		case List:
			if v.is != List {
				v = of(List, "words", asText(v))
			}
		}
		switch {
		case v.is == Truth:
			v.code = and(v.exact)
		case v.kept != "":
			v.code = v.kept
		}
		return Result{Code: v.code, Is: v.is, Date: v.date}
	})
}

func translate(text string, scope Scope, finish func(value) Result) (result Result, fault *Fault) {
	e, notes, wrong := xpath.Parse(text)
	if wrong != nil {
		return Result{}, &Fault{wrong.At, Broken, wrong.Sentence}
	}
	defer func() {
		if r := recover(); r != nil {
			known, ok := r.(refusal)
			if !ok {
				panic(r)
			}
			fault = known.Fault
		}
	}()
	t := &translation{scope: scope, notes: notes}
	result = finish(t.value(e))
	result.Notes = t.notes
	return result, nil
}

// value translates a part of an expression.
func (t *translation) value(e xpath.Expr) value {
	switch e := e.(type) {
	case *xpath.Number:
		return numberOf(e.Value)
	case *xpath.Text:
		return textOf(e.Value)
	case *xpath.Name, *xpath.Path:
		return from(e, t.answer(e))
	case *xpath.Call:
		return t.call(e)
	case *xpath.Negative:
		of := asNumber(t.value(e.Of))
		if of.number != nil {
			return numberOf(-*of.number)
		}
		return value{is: Number, code: "(-" + of.code + ")", needs: of.needs}
	case *xpath.Binary:
		return t.binary(e)
	case *xpath.Walk:
		refuse(e, Unsupported, "by_place", "Answers chosen by their place or from other data ([...], a path behind an expression) are not supported")
	}
	return textOf("")
}

// answer finds what a name or path stands for.
func (t *translation) answer(e xpath.Expr) Answer {
	var found Answer
	var err error
	switch e := e.(type) {
	case *xpath.Name:
		if e.LastSaved {
			refuse(e, Unsupported, "last_saved", "Answers of an earlier response (last-saved) are not supported")
		}
		found, err = t.scope.Name(e.Name)
	case *xpath.Path:
		found, err = t.scope.Path(e)
		if err == nil && found.Is == Nothing && len(e.Steps) == 1 && found.Code != "" {
			if found.Code == "." {
				t.note("stands_already", "what stands there already is not looked at")
				break
			}
			t.note("bare_word", "%s names nothing, so it is always empty; a text stands in quotes, an answer as ${%s}", e.Steps[0], e.Steps[0])
		}
	}
	var why said.Sentence
	if errors.As(err, &why) {
		panic(refusal{&Fault{e.At(), Unsupported, why}})
	}
	return found
}
