// Package jsonstat reads data sets in JSON-stat, version 2.0 and the older form
// that statistics bureaus still send (https://json-stat.org/full/).
//
// It must never take a value that is missing for zero, believe a data set about
// its own size, or know what the dimensions mean.
package jsonstat
