package charts

import "testing"

func TestReferencesNeverCoverOneAnother(t *testing.T) {
	for name, values := range map[string][]float64{
		"apart": {10, 50, 90}, "close": {58, 66}, "crowded": {58, 59, 60, 60.5}, "same": {60, 60, 60}, "at the edges": {0, 1, 99, 100},
	} {
		s := newSheet(Text{}, Options{Width: 600})
		a := axis([]float64{0, 100}, true, 5)
		a.from, a.to = 200, 560
		var refs []Reference
		for _, v := range values {
			refs = append(refs, Reference{"KOSTRA-gruppe 12", v})
		}
		got := s.placeReferences(a, refs, 1)
		for i, p := range got {
			if p.l < s.margin || p.r > s.width-s.margin {
				t.Errorf("%s: %q from %d to %d", name, p.text, p.l, p.r)
			}
			if overlaps(got, i, p.row) {
				t.Errorf("%s: %q at %v covers another", name, p.text, values[i])
			}
			if name != "crowded" && name != "same" && crosses(got, i, p.row) {
				t.Errorf("%s: %q at %v lies on a line", name, p.text, values[i])
			}
		}
	}
}
