package expr

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/types"
	"cel.dev/cel-go/common/types/ref"
	"cel.dev/cel-go/common/types/traits"
)

// blanks are what trim, number and words take for no part of a text.
const blanks = " \t\r\n"

func ofText(of func(v string) string) form {
	return form{args: []*cel.Type{text}, result: text, run: func(a ...ref.Val) ref.Val { return types.String(of(str(a[0]))) }}
}

func ofTexts(of func(a, b string) ref.Val) form {
	return form{args: []*cel.Type{text, text}, result: truth, run: func(a ...ref.Val) ref.Val { return of(str(a[0]), str(a[1])) }}
}

func str(v ref.Val) string { return string(v.(types.String)) }

func contains(a, b string) ref.Val   { return types.Bool(strings.Contains(a, b)) }
func startsWith(a, b string) ref.Val { return types.Bool(strings.HasPrefix(a, b)) }
func endsWith(a, b string) ref.Val   { return types.Bool(strings.HasSuffix(a, b)) }
func trimmed(v string) string        { return strings.Trim(v, blanks) }

// Letters change case one by one, as what a whole word turns into differs
// between languages and libraries.
func lower(v string) string { return strings.Map(unicode.ToLower, v) }
func upper(v string) string { return strings.Map(unicode.ToUpper, v) }

// patterns are those that were compiled; they come from expressions that were
// checked and stored, so there are not many.
var patterns sync.Map

// compiled is a pattern that can be looked for, with how many instructions it has;
// none in one that is no pattern.
type compiled struct {
	*regexp.Regexp
	size uint64
}

func patternOf(pattern string) compiled {
	known, there := patterns.Load(pattern)
	if !there {
		var made compiled
		if re, err := regexp.Compile(pattern); err == nil {
			if size, err := instructions(pattern); err == nil {
				made = compiled{re, size}
			}
		}
		known, _ = patterns.LoadOrStore(pattern, made)
	}
	return known.(compiled)
}

// perPatternStep is how many characters one instruction of a pattern is held against
// in the time of a step.
const perPatternStep = 16

// steps is what looking for a pattern in a text can cost.
func (c compiled) steps(text string) uint64 { return uint64(len(text)) * c.size / perPatternStep }

func matches(text, pattern string) ref.Val {
	found := patternOf(pattern)
	if found.Regexp == nil || found.steps(text) > maxCost {
		return nothing
	}
	return types.Bool(found.MatchString(text))
}

func substr(a ...ref.Val) ref.Val {
	runes := []rune(str(a[0]))
	place := func(v ref.Val) int { return int(min(max(math.Trunc(float(v)), 0), float64(len(runes)))) }
	for _, v := range a[1:] {
		if !finite(float(v)) {
			return nothing
		}
	}
	from, to := place(a[1]), len(runes)
	if len(a) == 3 {
		to = place(a[2])
	}
	return types.String(runes[from:max(from, to)])
}

// plain is a value as a text: empty where it is missing, nothing where it is too long.
func plain(v ref.Val) ref.Val {
	switch v := v.(type) {
	case types.Double:
		return types.String(written(float64(v)))
	case types.Bool:
		return types.String(strconv.FormatBool(bool(v)))
	case types.String:
		return v
	case traits.Lister:
		return joined(v, types.String(" "))
	}
	return types.String("")
}

// joined puts what is there of a list together, if that does not become too long. It
// stops before it is made: a list may name one long text a thousand times.
func joined(a ...ref.Val) ref.Val {
	var all []string
	between, size := str(a[1]), 0
	for i, element := range present(a[0]) {
		text, ok := plain(element).(types.String)
		if size += len(text) + min(i, 1)*len(between); !ok || size > utf8.UTFMax*maxSize {
			return nothing
		}
		all = append(all, string(text))
	}
	return types.String(strings.Join(all, between))
}

func words(a ...ref.Val) ref.Val {
	return types.DefaultTypeAdapter.NativeToValue(strings.FieldsFunc(str(a[0]), func(r rune) bool { return strings.ContainsRune(blanks, r) }))
}
