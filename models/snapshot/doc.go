// Package snapshot saves all that a database holds into a file of tables, as of
// one moment, and loads such a file into an empty database. The file is the same
// for both databases, so that it also carries a service from one to the other.
//
// Tables and columns come from the database's own catalogue: a migration needs no
// line here, unless it brings a kind of column that there was none of.
//
// It must never know what a table means, except those in aside.go, nor write into
// a database that holds anything.
package snapshot
