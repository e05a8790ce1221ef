package orgs_test

import (
	"strings"
	"testing"

	"loftet/orgs"
)

func TestOrgNumber(t *testing.T) {
	for text, want := range map[string]string{
		"974760673":   "974760673", // the register's own
		"974 760 673": "974760673",
		"923609016":   "923609016",
		"889640782":   "889640782",
		"974760674":   "",          // check digit
		"123456785":   "123456785", // no such series is in use
		"000000000":   "",
		"97476067":    "",
		"9747606733":  "",
		"97476067a":   "",
		"":            "",
	} {
		got, ok := orgs.OrgNumber(text)
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func FuzzOrgNumber(f *testing.F) {
	f.Add("974760673")
	f.Add("97476067\xff")
	f.Fuzz(func(t *testing.T, text string) {
		number, ok := orgs.OrgNumber(text)
		if ok && (len(number) != 9 || strings.Trim(number, "0123456789") != "") {
			t.Errorf("%q gave %q", text, number)
		}
		if again, same := orgs.OrgNumber(number); ok && (again != number || !same) {
			t.Errorf("%q is not its own plain form", number)
		}
	})
}
