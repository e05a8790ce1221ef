// Package edition is for the frozen results of a round as a document: how it is written
// so that the same rows give the same bytes on any machine and database, and what has
// changed from one numbered edition to the next.
//
// It must never read a row, decide who may see what, or hold back or add a figure: what
// it writes is the view that it is given.
package edition
