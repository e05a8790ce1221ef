package xlsform_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"loftet/surveys/form"
	"loftet/surveys/xlsform"
)

// TestWhatIsWrittenIsRead writes any form and reads it back.
func TestWhatIsWrittenIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		compiled, faults := form.Compile(drawForm(t))
		if len(faults) > 0 {
			t.Fatalf("the form drawn has faults: %v", faults)
		}
		want := compiled.Form()
		for _, ending := range []string{".xlsx", ".csv"} {
			content, err := xlsform.Write(want, ending)
			if err != nil {
				t.Fatalf("%v\n%s", err, shown(want))
			}
			got, _, _, err := xlsform.Read("form"+ending, content)
			if err != nil {
				t.Fatalf("%v\n%s", err, shown(want))
			}
			if diff := cmp.Diff(shown(want), shown(got)); diff != "" {
				t.Fatalf("%s: %s", ending, diff)
			}
		}
	})
}

func shown(f form.Form) string {
	text, err := json.MarshalIndent(f, "", " ")
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// drawing is a form as it is drawn: what its expressions may name so far.
type drawing struct {
	*rapid.T
	form  form.Form
	count int
	names map[string][]string // by type, outside repeats
}

func drawForm(t *rapid.T) form.Form {
	d := &drawing{T: t, names: map[string][]string{}}
	d.form = form.Form{
		ID: rapid.StringMatching(`[a-z][a-z0-9 _-]{0,10}[a-z]`).Draw(t, "id"), Version: rapid.StringMatching(`([0-9]\.[0-9])?`).Draw(t, "version"),
		Languages: rapid.SampledFrom([][]string{{"nb"}, {"nn", "nb"}, {"nb", "de", "en"}, {"und"}, {"und", "sv"}}).Draw(t, "languages"),
		Lists:     map[string][]form.Choice{},
	}
	d.form.Title = d.text("title")
	d.form.Items = d.items(rapid.IntRange(1, 6).Draw(t, "items"), 0, false)
	return d.form
}

// text has something in each language.
func (d *drawing) text(what string) form.Text {
	out := form.Text{}
	for _, language := range d.form.Languages {
		out[language] = rapid.StringMatching(`[A-ZÆØÅ=+@'"][a-zæøå '",;|<&“*-]{0,12}[a-zæøå?.]`).Draw(d.T, what)
	}
	return out
}

var kinds = []form.Kind{
	form.Whole, form.Decimal, form.Percent, form.Money, form.ShortText, form.LongText, form.ChoiceOf, form.ChoicesOf, form.YesNo,
	form.Date, form.Time, form.Year, form.Scale, form.Ranking, form.Attachment, form.Parts, form.Note, form.Calculated, form.Group, form.Repeat,
}

func (d *drawing) items(n, depth int, repeated bool) []form.Item {
	var out []form.Item
	for range n {
		kind := rapid.SampledFrom(kinds).Draw(d.T, "kind")
		if depth > 1 && (kind == form.Group || kind == form.Repeat) || repeated && kind == form.Repeat {
			kind = form.Whole
		}
		out = append(out, d.item(kind, depth, repeated))
	}
	return out
}

func (d *drawing) item(kind form.Kind, depth int, repeated bool) form.Item {
	d.count++
	name := fmt.Sprintf("q%d", d.count)
	item := form.Item{Kind: kind, Name: name, Label: d.text("label")}
	if rapid.Bool().Draw(d.T, "original") {
		item.Original = fmt.Sprintf("q.%d", d.count)
		item.Name = fmt.Sprintf("q_%d", d.count)
	}
	if rapid.Bool().Draw(d.T, "hinted") {
		item.Hint = d.text("hint")
	}
	item.Visible = d.maybe(d.condition)
	d.shape(&item, depth, repeated)
	if kind.Answered() {
		item.Required = d.maybe(func() string { return rapid.SampledFrom([]string{"true", d.condition()}).Draw(d.T, "required") })
		if item.Required != "" {
			item.RequiredMessage = d.text("required message")
		}
		if constraint := constraints[kind]; constraint != "" && rapid.Bool().Draw(d.T, "constrained") {
			item.Constraint, item.Message = constraint, d.text("message")
		}
		item.Default = d.maybe(func() string { return defaults[kind] })
	}
	if !repeated && names[kind] != "" {
		d.names[names[kind]] = append(d.names[names[kind]], item.Name)
	}
	return item
}

func (d *drawing) maybe(draw func() string) string {
	if rapid.Bool().Draw(d.T, "there") {
		return draw()
	}
	return ""
}
