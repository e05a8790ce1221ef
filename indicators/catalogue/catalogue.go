package catalogue

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"sync"

	"gopkg.in/yaml.v3"
)

var (
	//go:embed goals.yaml
	goalsYAML []byte
	//go:embed targets.yaml
	targetsYAML []byte
	//go:embed core.yaml
	coreYAML []byte
	//go:embed additional/*.yaml
	additionalYAML embed.FS
)

type content struct {
	goals   []Goal
	targets []Target
	core    Catalogue
	more    Catalogue
}

// shipped parses the embedded files once. They are part of the program and
// validated by its tests, so a fault in them is a fault of the build.
var shipped = sync.OnceValue(func() content {
	c, err := parse(goalsYAML, targetsYAML, coreYAML, additionalYAML)
	if err != nil {
		panic(fmt.Sprintf("the embedded catalogue is faulty: %v", err))
	}
	return c
})

// Goals gives the 17 goals in order.
func Goals() []Goal { return slices.Clone(shipped().goals) }

// GoalName gives the name of a goal in a language; empty for a number that no goal
// has.
func GoalName(number int, language string) string {
	for i := range shipped().goals {
		if g := &shipped().goals[i]; g.Number == number {
			return g.Name.In(language)
		}
	}
	return ""
}

// Targets gives the targets that the core and the additional set use, in the order of their goals.
func Targets() []Target { return slices.Clone(shipped().targets) }

// Core gives the common core. What its pointers and inner slices refer to is
// shared: read it, never write to it.
func Core() Catalogue {
	core := shipped().core
	core.Indicators = slices.Clone(core.Indicators)
	return core
}

// Additional gives the indicators that a municipality may take in beside the core. They
// are scored apart from it. Read what is shared, never write to it.
func Additional() Catalogue {
	more := shipped().more
	more.Indicators = slices.Clone(more.Indicators)
	return more
}

// ByCode finds an indicator by its code.
func (c Catalogue) ByCode(code string) (Indicator, bool) {
	i := slices.IndexFunc(c.Indicators, func(in Indicator) bool { return in.Code == code })
	if i < 0 {
		return Indicator{}, false
	}
	return c.Indicators[i], true
}

// parse reads the goals, the targets, the core and the files of the additional set; more
// may be nil.
func parse(goals, targets, core []byte, more fs.FS) (content, error) {
	var g struct {
		Goals []Goal `yaml:"goals"`
	}
	var t struct {
		Targets []Target `yaml:"targets"`
	}
	var c Catalogue
	err := errors.Join(
		decode("goals.yaml", goals, &g),
		decode("targets.yaml", targets, &t),
		decode("core.yaml", core, &c),
	)
	additional, errMore := parseAdditional(more)
	return content{goals: g.Goals, targets: t.Targets, core: c, more: additional}, errors.Join(err, errMore)
}

// parseAdditional puts the files of the additional set together in the order of their
// names. They are one set, so that they carry one version.
func parseAdditional(files fs.FS) (Catalogue, error) {
	var whole Catalogue
	if files == nil {
		return whole, nil
	}
	names, err := fs.Glob(files, "additional/*.yaml")
	if err != nil {
		return whole, err
	}
	for _, name := range names {
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return whole, err
		}
		var c Catalogue
		if err := decode(name, data, &c); err != nil {
			return whole, err
		}
		if whole.Version != "" && c.Version != whole.Version {
			return whole, fmt.Errorf("%s: version %q, the files before it have %q", name, c.Version, whole.Version)
		}
		whole.Version = c.Version
		whole.Indicators = append(whole.Indicators, c.Indicators...)
	}
	return whole, nil
}

// decode refuses keys that into does not have and anything after the first
// document, so that a misspelt key is a fault and not a blank.
func decode(name string, data []byte, into any) error {
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(into); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	if err := d.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		return fmt.Errorf("%s: more than one document", name)
	}
	return nil
}
