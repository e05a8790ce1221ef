package fault

import (
	"errors"
	"fmt"
)

// Kind is what went wrong, as seen by the caller.
type Kind int

// The kinds. An error that is no Fault counts as Internal.
const (
	Internal        Kind = iota // a mistake of ours; details go to the log alone
	Malformed                   // the request cannot be read at all
	Invalid                     // the input breaks a rule; Fields say which
	NotFound                    // no such record within the actor's scope
	Conflict                    // the record's state does not allow it
	Stale                       // somebody else changed the record first
	Denied                      // the actor's roles never allow it
	Unauthenticated             // nobody is signed in
	TooMany                     // a limit was reached; RetryAfter says for how long
	Unavailable                 // the database or another part does not answer now
)

// Field is one fault of one input field.
type Field struct {
	Path   string         // where in the input, such as "answers.0.value"
	Code   string         // key of the message catalogue, such as "too_long"
	Text   string         // key of its message, where several share a code; else ""
	Params map[string]any // values for the message, such as {"max": 200}; a Field is a part in its own words
}

// Fault is an error with a kind and a stable problem code.
type Fault struct {
	Kind       Kind
	Code       string         // problem of the catalogue, such as "round-not-open"
	Params     map[string]any // values for its message, as those of a Field
	Fields     []Field
	Current    any // with Stale: the record as it is now, already fit for the reader
	RetryAfter int // with TooMany and Unavailable: seconds
	Err        error
}

// Error tells the code and the cause, for logs.
func (f *Fault) Error() string {
	if f.Err != nil {
		return fmt.Sprintf("%s: %v", f.Code, f.Err)
	}
	return f.Code
}

// Unwrap gives the cause.
func (f *Fault) Unwrap() error { return f.Err }

// New makes a fault of a kind with its problem code. Params come in pairs of
// name and value.
func New(kind Kind, code string, params ...any) *Fault {
	return &Fault{Kind: kind, Code: code, Params: pairs(params)}
}

// Wrap is New with a cause that only the log sees.
func Wrap(err error, kind Kind, code string, params ...any) *Fault {
	f := New(kind, code, params...)
	f.Err = err
	return f
}

// InvalidFields makes an Invalid fault from field faults.
func InvalidFields(fields ...Field) *Fault {
	return &Fault{Kind: Invalid, Code: "invalid-input", Fields: fields}
}

// OnField makes one field fault; params come in pairs of name and value.
func OnField(path, code string, params ...any) Field {
	return Field{Path: path, Code: code, Params: pairs(params)}
}

// Missing is the fault for a record that is not there, or not there for this
// actor: the two must look alike.
func Missing() *Fault { return New(NotFound, "not-found") }

// KindOf gives the kind of the first fault in err's chain, Internal if none.
func KindOf(err error) Kind {
	if f, ok := As(err); ok {
		return f.Kind
	}
	return Internal
}

// As finds the first fault in err's chain.
func As(err error) (*Fault, bool) {
	var f *Fault
	ok := errors.As(err, &f)
	return f, ok
}

func pairs(kv []any) map[string]any {
	if len(kv) == 0 {
		return nil
	}
	m := make(map[string]any, len(kv)/2)
	for i := 0; i+1 < len(kv); i += 2 {
		m[fmt.Sprint(kv[i])] = kv[i+1]
	}
	return m
}
