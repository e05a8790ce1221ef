package surveys

import (
	"strings"
	"testing"

	"loftet/internal/mail"
)

// TestALetterAboutASectionWritesItsLastDay reads the letter with a link in each language.
func TestALetterAboutASectionWritesItsLastDay(t *testing.T) {
	for language, day := range map[string]string{"nb": "10.12.2026", "nn": "10.12.2026", "en": "10 December 2026"} {
		m, err := mail.Written(mailTexts, "handed_over."+language, assignmentWords{Name: "Kari", Deadline: lastDay("2026-12-10", language), ByLink: true})
		if err != nil {
			t.Fatal(err)
		}
		if strings.Count(m.Text, day) != 2 || strings.Contains(m.Text, "2026-12-10") {
			t.Errorf("%s: %s", language, m.Text)
		}
	}
}
