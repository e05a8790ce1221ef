package indicators

import (
	"strconv"
	"strings"

	"loftet/models"
)

// Change is one thing that a version says otherwise than the one before it. Numbers are
// written with a decimal point; blank is nothing.
type Change struct {
	Field, Before, After string
}

// Changes gives what a definition says otherwise than an older one, with texts in a
// language, in the order in which people read a definition.
func (d Definition) Changes(older Definition, lang string) []Change {
	var list []Change
	was := older.facts(lang)
	for i, is := range d.facts(lang) {
		if is.After != was[i].After {
			list = append(list, Change{is.Field, was[i].After, is.After})
		}
	}
	return list
}

// facts are all that a definition says, as if it were new.
func (d Definition) facts(lang string) []Change {
	said := func(t models.Text) string {
		text, _ := t.In(lang)
		return text
	}
	number := func(p *float64) string {
		if p == nil {
			return ""
		}
		return strconv.FormatFloat(*p, 'f', -1, 64)
	}
	parts := make([]string, len(d.Parts))
	for i, p := range d.Parts {
		parts[i] = said(p.Label)
	}
	year := ""
	if d.ReferenceYear > 0 {
		year = strconv.Itoa(d.ReferenceYear)
	}
	return []Change{
		{Field: "name", After: said(d.Name)}, {Field: "question", After: said(d.Question)}, {Field: "help", After: said(d.Help)},
		{Field: "target", After: d.Target}, {Field: "also", After: strings.Join(d.Also, ", ")},
		{Field: "numerator", After: said(d.Numerator)}, {Field: "denominator", After: said(d.Denominator)}, {Field: "formula", After: d.Rule()},
		{Field: "parts", After: strings.Join(parts, ", ")}, {Field: "unit", After: said(d.Unit)}, {Field: "type", After: d.Type},
		{Field: "decimals", After: strconv.Itoa(d.Decimals)}, {Field: "min", After: number(d.Min)}, {Field: "max", After: number(d.Max)},
		{Field: "direction", After: d.Direction}, {Field: "middle", After: number(d.Middle)}, {Field: "lower", After: number(d.Lower)},
		{Field: "optimum", After: number(d.Optimum)}, {Field: "greenFrom", After: number(d.Green)}, {Field: "yellowFrom", After: number(d.Yellow)},
		{Field: "redFrom", After: number(d.Red)}, {Field: "basis", After: d.Basis}, {Field: "reference", After: said(d.ReferenceSet)},
		{Field: "referenceYear", After: year}, {Field: "note", After: said(d.BoundsNote)}, {Field: "owner", After: d.Owner},
		{Field: "table", After: d.Table}, {Field: "otherTable", After: d.OtherTable}, {Field: "dimensions", After: d.Dimensions},
		{Field: "sourceNote", After: said(d.SourceNote)}, {Field: "prefillable", After: d.Prefillable}, {Field: "u4ssc", After: d.U4SSC},
	}
}

// distinct leaves out versions that say the same as the one before them: a version of a
// catalogue is complete, also for what has not changed.
func distinct(newestFirst []Version) []Version {
	var list []Version
	for i, v := range newestFirst {
		if i+1 < len(newestFirst) && sameDocument(v.Definition, newestFirst[i+1].Definition) {
			continue
		}
		list = append(list, v)
	}
	return list
}
