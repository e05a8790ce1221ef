package api

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"loftet/internal/fault"
)

// storable tells whether a text is one that every database keeps: UTF-8 without
// the character zero, which PostgreSQL refuses.
func storable(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsRune(text, 0)
}

// unstorable finds the texts of a body, keys too, that no database would keep.
func unstorable(value any, path string) []fault.Field {
	var faults []fault.Field
	switch v := value.(type) {
	case string:
		if !storable(v) {
			faults = append(faults, fault.OnField(path, "characters"))
		}
	case []any:
		for i, item := range v {
			faults = append(faults, unstorable(item, below(path, strconv.Itoa(i)))...)
		}
	case map[string]any:
		for _, key := range slices.Sorted(maps.Keys(v)) {
			if !storable(key) {
				faults = append(faults, fault.OnField(path, "characters"))
				continue
			}
			faults = append(faults, unstorable(v[key], below(path, key))...)
		}
	}
	return faults
}

func below(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
