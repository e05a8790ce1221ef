package catalogue

import (
	"math"
	"strings"
	"testing"
)

func num(x float64) *float64 { return &x }

func TestValidateFindsEachFault(t *testing.T) {
	for _, c := range []struct {
		want  string
		spoil func(goals []Goal, targets []Target, c *Catalogue, in *Indicator)
	}{
		{"stands in place 1", func(g []Goal, _ []Target, _ *Catalogue, _ *Indicator) { g[0].Number = 9 }},
		{"is not #RRGGBB", func(g []Goal, _ []Target, _ *Catalogue, _ *Indicator) { g[0].Colour = "red" }},
		{"goal 1: name in nn is missing", func(g []Goal, _ []Target, _ *Catalogue, _ *Indicator) { g[0].Name.NN = "" }},
		{"target 1.2: does not belong to goal 4", func(_ []Goal, ts []Target, _ *Catalogue, _ *Indicator) { ts[0].Goal = 4 }},
		{"target 1.2: stands twice", func(_ []Goal, ts []Target, _ *Catalogue, _ *Indicator) { ts[1] = ts[0] }},
		{"label in en is missing", func(_ []Goal, ts []Target, _ *Catalogue, _ *Indicator) { ts[0].Label.EN = " a" }},
		{"version is missing", func(_ []Goal, _ []Target, c *Catalogue, _ *Indicator) { c.Version = "" }},
		{"3.8-nogp: stands twice", func(_ []Goal, _ []Target, c *Catalogue, in *Indicator) { c.Indicators[0] = *in }},
		{`target "3.99" has no label`, func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Target = "3.99" }},
		{`also: target "3.99" has no label`, func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Also = []string{"3.99"} }},
		{"also: target 3.8 stands twice", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Also = []string{"3.8"} }},
		{"is not of goal 5", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Goal = 5 }},
		{"does not begin with target", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Code = "gp" }},
		{`type "essay" is unknown`, func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Type = "essay" }},
		{`direction "up" is unknown`, func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Direction = "up" }},
		{"middle go together", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Middle = num(50) }},
		{"decimals 9", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Decimals = 9 }},
		{"min is not below max", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Min = num(100) }},
		{"unit in nb is missing", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Unit.NB = "" }},
		{"help in en is missing", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Help.EN = "" }},
		{"numerator in nn is missing", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Numerator = &Text{NB: "a", EN: "a"} }},
		{"parts and combine need type parts", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Combine = Share }},
		{`combine "sum" is unknown`, func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Type, in.Combine = InParts, "sum" }},
		{"does not fit 0 parts", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Type, in.Combine = InParts, Yes }},
		{"does not fit combine yes", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) {
			in.Type, in.Combine, in.Parts = InParts, Yes, []Part{{Key: "a", Type: Count}, {Key: "b", Type: YesNo}}
		}},
		{`part key "a" is malformed or stands twice`, func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) {
			in.Type, in.Combine, in.Parts = InParts, Yes, []Part{{Key: "a", Type: YesNo}, {Key: "a", Type: YesNo}}
		}},
		{"formula: i3_8_nogp2 is no name here", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Formula = "100 - i3_8_nogp2" }},
		{"formula: it leads back to itself: 3.8-nogp", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Formula = "100 - i3_8_nogp" }},
		{"parts need either combine or formula", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) {
			in.Type, in.Combine, in.Formula, in.Parts = InParts, Yes, "a + b", []Part{{Key: "a", Type: YesNo}, {Key: "b", Type: YesNo}}
		}},
		{`formula: c is no name here; known are a, b`, func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) {
			in.Type, in.Formula, in.Parts = InParts, "a + c", []Part{{Key: "a", Type: Count}, {Key: "b", Type: Count}}
		}},
		{"EC: ICT: ICT: 9C", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Source.U4SSC = "EC: ICT: ICT: 9C" }},
		{"owner is missing", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Source.Owner = "" }},
		{`mapping "guessed" is unknown`, func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Source.Mapping = "guessed" }},
		{"mapping none names a table", func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) { in.Source.Mapping = NoMapping }},
		{`basis "opinion" is unknown`, bound(func(b *Bounds) { b.Basis = "opinion" })},
		{"and a reference go together", bound(func(b *Bounds) { b.Reference = nil })},
		{"reference in nn is missing", bound(func(b *Bounds) { b.Reference = &Reference{Set: Text{NB: "a", EN: "a"}, Year: 2025} })},
		{"the reference lacks its year", bound(func(b *Bounds) { b.Reference = &Reference{Set: b.Note} })},
		{"note on bounds in nb is missing", bound(func(b *Bounds) { b.Note.NB = "" })},
		{"a bound is not finite", bound(func(b *Bounds) { b.Red = num(math.Inf(1)) })},
		{"optimum is not better than lower", bound(func(b *Bounds) { b.Optimum = b.Lower })},
		{"green is not better than red", bound(func(b *Bounds) { b.Green = num(20) })},
		{"lies outside lower and optimum", bound(func(b *Bounds) { b.Red = num(34) })},
	} {
		goals, targets, core := Goals(), Targets(), Core()
		i := place(core, "3.8-nogp")
		c.spoil(goals, targets, &core, &core.Indicators[i])
		err := Validate(goals, targets, core)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("want a fault with %q, got %v", c.want, err)
		}
	}
}

func TestValidateReportsAllFaultsAtOnce(t *testing.T) {
	core := Core()
	core.Version = ""
	core.Indicators[0].Type = "essay"
	core.Indicators[1].Question.NN = ""
	if n := strings.Count(Validate(Goals(), Targets(), core).Error(), "\n") + 1; n != 3 {
		t.Errorf("%d faults reported, want 3", n)
	}
	if err := Validate(nil, nil, Catalogue{Version: "1"}); err == nil {
		t.Error("no goals at all were accepted")
	}
}

func TestParseRefusesUnknownKeysAndFurtherDocuments(t *testing.T) {
	for name, core := range map[string]string{
		"field bound not found":  "version: \"1\"\nindicators:\n- bound: 3\n",
		"more than one document": "version: \"1\"\n---\nversion: \"2\"\n",
		"EOF":                    "",
	} {
		_, err := parse(goalsYAML, targetsYAML, []byte(core), nil)
		if err == nil || !strings.Contains(err.Error(), name) || !strings.Contains(err.Error(), "core.yaml") {
			t.Errorf("want core.yaml and %q, got %v", name, err)
		}
	}
}

// bound spoils a copy of the bounds, since the shipped ones are shared.
func bound(change func(*Bounds)) func([]Goal, []Target, *Catalogue, *Indicator) {
	return func(_ []Goal, _ []Target, _ *Catalogue, in *Indicator) {
		b := *in.Bounds
		change(&b)
		in.Bounds = &b
	}
}

func place(c Catalogue, code string) int {
	for i, in := range c.Indicators {
		if in.Code == code {
			return i
		}
	}
	return -1
}
