// Package typed reads numbers as people write them, in a cell of a spreadsheet or a
// field: with spaces between thousands, decimal comma or point, per cent and kroner.
// The pages read them by the same rule (parseNumber.ts); numbers.json beside it has
// the cases that both are held against.
//
// It must never guess where a text has no reading: then it is no number.
package typed
