package cataloguefile

import (
	"fmt"
	"regexp"
	"strings"

	"loftet/indicators"
	"loftet/indicators/catalogue"
	"loftet/models"
)

// between stands between the parts of an answer and between their labels; in a label it
// is written with a backslash before it.
const between = "|"

var partKey = regexp.MustCompile(`^[a-z][a-z_]*$`)

// partColumns are the parts of an answer, "some:count | all:count", and what they are
// called in each language, in the same order.
func partColumns() []column {
	list := []column{{name: "parts", get: getParts, set: setParts}}
	for _, language := range languages {
		list = append(list, column{name: "parts_" + language,
			get: func(d *indicators.Definition) string { return labels(d, language) },
			set: func(d *indicators.Definition, field string) string { return setLabels(d, language, field) }})
	}
	return list
}

func getParts(d *indicators.Definition) string {
	list := make([]string, len(d.Parts))
	for i, p := range d.Parts {
		list[i] = p.Key + ":" + p.Type
	}
	return strings.Join(list, " "+between+" ")
}

func setParts(d *indicators.Definition, field string) string {
	for _, one := range strings.Split(field, between) {
		key, kind, _ := strings.Cut(strings.TrimSpace(one), ":")
		if !partKey.MatchString(key) || kind != string(catalogue.Count) && kind != string(catalogue.YesNo) {
			return fmt.Sprintf("%q is not a part; write its key in small letters and count or yes_no, as some:count | all:count", strings.TrimSpace(one))
		}
		d.Parts = append(d.Parts, indicators.Part{Key: key, Type: kind})
	}
	return ""
}

func labels(d *indicators.Definition, language string) string {
	list := make([]string, len(d.Parts))
	for i, p := range d.Parts {
		list[i] = strings.ReplaceAll(strings.ReplaceAll(p.Label[language], `\`, `\\`), between, `\`+between)
	}
	whole := strings.Join(list, " "+between+" ")
	if strings.Trim(whole, between+" ") == "" {
		return ""
	}
	return whole
}

func setLabels(d *indicators.Definition, language, field string) string {
	list := split(field)
	if len(list) != len(d.Parts) {
		return fmt.Sprintf("there are %d names for %d parts; write one for each, with %s between them", len(list), len(d.Parts), between)
	}
	for i, label := range list {
		if label == "" {
			continue
		}
		if d.Parts[i].Label == nil {
			d.Parts[i].Label = models.Text{}
		}
		d.Parts[i].Label[language] = label
	}
	return ""
}

// split takes labels apart.
func split(field string) []string {
	var list []string
	var one strings.Builder
	escaped := false
	for _, r := range field {
		switch {
		case !escaped && r == '\\':
			escaped = true
			continue
		case !escaped && string(r) == between:
			list = append(list, strings.TrimSpace(one.String()))
			one.Reset()
		default:
			one.WriteRune(r)
		}
		escaped = false
	}
	return append(list, strings.TrimSpace(one.String()))
}
