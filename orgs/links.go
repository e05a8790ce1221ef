package orgs

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"time"

	"loftet/models"
)

// The kinds of links that let a person set a password.
const (
	linkInvitation = "invitation"
	linkReset      = "reset"
)

// linkLifetime is how long a link of a kind works.
var linkLifetime = map[string]time.Duration{
	linkInvitation: 72 * time.Hour,
	linkReset:      time.Hour,
}

// issueLink makes a link token for a person and kills all earlier ones. The
// token has 256 random bits; only its hash is stored.
func issueLink(tx *models.Tx, who models.Person, kind string) (string, error) {
	if err := killLinks(tx, who.ID); err != nil {
		return "", err
	}
	token := NewToken()
	return token, insertLink(tx, &models.LinkToken{
		ID: models.NewID(), Kind: kind, TokenHash: HashToken(token), PersonID: who.ID,
		CreatedAt: tx.Now, ExpiresAt: tx.Now.Add(linkLifetime[kind]),
	})
}

// NewToken makes the token of a link, of 256 random bits.
func NewToken() string {
	random := make([]byte, 32)
	_, _ = rand.Read(random) // never fails: the process ends where there is no randomness
	return base64.RawURLEncoding.EncodeToString(random)
}

// HashToken is the form in which tokens of links and sessions are stored. They
// are random and long, so that a fast hash without salt is enough.
func HashToken(token string) string {
	sum := sha256.Sum256([]byte(token))
	return hex.EncodeToString(sum[:])
}

// linkAddress is what is mailed. The token stands behind the #, which browsers
// keep to themselves: it reaches no server and no log.
func (s *Service) linkAddress(language, token string) string {
	return s.baseURL + "/" + language + "/set-password#token=" + token
}
