package u4ssc

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// ErrUnknown is the error of a text that is no code of U4SSC.
var ErrUnknown = errors.New("is no U4SSC code; write it as EC: ICT: ICT: 1C")

// maxText is the length that a text with a code in it may have, in bytes.
const maxText = 200

// Reference is what an indicator says about U4SSC: the code that it is closest to, and
// whether it is related alone and does not measure the same.
type Reference struct {
	Code    Code
	Related bool
}

// String gives the form that a reference is kept in.
func (r Reference) String() string {
	if r.Related {
		return r.Code.String() + " (related)"
	}
	return r.Code.String()
}

// ParseReference reads a code with a remark in brackets behind it. A remark with the
// word "related" says that the indicator does not measure the same; any other is left
// out.
func ParseReference(text string) (Reference, error) {
	code, remark, _ := strings.Cut(text, "(")
	read, err := Parse(code)
	if err != nil {
		return Reference{}, fmt.Errorf("%.*q %w", maxText, text, ErrUnknown)
	}
	return Reference{Code: read, Related: strings.Contains(strings.ToLower(remark), "related")}, nil
}

// Parse reads a code in any of its spellings: letter case, blanks, colons, dashes,
// points, slashes and underlines aside, with or without "U4SSC" and "KPI" before it, its
// parts by letters or in words. The error wraps [ErrUnknown].
func Parse(text string) (Code, error) {
	if len(text) <= maxText && utf8.ValidString(text) {
		if found := spellings()[bare(text)]; len(found) == 1 {
			return found[0], nil
		}
	}
	return Code{}, fmt.Errorf("%.*q %w", maxText, text, ErrUnknown)
}

// bare leaves letters and digits alone, small, without what stands before a code. An
// ampersand is read as "and".
func bare(text string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(text) {
		switch {
		case r == '&':
			b.WriteString("and")
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case r >= 'ａ' && r <= 'ｚ', r >= '０' && r <= '９': // full width
			b.WriteRune(r - 'ａ' + 'a')
		case unicode.IsSpace(r), unicode.IsPunct(r), unicode.Is(unicode.Cf, r), r == '−', r == '|':
		default:
			b.WriteRune(r) // and so it fits no code
		}
	}
	rest := b.String()
	for _, before := range []string{"u4ssc", "kpi"} {
		rest = strings.TrimPrefix(rest, before)
	}
	return rest
}
