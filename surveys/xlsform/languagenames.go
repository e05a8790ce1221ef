package xlsform

import "loftet/surveys/form"

// languageNames are how headers call the languages that this service itself has,
// and those near by.
var languageNames = map[string]string{
	"nb": "Norsk bokmål (nb)", "nn": "Norsk nynorsk (nn)", "en": "English (en)", "sv": "Svenska (sv)",
	"lv": "Latviešu (lv)", "lt": "Lietuvių (lt)",
}

func languageName(code string) string {
	if name, known := languageNames[code]; known {
		return name
	}
	return code
}

// yesOrNo is what yes and no are called.
func yesOrNo(name string, languages []string) form.Text {
	said := map[string][2]string{"nb": {"Ja", "Nei"}, "nn": {"Ja", "Nei"}, "sv": {"Ja", "Nej"}, "lv": {"Jā", "Nē"}, "lt": {"Taip", "Ne"}}
	out := make(form.Text)
	for _, language := range languages {
		both, known := said[language]
		if !known {
			both = [2]string{"Yes", "No"}
		}
		out[language] = both[map[string]int{"yes": 0, "no": 1}[name]]
	}
	return out
}
