package needs

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"loftet/models"
)

func TestNotesSayWhatTheRulesCouldNotSee(t *testing.T) {
	found := []Candidate{{Code: "6.1-water"}}
	gaps := func(codes ...string) []Gap {
		var list []Gap
		for _, code := range codes {
			list = append(list, Gap{Indicator: uuid.NewSHA1(uuid.Nil, []byte(code)), Code: code})
		}
		return list
	}
	called := func(indicator uuid.UUID) string {
		return map[uuid.UUID]string{gaps("read8")[0].Indicator: "Lesing, 8. trinn", gaps("child")[0].Indicator: "Barn"}[indicator]
	}
	for name, c := range map[string]struct {
		found Finding
		want  string // in bokmål
	}{
		"all known":    {Finding{Candidates: found}, ""},
		"none":         {Finding{}, "Reglene finner ingen felles kandidater"},
		"too small":    {Finding{TooSmall: true, Members: 2}, "minst 3 kommuner til for å se etter felles behov. Regionen har 2."},
		"too few":      {Finding{TooFew: true, Members: 6, Responding: 1}, "1 av 6 kommuner har sendt inn. Kandidater vises når minst 50 prosent"},
		"one gap":      {Finding{Candidates: found, Gaps: gaps("read8")}, "For én indikator mangler minst én kommune tall (Lesing, 8. trinn)."},
		"many gaps":    {Finding{Candidates: found, Gaps: gaps("child", "read8")}, "For 2 indikatorer mangler minst én kommune tall (Barn; Lesing, 8. trinn)."},
		"not all fit":  {Finding{Candidates: found, Gaps: gaps("child", "child", "child", "child", "child", "f", "g")}, "(Barn; Barn; Barn; Barn; Barn; og 2 til)"},
		"none and gap": {Finding{Gaps: gaps("a")}, "Reglene finner ingen felles kandidater i denne runden. For én indikator"},
	} {
		if got := strings.Join(notes("nb", c.found, called), " "); !strings.Contains(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: %s", name, got)
		}
	}
	for lang, want := range map[string]string{"nn": "For éin indikator", "en": "For one indicator"} {
		if got := notes(lang, Finding{Candidates: found, Gaps: gaps("a")}, called); len(got) != 1 || !strings.HasPrefix(got[0], want) {
			t.Errorf("%s: %q", lang, got)
		}
	}
}

// The verb follows the number, and so does what comes after it.
func TestReasonOfPriority(t *testing.T) {
	one := []models.NeedMunicipality{{Because: BecausePriority}}
	for _, c := range []struct {
		lang string
		rows []models.NeedMunicipality
		want string
	}{
		{"nb", one, "1 kommune prioriterer det selv, med egen begrunnelse."},
		{"nn", one, "1 kommune prioriterer det sjølv, med eiga grunngiving."},
		{"en", one, "1 municipality gives it priority, with a reason stated."},
		{"en", append(one, one...), "2 municipalities give it priority, with a reason stated."},
	} {
		if got := reason(c.lang, c.rows); got != c.want {
			t.Errorf("%s: %s", c.lang, got)
		}
	}
}
