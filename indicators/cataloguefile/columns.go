package cataloguefile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"loftet/indicators"
	"loftet/indicators/catalogue"
	"loftet/indicators/u4ssc"
	"loftet/internal/csvtable"
	"loftet/models"
)

// languages are those that texts have a column in.
var languages = []string{"nb", "nn", "en"}

// column is one column of the file. set gives what is wrong with a field and how to mend
// it, "" for nothing; a blank field is never handed to it.
type column struct {
	name string
	need bool
	get  func(d *indicators.Definition) string
	set  func(d *indicators.Definition, field string) string
}

// columns are those of the file in their order.
var columns = slices.Concat(
	[]column{
		required(text("code", func(d *indicators.Definition) *string { return &d.Code })),
		required(whole("goal", 1, 17, func(d *indicators.Definition) *int { return &d.Goal })),
		text("target", func(d *indicators.Definition) *string { return &d.Target }),
		{name: "also", get: func(d *indicators.Definition) string { return strings.Join(d.Also, " ") },
			set: func(d *indicators.Definition, field string) string { d.Also = strings.Fields(field); return "" }},
		required(word("type", func(d *indicators.Definition) *string { return &d.Type },
			catalogue.Percent, catalogue.Number, catalogue.Ratio, catalogue.YesPartlyNo, catalogue.Points, catalogue.InParts)),
		required(word("direction", func(d *indicators.Definition) *string { return &d.Direction }, catalogue.Higher, catalogue.Lower, catalogue.Middle)),
	},
	said("name", func(d *indicators.Definition) *models.Text { return &d.Name }),
	said("unit", func(d *indicators.Definition) *models.Text { return &d.Unit }),
	said("question", func(d *indicators.Definition) *models.Text { return &d.Question }),
	said("help", func(d *indicators.Definition) *models.Text { return &d.Help }),
	said("numerator", func(d *indicators.Definition) *models.Text { return &d.Numerator }),
	said("denominator", func(d *indicators.Definition) *models.Text { return &d.Denominator }),
	[]column{
		text("formula", func(d *indicators.Definition) *string { return &d.Formula }),
		word("combine", func(d *indicators.Definition) *string { return &d.Combine }, catalogue.Share, catalogue.Positive, catalogue.Yes),
	},
	partColumns(),
	[]column{
		whole("decimals", 0, 6, func(d *indicators.Definition) *int { return &d.Decimals }),
		number("min", func(d *indicators.Definition) **float64 { return &d.Min }),
		number("max", func(d *indicators.Definition) **float64 { return &d.Max }),
		number("middle", func(d *indicators.Definition) **float64 { return &d.Middle }),
		number("lower", func(d *indicators.Definition) **float64 { return &d.Lower }),
		number("optimum", func(d *indicators.Definition) **float64 { return &d.Optimum }),
		number("green", func(d *indicators.Definition) **float64 { return &d.Green }),
		number("yellow", func(d *indicators.Definition) **float64 { return &d.Yellow }),
		number("red", func(d *indicators.Definition) **float64 { return &d.Red }),
		word("basis", func(d *indicators.Definition) *string { return &d.Basis },
			catalogue.Law, catalogue.NaturalLimit, catalogue.ReferenceDistribution, "published"),
	},
	said("bounds_note", func(d *indicators.Definition) *models.Text { return &d.BoundsNote }),
	said("reference", func(d *indicators.Definition) *models.Text { return &d.ReferenceSet }),
	[]column{
		whole("reference_year", 1900, 2100, func(d *indicators.Definition) *int { return &d.ReferenceYear }),
		text("owner", func(d *indicators.Definition) *string { return &d.Owner }),
		text("table", func(d *indicators.Definition) *string { return &d.Table }),
		text("other_table", func(d *indicators.Definition) *string { return &d.OtherTable }),
		text("dimensions", func(d *indicators.Definition) *string { return &d.Dimensions }),
	},
	said("source_note", func(d *indicators.Definition) *models.Text { return &d.SourceNote }),
	[]column{
		word("prefillable", func(d *indicators.Definition) *string { return &d.Prefillable }, catalogue.Prefillable, catalogue.PartlyPrefillable, catalogue.NotPrefillable),
		{name: "u4ssc", get: func(d *indicators.Definition) string { return d.U4SSC }, set: setU4SSC},
	},
)

func required(c column) column {
	c.need = true
	return c
}

func text(name string, at func(d *indicators.Definition) *string) column {
	return column{name: name,
		get: func(d *indicators.Definition) string { return *at(d) },
		set: func(d *indicators.Definition, field string) string { *at(d) = field; return "" }}
}

// word takes one of some words.
func word[T ~string](name string, at func(d *indicators.Definition) *string, allowed ...T) column {
	c := text(name, at)
	c.set = func(d *indicators.Definition, field string) string {
		if !slices.Contains(allowed, T(field)) {
			return fmt.Sprintf("%q is not known here; write one of %s", field, joined(allowed))
		}
		*at(d) = field
		return ""
	}
	return c
}

func joined[T ~string](words []T) string {
	list := make([]string, len(words))
	for i, w := range words {
		list[i] = string(w)
	}
	return strings.Join(list, ", ")
}

// said makes one column for each language.
func said(name string, at func(d *indicators.Definition) *models.Text) []column {
	list := make([]column, len(languages))
	for i, language := range languages {
		list[i] = column{name: name + "_" + language,
			get: func(d *indicators.Definition) string { return (*at(d))[language] },
			set: func(d *indicators.Definition, field string) string {
				if *at(d) == nil {
					*at(d) = models.Text{}
				}
				(*at(d))[language] = field
				return ""
			}}
	}
	return list
}

func whole(name string, least, most int, at func(d *indicators.Definition) *int) column {
	return column{name: name,
		get: func(d *indicators.Definition) string {
			if *at(d) == 0 && least > 0 {
				return ""
			}
			return strconv.Itoa(*at(d))
		},
		set: func(d *indicators.Definition, field string) string {
			n, err := strconv.Atoi(field)
			if err != nil || n < least || n > most {
				return fmt.Sprintf("%q is not a whole number from %d to %d", field, least, most)
			}
			*at(d) = n
			return ""
		}}
}

func number(name string, at func(d *indicators.Definition) **float64) column {
	return column{name: name,
		get: func(d *indicators.Definition) string {
			if *at(d) == nil {
				return ""
			}
			return strconv.FormatFloat(**at(d), 'f', -1, 64)
		},
		set: func(d *indicators.Definition, field string) string {
			value, reason := csvtable.Number(field)
			if reason == "" {
				*at(d) = &value
			}
			return reason
		}}
}

func setU4SSC(d *indicators.Definition, field string) string {
	reference, err := u4ssc.ParseReference(field)
	if err != nil {
		return err.Error()
	}
	d.U4SSC = reference.String()
	return ""
}
