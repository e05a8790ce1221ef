package matching

import (
	"strings"
	"sync"
)

// ownNumbers is where the numbers of a lexicon that lies over another begin.
const ownNumbers = 1 << 31

// lexicon gives each text a number, so that words are compared and kept as
// numbers. It only grows. One that lies over another uses the other's numbers
// for what the other knows, and adds nothing to it: the words of one request go
// there and are gone with it.
//
// A number of the upper one stands as long as the upper one does, also when the
// lower one learns the same text later. So what is numbered by the lower one
// comes first in a request, and what is numbered by the upper one after it.
type lexicon struct {
	under *lexicon

	mu      sync.RWMutex
	numbers map[string]uint32
	texts   []string
	bytes   int
}

// perText is about what a text costs in a lexicon besides its letters.
const perText = 64

func newLexicon(under *lexicon) *lexicon {
	return &lexicon{under: under, numbers: map[string]uint32{}}
}

// number gives the number of a text, a new one to a new text.
func (l *lexicon) number(text string) uint32 {
	if n, ok := l.find(text); ok {
		return n
	}
	first := uint32(0)
	if l.under != nil {
		if n, ok := l.under.find(text); ok {
			return n
		}
		first = ownNumbers
	}
	text = strings.Clone(text) // or a word would hold the whole text that it was cut from
	l.mu.Lock()
	defer l.mu.Unlock()
	n := first + uint32(len(l.texts)) //nolint:gosec // memory ends long before
	l.numbers[text] = n
	l.texts = append(l.texts, text)
	l.bytes += len(text) + perText
	return n
}

func (l *lexicon) find(text string) (uint32, bool) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	n, ok := l.numbers[text]
	return n, ok
}

// text gives the text of a number that this lexicon or the one under it gave.
func (l *lexicon) text(number uint32) string {
	if l.under != nil {
		if number < ownNumbers {
			return l.under.text(number)
		}
		number -= ownNumbers
	}
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.texts[number]
}

// size is about how many bytes the lexicon takes.
func (l *lexicon) size() int {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.bytes
}
