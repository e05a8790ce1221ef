package form_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"loftet/surveys/form"
)

// faultsOf lists what is wrong with a form of these items as path, code and what
// the message names.
func faultsOf(f form.Form) []string {
	var all []string
	_, faults := form.Compile(f)
	for _, found := range faults {
		line := found.Path + " " + found.Code
		if name, named := found.Params["name"]; named {
			line += fmt.Sprint(" ", name)
		}
		if offset, placed := found.Params["offset"]; placed {
			line += fmt.Sprint(" ", offset)
		}
		all = append(all, line)
	}
	return all
}

func aForm(items ...form.Item) form.Form {
	return form.Form{
		ID: "f", Title: form.Text{"nb": "F"}, Languages: []string{"nb"}, Items: items,
		Lists: map[string][]form.Choice{"places": {{Name: "gol", Attributes: map[string]string{"county": "33"}}, {Name: "hol"}}},
	}
}

func number(v float64) *float64 { return &v }

func TestWhatIsWrongWithAForm(t *testing.T) {
	whole := func(name string) form.Item { return form.Item{Kind: form.Whole, Name: name} }
	with := func(item form.Item, change func(*form.Item)) form.Item { change(&item); return item }
	repeat := form.Item{Kind: form.Repeat, Name: "r", Items: []form.Item{whole("n")}}
	for _, row := range []struct {
		name  string
		items []form.Item
		want  []string
	}{
		{"nothing", []form.Item{whole("a"), with(whole("b"), func(i *form.Item) { i.Visible = "a > 1" })}, nil},
		{"a kind nobody knows", []form.Item{{Kind: "map", Name: "a"}}, []string{"items.0.kind not_in_list"}},
		{"a name with a hyphen", []form.Item{whole("a-b")}, []string{"items.0.name form_name a-b"}},
		{"a name that means something", []form.Item{whole("in")}, []string{"items.0.name form_name in"}},
		{"a name twice", []form.Item{whole("a"), {Kind: form.Group, Name: "g", Items: []form.Item{whole("a")}}}, []string{"items.1.items.0.name form_name_repeated a"}},
		{"the name that the text of other has", []form.Item{{Kind: form.ChoiceOf, Name: "a", List: "places", Other: true}, whole("a_other")}, []string{"items.1.name form_name_repeated a_other"}},
		{"a goal within a group", []form.Item{{Kind: form.Group, Name: "g", Items: []form.Item{with(whole("a"), func(i *form.Item) { i.Goal = 3 })}}}, []string{"items.0.items.0.goal form_goal_within"}},
		{"goal 18", []form.Item{with(whole("a"), func(i *form.Item) { i.Goal = 18 })}, []string{"items.0.goal not_in_list"}},
		{"a repeat in a repeat", []form.Item{{Kind: form.Repeat, Name: "r", Items: []form.Item{{Kind: form.Group, Name: "g", Items: []form.Item{{Kind: form.Repeat, Name: "s"}}}}}}, []string{"items.0.items.0.items.0 form_repeat_within"}},
		{"questions in a question", []form.Item{with(whole("a"), func(i *form.Item) { i.Items = []form.Item{whole("b")} })}, []string{"items.0.items form_items_within"}},
		{"no list, and one that is not there", []form.Item{{Kind: form.ChoiceOf, Name: "a"}, {Kind: form.Ranking, Name: "b", List: "towns"}}, []string{"items.0.list form_list_required", "items.1.list form_list_unknown"}},
		{"limits of a text", []form.Item{{Kind: form.ShortText, Name: "a", Min: number(1)}}, []string{"items.0.min form_not_of_kind"}},
		{"more than the most", []form.Item{{Kind: form.Decimal, Name: "a", Min: number(2), Max: number(1)}}, []string{"items.0.max form_max_below_min"}},
		{"a scale without ends", []form.Item{{Kind: form.Scale, Name: "a", Min: number(1)}}, []string{"items.0.max form_scale"}},
		{"money in a currency of four letters", []form.Item{{Kind: form.Money, Name: "a", Currency: "EURO"}}, []string{"items.0.currency form_currency"}},
		{"parts of nothing, and two alike", []form.Item{{Kind: form.Parts, Name: "a"}, {Kind: form.Parts, Name: "b", Parts: []form.Part{{Name: "x"}, {Name: "x"}}}}, []string{"items.0.parts form_parts_required", "items.1.parts form_name_repeated x"}},
		{"a calculation that is none", []form.Item{{Kind: form.Calculated, Name: "a"}, with(whole("b"), func(i *form.Item) { i.Calculate = "1" })}, []string{"items.0.calculate form_calculation_required", "items.1.calculate form_calculation_of_answer"}},
		{"every expression with its place", []form.Item{
			whole("a"),
			with(whole("b"), func(i *form.Item) {
				i.Visible, i.Required, i.Constraint, i.Default = "a >", "c > 1", "value + a", "'x'"
			}),
			{Kind: form.ChoiceOf, Name: "d", List: "places", Filter: "choice.size > 1 && a > 1"},
			{Kind: form.Repeat, Name: "r", Count: "a > 1"},
		}, []string{
			"items.1.visible expression_syntax 3", "items.1.required expression_unknown_name c 0", "items.1.default expression_result_number 0",
			"items.1.constraint expression_result_bool 0", "items.2.filter expression_unknown_field size 7", "items.3.count expression_result_number 0",
		}},
		{"value and choice where they are not", []form.Item{whole("a"), with(whole("b"), func(i *form.Item) { i.Visible, i.Required = "value > 1", "choice.name == 'a'" })}, []string{"items.1.visible expression_unknown_name value 0", "items.1.required expression_unknown_name choice 0"}},
		{"a default that looks at an answer", []form.Item{whole("a"), with(whole("b"), func(i *form.Item) { i.Default = "a" })}, []string{"items.1.default expression_unknown_name a 0"}},
		{"a look into a repeat from outside", []form.Item{repeat, with(whole("a"), func(i *form.Item) { i.Visible = "n > 1" })}, []string{"items.1.visible expression_in_repeat n 0"}},
		{"a field that no row has", []form.Item{repeat, {Kind: form.Calculated, Name: "a", Calculate: "sum(r.map(x, x.m))"}}, []string{"items.1.calculate expression_unknown_field m 15"}},
		{"calculations of another type than they look at", []form.Item{{Kind: form.Calculated, Name: "a", Calculate: "b + 'x'"}, {Kind: form.Calculated, Name: "b", Calculate: "1 + 1"}}, []string{"items.0.calculate expression_types + 2"}},
		{"a calculation that gives no value", []form.Item{repeat, {Kind: form.Calculated, Name: "a", Calculate: "r"}}, []string{"items.1.calculate form_calculation_type"}},
		{"calculations in a circle", []form.Item{{Kind: form.Calculated, Name: "a", Calculate: "b + 1"}, {Kind: form.Calculated, Name: "b", Calculate: "a + 1"}, {Kind: form.Calculated, Name: "c", Calculate: "a + 1"}}, []string{"items.0.calculate form_circle a", "items.1.calculate form_circle b"}},
		{"conditions in a circle", []form.Item{with(whole("a"), func(i *form.Item) { i.Visible = "b > 1" }), with(whole("b"), func(i *form.Item) { i.Visible = "a > 1" })}, []string{"items.1 form_circle a"}},
		{"a group that hangs on what is in it", []form.Item{{Kind: form.Group, Name: "g", Visible: "a > 1", Items: []form.Item{whole("a")}}}, []string{"items.0.items.0 form_circle g"}},
		{"a repeat counted by what is in it", []form.Item{{Kind: form.Repeat, Name: "r", Count: "sum(r.map(x, x.n))", Items: []form.Item{whole("n")}}}, []string{"items.0 form_circle r"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			if diff := cmp.Diff(row.want, faultsOf(aForm(row.items...))); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestWhatIsWrongAroundTheItems(t *testing.T) {
	f := aForm()
	f.ID, f.Languages = "", nil
	f.Lists["places"] = append(f.Lists["places"], form.Choice{Name: "gol"}, form.Choice{}, form.Choice{Name: "nes", Attributes: map[string]string{"a b": "c"}})
	want := []string{"id required", "languages form_language_required", "lists.places form_choice_name", "lists.places form_choice_repeated gol", "lists.places form_name a b"}
	got := faultsOf(f)
	if len(got) != len(want) {
		t.Fatal(got)
	}
	for _, line := range want {
		if !strings.Contains(strings.Join(got, "\n"), line) {
			t.Errorf("%s is missing in %v", line, got)
		}
	}
}

func TestTheSameFormIsStoredAsTheSameText(t *testing.T) {
	f, _ := large()
	first, faults := form.Compile(f)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	again, faults := form.Compile(first.Form())
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	one, _ := json.Marshal(first.Form())
	two, _ := json.Marshal(again.Form())
	if string(one) != string(two) {
		t.Error("what is stored changes when it is stored again")
	}
	if before, _ := large(); !cmp.Equal(before, f) {
		t.Error("the form that was handed in was changed")
	}
}
