// Package cataloguefile is a catalogue of indicators as a CSV file, one indicator a
// line, that people read and change in a spreadsheet and bring back.
//
// What [Write] has written, [Read] gives back without loss. A fault names the line and
// the column, and all faults are told at once.
//
// It must never touch a database, fill in what is blank or pass over a column that it
// does not know.
package cataloguefile
