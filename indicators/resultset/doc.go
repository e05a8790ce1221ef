// Package resultset reads a published set of indicator results: a codebook that
// describes the indicators with their bounds and thresholds, and a table with a
// row for each unit that holds raw values and, often, the published scores. The
// headers may be those of the reports of the Sustainable Development Solutions
// Network or plain ones.
//
// It must never pass anything over: a code that only fits after a change, a
// column or a codebook row without a partner, and published scores that the
// codebook's bounds don't give are all reported. It must never alter a number;
// values that were stored in single precision keep their odd last digits.
package resultset
