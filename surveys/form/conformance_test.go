package form_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"loftet/internal/expr"
)

var update = flag.Bool("update", false, "write what is found into testdata/conformance.json, to be reviewed")

const conformance = "testdata/conformance.json"

// table is what both evaluators must agree on. The browser's tests read the same
// file.
type table struct {
	Now     string                       `json:"now"`
	Labels  map[string]map[string]string `json:"labels"`
	Records map[string]map[string]string `json:"records"`
	Types   map[string]string            `json:"types"`
	Values  map[string]any               `json:"values"`
	Cases   []agreed                     `json:"cases"`
}

// agreed is one expression: what it is stored as and what it gives (null for no
// result), or what is wrong with it and where.
type agreed struct {
	Text      string `json:"text"`
	Want      string `json:"want"`
	Canonical string `json:"canonical,omitempty"`
	Result    any    `json:"result"`
	Fault     *wrong `json:"fault,omitempty"`
}

type wrong struct {
	Code   string         `json:"code"`
	Offset int            `json:"offset"`
	Params map[string]any `json:"params,omitempty"`
}

func TestBothEvaluatorsAgreeOnTheTable(t *testing.T) {
	var table table
	text, err := os.ReadFile(conformance)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &table); err != nil {
		t.Fatal(err)
	}
	names := map[string]expr.Type{}
	for name, is := range table.Types {
		names[name] = typeOf(table, is)
	}
	scope, err := expr.NewScope(names)
	if err != nil {
		t.Fatal(err)
	}
	values := expr.NewValues(evaluable(table.Values), &expr.Asked{Now: table.Now, Labels: table.Labels})
	found := make([]agreed, len(table.Cases))
	for i, want := range table.Cases {
		found[i] = outcome(scope, values, want.Text, want.Want, typeOf(table, want.Want))
		if diff := cmp.Diff(want, found[i]); diff != "" && !*update {
			t.Errorf("%s (-want +got):\n%s", want.Text, diff)
		}
		if again, fault := scope.Compile(found[i].Canonical, typeOf(table, want.Want)); found[i].Canonical != "" && (fault != nil || again.Canonical() != found[i].Canonical) {
			t.Errorf("%s: the canonical text of %s is another", want.Text, found[i].Canonical)
		}
	}
	if *update {
		rewrite(t, string(text), found)
	}
}

func outcome(scope *expr.Scope, values *expr.Values, text, want string, is expr.Type) agreed {
	found := agreed{Text: text, Want: want}
	expression, fault := scope.Compile(text, is)
	if fault != nil {
		found.Fault = &wrong{Code: fault.Code, Offset: fault.Offset, Params: fault.Params}
	} else {
		found.Canonical, found.Result = expression.Canonical(), expression.Eval(values)
	}
	plain, err := json.Marshal(found) // as it is read from the table
	if err != nil {
		panic(err)
	}
	found = agreed{}
	if err := json.Unmarshal(plain, &found); err != nil {
		panic(err)
	}
	return found
}

func typeOf(table table, is string) expr.Type {
	kind, record, _ := strings.Cut(is, " ")
	switch kind {
	case "number":
		return expr.Number
	case "text":
		return expr.Text
	case "bool":
		return expr.Bool
	case "texts":
		return expr.Texts
	case "record", "records":
		fields := map[string]expr.Type{}
		for field, is := range table.Records[record] {
			fields[field] = typeOf(table, is)
		}
		if kind == "records" {
			return expr.ListOf(expr.Record(record, fields))
		}
		return expr.Record(record, fields)
	}
	return expr.Any
}

// evaluable makes lists of what JSON gives as lists of anything.
func evaluable(values map[string]any) map[string]any {
	out := map[string]any{}
	for name, value := range values {
		list, isList := value.([]any)
		if !isList {
			out[name] = value
			continue
		}
		texts, records := []string{}, []map[string]any{}
		for _, element := range list {
			switch element := element.(type) {
			case string:
				texts = append(texts, element)
			case map[string]any:
				records = append(records, element)
			}
		}
		if len(records) > 0 {
			out[name] = records
		} else {
			out[name] = texts
		}
	}
	return out
}

// rewrite keeps the head of the file and writes each case on a line of its own.
func rewrite(t *testing.T, old string, found []agreed) {
	t.Helper()
	head, _, _ := strings.Cut(old, `"cases": [`)
	var out bytes.Buffer
	out.WriteString(head + `"cases": [`)
	for i, one := range found {
		line := &bytes.Buffer{}
		encoder := json.NewEncoder(line)
		encoder.SetEscapeHTML(false)
		if err := encoder.Encode(one); err != nil {
			t.Fatal(err)
		}
		if i > 0 {
			out.WriteString(",")
		}
		out.WriteString("\n    " + strings.TrimSpace(line.String()))
	}
	out.WriteString("\n  ]\n}\n")
	if err := os.WriteFile(conformance, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}
