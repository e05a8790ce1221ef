package orgs

import (
	_ "embed"
	"encoding/base64"
	"fmt"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/alexedwards/argon2id"
	"golang.org/x/text/unicode/norm"

	"loftet/internal/fault"
	"loftet/models"
)

// Limits of a password, in characters. There is no rule on what it is made of.
const (
	passwordMin = 8
	passwordMax = 256
)

// hashesAtOnce bounds the memory that a flood of sign-ins can take: each hash
// takes 19 MiB.
const hashesAtOnce = 4

// hashing of passwords: argon2id with 19 MiB and two passes, the smallest that
// OWASP recommends.
var argon = &argon2id.Params{Memory: 19 * 1024, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

// nobodysHash is what a password is compared with when there is no account, so
// that the answer takes as long as when there is one. No password is known
// that gives this key, all zeros, and none would be let in by it.
var nobodysHash = fmt.Sprintf("$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s", argon.Memory, argon.Iterations, argon.Parallelism,
	base64.RawStdEncoding.EncodeToString(make([]byte, argon.SaltLength)),
	base64.RawStdEncoding.EncodeToString(make([]byte, argon.KeyLength)))

// hash gives the stored form of a password.
func (s *Service) hash(password string) (string, error) {
	s.hashing <- struct{}{}
	defer func() { <-s.hashing }()
	return argon2id.CreateHash(norm.NFC.String(password), argon)
}

// matches tells whether a password is the one that was hashed. An empty hash
// matches nothing and takes as long.
func (s *Service) matches(password, hash string) (bool, error) {
	s.hashing <- struct{}{}
	defer func() { <-s.hashing }()
	nobody := hash == ""
	if nobody {
		hash = nobodysHash
	}
	same, err := argon2id.ComparePasswordAndHash(norm.NFC.String(password), hash)
	return same && !nobody, err
}

//go:embed common_passwords.txt
var commonPasswordFile string

// commonPasswords are bare words, see bareWord.
var commonPasswords = sync.OnceValue(func() map[string]bool {
	words := map[string]bool{}
	for line := range strings.Lines(commonPasswordFile) {
		if word := strings.TrimSpace(line); word != "" && !strings.HasPrefix(word, "#") {
			words[bareWord(word)] = true
		}
	}
	return words
})

// checkPassword says what is wrong with a new password of a person: too short,
// too long, common, or made of the person's or the service's own name.
func checkPassword(path, password string, who models.Person) error {
	password = norm.NFC.String(password)
	length := utf8.RuneCountInString(password)
	switch {
	case length < passwordMin:
		return fault.InvalidFields(fault.OnField(path, "too_short", "min", passwordMin))
	case length > passwordMax:
		return fault.InvalidFields(fault.OnField(path, "too_long", "max", passwordMax))
	case isCommon(password):
		return fault.InvalidFields(fault.OnField(path, "common_password"))
	case isOwnName(password, who):
		return fault.InvalidFields(fault.OnField(path, "own_name_password"))
	}
	return nil
}

// isCommon tells whether a password is on the list of common ones, also with
// figures and signs around it, or is one or two characters over and over, or a
// run such as 23456789.
func isCommon(password string) bool {
	lower := strings.ToLower(password)
	if commonPasswords()[bareWord(lower)] {
		return true
	}
	runes := []rune(lower)
	distinct, run := map[rune]bool{}, true
	for i, r := range runes {
		distinct[r] = true
		if i > 0 && r != runes[i-1]+1 && r != runes[i-1]-1 && !(r == '0' && runes[i-1] == '9') {
			run = false
		}
	}
	return run || len(distinct) <= 2
}

// isOwnName tells whether a password is nothing but the person's name, e-mail
// address or the service's name, with figures and signs around it.
func isOwnName(password string, who models.Person) bool {
	local, domain, _ := strings.Cut(who.Email, "@")
	own := []string{who.Email, local, domain, who.Name, "løftet", "loftet", "bærekraftsløftet", "berekraftsløftet"}
	own = append(own, strings.Fields(who.Name)...)
	word := bareWord(password)
	for _, o := range own {
		if bare := bareWord(o); bare != "" && word == bare {
			return true
		}
	}
	return strings.EqualFold(password, who.Email)
}

// bareWord is a password in lower case without what people put around a word to
// please a rule: figures and signs at both ends, and between its letters signs
// and spaces. A password of figures alone stays as it is.
func bareWord(password string) string {
	letters := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, password)
	if bare := strings.TrimFunc(letters, unicode.IsDigit); bare != "" {
		return bare
	}
	return letters
}
