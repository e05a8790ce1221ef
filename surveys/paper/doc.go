// Package paper is a response on paper and in files: the page that is printed, a
// table as CSV and XLSX, and the bundle that goes into an archive. All of them are
// made of what the surveys room hands over; the same revision in the same language
// gives the same bundle, byte by byte.
//
// It must never read the database, decide who may see what, or let a spreadsheet
// take text for a formula.
package paper
