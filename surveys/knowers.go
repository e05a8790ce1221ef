package surveys

import (
	"bytes"
	_ "embed"
	"fmt"
	"sync"

	"gopkg.in/yaml.v3"

	"loftet/indicators"
	"loftet/models"
	"loftet/orgs"
)

//go:embed knowers.yaml
var knowersFile []byte

// Knower is a kind of colleague who usually knows the answer to some questions.
type Knower struct {
	Key  string
	Name models.Text   `yaml:"name"`
	Team orgs.TeamRole `yaml:"team"` // whose part in the team is the same; empty for none
}

// knowers says who knows what: the most exact entry counts.
type knowers struct {
	People  map[string]Knower `yaml:"people"`
	Goals   map[int]string    `yaml:"goals"`
	Targets map[string]string `yaml:"targets"`
	Codes   map[string]string `yaml:"codes"`
}

// whoKnows reads the table once.
var whoKnows = sync.OnceValues(func() (knowers, error) {
	var k knowers
	decoder := yaml.NewDecoder(bytes.NewReader(knowersFile))
	decoder.KnownFields(true)
	if err := decoder.Decode(&k); err != nil {
		return k, fmt.Errorf("who knows what: %w", err)
	}
	return k, nil
})

// of gives who usually knows the answer to a question.
func (k knowers) of(d indicators.Definition) Knower {
	key := k.Goals[d.Goal]
	if target, ok := k.Targets[d.Target]; ok {
		key = target
	}
	if code, ok := k.Codes[d.Code]; ok {
		key = code
	}
	knower := k.People[key]
	knower.Key = key
	return knower
}

// KnownBy gives who usually knows the answer to a question, false where the table doesn't say.
func KnownBy(d indicators.Definition) (Knower, bool) {
	know, err := whoKnows()
	if err != nil {
		return Knower{}, false
	}
	knower := know.of(d)
	return knower, knower.Key != ""
}
