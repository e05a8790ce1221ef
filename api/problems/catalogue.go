// Package problems is the catalogue of everything the API can answer with
// instead of a result: stable codes with texts in nb, nn and en.
//
// It must never put an error's own text before a reader.
package problems

import (
	"bytes"
	_ "embed"
	"fmt"
	"net/http"
	"strings"

	"gopkg.in/yaml.v3"

	"loftet/internal/fault"
)

//go:embed problems.yaml
var problemFile []byte

//go:embed fields.yaml
var fieldFile []byte

//go:embed xlsform.yaml
var sentenceFile []byte

// Texts are one text in each language of the service.
type Texts struct {
	NB string `yaml:"nb"`
	NN string `yaml:"nn"`
	EN string `yaml:"en"`
}

// In gives the text in nb, nn or en.
func (t Texts) In(language string) string {
	switch language {
	case "nn":
		return t.NN
	case "en":
		return t.EN
	}
	return t.NB
}

// Entry is one type of problem. Status is set where the kind's usual one does
// not fit.
type Entry struct {
	Kind   string `yaml:"kind"`
	Status int    `yaml:"status"`
	Title  Texts  `yaml:"title"`
	Detail Texts  `yaml:"detail"`
}

// Catalogue holds the problem types, the messages of field faults, and the sentences that
// are said of forms in spreadsheets.
type Catalogue struct {
	Problems  map[string]Entry
	Fields    map[string]Texts
	Sentences map[string]Texts
}

// Kinds are the names of fault kinds in the file, with their usual status.
var kinds = map[string]struct {
	kind   fault.Kind
	status int
}{
	"internal":        {fault.Internal, http.StatusInternalServerError},
	"malformed":       {fault.Malformed, http.StatusBadRequest},
	"invalid":         {fault.Invalid, http.StatusUnprocessableEntity},
	"not_found":       {fault.NotFound, http.StatusNotFound},
	"conflict":        {fault.Conflict, http.StatusConflict},
	"stale":           {fault.Stale, http.StatusPreconditionFailed},
	"denied":          {fault.Denied, http.StatusForbidden},
	"unauthenticated": {fault.Unauthenticated, http.StatusUnauthorized},
	"too_many":        {fault.TooMany, http.StatusTooManyRequests},
	"unavailable":     {fault.Unavailable, http.StatusServiceUnavailable},
}

// Load reads the embedded catalogue. It fails on an unknown kind or a missing
// text.
func Load() (*Catalogue, error) {
	c := &Catalogue{}
	if err := strict(problemFile, &c.Problems); err != nil {
		return nil, fmt.Errorf("problems.yaml: %w", err)
	}
	if err := strict(fieldFile, &c.Fields); err != nil {
		return nil, fmt.Errorf("fields.yaml: %w", err)
	}
	if err := strict(sentenceFile, &c.Sentences); err != nil {
		return nil, fmt.Errorf("xlsform.yaml: %w", err)
	}
	for code, e := range c.Problems {
		k, ok := kinds[e.Kind]
		if !ok || blank(e.Title) || blank(e.Detail) {
			return nil, fmt.Errorf("problems.yaml: %s lacks a known kind or a text", code)
		}
		if e.Status == 0 {
			e.Status = k.status
			c.Problems[code] = e
		}
	}
	for code, t := range c.Fields {
		if blank(t) {
			return nil, fmt.Errorf("fields.yaml: %s lacks a text", code)
		}
	}
	for key, t := range c.Sentences {
		t.EN = "{message}" // they come in English
		if blank(t) {
			return nil, fmt.Errorf("xlsform.yaml: %s lacks a text", key)
		}
		c.Sentences[key] = t
	}
	return c, nil
}

func strict(data []byte, into any) error {
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	return d.Decode(into)
}

func blank(t Texts) bool {
	return strings.TrimSpace(t.NB) == "" || strings.TrimSpace(t.NN) == "" || strings.TrimSpace(t.EN) == ""
}
