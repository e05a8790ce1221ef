// Package form is for a questionnaire's own questions: what kinds there are, what
// they are called in each language, and the logic between them. A form that
// compiles can be asked: [Form] is its document, the conditions in it are CEL.
//
// It must never know of rounds, responses or the database, run an expression
// that was not checked when the form was saved, or take a question without an
// answer for zero.
package form
