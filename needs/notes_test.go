package needs

import (
	"strings"
	"testing"
)

func TestNotesSayWhatTheRulesCouldNotSee(t *testing.T) {
	found := []Candidate{{Code: "6.1-water"}}
	gaps := func(codes ...string) []Gap {
		var list []Gap
		for _, code := range codes {
			list = append(list, Gap{Code: code})
		}
		return list
	}
	for name, c := range map[string]struct {
		found Finding
		want  string // in bokmål
	}{
		"all known":    {Finding{Candidates: found}, ""},
		"none":         {Finding{}, "Reglene finner ingen felles kandidater"},
		"too small":    {Finding{TooSmall: true, Members: 2}, "minst 3 kommuner til for å se etter felles behov. Regionen har 2."},
		"too few":      {Finding{TooFew: true, Members: 6, Responding: 1}, "1 av 6 kommuner har sendt inn. Kandidater vises når minst 50 prosent"},
		"one gap":      {Finding{Candidates: found, Gaps: gaps("1.2-child")}, "For én indikator mangler minst én kommune tall (1.2-child)."},
		"many gaps":    {Finding{Candidates: found, Gaps: gaps("a", "b")}, "For 2 indikatorer mangler minst én kommune tall (a, b)."},
		"not all fit":  {Finding{Candidates: found, Gaps: gaps("a", "b", "c", "d", "e", "f", "g")}, "(a, b, c, d, e, og 2 til)"},
		"none and gap": {Finding{Gaps: gaps("a")}, "Reglene finner ingen felles kandidater i denne runden. For én indikator"},
	} {
		if got := strings.Join(notes("nb", c.found), " "); !strings.Contains(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: %s", name, got)
		}
	}
	for lang, want := range map[string]string{"nn": "For éin indikator", "en": "For one indicator"} {
		if got := notes(lang, Finding{Candidates: found, Gaps: gaps("a")}); len(got) != 1 || !strings.HasPrefix(got[0], want) {
			t.Errorf("%s: %q", lang, got)
		}
	}
}
