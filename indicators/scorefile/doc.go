// Package scorefile is the analyst's side of the scoring engine: it reads
// indicator specifications, values and regions from CSV files and writes
// scores, goal scores and indices as CSV files, so that a published index can
// be computed again without a database.
//
// It must never compute anything itself (that is the scoring package's), never
// repair a faulty row, never write anything when its input is faulty, and never
// leave a half-written file behind.
package scorefile
