package typed

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// Number reads a number: "1 234,5", "1234.5", "1.234,5", "12 %", "−3", "kr 1 200,-".
//
// Where comma and point both stand, the last one is the decimal sign. A sign that
// stands several times groups thousands. One alone is the decimal sign, except that
// English reads "1,234" as one thousand and so on, and that a whole number has no
// decimals. It tells whether the text is a number.
func Number(text, lang string, whole bool) (float64, bool) {
	for _, mark := range around {
		text = mark.ReplaceAllString(strings.TrimSpace(text), "")
	}
	text = strings.NewReplacer("\u2212", "-", "\u2013", "-").Replace(text)
	if rest, signed := strings.CutPrefix(text, "- "); signed {
		text = "-" + rest
	} else if rest, signed := strings.CutPrefix(text, "+ "); signed {
		text = "+" + rest
	}
	if spaces.MatchString(text) {
		if !spaced.MatchString(text) {
			return 0, false
		}
		text = spaces.ReplaceAllString(text, "")
	}
	negative := strings.HasPrefix(text, "-")
	text = strings.TrimPrefix(strings.TrimPrefix(text, "-"), "+")
	if !digitsAndSigns.MatchString(text) {
		return 0, false
	}
	value, ok := unsigned(text, decimalSign(text, lang, whole))
	if negative && value != 0 {
		value = -value
	}
	return value, ok
}

var (
	// around is what people write before and after an amount
	around         = []*regexp.Regexp{regexp.MustCompile(`(?i)^(?:kr\.?|nok)\s*`), regexp.MustCompile(`(?i)\s*(?:%|kr\.?|nok)$`), regexp.MustCompile(`[.,]\s?[-–—]$`)}
	spaces         = regexp.MustCompile(`[ \x{a0}\x{2007}\x{2009}\x{202f}'’]`)
	spaced         = regexp.MustCompile(`^[+-]?\d{1,3}([ \x{a0}\x{2007}\x{2009}\x{202f}'’]\d{3})+([.,]\d*)?$`)
	digitsAndSigns = regexp.MustCompile(`^[\d.,]+$`)
	digits         = regexp.MustCompile(`^\d*$`)
	grouped        = map[string]*regexp.Regexp{",": regexp.MustCompile(`^\d{1,3}(,\d{3})+$`), ".": regexp.MustCompile(`^\d{1,3}(\.\d{3})+$`)}
)

// decimalSign finds which sign is the decimal one; empty for none.
func decimalSign(text, lang string, whole bool) string {
	commas, points := strings.Count(text, ","), strings.Count(text, ".")
	switch {
	case commas > 0 && points > 0 && strings.LastIndex(text, ",") > strings.LastIndex(text, "."):
		return ","
	case commas > 0 && points > 0:
		return "."
	case commas > 1 || points > 1 || commas+points == 0:
		return ""
	}
	sign := "."
	if commas == 1 {
		sign = ","
	}
	groups := grouped[sign].MatchString(text)
	if groups && (whole && text[0] != '0' || sign == "," && lang == "en") {
		return ""
	}
	return sign
}

func unsigned(text, decimal string) (float64, bool) {
	integer, fraction := text, ""
	if decimal != "" {
		parts := strings.Split(text, decimal)
		if len(parts) > 2 {
			return 0, false
		}
		integer, fraction = parts[0], parts[1]
	}
	for sign, groups := range grouped {
		if strings.Contains(integer, sign) {
			if !groups.MatchString(integer) {
				return 0, false
			}
			integer = strings.ReplaceAll(integer, sign, "")
			break
		}
	}
	if !digits.MatchString(integer) || !digits.MatchString(fraction) || integer+fraction == "" {
		return 0, false
	}
	value, err := strconv.ParseFloat("0"+integer+"."+fraction+"0", 64)
	return value, err == nil && !math.IsInf(value, 0)
}
