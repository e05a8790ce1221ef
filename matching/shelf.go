package matching

import (
	"context"
	"slices"
	"sync"

	"github.com/google/uuid"
)

// version names what never changes: a need or a solution in one version.
type version struct {
	id     uuid.UUID
	number int
}

// shelf keeps what matching compares of the needs, or of the solutions, that are
// published now, up to a size. A request names all of them; those that it doesn't
// name any more are forgotten. What finds no room is made for each request again:
// the others stay, for every request goes through all, and a store that throws
// out the oldest would then hold nothing that is asked for.
type shelf[S, D any] struct {
	most   int
	digest func(S, *lexicon) D
	sizeOf func(D) int
	turn   chan struct{} // who reads what is missing

	mu      sync.RWMutex
	lexicon *lexicon
	kept    map[version]*D
	size    int // of the digests alone
	dropped int // digests whose words are still in the lexicon
}

func newShelf[S, D any](most int, digest func(S, *lexicon) D, sizeOf func(D) int) *shelf[S, D] {
	return &shelf[S, D]{
		most: most, digest: digest, sizeOf: sizeOf, turn: make(chan struct{}, 1),
		lexicon: newLexicon(nil), kept: map[version]*D{},
	}
}

// perRead is how many are read whole at a time.
const perRead = 100

// all gives the digests of the published versions, nil for one that is gone
// since, and the lexicon for whatever is compared with them. Read gives versions
// whole, in their order, nil for one that is gone.
func (s *shelf[S, D]) all(ctx context.Context, published []version, read func([]version) ([]*S, error)) ([]*D, *lexicon, error) {
	found, words, unknown := s.look(published)
	if len(unknown) == 0 {
		return found, newLexicon(words), nil
	}
	select { // many who come at once read the same but once
	case s.turn <- struct{}{}:
		defer func() { <-s.turn }()
	case <-ctx.Done():
		return nil, nil, ctx.Err()
	}
	s.tidy(published)
	found, words, unknown = s.look(published)
	own := newLexicon(words)
	for places := range slices.Chunk(unknown, perRead) {
		missing := make([]version, len(places))
		for i, place := range places {
			missing[i] = published[place]
		}
		whole, err := read(missing)
		if err != nil {
			return nil, nil, err
		}
		for i, one := range whole {
			if one != nil {
				found[places[i]] = s.put(missing[i], *one, words, own)
			}
		}
	}
	return found, own, nil
}

// look gives what is kept, the lexicon that it is in, and the places of the rest.
func (s *shelf[S, D]) look(published []version) (found []*D, words *lexicon, unknown []int) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	found = make([]*D, len(published))
	for i, v := range published {
		if found[i] = s.kept[v]; found[i] == nil {
			unknown = append(unknown, i)
		}
	}
	return found, s.lexicon, unknown
}

// put makes a digest and keeps it where there is room. Once there is none, the
// rest of a request is in its own lexicon.
func (s *shelf[S, D]) put(v version, whole S, words, own *lexicon) *D {
	if s.full(words) { // and stays so while this request reads
		d := s.digest(whole, own)
		return &d
	}
	d := s.digest(whole, words)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.kept[v] = &d
	s.size += s.sizeOf(d)
	return &d
}

func (s *shelf[S, D]) full(words *lexicon) bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.size+words.size() >= s.most
}

// tidy forgets what is no longer published, and begins anew when most words of
// the lexicon are of such.
func (s *shelf[S, D]) tidy(published []version) {
	now := make(map[version]bool, len(published))
	for _, v := range published {
		now[v] = true
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for v, d := range s.kept {
		if !now[v] {
			delete(s.kept, v)
			s.size -= s.sizeOf(*d)
			s.dropped++
		}
	}
	if s.dropped > len(s.kept) {
		s.lexicon, s.kept, s.size, s.dropped = newLexicon(nil), map[version]*D{}, 0, 0
	}
}
