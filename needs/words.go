package needs

import (
	"fmt"
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

// fact is what a need states as measured.
type fact struct {
	indicator      indicators.Definition
	round          string
	hits, answered int
	fell           bool     // somebody is a hit for having fallen alone
	mean           *float64 // plain mean of the values; nil: not to be told
	meanOf         int      // how many municipalities it is over
	from, to       int      // years of the values
	sources        []string
}

// factTexts are sentences in one language. Each takes what fact.in gives it.
type factTexts struct {
	share, shareFell, lacking, lackingFell string
	meanHits, meanAll                      string
	year, years, source                    string
}

var factWords = map[string]factTexts{
	"nb": {
		share:       "%s: %d av %d kommuner som svarte, er et stykke eller langt fra målet.",
		shareFell:   "%s: %d av %d kommuner som svarte, er et stykke eller langt fra målet eller har gått tilbake siden forrige runde.",
		lacking:     "%s: I %d av %d kommuner som svarte, er dette ikke fullt på plass.",
		lackingFell: "%s: I %d av %d kommuner som svarte, er dette ikke fullt på plass eller har gått tilbake siden forrige runde.",
		meanHits:    " Gjennomsnittet av tallene deres er %s.",
		meanAll:     " Gjennomsnittet for de %[2]d kommunene som har tall, er %[1]s.",
		year:        " Tallene er fra %d.", years: " Tallene er fra %d til %d.",
		source: " Kilde: kommunenes svar i kartleggingsrunden «%s»%s.",
	},
	"nn": {
		share:       "%s: %d av %d kommunar som svarte, er eit stykke eller langt frå målet.",
		shareFell:   "%s: %d av %d kommunar som svarte, er eit stykke eller langt frå målet eller har gått tilbake sidan førre runde.",
		lacking:     "%s: I %d av %d kommunar som svarte, er dette ikkje fullt på plass.",
		lackingFell: "%s: I %d av %d kommunar som svarte, er dette ikkje fullt på plass eller har gått tilbake sidan førre runde.",
		meanHits:    " Gjennomsnittet av tala deira er %s.",
		meanAll:     " Gjennomsnittet for dei %[2]d kommunane som har tal, er %[1]s.",
		year:        " Tala er frå %d.", years: " Tala er frå %d til %d.",
		source: " Kjelde: svara frå kommunane i kartleggingsrunden «%s»%s.",
	},
	"en": {
		share:       "%s: %d of %d municipalities that responded are some way or far from the target.",
		shareFell:   "%s: %d of %d municipalities that responded are some way or far from the target, or have fallen back since the round before.",
		lacking:     "%s: in %d of %d municipalities that responded, this is not fully in place.",
		lackingFell: "%s: in %d of %d municipalities that responded, this is not fully in place or has fallen back since the round before.",
		meanHits:    " The mean of their figures is %s.",
		meanAll:     " The mean of the %[2]d municipalities that have a figure is %[1]s.",
		year:        " The figures are from %d.", years: " The figures are from %d to %d.",
		source: " Source: the municipalities’ responses in the round “%s”%s.",
	},
}

// texts writes the fact in every language: what was measured, when, and where
// it comes from.
func (f fact) texts() models.Text {
	all := models.Text{}
	for _, lang := range languages {
		all[lang] = f.in(lang)
	}
	return all
}

func (f fact) in(lang string) string {
	words := factWords[lang]
	name, _ := f.indicator.Name.In(lang)
	first := words.share
	switch {
	case placed(f.indicator) && f.fell:
		first = words.lackingFell
	case placed(f.indicator):
		first = words.lacking
	case f.fell:
		first = words.shareFell
	}
	text := fmt.Sprintf(first, name, f.hits, f.answered)
	if f.mean != nil && f.indicator.Type != "yes_partly_no" {
		value := withUnit(*f.mean, f.indicator, lang)
		if f.meanOf == f.hits {
			text += fmt.Sprintf(words.meanHits, value)
		} else {
			text += fmt.Sprintf(words.meanAll, value, f.meanOf)
		}
	}
	switch {
	case f.to == 0:
	case f.from == f.to:
		text += fmt.Sprintf(words.year, f.to)
	default:
		text += fmt.Sprintf(words.years, f.from, f.to)
	}
	from := ""
	if len(f.sources) > 0 {
		from = " (" + strings.Join(f.sources, "; ") + ")"
	}
	return text + fmt.Sprintf(words.source, f.round, from)
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
