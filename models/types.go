package models

import (
	"time"

	"github.com/google/uuid"

	"loftet/internal/clock"
)

// Text is a text in several languages: "nb", "nn", "en" and, where somebody
// wrote them, others.
type Text map[string]string

// In gives the text in the wanted language and the language it really is in:
// the wanted one, else nb, nn, en, else any by alphabet. Both are empty when
// there is no text at all.
func (t Text) In(lang string) (text, actual string) {
	for _, l := range []string{lang, "nb", "nn", "en"} {
		if s := t[l]; s != "" {
			return s, l
		}
	}
	for l, s := range t {
		if s != "" && (actual == "" || l < actual) {
			text, actual = s, l
		}
	}
	return text, actual
}

// Date is a calendar day as "YYYY-MM-DD"; the empty Date is no day. Dates
// compare as strings.
type Date string

// DateOf gives the day of a time, in UTC.
func DateOf(t time.Time) Date { return Date(t.UTC().Format(time.DateOnly)) }

// TodayOf gives the day that people mean by today, which has come in Norway an hour or
// two before it has in UTC.
func TodayOf(t time.Time) Date { return Date(clock.InNorway(t).Format(time.DateOnly)) }

// Base is what every record that people edit has. Version counts the edits and
// is what ETag and If-Match carry.
type Base struct {
	ID        uuid.UUID `gorm:"primaryKey"`
	Version   int
	CreatedAt time.Time
	UpdatedAt time.Time
}
