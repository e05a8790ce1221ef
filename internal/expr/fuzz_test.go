package expr

import (
	"encoding/json"
	"os"
	"testing"
)

// FuzzCompile holds that any text is refused or can be evaluated, quickly, and that
// what is stored of it stays as it is.
func FuzzCompile(f *testing.F) {
	var table struct {
		Cases []struct{ Text, Canonical string }
	}
	text, err := os.ReadFile("../../surveys/form/testdata/conformance.json")
	if err != nil {
		f.Fatal(err)
	}
	if err := json.Unmarshal(text, &table); err != nil {
		f.Fatal(err)
	}
	for _, one := range table.Cases {
		f.Add(one.Text)
		f.Add(one.Canonical)
	}
	row := Record("plants", map[string]Type{"power": Number, "kind": Text})
	scope, err := NewScope(map[string]Type{
		"n": Number, "missing": Number, "name": Text, "yes": Bool, "tags": Texts, "plants": ListOf(row), "loose": Any,
	})
	if err != nil {
		f.Fatal(err)
	}
	rows := make([]map[string]any, 200)
	for i := range rows {
		rows[i] = map[string]any{"power": float64(i), "kind": "sun"}
	}
	values := NewValues(map[string]any{
		"n": 2.0, "missing": nil, "name": "Å😀", "yes": true, "tags": []string{"air"}, "plants": rows, "loose": "2",
	}, &Asked{Now: "2026-11-23T14:02:00"})
	f.Fuzz(func(t *testing.T, text string) {
		expression, fault := scope.Compile(text, Any)
		if fault != nil {
			if fault.Line < 1 || fault.Column < 1 || fault.Offset < 0 || fault.Offset > len([]rune(text)) {
				t.Errorf("%q: %v has no place in it", text, fault)
			}
			return
		}
		again, fault := scope.Compile(expression.Canonical(), Any)
		if fault != nil {
			t.Fatalf("%q is stored as %q: %v", text, expression.Canonical(), fault)
		}
		if again.Canonical() != expression.Canonical() {
			t.Errorf("%q is stored as %q and then as %q", text, expression.Canonical(), again.Canonical())
		}
		one, two := encoded(t, expression.Eval(values)), encoded(t, again.Eval(values))
		if one != two {
			t.Errorf("%q gives %s, stored as %q %s", text, one, expression.Canonical(), two)
		}
	})
}

func encoded(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatalf("no result that can be kept: %v", err)
	}
	return string(text)
}
