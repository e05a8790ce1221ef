// Package stand puts the built service on a test stand: the real binary as a
// process of its own, on a database filled with a country of any size, with
// people who are signed in. Benchmarks and proofs look at it from outside.
//
// It must never be imported by the service, nor reach into a running one other
// than the way anybody does: over HTTP, by signals, through its database.
package stand
