// Package fault is the closed set of errors that cross a layer of the
// service. A fault names a problem of the catalogue; the words a person reads
// are put in by the outermost layer, in that person's language.
//
// It must never hold a sentence for people, an HTTP status or a driver error's
// text that could reach a client.
package fault
