package api

// partLabels are the names of the parts that a priority, or a match, is the sum
// of.
var partLabels = map[string]map[string]string{
	"severity":  {"nb": "Hvor langt unna målet", "nn": "Kor langt unna målet", "en": "How far from the aim"},
	"breadth":   {"nb": "Hvor mange kommuner", "nn": "Kor mange kommunar", "en": "How many municipalities"},
	"people":    {"nb": "Hvor mange innbyggere", "nn": "Kor mange innbyggjarar", "en": "How many residents"},
	"political": {"nb": "Politisk prioritert", "nn": "Politisk prioritert", "en": "Political priority"},
	"trend":     {"nb": "Utvikling siden forrige runde", "nn": "Utvikling sidan førre runde", "en": "Change since the round before"},
	"readiness": {"nb": "Hvor klart det er", "nn": "Kor klart det er", "en": "How ready it is"},
	"indicator": {"nb": "Samme indikator", "nn": "Same indikator", "en": "Same indicator"},
	"goals":     {"nb": "Mål og delmål", "nn": "Mål og delmål", "en": "Goals and targets"},
	"cpv":       {"nb": "Innkjøpskode (CPV)", "nn": "Innkjøpskode (CPV)", "en": "Procurement code (CPV)"},
	"words":     {"nb": "Felles ord", "nn": "Felles ord", "en": "Words in common"},
	"region":    {"nb": "Leverer til regionen", "nn": "Leverer til regionen", "en": "Supplies the region"},
}

// partLabel names a part in the reader's language.
func partLabel(key, lang string) string { return partLabels[key][lang] }
