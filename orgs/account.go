package orgs

import (
	"context"
	"strings"
	"unicode"

	"github.com/google/uuid"
	"golang.org/x/text/unicode/norm"

	"loftet/internal/fault"
	"loftet/models"
)

// Account is what a person sees of their own account.
type Account struct {
	ID       uuid.UUID
	Name     string
	Email    string
	Language string
	Version  int
}

func accountOf(p models.Person) *Account {
	return &Account{ID: p.ID, Name: p.Name, Email: p.Email, Language: p.Language, Version: p.Version}
}

// Account gives the actor's own account.
func (s *Service) Account(ctx context.Context, a Actor) (*Account, error) {
	var account *Account
	err := s.db.Read(ctx, func(tx *models.Tx) error {
		who, err := person(tx, a.Person)
		account = accountOf(who)
		return err
	})
	return account, err
}

// UpdateAccount changes the actor's own name and language (nb, nn or en).
func (s *Service) UpdateAccount(ctx context.Context, a Actor, ifVersion int, name, language string) (*Account, error) {
	name, problem := plainName("name", name)
	if problem != nil {
		return nil, problem
	}
	var account *Account
	err := s.db.Write(ctx, func(tx *models.Tx) error {
		before, err := person(tx, a.Person)
		if err != nil {
			return err
		}
		done, err := updatePerson(tx, a.Person, ifVersion, name, language)
		if err != nil {
			return err
		}
		if !done {
			return &fault.Fault{Kind: fault.Stale, Code: "stale", Current: accountOf(before)}
		}
		after, err := person(tx, a.Person)
		if err != nil {
			return err
		}
		account = accountOf(after)
		return Audit(tx, a, Change{Action: "account.update", Kind: "person", ID: a.Person.String(),
			Before: map[string]any{"language": before.Language},
			After:  map[string]any{"language": language, "renamed": name != before.Name}})
	})
	return account, err
}

// plainEmail is the one form in which an address is stored and looked up.
func plainEmail(email string) string {
	return strings.ToLower(norm.NFC.String(strings.TrimSpace(email)))
}

// plainName cleans a name that a person typed: it stands in mails to others, so
// it is one line and no link, and reads as it is written.
func plainName(path, name string) (string, error) {
	name = strings.TrimSpace(norm.NFC.String(name))
	lower := strings.ToLower(name)
	switch {
	case name == "":
		return "", fault.InvalidFields(fault.OnField(path, "required"))
	case strings.ContainsFunc(name, unicode.IsControl), strings.ContainsAny(name, "\u2028\u2029<>"):
		return "", fault.InvalidFields(fault.OnField(path, "one_line"))
	case strings.ContainsFunc(name, turnsText):
		return "", fault.InvalidFields(fault.OnField(path, "characters"))
	case strings.Contains(lower, "://"), strings.Contains(lower, "www."):
		return "", fault.InvalidFields(fault.OnField(path, "name_with_link"))
	}
	return name, nil
}

// turnsText tells the signs that nobody sees and that let what follows be read in
// the other direction: a name could look like another one.
func turnsText(r rune) bool { return unicode.Is(unicode.Bidi_Control, r) }
