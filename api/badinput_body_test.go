package api_test

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

// here marks the place in a body where another JSON text goes.
const here = "\ue000here\ue000"

// notOfType are JSON texts with the types that they have.
var notOfType = map[string]string{"string": `"x"`, "number": `7.5`, "boolean": `true`, "null": `null`, "array": `[]`, "object": `{}`}

// deep is a JSON text that nests as deep as a reader may be asked to go.
func deep(levels int) string { return strings.Repeat("[", levels) + strings.Repeat("]", levels) }

// bodySpoiler makes spoilt bodies of an operation.
type bodySpoiler struct {
	base row
	body any            // a good one
	odd  map[string]any // by what is odd: bodies with it in all fields that take it
	all  []spoilt

	within []*openapi3.Schema // those that the value stands in
}

// spoiltBodies spoils the body as a whole, and each field by itself.
func (m matrixOperation) spoiltBodies(t *testing.T, base row) []spoilt {
	t.Helper()
	if m.body == nil {
		r := base
		r.body = `{"a":` + deep(20000) + `}`
		return []spoilt{{row: r, what: "a body where none is asked for", plain: true}}
	}
	text, err := json.Marshal(base.body)
	must(err)
	b := &bodySpoiler{base: base, odd: map[string]any{}}
	must(json.Unmarshal(text, &b.body))
	good := string(text)
	for what, whole := range map[string]string{
		"nothing": "", "null": "null", "a list": "[]", "a word": `"x"`, "a number": "1", "half": good[:len(good)/2], "two": good + good,
		"a comment": "/* */" + good, "a mark before": "\ufeff" + good, "no JSON": "{'a':1}", "infinity": `{"a":Infinity}`, "deep": deep(20000), "deep objects": strings.Repeat(`{"a":`, 20000),
		"ten megabytes": good + strings.Repeat(" ", 10<<20), "a huge text": `{"a":"` + strings.Repeat("x", 10<<20) + `"}`,
		"many fields": `{` + strings.Repeat(`"a":1,`, 100000) + `"a":1}`, "not UTF-8": "{\"\xff\":1}",
	} {
		r := base
		r.body = whole
		b.all = append(b.all, spoilt{row: r, what: what + " as body"})
	}
	b.schema(m.body, nil)
	for name, body := range b.odd {
		r := base
		r.body = body
		b.all = append(b.all, spoilt{row: r, what: name + " in every text", plain: true})
	}
	return b.all
}

// put adds the body with a JSON text in the place of a value.
func (b *bodySpoiler) put(path []string, what, text string, plain bool) {
	whole, err := json.Marshal(replacedIn(b.body, path, here))
	must(err)
	r := b.base
	r.body = strings.Replace(string(whole), `"`+here+`"`, text, 1)
	b.all = append(b.all, spoilt{row: r, what: what + " as " + strings.Join(path, "."), field: strings.Join(path, "."), plain: plain})
}

// schema spoils a value of a schema at a path, and all that is in it.
func (b *bodySpoiler) schema(s *openapi3.Schema, path []string) {
	if slices.Contains(b.within, s) {
		return // a group of questions holds questions: once is enough
	}
	b.within = append(b.within, s)
	defer func() { b.within = b.within[:len(b.within)-1] }()
	if len(path) > 0 {
		for kind, text := range notOfType {
			if !s.Type.Is(kind) && !(s.Type.Is("integer") && kind == "number") {
				b.put(path, "a "+kind, text, false)
			}
		}
		b.put(path, "a deep list", deep(500), false)
	}
	switch {
	case s.Type.Is("object"):
		b.object(s, path)
	case s.Type.Is("array"):
		b.array(s, path)
	case s.Type.Is("string"):
		b.text(s, path)
	case s.Type.Is("number"), s.Type.Is("integer"):
		b.number(s, path)
	}
}

func (b *bodySpoiler) object(s *openapi3.Schema, path []string) {
	value, _ := valueAt(b.body, path).(map[string]any)
	if value == nil {
		value, _ = sample(s).(map[string]any)
	}
	with := func(what, field, more string) {
		text, err := json.Marshal(value)
		must(err)
		joined := strings.TrimSuffix(string(text), "}") + map[bool]string{true: "", false: ","}[len(value) == 0] + more + "}"
		before := len(b.all)
		b.whole(path, what, joined)
		b.all[before].field = strings.Join(append(slices.Clone(path), field), ".")
	}
	for _, name := range []string{"id", "state", "status", "role", "version", "createdAt", "approvedBy", "published", "publishedAt", "tenant_id", "is_admin", "__proto__", "<script>"} {
		if s.Properties[name] == nil && s.Extensions["x-own-keys"] == nil && !(len(name) == 2 && len(s.Properties) == 0) { // which may be a language
			with("one more field", name, fmt.Sprintf(`%q:"x"`, name))
		}
	}
	with("a field with a zero", "z", `"z\u0000":1`)
	for name := range value {
		with("the same field twice", name, fmt.Sprintf(`%q:null`, name))
	}
	for _, name := range s.Required {
		if _, given := value[name]; given {
			rest := maps.Clone(value)
			delete(rest, name)
			text, err := json.Marshal(rest)
			must(err)
			before := len(b.all)
			b.whole(path, "a field less", string(text))
			b.all[before].field = strings.Join(append(slices.Clone(path), name), ".")
		}
	}
	for name, p := range s.Properties {
		b.schema(p.Value, append(slices.Clone(path), name))
	}
	if open := s.AdditionalProperties.Schema; open != nil {
		b.schema(open.Value, append(slices.Clone(path), "nb"))
		if s.Extensions["x-own-keys"] != nil {
			return // its author names what is in it
		}
		many := map[string]string{}
		for i := range 30 {
			many["a"+string(rune('a'+i%26))] = "x"
		}
		text, err := json.Marshal(many)
		must(err)
		b.put(path, "many languages", string(text), false)
	}
}

// whole is put, also for the body as a whole.
func (b *bodySpoiler) whole(path []string, what, text string) {
	if len(path) > 0 {
		b.put(path, what, text, false)
		return
	}
	r := b.base
	r.body = text
	b.all = append(b.all, spoilt{row: r, what: what})
}

func (b *bodySpoiler) array(s *openapi3.Schema, path []string) {
	item, err := json.Marshal(sample(s.Items.Value))
	must(err)
	if s.MaxItems != nil {
		b.put(path, "too many", "["+strings.Repeat(string(item)+",", int(*s.MaxItems))+string(item)+"]", false)
	}
	if s.UniqueItems {
		b.put(path, "the same twice", fmt.Sprintf("[%s,%s]", item, item), false)
	}
	inside := &bodySpoiler{base: b.base, body: replacedIn(b.body, path, []any{sample(s.Items.Value)}), odd: map[string]any{}, within: slices.Clone(b.within)}
	inside.schema(s.Items.Value, append(slices.Clone(path), "0"))
	b.all = append(b.all, inside.all...)
}

func (b *bodySpoiler) text(s *openapi3.Schema, path []string) {
	for name, text := range oddTexts {
		if s.Format == "" && s.VisitJSONString(text) == nil {
			if b.odd[name] == nil {
				b.odd[name] = b.body
			}
			b.odd[name] = replacedIn(b.odd[name], path, text)
			continue
		}
		quoted, err := json.Marshal(text)
		must(err)
		b.put(path, name, string(quoted), false)
	}
	b.put(path, "a zero character", `"a\u0000b"`, false)
	b.put(path, "half a sign", `"a\ud800b"`, false)
	b.put(path, "the other half", `"a\udc00b"`, false)
	before := len(b.all)
	b.put(path, "no UTF-8", "\"a\xffb\"", false)
	b.all[before].field = "" // the whole is no text then
	if s.MaxLength != nil {
		b.put(path, "one sign too many", `"`+strings.Repeat("å", int(*s.MaxLength)+1)+`"`, false)
		b.put(path, "half a megabyte", `"`+strings.Repeat("x", 1<<19)+`"`, false)
	}
}

func (b *bodySpoiler) number(s *openapi3.Schema, path []string) {
	for _, text := range []string{"1e400", "-1e400", "1e999999999"} {
		b.put(path, text, text, false)
	}
	for _, text := range []string{"-1", "1.5", "99999999999999999999", "-9223372036854775809", "1e300", "1e-300", "-0", "0.1e1"} {
		var value float64
		must(json.Unmarshal([]byte(text), &value))
		b.put(path, text, text, s.VisitJSONNumber(value) == nil)
	}
}
