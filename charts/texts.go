package charts

// words are all words that a chart itself says, in one language. Fields with %
// are formats; their verbs are numbered, so that a language may change the order.
type words struct {
	months [12]string
	and    string
	states map[State]string
	short  map[State]string // sign of a missing figure, also without colour
	bands  map[Band]string

	source, licence, asOf, zero                     string
	municipality, municipalities                    string
	name, year, value, unit, period, status, level  string
	total, goal                                     string
	lowest, lowerQuartile, median, upperQuartile    string
	highest, middleHalf, nothing, figuresIn         string
	extremes, allEqual, single, medianIs, missingOf string
	unconfirmed, uncertain, others, comparison      string
	levels, mostFar, gapCount, gapLargest           string
	rise, fall, steady, onePoint, noPoints          string
	gaps, spread, half, position, totals, shares    string
}

func wordsOf(l Lang) *words {
	if w, ok := dictionary[l]; ok {
		return w
	}
	return dictionary[Bokmal]
}

var dictionary = map[Lang]*words{
	Bokmal: {
		months: [12]string{"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"},
		and:    "og",
		states: map[State]string{
			Confirmed: "Bekreftet", Unconfirmed: "Fra statistikk, ikke bekreftet", Uncertain: "Usikkert anslag",
			NotAnswered: "Ikke besvart", NoData: "Tall mangler", NotApplicable: "Ikke aktuelt",
			Declined: "Ønsker ikke å svare", Suppressed: "Vises ikke av hensyn til personvern", Withheld: "Ikke publisert av kommunen",
			TooFew: "For få tall til poeng",
		},
		short:  map[State]string{NotAnswered: "?", NoData: "..", NotApplicable: "i/a", Declined: "×", Suppressed: ":", Withheld: "–", TooFew: "<"},
		bands:  map[Band]string{Achieved: "Nådd", Near: "Nær målet", Behind: "Et stykke unna", Far: "Langt unna"},
		source: "Kilde", licence: "Lisens", asOf: "Tall per %[1]s", zero: "Verdien er null",
		municipality: "kommune", municipalities: "kommuner",
		name: "Navn", year: "År", value: "Verdi", unit: "Enhet", period: "Periode", status: "status", level: "nivå",
		total: "I alt", goal: "Mål %[1]d",
		lowest: "Laveste verdi", lowerQuartile: "Nedre kvartil", median: "Median", upperQuartile: "Øvre kvartil", highest: "Høyeste verdi",
		middleHalf: "Midterste halvdel",
		nothing:    "Det er ingen tall å vise.",
		figuresIn:  "Tallene er i %[1]s.",
		extremes:   "Høyest verdi har %[1]s med %[2]s, lavest har %[3]s med %[4]s.",
		allEqual:   "Alle de %[1]d tallene er like: %[2]s.",
		single:     "Det eneste tallet er %[2]s (%[1]s).",
		medianIs:   "Medianen er %[1]s.",
		missingOf:  "%[1]d av %[2]d mangler tall: %[3]s.",

		unconfirmed: "Hentet fra statistikk og ikke bekreftet: %[1]d.",
		uncertain:   "Usikre anslag: %[1]d.",
		others:      "%[1]s og %[2]d andre",
		comparison:  "Til sammenligning: %[1]s.",
		levels:      "Tallene fordeler seg slik: %[1]s.",
		mostFar:     "Flest «%[1]s» har %[2]s (%[3]d av %[4]d).",
		gapCount:    "%[1]s ligger over %[2]s på %[3]d av %[4]d, under på %[5]d og likt på %[6]d.",
		gapLargest:  "Størst forskjell er det på %[1]s (%[2]s mot %[3]s).",
		rise:        "%[1]s gikk fra %[2]s i %[3]d til %[4]s i %[5]d, opp %[6]s.",
		fall:        "%[1]s gikk fra %[2]s i %[3]d til %[4]s i %[5]d, ned %[6]s.",
		steady:      "%[1]s hadde %[2]s både i %[3]d og i %[4]d.",
		onePoint:    "%[1]s har bare ett tall: %[2]s i %[3]d.",
		noPoints:    "%[1]s har ingen tall.",
		gaps:        "%[1]s mangler tall for %[2]s.",
		spread:      "%[1]d har tall, fra %[2]s til %[3]s.",
		half:        "Den midterste halvdelen ligger mellom %[1]s og %[2]s, medianen er %[3]s.",
		position:    "%[1]s har %[2]s: %[3]d ligger lavere, %[4]d høyere.",
		totals:      "I alt %[1]d: %[2]s.",
		shares:      "Størst andel «%[1]s» har %[2]s (%[3]d av %[4]d), minst har %[5]s (%[6]d av %[7]d).",
	},
	Nynorsk: {
		months: [12]string{"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"},
		and:    "og",
		states: map[State]string{
			Confirmed: "Stadfesta", Unconfirmed: "Frå statistikk, ikkje stadfesta", Uncertain: "Usikkert anslag",
			NotAnswered: "Ikkje svara på", NoData: "Tal manglar", NotApplicable: "Ikkje aktuelt",
			Declined: "Ønskjer ikkje å svare", Suppressed: "Blir ikkje vist av omsyn til personvern", Withheld: "Ikkje publisert av kommunen",
			TooFew: "For få tal til poeng",
		},
		short:  map[State]string{NotAnswered: "?", NoData: "..", NotApplicable: "i/a", Declined: "×", Suppressed: ":", Withheld: "–", TooFew: "<"},
		bands:  map[Band]string{Achieved: "Nådd", Near: "Nær målet", Behind: "Eit stykke unna", Far: "Langt unna"},
		source: "Kjelde", licence: "Lisens", asOf: "Tal per %[1]s", zero: "Verdien er null",
		municipality: "kommune", municipalities: "kommunar",
		name: "Namn", year: "År", value: "Verdi", unit: "Eining", period: "Periode", status: "status", level: "nivå",
		total: "I alt", goal: "Mål %[1]d",
		lowest: "Lågaste verdi", lowerQuartile: "Nedre kvartil", median: "Median", upperQuartile: "Øvre kvartil", highest: "Høgaste verdi",
		middleHalf: "Midtre halvdel",
		nothing:    "Det er ingen tal å vise.",
		figuresIn:  "Tala er i %[1]s.",
		extremes:   "Høgast verdi har %[1]s med %[2]s, lågast har %[3]s med %[4]s.",
		allEqual:   "Alle dei %[1]d tala er like: %[2]s.",
		single:     "Det einaste talet er %[2]s (%[1]s).",
		medianIs:   "Medianen er %[1]s.",
		missingOf:  "%[1]d av %[2]d manglar tal: %[3]s.",

		unconfirmed: "Henta frå statistikk og ikkje stadfesta: %[1]d.",
		uncertain:   "Usikre anslag: %[1]d.",
		others:      "%[1]s og %[2]d andre",
		comparison:  "Til samanlikning: %[1]s.",
		levels:      "Tala fordeler seg slik: %[1]s.",
		mostFar:     "Flest «%[1]s» har %[2]s (%[3]d av %[4]d).",
		gapCount:    "%[1]s ligg over %[2]s på %[3]d av %[4]d, under på %[5]d og likt på %[6]d.",
		gapLargest:  "Størst skilnad er det på %[1]s (%[2]s mot %[3]s).",
		rise:        "%[1]s gjekk frå %[2]s i %[3]d til %[4]s i %[5]d, opp %[6]s.",
		fall:        "%[1]s gjekk frå %[2]s i %[3]d til %[4]s i %[5]d, ned %[6]s.",
		steady:      "%[1]s hadde %[2]s både i %[3]d og i %[4]d.",
		onePoint:    "%[1]s har berre eitt tal: %[2]s i %[3]d.",
		noPoints:    "%[1]s har ingen tal.",
		gaps:        "%[1]s manglar tal for %[2]s.",
		spread:      "%[1]d har tal, frå %[2]s til %[3]s.",
		half:        "Den midtre halvdelen ligg mellom %[1]s og %[2]s, medianen er %[3]s.",
		position:    "%[1]s har %[2]s: %[3]d ligg lågare, %[4]d høgare.",
		totals:      "I alt %[1]d: %[2]s.",
		shares:      "Størst del «%[1]s» har %[2]s (%[3]d av %[4]d), minst har %[5]s (%[6]d av %[7]d).",
	},
	English: {
		months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		and:    "and",
		states: map[State]string{
			Confirmed: "Confirmed", Unconfirmed: "From statistics, not confirmed", Uncertain: "Uncertain estimate",
			NotAnswered: "Not answered", NoData: "No data", NotApplicable: "Not applicable",
			Declined: "Declined to answer", Suppressed: "Withheld to protect privacy", Withheld: "Not published by the municipality",
			TooFew: "Too few figures for a score",
		},
		short:  map[State]string{NotAnswered: "?", NoData: "..", NotApplicable: "n/a", Declined: "×", Suppressed: ":", Withheld: "–", TooFew: "<"},
		bands:  map[Band]string{Achieved: "Achieved", Near: "Near the target", Behind: "Some way off", Far: "Far off"},
		source: "Source", licence: "Licence", asOf: "Data as of %[1]s", zero: "The value is zero",
		municipality: "municipality", municipalities: "municipalities",
		name: "Name", year: "Year", value: "Value", unit: "Unit", period: "Period", status: "status", level: "level",
		total: "Total", goal: "Goal %[1]d",
		lowest: "Lowest value", lowerQuartile: "Lower quartile", median: "Median", upperQuartile: "Upper quartile", highest: "Highest value",
		middleHalf: "Middle half",
		nothing:    "There are no figures to show.",
		figuresIn:  "Figures are in %[1]s.",
		extremes:   "The highest value is %[2]s (%[1]s), the lowest is %[4]s (%[3]s).",
		allEqual:   "All %[1]d figures are the same: %[2]s.",
		single:     "The only figure is %[2]s (%[1]s).",
		medianIs:   "The median is %[1]s.",
		missingOf:  "No figure for %[1]d of %[2]d: %[3]s.",

		unconfirmed: "Taken from statistics and not confirmed: %[1]d.",
		uncertain:   "Uncertain estimates: %[1]d.",
		others:      "%[1]s and %[2]d others",
		comparison:  "For comparison: %[1]s.",
		levels:      "The figures fall into these levels: %[1]s.",
		mostFar:     "“%[1]s” is most frequent for %[2]s (%[3]d of %[4]d).",
		gapCount:    "%[1]s is above %[2]s on %[3]d of %[4]d, below on %[5]d and level on %[6]d.",
		gapLargest:  "The largest gap is on %[1]s (%[2]s against %[3]s).",
		rise:        "%[1]s went from %[2]s in %[3]d to %[4]s in %[5]d, up %[6]s.",
		fall:        "%[1]s went from %[2]s in %[3]d to %[4]s in %[5]d, down %[6]s.",
		steady:      "%[1]s had %[2]s in both %[3]d and %[4]d.",
		onePoint:    "%[1]s has a single figure: %[2]s in %[3]d.",
		noPoints:    "%[1]s has no figures.",
		gaps:        "%[1]s has no figure for %[2]s.",
		spread:      "Figures for %[1]d, from %[2]s to %[3]s.",
		half:        "The middle half lies between %[1]s and %[2]s; the median is %[3]s.",
		position:    "%[1]s has %[2]s: %[3]d are lower, %[4]d higher.",
		totals:      "%[1]d in total: %[2]s.",
		shares:      "“%[1]s” has its largest share in %[2]s (%[3]d of %[4]d) and its smallest in %[5]s (%[6]d of %[7]d).",
	},
}
