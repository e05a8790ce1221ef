package catalogue

import (
	"reflect"
	"regexp"
	"slices"
	"testing"
)

// Words that exist in one of the two written forms of Norwegian alone, or in
// Norwegian but not in English. Whoever copies a text from one language to the
// next leaves one of them behind.
var (
	bokmalOnly  = words(`ikke|hvor|hva|hvem|hvilke[nt]?|hver[t]?|fra|bare|flere|mye|noe|noen|være|gjøre|vann(?:et)?|en|et|jeg|dere|uten|annet|innbyggere|kommuner|kommunens|tall|tallet|sykefravær|målene|høyere|utslipp|trenger|hvis|eksempel|vei|veier|andel|fortsatt|skole[nr]?`)
	nynorskOnly = words(`ikkje|kor|kva|kven|berre|fleire|mykje|noko|nokon|vere|gjere|vatn|ein|eit|utan|anna|innbyggjarar|kommunar|dei|frå|talet|tal|utslepp|dersom|døme|veg|skule[nr]?|høgare|desse`)
	norwegian   = words(`og|ikke|ikkje|hvor|kor|kommunen|prosent|oppgi|svar|ja|nei|eller|av`)
)

func words(alternatives string) *regexp.Regexp {
	return regexp.MustCompile(`(?i)(?:^|[^\pL])(` + alternatives + `)(?:[^\pL-]|$)`)
}

func TestEachLanguageIsItself(t *testing.T) {
	n := 0
	check := func(where string, text Text) {
		n++
		for _, c := range []struct {
			lang  string
			wrong *regexp.Regexp
		}{{"nn", bokmalOnly}, {"nb", nynorskOnly}, {"en", norwegian}} {
			if m := c.wrong.FindStringSubmatch(text.In(c.lang)); m != nil {
				t.Errorf("%s in %s has %q: %s", where, c.lang, m[1], text.In(c.lang))
			}
		}
	}
	for _, g := range Goals() {
		everyText(reflect.ValueOf(g), g.Name.EN, check)
	}
	for _, target := range Targets() {
		everyText(reflect.ValueOf(target), target.ID, check)
	}
	for _, in := range slices.Concat(Core().Indicators, Additional().Indicators) {
		everyText(reflect.ValueOf(in), in.Code, check)
	}
	if n < 350 {
		t.Errorf("only %d texts were looked at", n)
	}
}

// A question and its help are long enough that bokmål and nynorsk can't be the
// same by chance.
func TestNynorskIsNotACopy(t *testing.T) {
	for _, in := range slices.Concat(Core().Indicators, Additional().Indicators) {
		if in.Question.NB == in.Question.NN || in.Help.NB == in.Help.NN {
			t.Errorf("%s: question or help is the same in bokmål and nynorsk", in.Code)
		}
	}
}

// everyText calls f for each Text inside v.
func everyText(v reflect.Value, where string, f func(string, Text)) {
	if text, ok := v.Interface().(Text); ok {
		f(where, text)
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			everyText(v.Elem(), where, f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			everyText(v.Field(i), where+" "+v.Type().Field(i).Name, f)
		}
	case reflect.Slice:
		for i := range v.Len() {
			everyText(v.Index(i), where, f)
		}
	}
}
