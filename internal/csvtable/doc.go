// Package csvtable reads a CSV file with a header line the way people's
// spreadsheets write it: with or without a byte order mark, with LF or CRLF,
// separated by commas, semicolons or tabs. It never stops at the first fault:
// every faulty line is reported with file, line number and reason, so that a
// person can mend all of them at once.
//
// It must never guess: text that is not UTF-8, a comma that could part thousands
// or a line with too many fields is a fault that says how to mend it, not
// something to repair in silence. It knows nothing of what the columns mean.
package csvtable
