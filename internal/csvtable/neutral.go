package csvtable

import "strings"

// Neutral keeps a spreadsheet from reading text as a formula: an apostrophe goes
// before anything that begins like one. It is for every cell of text that is
// written, headers and names too. Text that begins with an apostrophe and so looks as if
// it had been through here gets one too, so that Plain gives back every text.
func Neutral(text string) string {
	begins := strings.TrimLeft(text, "'")
	if strings.IndexAny(begins, "=+-@＝＋－＠\t\r\n\x00") == 0 {
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
