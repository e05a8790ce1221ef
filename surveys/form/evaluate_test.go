package form_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"runtime"
	"strconv"
	"strings"
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

// Calculations that put together what stands before them would fill any memory, and
// those that run over lists within lists would never come to an end.
func TestAFormThatIsMadeToDoHarmTakesLittle(t *testing.T) {
	asked := form.Form{ID: "a", Version: "1", Languages: []string{"nb"}}
	add := func(name, calculate string) {
		asked.Items = append(asked.Items, form.Item{Name: name, Kind: form.Calculated, Calculate: calculate})
	}
	for before, name := `"x"`, 'a'; name < 'g'; name++ {
		add(string(name), strings.Repeat(before+" + ", 100)+before)
		before = string(name)
	}
	list := "[" + strings.Repeat("1, ", 900) + "1]"
	for i := range 20 {
		add(fmt.Sprint("loop", i), list+".all(x, "+list+`.all(y, upper("`+strings.Repeat("x", 4000)+`") != ""))`)
	}
	compiled, faults := form.Compile(asked)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	states := compiled.Evaluate(form.Answers{}, "2026-11-23T14:02:00")
	runtime.ReadMemStats(&after)
	if c, ok := states[1].Value.(string); !ok || len(c) != 101*101 {
		t.Errorf("%d characters of a text that is not too long", len(c))
	}
	if taken := (after.TotalAlloc - before.TotalAlloc) >> 20; states[5].Value != nil || states[6].Value != nil || taken > 500 {
		t.Errorf("%d MB, %v", taken, states[6].Value)
	}
}

// What looks for a file by its id, before it is thrown away among others, knows one
// spelling of it.
func TestTheIDOfAFileIsKeptInOneSpelling(t *testing.T) {
	compiled, faults := form.Compile(form.Form{ID: "a", Version: "1", Languages: []string{"nb"}, Items: []form.Item{{Name: "plan", Kind: form.Attachment}}})
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	const id = "0199b2c4-5e6f-7a8b-9c0d-000000000001"
	for _, given := range []string{id, strings.ToUpper(id), "{" + id + "}", "urn:uuid:" + id, strings.ReplaceAll(id, "-", "")} {
		if kept, faults := compiled.Accept("plan", given); kept != id || len(faults) > 0 {
			t.Errorf("%s became %v, %v", given, kept, faults)
		}
	}
}

func TestAFormWithTooMuchLogicIsRefusedAtOnce(t *testing.T) {
	asked := form.Form{ID: "a", Version: "1", Languages: []string{"nb"}}
	for i := range 31 {
		asked.Items = append(asked.Items, form.Item{Name: fmt.Sprint("q", i), Kind: form.ShortText, Visible: strings.Repeat("!", 9_996) + "true"})
	}
	if _, faults := form.Compile(asked); len(faults) != 1 || faults[0].Path != "items" || faults[0].Code != "too_long" {
		t.Errorf("%v", faults)
	}
}

func TestThereIsNoZeroBelowZero(t *testing.T) {
	compiled, faults := form.Compile(form.Form{ID: "a", Version: "1", Languages: []string{"nb"}, Items: []form.Item{
		{Name: "one", Kind: form.Decimal}, {Name: "several", Kind: form.Parts, Parts: []form.Part{{Name: "part"}}},
	}})
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	below := math.Copysign(0, -1)
	one, _ := compiled.Accept("one", below)
	several, _ := compiled.Accept("several", map[string]any{"part": below})
	if math.Signbit(one.(float64)) || math.Signbit(several.(map[string]float64)["part"]) {
		t.Errorf("kept as %v and %v", one, several)
	}
}
