package expr

import (
	"maps"
	"slices"

	"cel.dev/cel-go/cel"
)

// Type is what a name or a result can be. The zero Type is [Any].
type Type struct {
	name   string
	fields map[string]Type // of a record
	of     *Type           // of a list
}

// The types of one value. Each may be missing.
var (
	Number = Type{name: "number"}
	Text   = Type{name: "text"}
	Bool   = Type{name: "bool"}
)

// Texts is a list of texts. Any is of no known type: it is taken everywhere, and
// what does not fit has no result.
var (
	Texts = ListOf(Text)
	Any   = Type{name: "any"}
)

// Record is a value with named fields. The name tells two records apart that
// have other fields; it must be unique within a [Scope].
func Record(name string, fields map[string]Type) Type {
	return Type{name: name, fields: maps.Clone(fields)}
}

// ListOf is a list of a type; it is empty where it is missing.
func ListOf(of Type) Type { return Type{name: "list", of: &of} }

// Is tells whether two types are the same.
func (t Type) Is(other Type) bool {
	if t.name != other.name || (t.fields == nil) != (other.fields == nil) {
		return false
	}
	return t.of == nil && other.of == nil || t.of != nil && other.of != nil && t.of.Is(*other.of)
}

// String names the type for messages: number, text, bool, list or record.
func (t Type) String() string {
	if t.fields != nil {
		return "record"
	}
	return t.name
}

// recordPrefix keeps records apart from the types that CEL knows.
const recordPrefix = "loftet."

func (t Type) cel() *cel.Type {
	switch {
	case t.of != nil:
		return cel.ListType(t.of.cel())
	case t.fields != nil:
		return cel.ObjectType(recordPrefix + t.name)
	}
	switch t.name {
	case Number.name:
		return cel.NullableType(cel.DoubleType)
	case Text.name:
		return cel.NullableType(cel.StringType)
	case Bool.name:
		return cel.NullableType(cel.BoolType)
	}
	return cel.DynType
}

// records collects the records in a type by their name.
func (t Type) records(into map[string]Type) {
	if t.of != nil {
		t.of.records(into)
		return
	}
	if t.fields == nil {
		return
	}
	into[recordPrefix+t.name] = t
	for _, name := range slices.Sorted(maps.Keys(t.fields)) {
		t.fields[name].records(into)
	}
}
