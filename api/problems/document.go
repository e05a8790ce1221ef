package problems

import (
	"cmp"
	"fmt"
	"log/slog"
	"strings"

	"loftet/internal/fault"
)

// Document is a problem document (RFC 9457) as the contract has it.
type Document struct {
	Type       string  `json:"type"`
	Code       string  `json:"code"`
	Title      string  `json:"title"`
	Detail     string  `json:"detail,omitempty"`
	Status     int     `json:"status"`
	RequestID  string  `json:"requestId"`
	Fields     []Field `json:"fields,omitempty"`
	Current    any     `json:"current,omitempty"`
	RetryAfter int     `json:"-"`
}

// Field is one fault of one input field, in the reader's language.
type Field struct {
	Path    string `json:"path"`
	Code    string `json:"code"`
	Message string `json:"message"`
}

// The most that a document tells of a request in which nearly everything is
// wrong, as the contract bounds it.
const (
	maxFields = 500
	maxPath   = 300
)

// Address is the stable type of a problem.
func Address(code string) string { return "/problems/" + code }

// Document puts a fault into words. A code that the catalogue lacks is our own
// mistake and is answered as internal.
func (c *Catalogue) Document(f *fault.Fault, language string) Document {
	code := f.Code
	entry, ok := c.Problems[code]
	if !ok {
		slog.Error("problem catalogue lacks a code", "code", code)
		code, entry = "internal", c.Problems["internal"]
	}
	doc := Document{
		Type: Address(code), Code: code, Status: entry.Status,
		Title:  c.fill(entry.Title.In(language), f.Params, language),
		Detail: c.fill(entry.Detail.In(language), f.Params, language), Current: f.Current, RetryAfter: f.RetryAfter,
	}
	for _, field := range f.Fields[:min(len(f.Fields), maxFields)] {
		doc.Fields = append(doc.Fields, Field{Path: cut(field.Path), Code: field.Code, Message: c.message(field, language)})
	}
	return doc
}

func (c *Catalogue) message(field fault.Field, language string) string {
	key := cmp.Or(field.Text, field.Code)
	texts, ok := c.Fields[key]
	if sentence, is := strings.CutPrefix(key, "xlsform_"); is {
		texts, ok = c.Sentences[sentence]
	}
	if !ok {
		slog.Error("field catalogue lacks a code", "code", key)
		texts = c.Fields["invalid"]
	}
	return c.fill(texts.In(language), field.Params, language)
}

// cut bounds a path, in which a caller's own words may stand.
func cut(path string) string {
	if letters := []rune(path); len(letters) > maxPath {
		return string(letters[:maxPath])
	}
	return path
}

// fill puts values in the place of {name}: days as they are written in the language,
// parts in its words.
func (c *Catalogue) fill(text string, params map[string]any, language string) string {
	var pairs []string
	for name, value := range params {
		switch known := value.(type) {
		case fault.Day:
			value = known.In(language)
		case fault.Field:
			value = c.message(known, language)
		}
		pairs = append(pairs, "{"+name+"}", fmt.Sprint(value))
	}
	return strings.NewReplacer(pairs...).Replace(text)
}
