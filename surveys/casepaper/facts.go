package casepaper

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"loftet/internal/clock"
)

// Facts are what a paper is filled in with. What is zero is not known, and the paper
// leaves a place for it.
type Facts struct {
	Municipality    string // empty: the paper of the regional council
	Number          string
	Residents       int
	ResidentsYear   int
	Region, Council string
	Members         []string
	RegionResidents int
	Round           string // empty: none is planned that the reader may know of
	Opens, Closes   time.Time
	Questions       int
	Goals           int
	Filled          int // questions for which statistics have the municipality's figure
	Minutes         int
	Estimate        []Estimated // what Minutes is made of
	Said            []Said
	Today           time.Time
}

// Estimated is a kind of question, how many there are and the minutes for each.
type Estimated struct {
	Kind  string
	Count int
	Each  int
}

// Said is what the regional council said, as it recorded it.
type Said struct {
	Outcome, Body, Reference string
	On                       time.Time
}

// words are Facts as they stand in a text of one language.
type words struct {
	Municipality, Number, Residents, ResidentsYear, Region, Council, MemberNames, RegionResidents string
	Round, Opens, Closes, Hours, Estimate, Today                                                  string
	Members, Questions, Goals, Filled                                                             int
	CouncilDecisions                                                                              []saidWords
}

type saidWords struct{ Outcome, Body, Reference, On string }

// hours rounds the estimate up: what has begun counts.
func (f Facts) hours() int { return (f.Minutes + 59) / 60 }

func (f Facts) in(language string) words {
	w := words{
		Municipality: line(f.Municipality), Number: line(f.Number), Region: line(f.Region), Council: line(f.Council),
		Residents: number(f.Residents), RegionResidents: number(f.RegionResidents), MemberNames: list(f.Members),
		Round: line(f.Round), Opens: Day(f.Opens), Closes: Day(f.Closes), Today: Day(f.Today),
		Members: len(f.Members), Questions: f.Questions, Goals: f.Goals, Filled: f.Filled, Hours: number(f.hours()),
	}
	if f.ResidentsYear > 0 {
		w.ResidentsYear = strconv.Itoa(f.ResidentsYear)
	}
	var parts []string
	for _, e := range f.Estimate {
		parts = append(parts, fmt.Sprintf(kinds[language][e.Kind], e.Count, e.Each))
	}
	w.Estimate = list(parts)
	for _, s := range f.Said {
		w.CouncilDecisions = append(w.CouncilDecisions, saidWords{s.Outcome, line(s.Body), line(s.Reference), Day(s.On)})
	}
	return w
}

// kinds are the kinds of question, with how many there are and the minutes for each.
var kinds = map[string]map[string]string{
	"nb": {
		"confirm": "%d tall fra statistikk à %d minutt å bekrefte", "look_up": "%d tall à %d minutter å finne i statistikk",
		"judge": "%d vurderinger à %d minutter", "count": "%d egne tall à %d minutter", "parts": "%d sammensatte spørsmål à %d minutter",
		"read": "%[2]d minutter til å lese gjennom og godkjenne",
	},
	"nn": {
		"confirm": "%d tal frå statistikk à %d minutt å stadfeste", "look_up": "%d tal à %d minutt å finne i statistikk",
		"judge": "%d vurderingar à %d minutt", "count": "%d eigne tal à %d minutt", "parts": "%d samansette spørsmål à %d minutt",
		"read": "%[2]d minutt til å lese gjennom og godkjenne",
	},
}

// line makes a name fit for a place within a line of a text.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }

func list(items []string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	return strings.Join(items[:len(items)-1], ", ") + " og " + items[len(items)-1]
}

// number groups thousands by a space that does not break; nothing stands for 0.
func number(n int) string {
	if n <= 0 {
		return ""
	}
	text := strconv.Itoa(n)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "\u00a0" + text[i:]
	}
	return text
}

var months = []string{"januar", "februar", "mars", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "desember"}

// Day is a day as both forms of Norwegian write it; empty for none.
func Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	t = clock.InNorway(t)
	return fmt.Sprintf("%d. %s %d", t.Day(), months[t.Month()-1], t.Year())
}
