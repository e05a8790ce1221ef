package fault

import "time"

// Day is a calendar day, as 2026-11-23, among the values of a fault: a sentence has it
// as people write it.
type Day string

// In gives the day in a language: nb, nn or en.
func (d Day) In(language string) string {
	at, err := time.Parse(time.DateOnly, string(d))
	switch {
	case err != nil:
		return string(d)
	case language == "en":
		return at.Format("2 January 2006")
	}
	return at.Format("02.01.2006")
}
