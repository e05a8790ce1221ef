// Package kept keeps the latest results of dear work in memory, within a limit.
//
// It must never decide what is still true: a key names all that its value was
// made of, so that other figures are another key.
package kept

import (
	"container/list"
	"sync"
)

// Store keeps values up to a total size; those that were not asked for longest go
// first. It is safe for use by several goroutines.
type Store[K comparable, V any] struct {
	most int

	mu     sync.Mutex
	size   int
	order  list.List // of *entry, the latest used first
	places map[K]*list.Element
}

type entry[K comparable, V any] struct {
	key   K
	value V
	size  int
}

// New makes an empty store. Most is the total size of what it keeps, in whatever
// unit Put is given.
func New[K comparable, V any](most int) *Store[K, V] {
	return &Store[K, V]{most: most, places: map[K]*list.Element{}}
}

// Get gives the value of a key, which must not be changed; false when there is
// none.
func (s *Store[K, V]) Get(key K) (value V, ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.places[key]
	if !ok {
		return value, false
	}
	s.order.MoveToFront(e)
	return e.Value.(*entry[K, V]).value, true //nolint:forcetypeassert // nothing else is put in
}

// Put keeps a value of a size. One that is there already stays; one larger than
// all that may be kept is not kept.
func (s *Store[K, V]) Put(key K, value V, size int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, there := s.places[key]; there || size > s.most {
		return
	}
	s.places[key] = s.order.PushFront(&entry[K, V]{key, value, size})
	for s.size += size; s.size > s.most; {
		oldest := s.order.Remove(s.order.Back()).(*entry[K, V]) //nolint:forcetypeassert // nothing else is put in
		delete(s.places, oldest.key)
		s.size -= oldest.size
	}
}

// Size gives the total size of what is kept.
func (s *Store[K, V]) Size() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.size
}
