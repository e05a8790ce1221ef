package form_test

import (
	"fmt"
	"testing"

	"loftet/surveys/form"
)

// large makes a form of 485 questions, 420 of them under a condition, with
// constraints, calculations and a repeat, and answers to it.
func large() (form.Form, form.Answers) {
	f := form.Form{
		ID: "large", Title: form.Text{"nb": "Stort skjema"}, Languages: []string{"nb"},
		Lists: map[string][]form.Choice{"yes_no": {{Name: "yes"}, {Name: "no"}, {Name: "unknown"}}},
	}
	answers := form.Answers{}
	add := func(item form.Item, value any) {
		f.Items = append(f.Items, item)
		answers[item.Name] = value
	}
	for i := range 65 {
		add(form.Item{Kind: form.ChoiceOf, Name: fmt.Sprintf("asked_%d", i), List: "yes_no", Required: "true"}, []any{"yes", "no"}[i%2])
	}
	for i := range 420 {
		item := form.Item{Name: fmt.Sprintf("q_%d", i), Visible: fmt.Sprintf(`asked_%d == "yes" && (asked_%d != "unknown" || asked_%d == "no")`, i%65, (i+7)%65, (i+13)%65)}
		switch i % 4 {
		case 0:
			item.Kind, item.Constraint = form.Whole, "value >= 0 && value < 1000000"
			add(item, float64(i))
		case 1:
			item.Kind, item.Required = form.ShortText, fmt.Sprintf("q_%d > 10", i-1)
			add(item, "svar")
		case 2:
			item.Kind, item.List, item.Visible = form.ChoicesOf, "yes_no", item.Visible+fmt.Sprintf(` && q_%d > 5`, i-2)
			add(item, []string{"yes"})
		case 3:
			item.Kind, item.Calculate = form.Calculated, fmt.Sprintf(`round(coalesce(q_%d, 0) * 1.25 + count(q_%d), 1)`, i-3, i-1)
			add(item, nil)
		}
	}
	return f, answers
}

func BenchmarkCompile(b *testing.B) {
	f, _ := large()
	for b.Loop() {
		if _, faults := form.Compile(f); len(faults) > 0 {
			b.Fatal(faults[0])
		}
	}
}

func BenchmarkEvaluate(b *testing.B) {
	f, answers := large()
	c, faults := form.Compile(f)
	if len(faults) > 0 {
		b.Fatal(faults[0])
	}
	b.ReportAllocs()
	for b.Loop() {
		if states := c.Evaluate(answers, "2026-11-23T14:02:00"); len(states) != 485 {
			b.Fatal(len(states))
		}
	}
}
