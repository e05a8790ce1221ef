package api

import "loftet/models"

// say gives a text in the wanted language, or in the one that it falls back to.
func say(t models.Text, lang string) string {
	text, _ := t.In(lang)
	return text
}

// paragraphOrNil leaves out a text that is empty in every language.
func paragraphOrNil(t models.Text, lang string) *string { return textOrNil(say(t, lang)) }
