package form_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"loftet/surveys/form"
)

const forms = "testdata/forms.json"

// asked is a form with answers to it; what both evaluators must make of them stands
// by the name of the item, in a repeat followed by a point and the row.
type asked struct {
	Name  string      `json:"name"`
	Form  form.Form   `json:"form"`
	Cases []evaluated `json:"cases"`
}

type evaluated struct {
	Answers map[string]any      `json:"answers"`
	States  map[string]standing `json:"states"`
}

type standing struct {
	Visible  bool     `json:"visible,omitempty"`
	Required bool     `json:"required,omitempty"`
	Value    any      `json:"value,omitempty"`
	Rows     int      `json:"rows,omitempty"`
	Faults   []string `json:"faults,omitempty"`
}

func TestBothEvaluatorsAgreeOnForms(t *testing.T) {
	var table []asked
	text, err := os.ReadFile(forms)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &table); err != nil {
		t.Fatal(err)
	}
	for i, one := range table {
		c, faults := form.Compile(one.Form)
		if len(faults) > 0 {
			t.Fatal(one.Name, faults)
		}
		if *update {
			table[i].Form = c.Form()
		} else if diff := cmp.Diff(one.Form, c.Form()); diff != "" {
			t.Errorf("%s: what is stored (-want +got):\n%s", one.Name, diff)
		}
		for j, set := range one.Cases {
			got := standings(c.Evaluate(answersOf(set.Answers), "2026-11-23T14:02:00"))
			if diff := cmp.Diff(set.States, got); diff != "" && !*update {
				t.Errorf("%s, answers %v (-want +got):\n%s", one.Name, set.Answers, diff)
			}
			table[i].Cases[j].States = got
		}
	}
	if *update {
		write(t, table)
	}
}

// answersOf makes rows of what JSON has.
func answersOf(given map[string]any) form.Answers {
	answers := form.Answers{}
	for name, value := range given {
		answers[name] = value
		list, isList := value.([]any)
		if !isList || len(list) == 0 {
			continue
		}
		if _, isRow := list[0].(map[string]any); !isRow {
			continue
		}
		var rows []form.Answers
		for _, row := range list {
			rows = append(rows, answersOf(row.(map[string]any)))
		}
		answers[name] = rows
	}
	return answers
}

func standings(states []form.State) map[string]standing {
	all := map[string]standing{}
	for _, s := range states {
		name := s.Item.Name
		if s.Row > 0 {
			name += "." + strconv.Itoa(s.Row)
		}
		one := standing{Visible: s.Visible, Required: s.Required, Value: s.Value, Rows: s.Rows}
		for _, f := range s.Faults {
			code := f.Code
			if f.Path != "" {
				code = f.Path + " " + code
			}
			one.Faults = append(one.Faults, code)
		}
		all[name] = one
	}
	plain, err := json.Marshal(all) // as it is read from the table
	if err != nil {
		panic(err)
	}
	all = nil
	if err := json.Unmarshal(plain, &all); err != nil {
		panic(err)
	}
	return all
}

func write(t *testing.T, table []asked) {
	t.Helper()
	var out bytes.Buffer
	out.WriteString("[")
	for i, one := range table {
		if i > 0 {
			out.WriteString(",")
		}
		head, err := json.Marshal(one.Form)
		if err != nil {
			t.Fatal(err)
		}
		name, _ := json.Marshal(one.Name)
		out.WriteString("\n  {\"name\": " + string(name) + ",\n   \"form\": " + string(head) + ",\n   \"cases\": [")
		for j, set := range one.Cases {
			if j > 0 {
				out.WriteString(",")
			}
			line, err := json.Marshal(set)
			if err != nil {
				t.Fatal(err)
			}
			out.WriteString("\n     " + string(line))
		}
		out.WriteString("\n   ]}")
	}
	out.WriteString("\n]\n")
	if err := os.WriteFile(forms, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}
