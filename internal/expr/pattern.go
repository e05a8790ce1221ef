package expr

import (
	"errors"
	"fmt"
	"regexp/syntax"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
)

// maxPattern bounds a pattern as it is stored, in bytes; a class of all letters
// is long.
const maxPattern = 8_000

// maxInstructions bounds what a pattern becomes when it is compiled: a few characters
// may ask for something a thousand times, again and again.
const maxInstructions = 10_000

func instructions(pattern string) (uint64, error) {
	tree, err := syntax.Parse(pattern, syntax.Perl)
	if err != nil {
		return 0, err
	}
	program, err := syntax.Compile(tree.Simplify())
	if err != nil {
		return 0, err
	}
	return uint64(len(program.Inst)), nil
}

var errPattern = errors.New("a pattern that not every browser can take")

// portable writes a pattern so that RE2 and JavaScript with its u flag match the
// same texts: classes and letters of either case are written out, and what only
// one of the two knows is refused.
func portable(pattern string) (string, error) {
	for range maxRounds {
		tree, err := syntax.Parse(pattern, syntax.Perl)
		if err != nil {
			return "", err
		}
		var out strings.Builder
		if err := write(&out, tree); err != nil {
			return "", err
		}
		if out.Len() > maxPattern {
			return "", errPattern
		}
		if out.String() == pattern {
			if size, err := instructions(pattern); err != nil || size > maxInstructions {
				return "", errPattern
			}
			return pattern, nil
		}
		pattern = out.String()
	}
	return "", errPattern
}

// maxRounds is how often a pattern is written until it stays as it is; what is
// read anew may be put together otherwise.
const maxRounds = 8

func write(out *strings.Builder, re *syntax.Regexp) error {
	switch re.Op {
	case syntax.OpEmptyMatch:
		out.WriteString("(?:)")
	case syntax.OpLiteral:
		for _, r := range re.Rune {
			writeLiteral(out, r, re.Flags&syntax.FoldCase != 0)
		}
	case syntax.OpCharClass:
		return writeClass(out, re.Rune)
	case syntax.OpAnyCharNotNL:
		out.WriteString(`[^\n]`)
	case syntax.OpAnyChar:
		out.WriteString(anyCharacter)
	case syntax.OpBeginText:
		out.WriteString("^")
	case syntax.OpEndText:
		out.WriteString("$")
	case syntax.OpWordBoundary:
		out.WriteString(`\b`)
	case syntax.OpNoWordBoundary:
		out.WriteString(`\B`)
	case syntax.OpCapture:
		return writeSub(out, "(?:", re.Sub[0], ")")
	case syntax.OpStar:
		return writeRepeated(out, re, "*")
	case syntax.OpPlus:
		return writeRepeated(out, re, "+")
	case syntax.OpQuest:
		return writeRepeated(out, re, "?")
	case syntax.OpRepeat:
		return writeRepeated(out, re, times(re.Min, re.Max))
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			before, after := "", ""
			if sub.Op == syntax.OpAlternate {
				before, after = "(?:", ")"
			}
			if err := writeSub(out, before, sub, after); err != nil {
				return err
			}
		}
	case syntax.OpAlternate:
		for i, sub := range re.Sub {
			if i > 0 {
				out.WriteString("|")
			}
			if err := write(out, sub); err != nil {
				return err
			}
		}
	default: // lines of their own, and what matches nothing
		return errPattern
	}
	return nil
}

func writeSub(out *strings.Builder, before string, sub *syntax.Regexp, after string) error {
	out.WriteString(before)
	if err := write(out, sub); err != nil {
		return err
	}
	out.WriteString(after)
	return nil
}

// writeRepeated groups what is repeated where it is more than one thing.
func writeRepeated(out *strings.Builder, re *syntax.Regexp, times string) error {
	sub := re.Sub[0]
	single := sub.Op == syntax.OpCharClass || sub.Op == syntax.OpAnyCharNotNL || sub.Op == syntax.OpAnyChar ||
		sub.Op == syntax.OpCapture || sub.Op == syntax.OpLiteral && len(sub.Rune) == 1
	if single {
		return writeSub(out, "", sub, times)
	}
	return writeSub(out, "(?:", sub, ")"+times)
}

func times(least, most int) string {
	switch {
	case most < 0:
		return fmt.Sprintf("{%d,}", least)
	case least == most:
		return fmt.Sprintf("{%d}", least)
	}
	return fmt.Sprintf("{%d,%d}", least, most)
}

// writeLiteral writes one character, in every case it comes in when fold is set.
func writeLiteral(out *strings.Builder, r rune, fold bool) {
	if !fold || unicode.SimpleFold(r) == r {
		out.WriteString(escaped(r, `\^$.*+?()[]{}|/`))
		return
	}
	out.WriteString("[" + escaped(r, classSigns))
	for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
		out.WriteString(escaped(other, classSigns))
	}
	out.WriteString("]")
}

// anyCharacter matches any, line breaks too.
const anyCharacter = `[\s\S]`

const classSigns = `\^[]-`

func writeClass(out *strings.Builder, ranges []rune) error {
	if len(ranges) == 0 {
		return errPattern
	}
	negated := ranges[0] == 0 && ranges[len(ranges)-1] == unicode.MaxRune
	if negated {
		ranges = gaps(ranges)
	}
	if len(ranges) == 0 {
		out.WriteString(anyCharacter)
		return nil
	}
	out.WriteString("[")
	if negated {
		out.WriteString("^")
	}
	for i := 0; i < len(ranges); i += 2 {
		if utf16.IsSurrogate(ranges[i]) || utf16.IsSurrogate(ranges[i+1]) {
			return errPattern
		}
		out.WriteString(escaped(ranges[i], classSigns))
		if ranges[i+1] > ranges[i] {
			if ranges[i+1] > ranges[i]+1 {
				out.WriteString("-")
			}
			out.WriteString(escaped(ranges[i+1], classSigns))
		}
	}
	out.WriteString("]")
	return nil
}

// gaps gives what lies between ranges.
func gaps(ranges []rune) []rune {
	var between []rune
	for i := 1; i+1 < len(ranges); i += 2 {
		between = append(between, ranges[i]+1, ranges[i+1]-1)
	}
	return between
}

// escaped writes a character so that both read it as itself.
func escaped(r rune, signs string) string {
	switch {
	case strings.ContainsRune(signs, r):
		return `\` + string(r)
	case r == '\t', r == '\n', r == '\f', r == '\r', r == '\v':
		return strings.Trim(strconv.QuoteRune(r), "'")
	case r < ' ' || r == 0x7f:
		return fmt.Sprintf(`\x%02x`, r)
	}
	return string(r)
}
