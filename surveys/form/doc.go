// Package form is for a questionnaire's own questions: what kinds there are, what
// they are called in each language, and the logic between them. A form that
// compiles can be asked: [Form] is its document, the conditions in it are CEL as
// loftet/internal/expr tells it, functions and all. An answer that is not there is
// null; of choices, rankings and repeats it is an empty list, of parts a record
// whose fields are null. testdata/conformance.json is what the server's evaluator
// and the browser's agree on.
//
// It must never know of rounds, responses or the database, run an expression
// that was not checked when the form was saved, or take a question without an
// answer for zero.
package form
