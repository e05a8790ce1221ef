package orgs

import (
	"crypto/sha256"
	"encoding/hex"
	"time"

	"loftet/internal/fault"
	"loftet/models"
)

// limit slows down tries under one key. So many are free; after that each must
// wait for the one before it, twice as long each time up to the longest wait.
// All is forgotten when nobody has tried for a while. Waits are short, so that
// nobody can lock another out, and still let only some dozens of tries through
// in an hour.
type limit struct {
	free          int
	first, most   time.Duration // the waits
	forgottenPast time.Duration
}

// The limits in force.
var (
	signInPerAddress = limit{free: 30, first: time.Second, most: time.Minute, forgottenPast: 15 * time.Minute}
	signInPerAccount = limit{free: 20, first: 5 * time.Second, most: time.Minute, forgottenPast: 15 * time.Minute}
	signInPerPair    = limit{free: 10, first: 5 * time.Second, most: time.Minute, forgottenPast: 15 * time.Minute}
	passwordCheck    = limit{free: 10, first: 5 * time.Second, most: time.Minute, forgottenPast: 15 * time.Minute}
	mailPerAddress   = limit{free: 20, first: time.Minute, most: 10 * time.Minute, forgottenPast: time.Hour}
	mailPerAccount   = limit{free: 5, first: time.Minute, most: 10 * time.Minute, forgottenPast: time.Hour}
	invitedByPerson  = limit{free: 60, first: time.Minute, most: 10 * time.Minute, forgottenPast: time.Hour}
)

// knownFor is how long an address from which somebody signed in counts as
// theirs: strangers' tries against the account do not slow them there.
const knownFor = 90 * 24 * time.Hour

// wait is how long after the last of so many tries the next may come.
func (l limit) wait(tries int) time.Duration {
	if tries < l.free {
		return 0
	}
	wait := l.first
	for range tries - l.free {
		if wait *= 2; wait >= l.most {
			return l.most
		}
	}
	return wait
}

// try counts one try under a key, or refuses it with TooMany when it comes too
// soon; a refused try is not counted. It must be called before the thing that
// is tried, so that tries at the same time are all counted.
func (l limit) try(tx *models.Tx, key string) error {
	row, err := lockAttempt(tx, key)
	if err != nil {
		return err
	}
	if !row.WindowEnds.After(tx.Now) {
		row.Count = 0
	}
	last := row.WindowEnds.Add(-l.forgottenPast)
	if left := last.Add(l.wait(row.Count)).Sub(tx.Now); row.Count > 0 && left > 0 {
		f := fault.New(fault.TooMany, "too-many-attempts")
		f.RetryAfter = int((left + time.Second - 1) / time.Second)
		return f
	}
	row.Count++
	row.WindowEnds = tx.Now.Add(l.forgottenPast)
	return saveAttempt(tx, row)
}

// attemptKey names what is limited. Addresses and e-mail addresses are hashed:
// the table shall not tell who tried what.
func attemptKey(what string, parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return what + ":" + hex.EncodeToString(h.Sum(nil)[:16])
}
