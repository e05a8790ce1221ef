package api_test

import (
	"maps"
	"slices"
	"strconv"

	"github.com/getkin/kin-openapi/openapi3"
)

// likely are values one of which fits most fields.
var likely = []any{true, 1.0, "x", "nb", "a@b.example", "https://b.example", "79410000", "13.2", "13.2-budget", "2026-06-01", "923609016", "claimed", "yes",
	"018f0000-0000-7000-8000-000000000000", "2026-03-01T00:00:00Z", "et langt nok ord"}

// sample makes a value that a schema takes.
func sample(s *openapi3.Schema) any {
	switch {
	case s.Type.Is("object"):
		object := map[string]any{}
		for _, name := range s.Required {
			object[name] = sample(s.Properties[name].Value)
		}
		return object
	case s.Type.Is("array"):
		return []any{}
	case len(s.Enum) > 0:
		return s.Enum[len(s.Enum)-1]
	}
	for _, value := range likely {
		if s.VisitJSON(value) == nil {
			return value
		}
	}
	panic("nothing fits the schema " + s.Description + s.Pattern)
}

// valueAt finds a value in a JSON tree; nil where there is none.
func valueAt(tree any, path []string) any {
	for _, step := range path {
		switch t := tree.(type) {
		case map[string]any:
			tree = t[step]
		case []any:
			i, err := strconv.Atoi(step)
			if err != nil || i >= len(t) {
				return nil
			}
			tree = t[i]
		default:
			return nil
		}
	}
	return tree
}

// replacedIn gives a JSON tree with another value at a path; objects on the way
// that were not there are made.
func replacedIn(tree any, path []string, value any) any {
	if len(path) == 0 {
		return value
	}
	if list, ok := tree.([]any); ok {
		i, err := strconv.Atoi(path[0])
		must(err)
		list = slices.Clone(list)
		list[i] = replacedIn(list[i], path[1:], value)
		return list
	}
	object, _ := tree.(map[string]any)
	if object = maps.Clone(object); object == nil {
		object = map[string]any{}
	}
	object[path[0]] = replacedIn(object[path[0]], path[1:], value)
	return object
}
