package charts

import "slices"

// key explains one mark: a sample drawn in a box and its words.
type key struct {
	words string
	draw  func(x, y, w, h int)
	fresh bool // begins a row
}

// legend gathers the keys of what a picture really shows, each once.
type legend struct {
	keys  []key
	seen  map[string]bool
	fresh bool
}

// next lets the next key begin a row.
func (l *legend) next() { l.fresh = true }

func (l *legend) add(words string, draw func(x, y, w, h int)) {
	if l.seen == nil {
		l.seen = map[string]bool{}
	}
	if l.seen[words] {
		return
	}
	l.seen[words] = true
	l.keys = append(l.keys, key{words, draw, l.fresh})
	l.fresh = false
}

const (
	keyWidth  = 26
	keyHeight = 15
	keyText   = 13
)

// drawKeys sets the legend in rows below the figures.
func (s *sheet) drawKeys() {
	if len(s.keys.keys) == 0 {
		return
	}
	s.y += 18
	x, right := s.margin, s.width-s.margin
	for _, k := range s.keys.keys {
		words := cut(k.words, keyText, s.inner()-keyWidth-8)
		need := keyWidth + 8 + room(words, keyText)
		if x > s.margin && (k.fresh || x+need > right) {
			x, s.y = s.margin, s.y+24
		}
		k.draw(x, s.y, keyWidth, keyHeight)
		s.text(x+keyWidth+8, s.y+12, keyText, s.muted, "start", words, "")
		x += need + 20
	}
	s.y += keyHeight
}

// keyStates explains every state that occurs among values. draw shows a sample
// of a value in a box.
func (s *sheet) keyStates(values []Value, draw func(v Value, x, y, w, h int)) {
	s.keyNumbers(values, draw)
	occurs := occurring(values)
	for _, st := range states {
		if occurs[st] && !st.HasNumber() {
			s.keys.add(s.words.states[st], func(x, y, w, h int) { s.absent(st, x, y, w, h) })
		}
	}
}

// keyNumbers explains the states that have a number, and zero. Where all are
// plain confirmed figures no key is needed.
func (s *sheet) keyNumbers(values []Value, draw func(v Value, x, y, w, h int)) {
	s.keys.next()
	occurs := occurring(values)
	for _, st := range states[:3] {
		if occurs[st] && (st != Confirmed || occurs[Unconfirmed] || occurs[Uncertain]) {
			s.keys.add(s.words.states[st], func(x, y, w, h int) { draw(Value{State: st}, x, y, w, h) })
		}
	}
}

// keyZero explains the stroke that stands for zero.
func (s *sheet) keyZero(values []Value) {
	if slices.ContainsFunc(values, func(v Value) bool { return v.State.HasNumber() && v.Number == 0 }) {
		s.keys.add(s.words.zero, func(x, y, w, h int) { s.rect(x+w/2-1, y, 3, h, s.accent) })
	}
}

func occurring(values []Value) map[State]bool {
	occurs := map[State]bool{}
	for _, st := range states {
		if slices.ContainsFunc(values, func(v Value) bool { return v.State == st }) {
			occurs[st] = true
		}
	}
	return occurs
}

// keyBands explains the bands that occur among values, best first.
func (s *sheet) keyBands(values []Value) {
	for _, b := range bands {
		if countOf(values, b) > 0 {
			s.keys.add(s.words.bands[b], func(x, y, w, h int) {
				s.band(b, x+w/2, y+h/2, 6.5, s.palette.band[b], s.surface)
			})
		}
	}
}
