package demo

import (
	"bytes"
	_ "embed"
	"fmt"

	"gopkg.in/yaml.v3"

	"loftet/models"
)

//go:embed accounts.yaml
var accountsFile []byte

//go:embed businesses.yaml
var businessesFile []byte

//go:embed needs.yaml
var needsFile []byte

//go:embed figures.yaml
var figuresFile []byte

//go:embed answers.yaml
var answersFile []byte

//go:embed targets.yaml
var targetsFile []byte

// Account is somebody who may sign in. Shown ones are told at the start.
type Account struct {
	Email        string `yaml:"email"`
	Name         string `yaml:"name"`
	Organisation string `yaml:"organisation"`
	Role         string `yaml:"role"`
	Language     string `yaml:"language"`
	Shown        bool   `yaml:"shown"`
}

type business struct {
	Name      string     `yaml:"name"`
	OrgNumber string     `yaml:"org_number"`
	Website   string     `yaml:"website"`
	Mailbox   string     `yaml:"mailbox"`
	Solutions []solution `yaml:"solutions"`
}

type solution struct {
	Publish     bool        `yaml:"publish"` // else it waits for the coordinator
	Title       models.Text `yaml:"title"`
	Summary     models.Text `yaml:"summary"`
	Description models.Text `yaml:"description"`
	Goals       []int       `yaml:"goals"`
	Targets     []string    `yaml:"targets"`
	Indicators  []effect    `yaml:"indicators"`
	CPV         []string    `yaml:"cpv"`
	TRL         int         `yaml:"trl"`
	MarketState string      `yaml:"market_state"`
	PriceModel  string      `yaml:"price_model"`
	References  string      `yaml:"references"`
}

type effect struct {
	Code   string `yaml:"code"`
	Effect string `yaml:"effect"`
	Proof  string `yaml:"proof"`
}

type need struct {
	Code         string      `yaml:"code"`
	Publish      bool        `yaml:"publish"`
	Days         int         `yaml:"days"`
	MinimumTRL   int         `yaml:"minimum_trl"`
	CPV          []string    `yaml:"cpv"`
	Contact      string      `yaml:"contact"`
	Title        models.Text `yaml:"title"`
	RootCauses   models.Text `yaml:"root_causes"`
	WantedEffect models.Text `yaml:"wanted_effect"`
	Volume       models.Text `yaml:"volume"`
	Timeline     models.Text `yaml:"timeline"`
}

type group struct {
	Number string `yaml:"number"`
	Group  string `yaml:"group"`
	Source string `yaml:"source"`
}

type figure struct {
	Number string   `yaml:"number"`
	Code   string   `yaml:"code"`
	Year   int      `yaml:"year"`
	Value  *float64 `yaml:"value"`
	State  string   `yaml:"state"`
	Source string   `yaml:"source"`
}

type answer struct {
	Round    int            `yaml:"round"`
	Number   string         `yaml:"number"`
	Code     string         `yaml:"code"`
	Value    *float64       `yaml:"value"`
	Choice   string         `yaml:"choice"`
	Parts    map[string]any `yaml:"parts"`
	State    string         `yaml:"state"`
	Reason   string         `yaml:"reason"`
	Quality  string         `yaml:"quality"`
	Comment  string         `yaml:"comment"`
	Priority string         `yaml:"priority"` // why the municipality gives it priority
}

type target struct {
	Code    string      `yaml:"code"`
	Lower   float64     `yaml:"lower"`
	Optimum float64     `yaml:"optimum"`
	Green   *float64    `yaml:"green"`
	Red     *float64    `yaml:"red"`
	Reason  models.Text `yaml:"reason"`
}

// data is all of the demonstration.
type data struct {
	accounts   []Account
	businesses []business
	needs      []need
	groups     []group
	figures    []figure
	answers    []answer
	targets    []target
	joining    joining
	additional additional
}

func read() (data, error) {
	var d data
	var figures struct {
		Groups     []group  `yaml:"kostra_groups"`
		Figures    []figure `yaml:"figures"`
		Background []figure `yaml:"background"`
	}
	var answers struct {
		MadeUp  bool     `yaml:"made_up"`
		Answers []answer `yaml:"answers"`
	}
	for _, file := range []struct {
		name string
		text []byte
		into any
	}{
		{"accounts", accountsFile, &struct {
			Accounts *[]Account `yaml:"accounts"`
		}{&d.accounts}},
		{"businesses", businessesFile, &struct {
			Businesses *[]business `yaml:"businesses"`
		}{&d.businesses}},
		{"needs", needsFile, &struct {
			Needs *[]need `yaml:"needs"`
		}{&d.needs}},
		{"targets", targetsFile, &struct {
			Targets *[]target `yaml:"targets"`
		}{&d.targets}},
		{"joining", joiningFile, &d.joining},
		{"additional", additionalFile, &d.additional},
		{"figures", figuresFile, &figures},
		{"answers", answersFile, &answers},
	} {
		decoder := yaml.NewDecoder(bytes.NewReader(file.text))
		decoder.KnownFields(true)
		if err := decoder.Decode(file.into); err != nil {
			return d, fmt.Errorf("demonstration data %s: %w", file.name, err)
		}
	}
	d.groups, d.figures, d.answers = figures.Groups, figures.Figures, answers.Answers
	return d, nil
}

// Accounts gives those who may sign in to the demonstration.
func Accounts() ([]Account, error) {
	d, err := read()
	return d.accounts, err
}
