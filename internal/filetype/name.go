package filetype

import (
	"path"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// longest is how many characters of a name are kept.
const longest = 120

// Name makes a file name that can be shown and saved anywhere: without folders,
// without signs that nobody sees or that turn text round, and with the ending of its
// kind.
func Name(name string, kind Kind) string {
	name = norm.NFC.String(strings.ToValidUTF8(name, ""))
	name = name[strings.LastIndexAny(name, `/\`)+1:]
	name = strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) || strings.ContainsRune(`<>:"|?*`, r) {
			return -1
		}
		return r
	}, name)
	if kind.Fits(name) {
		name = strings.TrimSuffix(name, path.Ext(name))
	}
	name = strings.Trim(name, ". ")
	if letters := []rune(name); len(letters) > longest {
		name = strings.TrimRight(string(letters[:longest]), ". ")
	}
	if name == "" {
		name = "fil"
	}
	return name + kind.Ending
}
