// Package tablefile writes and reads a file of tables: a zip with one part per
// table, a row a line as a JSON array, and a manifest that names the columns,
// counts the rows and has the hash of each part. It says nothing of the database
// that the rows come from, and none shows in it.
//
// Rows stream through it: it must never hold a table in memory. It must never
// hand out a part whose count or hash is not the manifest's without saying so.
package tablefile
