package api

import (
	"errors"
	"math/big"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"

	"loftet/internal/fault"
)

// schemaFields turns what a schema's validation found into field faults. Paths
// begin with root, which is empty for a body.
func schemaFields(err error, root string) []fault.Field {
	var found *jsonschema.ValidationError
	if !errors.As(err, &found) {
		return nil
	}
	var fields []fault.Field
	collect(found, nil, root, &fields)
	return fields
}

// collect takes the leaves of the tree of errors: those that name a rule. Of a
// name that does not fit it is told that it is unknown, not why. The library lets
// such an error's place be written over; that of what it stands in is right.
func collect(e *jsonschema.ValidationError, at []string, root string, into *[]fault.Field) {
	if _, name := e.ErrorKind.(*kind.PropertyNames); !name {
		at = e.InstanceLocation
		for _, cause := range e.Causes {
			collect(cause, at, root, into)
		}
		if len(e.Causes) > 0 {
			return
		}
	}
	if root != "" {
		at = append([]string{root}, at...)
	}
	*into = append(*into, kindFields(e.ErrorKind, at)...)
}

func kindFields(k jsonschema.ErrorKind, path []string) []fault.Field {
	at := strings.Join(path, ".")
	if at == "" {
		at = "body"
	}
	one := func(code string, params ...any) []fault.Field {
		return []fault.Field{fault.OnField(at, code, params...)}
	}
	switch k := k.(type) {
	case *kind.Required:
		return named(path, k.Missing, "required")
	case *kind.AdditionalProperties:
		return named(path, k.Properties, "unknown_field")
	case *kind.PropertyNames:
		return named(path, []string{k.Property}, "unknown_field")
	case *kind.MinLength:
		if k.Want <= 1 || k.Got == 0 {
			return one("required")
		}
		return one("too_short", "min", k.Want)
	case *kind.MaxLength:
		return one("too_long", "max", k.Want)
	case *kind.Minimum:
		return one("too_small", "min", plainNumber(k.Want))
	case *kind.Maximum:
		return one("too_large", "max", plainNumber(k.Want))
	case *kind.MaxItems:
		return one("too_many", "max", k.Want)
	case *kind.MaxProperties:
		return one("too_many", "max", k.Want)
	case *kind.Enum:
		return one("not_in_list")
	case *kind.Pattern, *kind.Format:
		return one(patternCode(at))
	case *kind.Type:
		return one("wrong_type")
	}
	return one("invalid")
}

func named(path, names []string, code string) []fault.Field {
	var fields []fault.Field
	for _, name := range names {
		fields = append(fields, fault.OnField(strings.Join(append(append([]string{}, path...), name), "."), code))
	}
	return fields
}

func plainNumber(r *big.Rat) string {
	if r.IsInt() {
		return r.Num().String()
	}
	return strings.TrimRight(r.FloatString(6), "0")
}

// patternCode gives fields that people type a message of their own.
func patternCode(path string) string {
	switch last := path[strings.LastIndex(path, ".")+1:]; last {
	case "email", "mailbox", "contact":
		return "email"
	case "link":
		return "evidence_link"
	case "website":
		return "web_address"
	case "orgNumber":
		return "org_number"
	case "validTo", "deadline", "deadlineFrom", "deadlineTo":
		return "date"
	}
	return "wrong_form"
}
