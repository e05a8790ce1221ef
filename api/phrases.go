package api

import (
	"strconv"
	"strings"
	"sync"

	"loftet/api/problems"
	"loftet/charts"
	"loftet/internal/fault"
)

// phrases is the catalogue of messages. Handler reads it first and tells when it
// can't be read.
var phrases = sync.OnceValue(func() *problems.Catalogue {
	c, err := problems.Load()
	if err != nil {
		return &problems.Catalogue{}
	}
	return c
})

// phrase gives a message of the catalogue with its values; they come in pairs of
// name and value.
func phrase(language, code string, params ...any) string {
	return phrases().Message(fault.OnField("", code, params...), language)
}

// inFull writes a number with all the decimals it was given with.
func inFull(value float64, language string) string {
	_, decimals, _ := strings.Cut(strconv.FormatFloat(value, 'f', -1, 64), ".")
	return charts.Format(value, len(decimals), charts.Lang(language))
}
