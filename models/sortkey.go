package models

import (
	"encoding/hex"
	"sync"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
)

// nn, not nb: the collation tables know Norwegian order under nn alone and
// would fall back to the root order, where å stands with a.
var collators = sync.Pool{New: func() any { return collate.New(language.MustParse("nn"), collate.Numeric) }}

// SortKey gives a text's place in Norwegian alphabetical order as plain ASCII,
// so that å, ä, ö and ž stand alike on every database.
func SortKey(s string) string {
	c := collators.Get().(*collate.Collator)
	defer collators.Put(c)
	var buf collate.Buffer
	key := hex.EncodeToString(c.KeyFromString(&buf, s))
	if len(key) > 400 {
		key = key[:400]
	}
	return key
}
