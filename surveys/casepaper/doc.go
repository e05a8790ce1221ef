// Package casepaper writes the paper that a municipality or a regional council puts
// before its body: whether to take part in a region's rounds. Its texts are files in
// bokmål and nynorsk, filled in with the municipality's, region's and round's own
// facts, for the body to adapt.
//
// It must never decide anything: a regional council takes note, a municipality decides,
// and the two papers say so. It knows of no database.
package casepaper
