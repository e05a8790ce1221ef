package api_test

import (
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"loftet/api"
	"loftet/api/problems"
)

// TestQuality13EveryInputHasLimits walks the schemas that requests use: each string has
// a length or a closed list, each list a size, each object refuses unknown
// fields.
func TestQuality13EveryInputHasLimits(t *testing.T) {
	spec, err := openapi3.NewLoader().LoadFromData(api.Document())
	if err != nil {
		t.Fatal(err)
	}
	seen := map[*openapi3.Schema]bool{}
	for path, item := range spec.Paths.Map() {
		for method, op := range item.Operations() {
			where := method + " " + path
			for _, p := range op.Parameters {
				checkLimits(t, where+" "+p.Value.Name, p.Value.Schema.Value, seen)
			}
			if op.RequestBody != nil {
				for _, media := range op.RequestBody.Value.Content {
					checkLimits(t, where, media.Schema.Value, seen)
				}
			}
		}
	}
}

func checkLimits(t *testing.T, where string, s *openapi3.Schema, seen map[*openapi3.Schema]bool) {
	t.Helper()
	if s == nil || seen[s] {
		return
	}
	seen[s] = true
	switch {
	case s.Type.Is("string"):
		if s.MaxLength == nil && len(s.Enum) == 0 && s.Format == "" {
			t.Errorf("%s: a string without a length", where)
		}
	case s.Type.Is("array"):
		if s.MaxItems == nil {
			t.Errorf("%s: a list without a size", where)
		}
		checkLimits(t, where+"[]", s.Items.Value, seen)
	case s.Type.Is("object"):
		open := s.AdditionalProperties.Schema
		if open == nil && (s.AdditionalProperties.Has == nil || *s.AdditionalProperties.Has) {
			t.Errorf("%s: an object that takes unknown fields", where)
		}
		if open != nil {
			checkLimits(t, where+".*", open.Value, seen)
			if s.MaxProps == nil {
				t.Errorf("%s: a map without a size", where)
			}
		}
		for name, p := range s.Properties {
			checkLimits(t, where+"."+name, p.Value, seen)
		}
	}
}

func TestProblemCatalogueIsComplete(t *testing.T) {
	c, err := problems.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range []string{"internal", "invalid-input", "not-found", "stale", "not-signed-in", "not-your-role"} {
		if _, ok := c.Problems[code]; !ok {
			t.Errorf("catalogue lacks %s", code)
		}
	}
	if _, ok := c.Fields["invalid"]; !ok {
		t.Error("catalogue lacks the field code invalid")
	}
}
