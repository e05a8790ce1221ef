package api_test

import (
	"maps"
	"net/http"
	"net/url"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// oddTexts are what people and machines send where a text is expected.
var oddTexts = map[string]string{
	"a quote":                   `' or '1'='1' --`,
	"two statements":            `1; drop table needs; --`,
	"a union":                   `x') union all values (1),(2) --`,
	"a wait":                    `1' || pg_sleep(9) || '`,
	"wildcards":                 strings.Repeat("%_", 40),
	"a script":                  `<script>alert(1)</script>`,
	"a picture":                 `"><img src=x onerror=alert(1)>`,
	"a formula":                 `=HYPERLINK("http://evil.example")`,
	"a template":                `{{7*7}}${7*7}<%= 7 %>`,
	"a path":                    `../../../etc/passwd`,
	"a path, encoded twice":     `%2e%2e%2fetc%2fpasswd`,
	"a quote, encoded twice":    `%27 or 1=1`,
	"a line break":              "a\r\nSet-Cookie: x=1",
	"another writing direction": "a\u202eb",
	"a sign beyond the plane":   "🚰",
	"a huge number":             "99999999999999999999",
	"a number beyond 64 bits":   "-9223372036854775809",
	"a number with exponent":    "1e400",
	"a negative number":         "-1",
	"no number":                 "NaN",
	"an id in braces":           "{018f0000-0000-7000-8000-000000000000}",
	"an id as a name":           "urn:uuid:018f0000-0000-7000-8000-000000000000",
	"a list":                    "[]",
}

// unkept are texts that no database keeps.
var unkept = map[string]string{
	"a zero character":    "a\x00b",
	"no UTF-8":            "a\xffb",
	"an overlong sign":    "a\xc0\x80b",
	"half a sign":         "a\xed\xa0\x80b",
	"the end of a sign":   "a\x80",
	"the zero, and a cut": "%\x00",
}

// spoiltParameters spoils each parameter of the operation by itself.
func (m matrixOperation) spoiltParameters(base row) []spoilt {
	var all []spoilt
	for _, p := range m.parameters {
		switch p.In {
		case "path":
			all = append(all, m.spoiltPath(p, base)...)
		case "query":
			all = append(all, m.spoiltQuery(p, base)...)
		case "header":
			all = append(all, spoiltHeader(p, base)...)
		}
	}
	for name, text := range oddTexts {
		r := base
		for _, header := range []string{"Accept-Language", "Cookie", "If-None-Match", "Accept", "X-Request-Id", "X-Forwarded-For"} {
			if !(header == "Cookie" && base.as != "") {
				r = r.with(header, text)
			}
		}
		all = append(all, spoilt{row: r, what: name + " in headers", plain: true})
	}
	all = append(all, spoilt{row: base.with("Accept-Language", strings.Repeat("nb-x;q=0.1,", 5000)), what: "many languages", plain: true})
	odd := base
	odd.path += "&secret=1&order=password_hash"
	return append(all, spoilt{row: odd, what: "parameters that are none", plain: true})
}

// with is the call with one more header.
func (r row) with(name, value string) row {
	r.header = maps.Clone(r.header)
	if r.header == nil {
		r.header = map[string]string{}
	}
	r.header[name] = value
	return r
}

// spoiltPath: what is no id or name leads nowhere, and is not explained.
func (m matrixOperation) spoiltPath(p *openapi3.Parameter, base row) []spoilt {
	var all []spoilt
	for _, texts := range []map[string]string{oddTexts, unkept} {
		for name, text := range texts {
			spoiled := m
			spoiled.template = strings.ReplaceAll(m.template, "{"+p.Name+"}", url.PathEscape(text))
			r := base
			r.path = spoiled.call(base.as, slotsOf(base.path, m.template)).path
			// of lists of codes and numbers that nobody knows there is nothing to tell
			list := (p.Name == "codes" || p.Name == "numbers") && p.Schema.Value.VisitJSONString(text) == nil
			all = append(all, spoilt{row: r, what: name + " as " + p.Name, plain: list})
		}
	}
	return all
}

// slotsOf reads the ids back from a path.
func slotsOf(path, template string) slots {
	ids := slots{}
	path, query, _ := strings.Cut(path, "?")
	parts := strings.Split(path, "/")
	for i, part := range strings.Split(template, "/") {
		if strings.HasPrefix(part, "{") {
			ids[strings.Trim(part, "{}")] = parts[i]
		}
	}
	values, err := url.ParseQuery(query)
	must(err)
	for name := range values {
		ids[name] = values.Get(name)
	}
	return ids
}

func (m matrixOperation) spoiltQuery(p *openapi3.Parameter, base row) []spoilt {
	path, query, _ := strings.Cut(base.path, "?")
	values, err := url.ParseQuery(query)
	must(err)
	give := func(texts ...string) row {
		given := maps.Clone(values)
		given[p.Name] = texts
		r := base
		r.path = path + "?" + given.Encode()
		return r
	}
	free := p.Name == "q" // the one that takes any words
	var all []spoilt
	for name, text := range oddTexts {
		fits := free || p.Schema.Value.VisitJSONString(text) == nil && p.Schema.Value.Type.Is("string") && p.Schema.Value.Format == ""
		all = append(all, spoilt{row: give(text), what: name + " as " + p.Name, field: p.Name, plain: fits && p.Name != "cursor"})
	}
	for name, text := range unkept {
		all = append(all, spoilt{row: give(text), what: name + " as " + p.Name, field: p.Name})
	}
	good := values.Get(p.Name)
	all = append(all, spoilt{row: give(good, good), what: p.Name + " twice", field: p.Name},
		spoilt{row: give(strings.Repeat("x", 20000)), what: "a long " + p.Name, field: p.Name})
	if p.Required {
		all = append(all, spoilt{row: give(), what: "no " + p.Name, field: p.Name})
	}
	return all
}

func spoiltHeader(p *openapi3.Parameter, base row) []spoilt {
	var all []spoilt
	version := p.Name == "If-Match"
	for name, text := range oddTexts {
		if name == "a list" && !version { // too short
			continue
		}
		all = append(all, spoilt{row: base.with(p.Name, text), what: name + " as " + p.Name, field: p.Name, plain: true})
	}
	for name, text := range unkept {
		all = append(all, spoilt{row: base.with(p.Name, text+"enough"), what: name + " as " + p.Name, field: p.Name})
	}
	all = append(all, spoilt{row: base.with(p.Name, strings.Repeat("1", 2000)), what: "a long " + p.Name, field: p.Name})
	if p.Required {
		r := base.with(p.Name, "")
		delete(r.header, p.Name)
		all = append(all, spoilt{row: r, what: "no " + p.Name, field: p.Name})
	}
	r := base.with(http.CanonicalHeaderKey(p.Name), "12345678")
	r.twice = p.Name
	return append(all, spoilt{row: r, what: p.Name + " twice", field: p.Name})
}
