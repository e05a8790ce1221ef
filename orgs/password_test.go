package orgs

import (
	"strings"
	"testing"

	"github.com/alexedwards/argon2id"

	"loftet/internal/fault"
	"loftet/models"
)

func TestQuality32CheckPassword(t *testing.T) {
	who := models.Person{Name: "Kari Fjellheim", Email: "kari.fjell@gol-kommune.example"}
	for password, want := range map[string]string{
		"fjellbekk i juni":               "",
		"  mellomrom teller  ":           "",
		"ååååæøå ß 漢字 🚲":                 "",
		strings.Repeat("lang nok ", 28):  "",
		"1234567":                        "too_short",
		"ååååååå":                        "too_short",
		strings.Repeat("abc ", 65):       "too_long",
		"Passord123!":                    "common_password",
		"Sommer2026":                     "common_password",
		"12345678":                       "common_password",
		"87654321":                       "common_password",
		"abababab":                       "common_password",
		"abcdefgh":                       "common_password",
		"q w e r t y u i":                "common_password",
		"Løftet2026":                     "own_name_password",
		"kari.fjell99":                   "own_name_password",
		"FJELLHEIM!":                     "own_name_password",
		"kari.fjell@gol-kommune.example": "own_name_password",
	} {
		err := checkPassword("password", password, who)
		got := ""
		if f, ok := fault.As(err); ok {
			got = f.Fields[0].Code
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", password, got, want)
		}
	}
}

func TestPasswordsMatchInEveryWritingOfALetter(t *testing.T) {
	s := New(nil, Config{})
	hash, err := s.hash("bl\u00e5b\u00e6rpai") // å as one sign
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("the hash is %s", hash)
	}
	for password, want := range map[string]bool{"bla\u030ab\u00e6rpai": true, "blab\u00e6rpai": false, "": false} {
		if got, err := s.matches(password, hash); err != nil || got != want {
			t.Errorf("%q: %v, %v", password, got, err)
		}
	}
	if got, err := s.matches("", ""); err != nil || got {
		t.Errorf("an account without a password let somebody in: %v, %v", got, err)
	}
}

// TestQuality37AnUnknownAccountCostsAsMuch compares the work, not the clock: both go
// through one hash of the same cost.
func TestQuality37AnUnknownAccountCostsAsMuch(t *testing.T) {
	nobody, _, _, err := argon2id.DecodeHash(nobodysHash)
	if err != nil {
		t.Fatal(err)
	}
	if *nobody != *argon {
		t.Errorf("nobody's hash costs %+v, a real one %+v", *nobody, *argon)
	}
}
