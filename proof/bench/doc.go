// Command bench measures the service from outside, side by side with what the
// same machine can do at all: a bare insert into the same database, an echo of
// the same bytes. It starts what it needs, prints one table and leaves nothing
// behind. The aims stand in one place, aims.go.
//
// It must never be imported, nor change the service for the sake of a figure.
package main
