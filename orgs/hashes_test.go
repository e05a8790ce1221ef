package orgs_test

import (
	"sync"
	"testing"

	"github.com/alexedwards/argon2id"
)

// hashes keeps weak hashes of test passwords, since strong ones take long.
var hashes = &hashCache{byWord: map[string]string{}}

type hashCache struct {
	mu     sync.Mutex
	byWord map[string]string
}

func (c *hashCache) get(t *testing.T, word string) string {
	t.Helper()
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.byWord[word] == "" {
		hash, err := argon2id.CreateHash(word, &argon2id.Params{Memory: 64, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32})
		if err != nil {
			t.Fatal(err)
		}
		c.byWord[word] = hash
	}
	return c.byWord[word]
}
