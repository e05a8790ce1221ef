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

func matches(text, pattern string) ref.Val {
	known, there := patterns.Load(pattern)
	if !there {
		compiled, err := regexp.Compile(pattern)
		if err != nil {
			return nothing
		}
		known, _ = patterns.LoadOrStore(pattern, compiled)
	}
	return types.Bool(known.(*regexp.Regexp).MatchString(text))
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

// plain is a value as a text; empty where it is missing.
func plain(v ref.Val) string {
	switch v := v.(type) {
	case types.Double:
		return written(float64(v))
	case types.Bool:
		return strconv.FormatBool(bool(v))
	case types.String:
		return string(v)
	case traits.Lister:
		return strings.Join(plainAll(v), " ")
	}
	return ""
}

// plainAll gives what is there of a list as texts.
func plainAll(list ref.Val) []string {
	var all []string
	for _, element := range present(list) {
		all = append(all, plain(element))
	}
	return all
}

func joined(a ...ref.Val) ref.Val {
	all, between := plainAll(a[0]), str(a[1])
	if len(all)*len(between) > utf8.UTFMax*maxSize {
		return nothing // before it is made
	}
	return types.String(strings.Join(all, between))
}

func words(a ...ref.Val) ref.Val {
	return types.DefaultTypeAdapter.NativeToValue(strings.FieldsFunc(str(a[0]), func(r rune) bool { return strings.ContainsRune(blanks, r) }))
}
