package opendata

// The columns of the CSV, in their order.
const (
	columnMunicipality = iota
	columnMunicipalityName
	columnIndicator
	columnIndicatorName
	columnGoal
	columnPeriodYear
	columnPeriod
	columnYear
	columnValue
	columnUnit
	columnStatus
	columnScore
	columnConfirmed
	columnSource
	columnLicence
	columnCount
)

// names are the names of the columns in every language, as programs know them.
var names = [columnCount]string{"municipality", "municipality_name", "indicator", "indicator_name", "goal", "period_year", "period",
	"figure_year", "value", "unit", "status", "score", "confirmed", "source", "licence"}

// words are the texts of files in one language.
type words struct {
	columns         [columnCount]string
	measure, points string
	states          map[string]string
}

func wordsOf(lang string) words {
	if w, known := dictionary[lang]; known {
		return w
	}
	return dictionary["nb"]
}

// languages are those of the dictionary, in the order in which files list them.
var languages = [...]string{"en", "nb", "nn"}

var dictionary = map[string]words{
	"nb": {
		columns: [columnCount]string{"Kommunenummer", "Kommune", "Indikatorkode", "Indikator", "Bærekraftsmål", "År", "Periode",
			"Tallet er fra år", "Verdi", "Enhet", "Status", "Poeng", "Bekreftet av kommunen", "Kilde", "Lisens"},
		measure: "Mål på indikatoren", points: "poeng av 100",
		states: map[string]string{Value: "Det finnes et tall", "suppressed": "Eieren av tallet holder det tilbake", "no_data": "Tallet finnes ikke",
			"not_applicable": "Gjelder ikke for kommunen", "declined": "Kommunen ville ikke svare", "not_answered": "Kommunen har ikke svart",
			"left_out": "Kommunen har latt være å svare på målet", "withheld": "Kommunen har svart, men ikke publisert tallet", noScore: "Indikatoren har ingen grenser å gi poeng etter"},
	},
	"nn": {
		columns: [columnCount]string{"Kommunenummer", "Kommune", "Indikatorkode", "Indikator", "Berekraftsmål", "År", "Periode",
			"Talet er frå år", "Verdi", "Eining", "Status", "Poeng", "Stadfesta av kommunen", "Kjelde", "Lisens"},
		measure: "Mål på indikatoren", points: "poeng av 100",
		states: map[string]string{Value: "Det finst eit tal", "suppressed": "Eigaren av talet held det tilbake", "no_data": "Talet finst ikkje",
			"not_applicable": "Gjeld ikkje for kommunen", "declined": "Kommunen ville ikkje svare", "not_answered": "Kommunen har ikkje svart",
			"left_out": "Kommunen har late vere å svare på målet", "withheld": "Kommunen har svart, men ikkje publisert talet", noScore: "Indikatoren har ingen grenser å gi poeng etter"},
	},
	"en": {
		columns: [columnCount]string{"Municipality number", "Municipality", "Indicator code", "Indicator", "Sustainable development goal", "Year", "Period",
			"Year of the figure", "Value", "Unit", "Status", "Score", "Confirmed by the municipality", "Source", "Licence"},
		measure: "Measure of the indicator", points: "points out of 100",
		states: map[string]string{Value: "There is a figure", "suppressed": "The owner of the figure keeps it back", "no_data": "There is no such figure",
			"not_applicable": "Does not apply to the municipality", "declined": "The municipality declined to answer", "not_answered": "The municipality has not answered",
			"left_out": "The municipality left the goal out", "withheld": "The municipality has answered but not published the figure", noScore: "The indicator has no bounds to score it by"},
	},
}
