package cpv

import (
	"strings"
	"testing"

	"loftet/internal/csvtable"
)

// FuzzRead holds that whatever is in a file, what is read of it is sound.
func FuzzRead(f *testing.F) {
	f.Add(small)
	f.Add("code;check;nb\n09000000;3;a\n")
	f.Add("code,check,nb\n\"09000000,3,a\n")
	f.Add("\uFEFFcode,check,NB,nb\n00000000,,\n")
	f.Fuzz(func(t *testing.T, text string) {
		codes, _ := Read(csvtable.Source{Name: "f", Reader: strings.NewReader(text)})
		seen := map[string]bool{}
		for _, c := range codes {
			if _, _, ok := Parse(c.Code); !ok || seen[c.Code] || len(c.Digit) != 1 || len(c.Labels) == 0 {
				t.Fatalf("%+v", c)
			}
			seen[c.Code] = true
		}
	})
}
