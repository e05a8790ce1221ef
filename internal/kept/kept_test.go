package kept_test

import (
	"strconv"
	"sync"
	"testing"

	"loftet/internal/kept"
)

func TestTheLongestUnusedGoesFirst(t *testing.T) {
	s := kept.New[string, int](10)
	s.Put("a", 1, 4)
	s.Put("b", 2, 4)
	if v, ok := s.Get("a"); !ok || v != 1 {
		t.Fatalf("a: %d, %v", v, ok)
	}
	s.Put("a", 9, 1) // stays as it is
	s.Put("c", 3, 4) // b has to go
	s.Put("d", 4, 11)
	for key, want := range map[string]int{"a": 1, "b": 0, "c": 3, "d": 0} {
		if v, ok := s.Get(key); v != want || ok != (want > 0) {
			t.Errorf("%s: %d, %v", key, v, ok)
		}
	}
	s.Put("e", 5, 10)
	if _, ok := s.Get("e"); !ok {
		t.Error("what fits alone is not kept")
	}
	if _, ok := s.Get("a"); ok {
		t.Error("more is kept than may be")
	}
}

func TestManyAtOnce(t *testing.T) {
	s := kept.New[string, int](50)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for i := range 1000 {
				key := strconv.Itoa(i % 90)
				if v, ok := s.Get(key); ok && v != i%90 {
					t.Errorf("%s: %d", key, v)
				}
				s.Put(key, i%90, 1)
			}
		})
	}
	all.Wait()
}
