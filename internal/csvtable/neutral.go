package csvtable

import "strings"

// Neutral keeps a spreadsheet from reading text as a formula: an apostrophe goes
// before anything that begins like one. It is for every cell of text that is
// written, headers and names too.
func Neutral(text string) string {
	if strings.IndexAny(text, "=+-@＝＋－＠\t\r\n\x00") == 0 {
		return "'" + text
	}
	return text
}

// Plain is the text as it was before Neutral, for reading back what was written.
func Plain(text string) string {
	if rest, marked := strings.CutPrefix(text, "'"); marked && Neutral(rest) != rest {
		return rest
	}
	return text
}
