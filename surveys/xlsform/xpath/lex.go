package xpath

import (
	"fmt"
	"strings"
	"unicode"

	"loftet/surveys/xlsform/said"
)

// Error is why a text is no expression, and at which character.
type Error struct {
	At int
	said.Sentence
}

func (e *Error) Error() string { return fmt.Sprintf("%s (character %d)", e.English, e.At+1) }

type kind int

const (
	end kind = iota
	numeral
	literal
	reference // ${name}
	word      // a name or a function, or an operator such as and
	sign
)

type token struct {
	kind kind
	text string
	at   int
}

func nameStart(r rune) bool { return r == '_' || unicode.IsLetter(r) }
func nameSign(r rune) bool {
	return nameStart(r) || unicode.IsDigit(r) || unicode.IsMark(r) || r == '-' || r == '.' || r == '·'
}

func digit(r rune) bool { return r >= '0' && r <= '9' }

// lex cuts a text into tokens.
func lex(text string) ([]token, *Error) {
	in := []rune(text)
	var out []token
	for i := 0; i < len(in); {
		from, r := i, in[i]
		next := func(ahead int) rune {
			if i+ahead < len(in) {
				return in[i+ahead]
			}
			return 0
		}
		switch {
		case unicode.IsSpace(r):
			i++
			continue
		case r == '\'' || r == '"':
			for i++; i < len(in) && in[i] != r; i++ {
			}
			if i == len(in) {
				return nil, &Error{from, said.As("text_unended", "A text begins with %s and never ends", string(r))}
			}
			i++
			out = append(out, token{literal, string(in[from+1 : i-1]), from})
		case r == '$' && next(1) == '{':
			for i < len(in) && in[i] != '}' {
				i++
			}
			if i == len(in) {
				return nil, &Error{from, said.As("reference_unended", "${ has no }")}
			}
			i++
			out = append(out, token{reference, string(in[from+2 : i-1]), from})
		case digit(r) || r == '.' && digit(next(1)):
			for point := false; i < len(in) && (digit(in[i]) || in[i] == '.' && !point); i++ {
				point = point || in[i] == '.'
			}
			out = append(out, token{numeral, string(in[from:i]), from})
		case nameStart(r):
			i = wordEnd(in, i)
			out = append(out, token{word, string(in[from:i]), from})
		default:
			i++
			if pair := string(r) + string(next(0)); strings.Contains(" != <= >= .. // == :: ", " "+pair+" ") {
				i++
			}
			out = append(out, token{sign, string(in[from:i]), from})
		}
	}
	return append(out, token{end, "", len(in)}), nil
}

// wordEnd is where the name that begins at i ends; one with a prefix, such as
// jr:choice-name, is one word.
func wordEnd(in []rune, i int) int {
	for i < len(in) && nameSign(in[i]) {
		i++
	}
	if i+1 < len(in) && in[i] == ':' && nameStart(in[i+1]) {
		return wordEnd(in, i+1)
	}
	return i
}
