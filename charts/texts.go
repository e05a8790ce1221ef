package charts

// words are all words that a chart itself says, in one language. Fields with %
// are formats; their verbs are numbered, so that a language may change the order.
type words struct {
	months [12]string
	and    string
	states map[State]string
	short  map[State]string // sign of a missing figure, also without colour
	bands  map[Band]string

	source, licence, method, note, asOf, zero     string
	municipality, municipalities                  string
	name, year, value, unit, period, status, band string
	total, goal                                   string
	lowest, lowerQuartile, median, upperQuartile  string
	highest, middleHalf, theMedian, figures       string
	answer, between, percent                      string
	units                                         map[string]string // signs in a unit, in words
	kilo                                          string            // what kg is called
	ratio                                         string            // the unit of figures that are said without one
	one                                           map[string]string // the unit of one, where it differs
	sentences
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
			NotAnswered: "Ikke besvart", LeftOut: "Målet er utelatt", NoData: "Tall mangler", NotApplicable: "Ikke aktuelt",
			Declined: "Ønsker ikke å svare", Suppressed: "Skjermet i statistikken", Withheld: "Ikke publisert av kommunen",
			TooFew: "For få tall til poeng",
		},
		short:  map[State]string{NotAnswered: "?", LeftOut: "/", NoData: "..", NotApplicable: "i/a", Declined: "×", Suppressed: ":", Withheld: "–", TooFew: "<"},
		bands:  map[Band]string{Achieved: "Nådd", Near: "Nær målet", Behind: "Et stykke unna", Far: "Langt unna"},
		source: "Kilde", licence: "Lisens", method: "Metode", note: "Merknad", asOf: "Tall per %[1]s", zero: "Verdien er null",
		municipality: "kommune", municipalities: "kommuner",
		name: "Navn", year: "År", value: "Verdi", unit: "Enhet", period: "Periode", status: "status", band: "nivå",
		total: "I alt", goal: "Mål %[1]d",
		lowest: "Laveste verdi", lowerQuartile: "Nedre kvartil", median: "Median", upperQuartile: "Øvre kvartil", highest: "Høyeste verdi",
		middleHalf: "Midterste halvdel", theMedian: "medianen", figures: "Antall tall",
		answer: "svar", between: "mellom %[1]s og %[2]s", percent: "prosent",
		units: map[string]string{"kWh/m²": "kilowattimer per kvadratmeter", "µg/m³": "mikrogram per kubikkmeter", "CO₂": "CO2"},
		kilo:  "kilo", ratio: "forholdstall",
		one:       map[string]string{"sektorer": "sektor"},
		sentences: bokmal,
	},
	Nynorsk: {
		months: [12]string{"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"},
		and:    "og",
		states: map[State]string{
			Confirmed: "Stadfesta", Unconfirmed: "Frå statistikk, ikkje stadfesta", Uncertain: "Usikkert anslag",
			NotAnswered: "Ikkje svart på", LeftOut: "Målet er utelate", NoData: "Tal manglar", NotApplicable: "Ikkje aktuelt",
			Declined: "Ønskjer ikkje å svare", Suppressed: "Skjerma i statistikken", Withheld: "Ikkje publisert av kommunen",
			TooFew: "For få tal til poeng",
		},
		short:  map[State]string{NotAnswered: "?", LeftOut: "/", NoData: "..", NotApplicable: "i/a", Declined: "×", Suppressed: ":", Withheld: "–", TooFew: "<"},
		bands:  map[Band]string{Achieved: "Nådd", Near: "Nær målet", Behind: "Eit stykke unna", Far: "Langt unna"},
		source: "Kjelde", licence: "Lisens", method: "Metode", note: "Merknad", asOf: "Tal per %[1]s", zero: "Verdien er null",
		municipality: "kommune", municipalities: "kommunar",
		name: "Namn", year: "År", value: "Verdi", unit: "Eining", period: "Periode", status: "status", band: "nivå",
		total: "I alt", goal: "Mål %[1]d",
		lowest: "Lågaste verdi", lowerQuartile: "Nedre kvartil", median: "Median", upperQuartile: "Øvre kvartil", highest: "Høgaste verdi",
		middleHalf: "Midtre halvdel", theMedian: "medianen", figures: "Talet på tal",
		answer: "svar", between: "mellom %[1]s og %[2]s", percent: "prosent",
		units: map[string]string{"kWh/m²": "kilowattimar per kvadratmeter", "µg/m³": "mikrogram per kubikkmeter", "CO₂": "CO2"},
		kilo:  "kilo", ratio: "forholdstal",
		one:       map[string]string{"sektorar": "sektor"},
		sentences: nynorsk,
	},
	English: {
		months: [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"},
		and:    "and",
		states: map[State]string{
			Confirmed: "Confirmed", Unconfirmed: "From statistics, not confirmed", Uncertain: "Uncertain estimate",
			NotAnswered: "Not answered", LeftOut: "Goal left out", NoData: "No data", NotApplicable: "Not applicable",
			Declined: "Declined to answer", Suppressed: "Suppressed in the statistics", Withheld: "Not published by the municipality",
			TooFew: "Too few figures for a score",
		},
		short:  map[State]string{NotAnswered: "?", LeftOut: "/", NoData: "..", NotApplicable: "n/a", Declined: "×", Suppressed: ":", Withheld: "–", TooFew: "<"},
		bands:  map[Band]string{Achieved: "Achieved", Near: "Near the target", Behind: "Some way off", Far: "Far off"},
		source: "Source", licence: "Licence", method: "Method", note: "Note", asOf: "Data as of %[1]s", zero: "The value is zero",
		municipality: "municipality", municipalities: "municipalities",
		name: "Name", year: "Year", value: "Value", unit: "Unit", period: "Period", status: "status", band: "band",
		total: "Total", goal: "Goal %[1]d",
		lowest: "Lowest value", lowerQuartile: "Lower quartile", median: "Median", upperQuartile: "Upper quartile", highest: "Highest value",
		middleHalf: "Middle half", theMedian: "the median", figures: "Number of figures",
		answer: "answer", between: "between %[1]s and %[2]s", percent: "per cent",
		units: map[string]string{"kWh/m²": "kilowatt-hours per square metre", "µg/m³": "micrograms per cubic metre", "CO₂": "CO2"},
		kilo:  "kilograms", ratio: "ratio",
		one:       map[string]string{"points": "point", "years": "year", "sectors": "sector", "figures": "figure"},
		sentences: english,
	},
}
