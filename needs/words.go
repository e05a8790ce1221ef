package needs

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"loftet/indicators"
	"loftet/models"
)

// languages are those in which the service writes its own texts.
var languages = []string{"nb", "nn", "en"}

// asking are the titles of a need in each language by what is to happen to the
// figure: {region} and {name} are filled in.
var asking = map[string]map[string]string{
	"lower": {
		"nb": "Hvordan kan kommunene i {region} få ned tallet for {name}?",
		"nn": "Korleis kan kommunane i {region} få ned talet for {name}?",
		"en": "How can the municipalities in {region} bring down the figure for {name}?",
	},
	"higher": {
		"nb": "Hvordan kan kommunene i {region} få opp tallet for {name}?",
		"nn": "Korleis kan kommunane i {region} få opp talet for {name}?",
		"en": "How can the municipalities in {region} raise the figure for {name}?",
	},
	"middle": {
		"nb": "Hvordan kan kommunene i {region} komme nærmere målet for {name}?",
		"nn": "Korleis kan kommunane i {region} kome nærare målet for {name}?",
		"en": "How can the municipalities in {region} come closer to the target for {name}?",
	},
	"place": {
		"nb": "Hvordan kan kommunene i {region} få på plass {name}?",
		"nn": "Korleis kan kommunane i {region} få på plass {name}?",
		"en": "How can the municipalities in {region} put in place {name}?",
	},
}

// titleFor asks the open question of a need about an indicator.
func titleFor(d indicators.Definition, regionName string) models.Text {
	kind := d.Direction
	if placed(d) {
		kind = "place"
	}
	title := models.Text{}
	for _, lang := range languages {
		title[lang] = strings.NewReplacer("{region}", regionName, "{name}", inSentence(d.Name, lang)).Replace(asking[kind][lang])
	}
	return title
}

// untouched gives the languages in which a text still is as the rules wrote it.
func untouched(text, written models.Text) []string {
	return slices.DeleteFunc(slices.Clone(languages), func(lang string) bool { return text[lang] == "" || text[lang] != written[lang] })
}

// placed tells whether the indicator asks if something is there rather than how
// much of it.
func placed(d indicators.Definition) bool {
	return d.Direction == "higher" && (d.Type == "yes_partly_no" || d.Type == "parts" && d.Combine != "share")
}

// inSentence gives a name as it stands inside a sentence: with a small first
// letter, unless it begins with an abbreviation. A name that is borrowed from
// another language stands in quotation marks.
func inSentence(name models.Text, lang string) string {
	text, actual := name.In(lang)
	if actual != lang {
		if lang == "en" {
			return "“" + text + "”"
		}
		return "«" + text + "»"
	}
	first, size := utf8.DecodeRuneInString(text)
	if second, _ := utf8.DecodeRuneInString(text[size:]); unicode.IsLower(second) {
		return string(unicode.ToLower(first)) + text[size:]
	}
	return text
}

// withUnit writes a value with the indicator's decimals and unit.
func withUnit(value float64, d indicators.Definition, lang string) string {
	number := strconv.FormatFloat(value, 'f', d.Decimals, 64)
	if lang != "en" {
		number = strings.Replace(number, ".", ",", 1)
	}
	number = strings.Replace(number, "-", "−", 1)
	unit, _ := d.Unit.In(lang)
	switch {
	case unit == "" || d.Type == "ratio":
		return number
	case strings.HasPrefix(unit, "%") && lang == "en":
		return number + unit
	}
	return number + " " + unit
}
