package api

import (
	"strings"

	"github.com/getkin/kin-openapi/openapi3"

	"loftet/internal/fault"
)

// schemaField names the field, what is wrong with it and the limit it broke.
func schemaField(e *openapi3.SchemaError, path string) fault.Field {
	pointer := e.JSONPointer()
	if e.SchemaField == "required" || e.SchemaField == "additionalProperties" {
		if name := lastQuoted(e.Reason); name != "" && (len(pointer) == 0 || pointer[len(pointer)-1] != name) {
			pointer = append(pointer, name)
		}
	}
	if path != "" {
		pointer = append([]string{path}, pointer...)
	}
	at := orBody(strings.Join(pointer, "."))
	s := e.Schema
	if s == nil {
		s = &openapi3.Schema{}
	}
	switch e.SchemaField {
	case "required":
		return fault.OnField(at, "required")
	case "additionalProperties":
		return fault.OnField(at, "unknown_field")
	case "minLength":
		if s.MinLength <= 1 {
			return fault.OnField(at, "required")
		}
		return fault.OnField(at, "too_short", "min", s.MinLength)
	case "maxLength":
		return fault.OnField(at, "too_long", "max", value(s.MaxLength))
	case "minimum":
		return fault.OnField(at, "too_small", "min", value(s.Min))
	case "maximum":
		return fault.OnField(at, "too_large", "max", value(s.Max))
	case "maxItems":
		return fault.OnField(at, "too_many", "max", value(s.MaxItems))
	case "enum":
		return fault.OnField(at, "not_in_list")
	case "pattern", "format":
		return fault.OnField(at, patternCode(at))
	case "type":
		return fault.OnField(at, "wrong_type")
	}
	return fault.OnField(at, "invalid")
}

// patternCode gives fields that people type a message of their own.
func patternCode(path string) string {
	switch last := path[strings.LastIndex(path, ".")+1:]; last {
	case "email", "mailbox", "contact":
		return "email"
	case "website":
		return "web_address"
	case "orgNumber":
		return "org_number"
	case "validTo", "deadline", "deadlineFrom", "deadlineTo":
		return "date"
	}
	return "wrong_form"
}

func value[T any](p *T) any {
	if p == nil {
		return ""
	}
	return *p
}

// lastQuoted gives the last quoted word of a validator's reason: the name of
// the property it is about.
func lastQuoted(reason string) string {
	for _, quote := range []string{`"`, `'`} {
		if parts := strings.Split(reason, quote); len(parts) >= 3 {
			return parts[len(parts)-2]
		}
	}
	return ""
}
