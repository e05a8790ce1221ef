package needs

import (
	"fmt"
	"strings"

	"loftet/indicators"
	"loftet/models"
)

// fact is what a need states as measured.
type fact struct {
	indicator indicators.Definition
	round     string
	hits      map[string]int // municipalities by why they are hit
	answered  int
	mean      *float64 // plain mean of the values; nil: not to be told
	meanOf    int      // how many municipalities it is over
	from, to  int      // years of the values
	sources   []string
}

// factTexts are sentences in one language. Each takes what fact.in gives it.
type factTexts struct {
	first             map[string]string // the first sentence, by why municipalities are hit
	lacking           string            // in place of the first for band, where the indicator asks if something is there
	more              map[string]string // what further ones are hit for
	meanHits, meanAll string
	year, years       string
	source            string
}

var factWords = map[string]factTexts{
	"nb": {
		first: map[string]string{
			BecauseBand:     "%s: %d av %d kommuner som svarte, er et stykke eller langt fra målet.",
			BecauseTrend:    "%s: %d av %d kommuner som svarte, har gått tilbake siden forrige runde.",
			BecausePriority: "%s: %d av %d kommuner som svarte, prioriterer dette selv.",
		},
		lacking: "%s: I %d av %d kommuner som svarte, er dette ikke fullt på plass.",
		more: map[string]string{
			BecauseTrend:    " I tillegg har %d gått tilbake siden forrige runde.",
			BecausePriority: " I tillegg prioriterer %d dette selv.",
		},
		meanHits: " Gjennomsnittet av tallene deres er %s.",
		meanAll:  " Gjennomsnittet for de %[2]d kommunene som har tall, er %[1]s.",
		year:     " Tallene er fra %d.", years: " Tallene er fra %d til %d.",
		source: " Kilde: kommunenes svar i kartleggingsrunden «%s»%s.",
	},
	"nn": {
		first: map[string]string{
			BecauseBand:     "%s: %d av %d kommunar som svarte, er eit stykke eller langt frå målet.",
			BecauseTrend:    "%s: %d av %d kommunar som svarte, har gått tilbake sidan førre runde.",
			BecausePriority: "%s: %d av %d kommunar som svarte, prioriterer dette sjølve.",
		},
		lacking: "%s: I %d av %d kommunar som svarte, er dette ikkje fullt på plass.",
		more: map[string]string{
			BecauseTrend:    " I tillegg har %d gått tilbake sidan førre runde.",
			BecausePriority: " I tillegg prioriterer %d dette sjølve.",
		},
		meanHits: " Gjennomsnittet av tala deira er %s.",
		meanAll:  " Gjennomsnittet for dei %[2]d kommunane som har tal, er %[1]s.",
		year:     " Tala er frå %d.", years: " Tala er frå %d til %d.",
		source: " Kjelde: svara frå kommunane i kartleggingsrunden «%s»%s.",
	},
	"en": {
		first: map[string]string{
			BecauseBand:     "%s: %d of %d municipalities that responded are some way or far from the target.",
			BecauseTrend:    "%s: %d of %d municipalities that responded fell back since the round before.",
			BecausePriority: "%s: %d of %d municipalities that responded gave it priority themselves.",
		},
		lacking: "%s: in %d of %d municipalities that responded, this is not fully in place.",
		more: map[string]string{
			BecauseTrend:    " A further %d fell back since the round before.",
			BecausePriority: " A further %d gave it priority themselves.",
		},
		meanHits: " The mean of their figures is %s.",
		meanAll:  " The mean of the %[2]d municipalities that have a figure is %[1]s.",
		year:     " The figures are from %d.", years: " The figures are from %d to %d.",
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
	text := ""
	for _, because := range reasons {
		n := f.hits[because]
		switch {
		case n == 0:
		case text != "":
			text += fmt.Sprintf(words.more[because], n)
		case because == BecauseBand && placed(f.indicator):
			text = fmt.Sprintf(words.lacking, name, n, f.answered)
		default:
			text = fmt.Sprintf(words.first[because], name, n, f.answered)
		}
	}
	if f.mean != nil && f.indicator.Type != "yes_partly_no" {
		value := withUnit(*f.mean, f.indicator, lang)
		if f.meanOf == total(f.hits) {
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

func total(counts map[string]int) int {
	sum := 0
	for _, n := range counts {
		sum += n
	}
	return sum
}
